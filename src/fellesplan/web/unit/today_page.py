"""Everything a unit leader's start page shows: questions, answers, and the unit's own coordinators."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __
from django.utils.translation import ngettext

from fellesplan.access.actor import Actor
from fellesplan.cases.facts import procedure_of
from fellesplan.coordinators import overview, queries, states
from fellesplan.coordinators.candidates import MAX_PERSONS
from fellesplan.coordinators.models import Nomination
from fellesplan.coordinators.readiness import NAMES
from fellesplan.people.models import Municipality, Unit
from fellesplan.web.components import words
from fellesplan.web.components.glue import translate
from fellesplan.web.components.presenters import Action, Fact, NextStep, Row, Tag
from fellesplan.web.components.workload import Workload
from fellesplan.web.office.coordination.training import Training, training

ANSWERED_SHOWN = 10


@dataclass(frozen=True)
class OwnCoordinator:
    """One of the unit's coordinators; how many, never who."""

    name: str
    url: str
    unit: str
    load: Workload
    training: Training
    active: bool


@dataclass(frozen=True)
class UnitToday:
    """The start page."""

    units: str
    lead: str
    next: NextStep | None
    waiting: tuple[Row, ...]
    answered: tuple[Row, ...]
    coordinators: tuple[OwnCoordinator, ...]
    several: bool
    advice: str


def unit_today(actor: Actor, tenant: Municipality, today: date) -> UnitToday:
    """Gather the page in a fixed number of queries."""
    rows = list(queries.nominations_for(actor).filter(state=states.ASKED))
    answered = queries.nominations_for(actor).filter(state__in=(states.NAMED, states.DECLINED))
    names = list(Unit.objects.filter(pk__in=actor.led_units).order_by("name").values_list("name", flat=True))
    procedure = procedure_of(tenant, today)
    limit = procedure.number(MAX_PERSONS)
    own = overview.register(actor, today).filter(unit_id__in=list(actor.led_units))
    people = own.select_related("employee", "unit").order_by("-persons", "employee__name", "id")
    return UnitToday(
        units=words.listing(names),
        lead=_lead(rows),
        next=_next(rows, tenant.slug),
        waiting=tuple(_waiting(row, tenant.slug) for row in rows[1:]),
        answered=tuple(_answered(row) for row in answered.order_by("-answered_at")[:ANSWERED_SHOWN]),
        coordinators=tuple(
            OwnCoordinator(
                row.employee.name, reverse("coordinator", args=[tenant.slug, row.pk]), row.unit.name,
                Workload(row.persons, limit or 0), training(row, procedure, today), row.active,
            )
            for row in people
        ),
        several=len(names) > 1,
        advice=_advice(tenant, limit),
    )  # fmt: skip


def about(row: Nomination, today: date) -> str:
    """Return who it is about: first name and age, the least a leader needs to choose."""
    age = row.case.person.age(today)
    name = row.case.person.first_name
    return _("%(name)s, %(age)s år") % {"name": name, "age": age} if age is not None else name


def _lead(rows: list[Any]) -> str:
    if not rows:
        return _("Ingen forespørsler venter på svar.")
    text = ngettext(
        "%(n)s forespørsel venter på svar fra deg.", "%(n)s forespørsler venter på svar fra deg.", len(rows)
    )
    return text % {"n": words.number(len(rows)).capitalize()}


def _title(row: Nomination) -> str:
    return _("Foreslå %(kind)s for %(name)s") % {
        "kind": translate(NAMES[row.kind]),
        "name": row.case.person.first_name,
    }


def _next(rows: list[Nomination], slug: str) -> NextStep | None:
    """The question whose answer is due first."""
    if not rows:
        return None
    first = rows[0]
    return NextStep(
        _title(first),
        facts=(
            Fact(_("Hvor"), first.unit.name),
            Fact(_("Svar innen"), _due(first)),
            Fact(_("Hvorfor"), _("Koordinerende enhet trenger noen som kjenner tjenestene hos dere.")),
        ),
        action=Action(_("Svar på forespørselen"), reverse("nomination", args=[slug, first.pk])),
    )


def _due(row: Nomination) -> str:
    return f"{words.weekday_and_day(row.answer_by).capitalize()}, {words.time_left(row.answer_by)}"


def _waiting(row: Nomination, slug: str) -> Row:
    return Row(
        _title(row), url=reverse("nomination", args=[slug, row.pk]), meta=row.unit.name, lead=_due(row)
    )


def _answered(row: Nomination) -> Row:
    named = row.state == states.NAMED
    who = _("Foreslo %(name)s") % {"name": row.employee.name} if row.employee else _("Dere sa nei")
    tag = Tag("success", __("Svart ja")) if named else Tag("neutral", __("Svart nei"))
    return Row(
        f"{who}, {translate(NAMES[row.kind])}",
        meta=f"{row.unit.name} · {words.day(row.answered_at)}" if row.answered_at else row.unit.name,
        tag=tag,
    )


def _advice(tenant: Municipality, limit: int | None) -> str:
    if not limit:
        return ""
    text = _("%(place)s anbefaler at en koordinator følger høyst %(limit)s personer.")
    return text % {"place": tenant.name, "limit": words.number(limit)}
