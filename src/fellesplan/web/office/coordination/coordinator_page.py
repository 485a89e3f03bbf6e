"""Everything the page of one coordinator shows."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from fellesplan.access import matrix
from fellesplan.access.actor import Actor
from fellesplan.access.functions import visible
from fellesplan.cases.facts import procedure_of
from fellesplan.coordinators import queries
from fellesplan.coordinators.candidates import MAX_PERSONS
from fellesplan.coordinators.models import Appointment, CoordinatorProfile, StandIn
from fellesplan.people.models import Municipality
from fellesplan.web.components import words
from fellesplan.web.components.presenters import Action, Crumb, Row
from fellesplan.web.components.typed import show_phone
from fellesplan.web.components.workload import Workload
from fellesplan.web.office.coordination.training import Training, training


@dataclass(frozen=True)
class CoordinatorPage:
    """One coordinator. `persons` is None for one who may only see how many there are."""

    name: str
    title: str
    unit: str
    phone: str
    email: str
    languages: str
    active: bool
    load: Workload
    advice: str
    room: str
    training: Training
    persons: tuple[Row, ...] | None
    crumbs: tuple[Crumb, ...]
    stand_ins: tuple[Row, ...] = ()
    stand_in_url: str = ""


def coordinator_page(
    actor: Actor, tenant: Municipality, profile: CoordinatorProfile, today: date
) -> CoordinatorPage:
    """Gather the page; the persons are named to the office only."""
    procedure, employee = procedure_of(tenant, today), profile.employee
    limit = procedure.number(MAX_PERSONS) or 0
    found = queries.persons_of(actor, employee, today) if actor.is_office else None
    return CoordinatorPage(
        name=employee.name,
        title=employee.title,
        unit=profile.unit.name,
        phone=show_phone(employee.phone),
        email=employee.email,
        languages=profile.languages,
        active=profile.active,
        load=Workload(queries.workload(employee, today), limit),
        advice=_advice(tenant, limit),
        room=_room(profile.max_persons),
        training=training(profile, procedure, today),
        persons=None if found is None else tuple(_person(row, tenant.slug, today) for row in found),
        crumbs=(
            Crumb(_("Koordinatorer"), reverse("coordinators", args=[tenant.slug])),
            Crumb(employee.name),
        ),
        stand_ins=_stand_ins(actor, profile, tenant.slug, today),
        stand_in_url=reverse("coordinator-stand-in", args=[tenant.slug, profile.pk])
        if matrix.grants("appointment.stand_in", actor.roles)
        else "",
    )


def _stand_ins(actor: Actor, profile: CoordinatorProfile, slug: str, today: date) -> tuple[Row, ...]:
    """Return who stands in now or later, each once, with the way to end it."""
    held = visible(actor, "appointment.stand_in", Appointment).filter(employee=profile.employee)
    rows = StandIn.objects.filter(appointment__in=held, valid_to__gte=today, ended_at__isnull=True)
    found = rows.select_related("employee").order_by("valid_from", "employee__name")
    once = {(row.employee_id, row.valid_from, row.valid_to): row for row in found}
    return tuple(_stand_in(row, profile, slug) for row in once.values())


def _stand_in(row: StandIn, profile: CoordinatorProfile, slug: str) -> Row:
    told = {"start": words.day(row.valid_from), "stop": words.day(row.valid_to)}
    url = reverse("coordinator-stand-in-end", args=[slug, profile.pk, row.employee_id])
    period = _("Fra %(start)s til %(stop)s") % told
    end = Action(_("Avslutt"), url, post=True, hidden=row.employee.name)
    return Row(row.employee.name, meta=f"{period} · {row.reason}", action=end)


def _advice(tenant: Municipality, limit: int) -> str:
    if not limit:
        return _("Kommunen har ikke anbefalt noe høyeste antall.")
    text = _("%(place)s anbefaler høyst %(limit)s. Det er et råd, ikke en grense.")
    return text % {"place": tenant.name, "limit": words.number(limit)}


def _room(most: int | None) -> str:
    return (
        _("Har selv sagt at det er plass til %(n)s.") % {"n": words.number(most)} if most is not None else ""
    )


def _person(row: Appointment, slug: str, today: date) -> Row:
    """A person by name, with the way to the case."""
    begins = _("begynner %(day)s") if row.valid_from > today else _("siden %(day)s")
    since = begins % {"day": words.day(row.valid_from)}
    ends = _("slutter %(day)s") % {"day": words.day(row.valid_to)} if row.valid_to else ""
    return Row(
        row.person.full_name,
        url=reverse("case", args=[slug, row.case_id]),
        meta=" · ".join(filter(None, (str(row.get_kind_display()), since, ends))),
    )
