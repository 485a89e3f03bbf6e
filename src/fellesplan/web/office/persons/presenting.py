"""The presenters of the pages of a person; what tells the place only as `people.protection` lets it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fellesplan.access.actor import Actor
from fellesplan.access.functions import visible
from fellesplan.cases.models import Case
from fellesplan.kernel import clock
from fellesplan.people import protection
from fellesplan.people.models import Person, PersonState, Representation
from fellesplan.web.components import words
from fellesplan.web.components.glue import translate
from fellesplan.web.components.presenters import Action, Answer, Row, Tag
from fellesplan.web.components.tables import Cell
from fellesplan.web.components.typed import show_phone
from fellesplan.web.office import links

_EVENTS = {
    "protected": gettext_lazy("Skjermingen ble endret"),
    "numbered": gettext_lazy("Fikk nummer"),
    "born": gettext_lazy("Barnet ble født"),
    "died": gettext_lazy("Dødsfallet ble registrert"),
    "death_undone": gettext_lazy("Dødsfallet ble tatt bort"),
    "merged": gettext_lazy("Slått sammen med en annen"),
    "merge_undone": gettext_lazy("Sammenslåingen ble angret"),
    "representation_ended": gettext_lazy("En som handlet på vegne av personen, gjør det ikke lenger"),
    "limit_lifted": gettext_lazy("Innsynet til en som handler på vegne av personen, ble åpnet igjen"),
}


@dataclass(frozen=True)
class Acting:
    """One who acts for the person. `limited` until when, in words; `more` when the pages are open to them."""

    pk: object
    name: str
    role: str
    limited: str


def facts(person: Person) -> tuple[Answer, ...]:
    """Return what is known of the person, in the order of the page."""
    reach = protection.contact(person)
    rows = (
        (_("Født"), _born(person)),
        (_("Nummer"), translate_kind(person)),
        (_("Adresse"), translate(protection.HIDDEN) if reach.hidden else "\n".join(reach.address)),
        (_("Telefon"), show_phone(reach.phone)),
        (_("E-post"), reach.email),
        (_("Barnehage eller skole"), reach.daily),
        (_("Fastlege"), reach.gp),
        (_("Tolk"), person.interpreter),
        (_("Død"), words.day(person.deceased_on, year=True) if person.deceased_on else ""),
    )
    return tuple(Answer(term, text) for term, text in rows if text)


def translate_kind(person: Person) -> str:
    """Return which kind of number the person has; the number itself is never shown."""
    return str(person.get_number_kind_display())


def _born(person: Person) -> str:
    if person.birth_date:
        return words.day(person.birth_date, year=True)
    due = person.due_date
    return _("Termin %(day)s") % {"day": words.day(due, year=True)} if due else ""


def tags(person: Person) -> tuple[Tag, ...]:
    """Return what everybody who opens the page must see first."""
    found = []
    if protection.is_protected(person):
        found.append(Tag("danger", translate(protection.LEVELS[person.protection])))
    if person.deceased_on:
        found.append(Tag("neutral", _("Død")))
    if person.is_unborn:
        found.append(Tag("info", _("Ikke født ennå")))
    return tuple(found)


def acting(rows: Iterable[Representation], on: date) -> tuple[Acting, ...]:
    """Return those who act for the person now, with limits that last."""
    return tuple(
        Acting(row.pk, row.representative.full_name, str(row.get_kind_display()), _limited(row, on))
        for row in rows
    )


def _limited(row: Representation, on: date) -> str:
    for limit in row.limits.all():
        if limit.lifted_at is None and (limit.valid_to is None or limit.valid_to >= on):
            until = words.day(limit.valid_to, year=True) if limit.valid_to else ""
            return _("Ser ikke sidene til og med %(day)s") % {"day": until} if until else _("Ser ikke sidene")
    return ""


def history(rows: Iterable[PersonState]) -> tuple[Row, ...]:
    """Return what has happened with the person, the latest first."""
    return tuple(
        Row(
            title=str(_EVENTS.get(row.event, row.event)), lead=words.short_day(row.at), text=row.note,
            meta=row.by_name,
        )
        for row in rows
    )  # fmt: skip


def cases(actor: Actor, person: Person) -> tuple[Action, ...]:
    """Return the person's cases that the actor may open, the newest first."""
    rows = visible(actor, "case.read", Case).filter(person=person).select_related("municipality")
    return tuple(
        Action(_("Sak %(number)s") % {"number": row.number}, links.case_url(row), kind="link")
        for row in rows.order_by("-opened_at")
    )


def side_by_side(one: Person, other: Person) -> tuple[tuple[Cell, ...], ...]:
    """Return what is known of two, line by line; lines that both lack are left out."""
    first, second = ({answer.term: answer.text for answer in facts(person)} for person in (one, other))
    terms = dict.fromkeys([*first, *second])
    name = (_("Navn"), one.full_name, other.full_name)
    return (name, *((term, first.get(term, ""), second.get(term, "")) for term in terms))


def today() -> date:
    """Return the civil day."""
    return clock.today()
