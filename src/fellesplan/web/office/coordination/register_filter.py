"""The sentence that filters the register, and what it asks for."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from fellesplan.coordinators import overview
from fellesplan.coordinators.overview import Filter
from fellesplan.web.components import words
from fellesplan.web.components.presenters import Choice, Sentence

ORDERS = {"": ("-persons", "employee__name", "id"), "navn": ("employee__name", "id")}
_WHO = {"": "", "barn": "child", "mange": "over", "opplaring": "untrained"}


def wanted(query: Mapping[str, str]) -> Filter:
    """Return the filter in the address; what is unknown is left out."""
    return Filter(
        who=_WHO.get(query.get("hvem", ""), ""),
        unit=_id(query.get("enhet", "")),
        room=query.get("plass") == "ledig",
        language=query.get("sprak", "")[:40],
    )


def order(query: Mapping[str, str]) -> tuple[str, ...]:
    """Return the order of the rows: those who follow most first, or by name."""
    return ORDERS.get(query.get("sorter", ""), ORDERS[""])


def sentence(rows: "QuerySet[Any]", query: Mapping[str, str], limit: int | None, url: str) -> Sentence:
    """Return the filter as a sentence; two queries."""
    spoken = [(name, name) for name in overview.languages_in(rows)]
    choices = (
        Choice("hvem", _("Hvilke koordinatorer"), _who(limit), query.get("hvem", "")),
        Choice(
            "enhet",
            _("Virksomhet"),
            (("", _("alle virksomheter")), *overview.units_in(rows)),
            query.get("enhet", ""),
        ),
        Choice(
            "plass",
            _("Ledig plass"),
            (("", _("ledig plass eller ikke")), ("ledig", _("ledig plass"))),
            query.get("plass", ""),
        ),
        Choice("sprak", _("Språk"), (("", _("alle språk")), *spoken), query.get("sprak", "")),
    )
    text = _("Vis {hvem} i {enhet} som har {plass} og kan {sprak}.")
    return Sentence.build(text, choices, action_url=url)


def _who(limit: int | None) -> tuple[tuple[str, str], ...]:
    over = (
        (("mange", _("de som følger flere enn %(most)s") % {"most": words.number(limit)}),) if limit else ()
    )
    return (
        ("", _("alle koordinatorer")),
        ("barn", _("barnekoordinatorer")),
        *over,
        ("opplaring", _("de som mangler opplæring")),
    )


def _id(text: str) -> str:
    try:
        return str(UUID(text))
    except ValueError:
        return ""
