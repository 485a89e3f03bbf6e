"""Filters that write dates, distances and numbers as people say them."""

from datetime import datetime, time

from django.template import Library

from fellesplan.web.components import glue as glueing
from fellesplan.web.components import words

register = Library()
register.filter("glue", glueing.glue, is_safe=True)
register.filter("tr", glueing.translate)
register.filter("show", glueing.show)
register.filter("lov", lambda value: words.law(glueing.translate(value)))
register.filter("dato_kort", lambda value: glueing.glue(words.short_day(value)) if value else "")
register.filter("forbokstaver", lambda value: words.initials(str(value)))


@register.filter
def dato(value: words.Day | None) -> str:
    """ "3. desember"; the year is shown when it is not this year."""
    return glueing.glue(words.day(value)) if value else ""


@register.filter
def dato_aar(value: words.Day | None) -> str:
    """ "3. desember 2026"."""
    return glueing.glue(words.day(value, year=True)) if value else ""


@register.filter
def dag_dato(value: words.Day | None) -> str:
    """ "torsdag 3. desember"."""
    return glueing.glue(words.weekday_and_day(value)) if value else ""


@register.filter
def klokke(value: datetime | time | None) -> str:
    """ "kl. 13.00"."""
    return glueing.glue(words.at(value)) if value else ""


@register.filter
def tid(value: datetime | None) -> str:
    """ "3. desember kl. 13.00"."""
    return glueing.glue(words.day_and_hour(value)) if value else ""


@register.filter
def avstand(value: words.Day | None) -> str:
    """ "om 12 dager", "i dag", "for 4 dager siden"."""
    return glueing.glue(words.distance(value)) if value else ""


@register.filter
def igjen(value: words.Day | None) -> str:
    """ "om 2 dager", "4 dager over"."""
    return glueing.glue(words.time_left(value)) if value else ""


@register.filter
def tall(value: int | str | None, one: str = "") -> str:
    """Numbers to twelve as words; the argument is the gender of 1: "én", "ei", "ett"."""
    return words.number(int(value), one) if value not in (None, "") else ""


@register.filter
def stor(value: object) -> str:
    """First letter upper."""
    text = glueing.translate(value)
    return text[:1].upper() + text[1:]
