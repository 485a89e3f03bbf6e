"""A case where the municipality has said yes and consent lives, and the unit that is asked."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from fellesplan.access.actor import Actor
from fellesplan.cases.models import Case, Decision, Letter
from fellesplan.coordinators.models import Nomination
from fellesplan.coordinators.services import nominations
from fellesplan.documents.models import store
from fellesplan.kernel import clock
from fellesplan.people.models import Employee, Municipality, Person, Unit
from tests import factories as make

DUE = date(2026, 12, 2)


@dataclass
class World:
    """Who and what a nomination needs."""

    person: Person
    case: Case
    unit: Unit
    leader: Employee
    named: Employee
    clerk: Employee

    @property
    def office(self) -> Actor:
        return make.actor(self.clerk)

    @property
    def lead(self) -> Actor:
        return make.actor(self.leader)

    def ask(self, **values: Any) -> Nomination:
        asked: dict[str, Any] = {
            "case": self.case,
            "kind": "coordinator",
            "unit": self.unit,
            "answer_by": DUE,
        } | values
        return nominations.ask(actor=self.office, **asked)

    def name(self, nomination: Nomination, who: Employee | None = None) -> Nomination:
        return nominations.answer(actor=self.lead, nomination=nomination, employee=who or self.named)


def granted(of: Case, right: str = "coordinator", outcome: str = "granted") -> Decision:
    """Make an issued decision."""
    document = store(
        person=of.person, kind="letter", title="Brev", media_type="application/pdf", data=b"%PDF-1.7"
    )
    letter = Letter.objects.create(
        municipality=of.municipality, case=of, kind="decision", title="Brev", language="nb",
        recipient_name="x", document=document,
    )  # fmt: skip
    return Decision.objects.create(
        municipality=of.municipality, case=of, right=right, outcome=outcome, reason="Behov",
        legal_basis="pbrl_2_5b", letter=letter, issued_at=clock.now(), decided_on=clock.today(),
        profile_version="test",
    )  # fmt: skip


def world(where: Municipality, *, consent: bool = True, decision: bool = True, **person: Any) -> World:
    of = make.person(where, **person)
    case = make.case(of, "decided")
    if consent:
        make.consent(of)
    if decision:
        granted(case)
    unit = make.unit(where, "home_care", name=person.pop("unit_name", "Hjemmetjenesten"))
    leader = make.employee(where, "unit_leader", at=unit, name="Aud Rage")
    named = make.employee(where, at=unit, name="Marit Skogmo")
    return World(of, case, unit, leader, named, make.employee(where, "caseworker", name="Ingrid Nesvik"))
