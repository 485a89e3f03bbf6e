"""Oppnevning: the office appoints whom the unit has named (hol §§ 7-2, 7-2 a and 7-3)."""

from datetime import date, timedelta

from fellesplan.access import audit
from fellesplan.access.actor import Actor
from fellesplan.access.functions import require
from fellesplan.cases import states as case_states
from fellesplan.cases.models import Case
from fellesplan.cases.services import letters, progress
from fellesplan.cases.services.letters import NewCoordinator
from fellesplan.coordinators import states
from fellesplan.coordinators.models import Appointment, CoordinatorProfile, Kind, Nomination
from fellesplan.coordinators.policy import MAJORITY
from fellesplan.coordinators.readiness import lacking
from fellesplan.coordinators.services.nominations import works_at
from fellesplan.kernel import clock
from fellesplan.kernel.errors import InvalidInput, Refused
from fellesplan.kernel.text import t
from fellesplan.people.ages import age_on
from fellesplan.people.models import Employee

_FIELDS = ["kind", "employee", "unit", "valid_from"]


def appoint(
    *, actor: Actor, nomination: Nomination, valid_from: date, overlap_until: date | None = None
) -> Appointment:
    """Appoint whom the unit has named, and tell the person by letter. Twice is once.

    An earlier coordinator of the same kind ends the day before, or on `overlap_until`. How many the new one
    follows is advice only (`queries.load_warning`) and never stops this. Raises Refused when nobody is named,
    the right is not granted, consent is missing or the one who is named no longer works there.
    """
    case = progress.lock(nomination.case)
    require(actor, "case.appoint", case)
    row = (
        Nomination.objects.select_for_update(of=("self",))
        .select_related("unit", "employee")
        .get(pk=nomination.pk)
    )
    if done := Appointment.objects.filter(nomination=row).first():
        return done
    employee = _checked(row, case, valid_from, overlap_until)
    replaced = _end_earlier(actor, case, row.kind, overlap_until or valid_from - timedelta(days=1))
    appointment = _appointed(actor, case, row, employee, valid_from)
    _tell(actor, case, appointment, replaced, overlap_until)
    if case_states.CASE.allows(case.state, "appointed"):
        progress.move(actor=actor, case=case, event="appointed")
    else:
        progress.refresh(case)
    return appointment


def _checked(row: Nomination, case: Case, valid_from: date, overlap_until: date | None) -> Employee:
    """Return who is named, if nothing is in the way."""
    if row.state != states.NAMED or row.employee is None:
        raise Refused(t("{unit} har ikke foreslått noen ennå.", unit=row.unit.name))
    if missing := lacking(case, row.kind, clock.today()):
        raise Refused(missing)
    if not works_at(row.employee, row.unit, clock.today()):
        raise Refused(
            t(
                "{name} arbeider ikke lenger i {unit}. Spør på nytt.",
                name=row.employee.name,
                unit=row.unit.name,
            )
        )
    if valid_from < clock.today():
        raise InvalidInput({"valid_from": t("Velg i dag eller en senere dag.")})
    birth_date = case.person.birth_date
    if row.kind == Kind.CHILD_COORDINATOR and birth_date and age_on(birth_date, valid_from) >= MAJORITY:
        text = t(
            "Barnekoordinator gjelder til barnet fyller {age} år. Tilby koordinator i stedet.", age=MAJORITY
        )
        raise InvalidInput({"valid_from": text})
    if overlap_until and overlap_until < valid_from:
        text = t("Overlappingen kan ikke slutte før den nye begynner.")
        raise InvalidInput({"overlap_until": text})
    return row.employee


def _end_earlier(actor: Actor, case: Case, kind: str, last: date) -> str:
    """End whoever has the task now, so that a person has one coordinator of each kind; return the name."""
    earlier = Appointment.objects.select_for_update(of=("self",)).select_related("employee")
    now = earlier.filter(person_id=case.person_id, kind=kind, valid_to__isnull=True).first()
    if now is None:
        return ""
    now.valid_to = max(last, now.valid_from)
    now.save(update_fields=["valid_to"])
    audit.changed(actor, "case.appoint", now, subject=case.person_id, fields=["valid_to"])
    return now.employee.name


def _appointed(
    actor: Actor, case: Case, row: Nomination, employee: Employee, valid_from: date
) -> Appointment:
    """The appointment, and a place in the register for someone who has none."""
    appointment = Appointment.objects.create(
        municipality_id=case.municipality_id, person=case.person, case=case, kind=row.kind,
        employee=employee, unit=row.unit, nomination=row, valid_from=valid_from, informed_at=clock.now(),
    )  # fmt: skip
    CoordinatorProfile.objects.get_or_create(
        employee=employee, defaults={"municipality_id": case.municipality_id, "unit": row.unit}
    )
    audit.changed(actor, "case.appoint", appointment, subject=case.person_id, fields=_FIELDS)
    return appointment


def _tell(
    actor: Actor, case: Case, appointment: Appointment, replaced: str, overlap_until: date | None
) -> None:
    """Send the letter with the name; where a tildelingsbrev went before, this is its second step."""
    employee = appointment.employee
    letters.appointment(
        actor=actor,
        appointment=NewCoordinator(
            case=case, kind=appointment.kind, name=employee.name, unit=appointment.unit.name,
            phone=employee.phone, email=employee.email, starts_on=appointment.valid_from, replaces=replaced,
            overlap_until=overlap_until if replaced else None,
        ),
    )  # fmt: skip
