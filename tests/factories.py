"""Rows for tests: each function makes one thing with what it needs, and takes what the test cares about."""

from datetime import date, timedelta
from itertools import count
from typing import Any

from fellesplan.access.actor import Actor
from fellesplan.cases.models import Case
from fellesplan.consent import areas
from fellesplan.consent.models import CapacityAssessment, Consent, ConsentGrant
from fellesplan.coordinators.models import Appointment
from fellesplan.kernel import clock
from fellesplan.people import queries
from fellesplan.people.models import Account, Assignment, Employee, Municipality, Person, Representation, Unit
from fellesplan.plans.models import Goal, Measure, Participant, Plan

_MUNICIPALITIES = {
    "lund": ("1112", "Lund", "nb"),
    "alesund": ("1508", "Ålesund", "nn"),
    "molde": ("1506", "Molde", "nb"),
    "arendal": ("4203", "Arendal", "nb"),
    "luster": ("4644", "Luster", "nn"),
}
_numbers = count(1)
ALL_AREAS = (
    "health",
    "daily",
    "housing",
    "leisure",
    "economy",
    "network",
    areas.MINUTES,
    areas.DOCUMENTS,
    areas.MESSAGES,
    areas.CONTACT,
)


def municipality(slug: str = "lund") -> Municipality:
    number, name, language = _MUNICIPALITIES[slug]
    found, _ = Municipality.objects.get_or_create(
        slug=slug, defaults={"number": number, "name": name, "language": language, "profile": slug}
    )
    return found


def unit(where: Municipality, kind: str = Unit.Kind.SCHOOL, **values: Any) -> Unit:
    values.setdefault("name", f"Virksomhet {next(_numbers)}")
    return Unit.objects.create(municipality=where, kind=kind, **values)


def account(name: str = "Kari Prøve") -> Account:
    return Account.objects.create(subject=f"test:{next(_numbers)}", name=name)


def employee(
    where: Municipality, role: str = "provider", *, at: Unit | None = None, name: str = "", **values: Any
) -> Employee:
    """Make someone who works at a unit with a role now, and has an account."""
    name = name or f"Ansatt Nr{next(_numbers)}"
    person = Employee.objects.create(
        municipality=where, account=account(name), name=name, title=values.pop("title", "Rådgiver"), **values
    )
    Assignment.objects.create(
        municipality=where, employee=person, unit=at or unit(where, Unit.Kind.OFFICE), role=role,
        valid_from=clock.today() - timedelta(days=100),
    )  # fmt: skip
    return person


def person(
    where: Municipality, *, born: date | None = date(1990, 3, 3), login: bool = False, **values: Any
) -> Person:
    values.setdefault("given_name", "Mina")
    values.setdefault("family_name", f"Prøvesen{next(_numbers)}")
    name = f"{values['given_name']} {values['family_name']}"
    return Person.objects.create(
        municipality=where,
        birth_date=born,
        synthetic=True,
        account=account(name) if login else None,
        **values,
    )


def parent_of(child: Person, **values: Any) -> Person:
    """Make a parent with parental responsibility and an account."""
    parent = person(child.municipality, login=True, given_name="Anne", **values)
    Representation.objects.create(
        municipality=child.municipality, person=child, representative=parent, kind=Representation.Kind.PARENT,
        valid_from=child.birth_date or clock.today(),
    )  # fmt: skip
    return parent


def actor(of: Employee | Person) -> Actor:
    """Return the actor that this employee or person is when logged in."""
    return queries.actor_for(of.account, of.municipality_id)


def case(of: Person, state: str = "received", **values: Any) -> Case:
    values.setdefault("number", f"2026/{next(_numbers):04}")
    values.setdefault("received_on", clock.today())
    return Case.objects.create(
        municipality=of.municipality, person=of, state=state, profile_version="test",
        opened_at=clock.now(), **values,
    )  # fmt: skip


def consent(of: Person, purpose: str = Consent.Purpose.COORDINATOR, **values: Any) -> Consent:
    values.setdefault("valid_from", clock.today())
    values.setdefault("answer", Consent.Answer.GIVEN)
    return Consent.objects.create(
        municipality=of.municipality, person=of, purpose=purpose, form=Consent.Form.WRITTEN,
        capacity=Consent.Capacity.SELF, given_by_name=of.full_name, given_on=clock.today(), **values,
    )  # fmt: skip


def lacks_capacity(of: Person, *purposes: str, **values: Any) -> CapacityAssessment:
    """Make a written and reasoned decision that the person lacks capacity, for all purposes unless named."""
    values.setdefault("decided_on", clock.today() - timedelta(days=7))
    values.setdefault("valid_to", clock.today() + timedelta(days=180))
    return CapacityAssessment.objects.create(
        municipality=of.municipality, person=of, covers=list(purposes or Consent.Purpose.values),
        decided_by_name="Liv Lege", decided_by_title="Lege", decided_by_unit="Legesenteret",
        reason="Forstår ikke hva det gjelder.", shown_to_person_on=values["decided_on"],
        registered_at=clock.now(), **values,
    )  # fmt: skip


def share(of: Person, to: Unit | Person, *in_areas: str, **values: Any) -> Consent:
    """Make a live consent to share with a service or a private person: all areas unless some are named."""
    given = consent(of, Consent.Purpose.SHARING, **values)
    whom = {"unit": to} if isinstance(to, Unit) else {"recipient": to}
    for area in in_areas or ALL_AREAS:
        ConsentGrant.objects.create(
            municipality=of.municipality, consent=given, area=area, valid_from=given.valid_from, **whom
        )
    return given


def coordinator(of: Person, *, where: Case | None = None, at: Unit | None = None, **values: Any) -> Employee:
    """Make a coordinator for the person, with the consent to it."""
    at = at or unit(of.municipality)
    who = employee(of.municipality, at=at, **values)
    Appointment.objects.create(
        municipality=of.municipality, person=of, case=where or of.cases.first() or case(of, "active"),
        kind="coordinator", employee=who, unit=at, valid_from=clock.today(),
    )  # fmt: skip
    consent(of)
    return who


def plan(of: Person, **values: Any) -> Plan:
    values.setdefault("period_from", clock.today())
    return Plan.objects.create(municipality=of.municipality, person=of, profile_version="test", **values)


def goal(of: Plan, area: str = "daily", **values: Any) -> Goal:
    values.setdefault("title", "Jeg vil ta bussen alene")
    return Goal.objects.create(municipality=of.municipality, plan=of, area=area, **values)


def measure(of: Goal, **values: Any) -> Measure:
    values.setdefault("title", "Prøve bussappen")
    return Measure.objects.create(municipality=of.municipality, goal=of, **values)


def participant(of: Plan, who: Employee | Person, **values: Any) -> Participant:
    values.setdefault("role", "Lærer")
    if isinstance(who, Employee):
        values |= {"employee": who, "unit": who.assignments.first().unit}
    else:
        values |= {"private_person": who}
    return Participant.objects.create(
        municipality=of.municipality, plan=of, valid_from=clock.today(), **values
    )
