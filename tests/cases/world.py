"""A case that is ready to be assessed and decided."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from fellesplan.access.actor import Actor
from fellesplan.cases.models import Case, Referral
from fellesplan.cases.services import assessment, decisions
from fellesplan.kernel import clock
from fellesplan.people.models import Municipality, Person
from tests import factories as make

YES = (
    ("long_term", "Behovet varer gjennom hele barndommen"),
    ("coordinated", "Fire tjenester må henge sammen"),
    ("health_care", "Jonas får fysioterapi og avlastning"),
    ("family_health_care", "Jonas får fysioterapi og avlastning"),
    ("serious_condition", "Jonas har cerebral parese"),
    ("compound", "Tjenestene er sammensatte"),
    ("other_welfare", "Skolen gir spesialundervisning"),
)


@dataclass
class World:
    """A child with a parent, a case with a referral, and a caseworker."""

    child: Person
    parent: Person
    case: Case
    caseworker: Actor

    def answer(self, *criteria: str, answer: str = "yes") -> None:
        """Answer all questions, or those named."""
        for key, reason in YES:
            if not criteria or key in criteria:
                self._answer(key, answer, reason)

    def _answer(self, key: str, answer: str, reason: str) -> None:
        from fellesplan.cases import assessing

        if any(item.key == key for item in assessing.view(self.case).items):
            assessment.answer(
                actor=self.caseworker, case=self.case, right="plan", criterion=key, answer=answer,
                reason=reason, source="Samtale med foreldrene 9. november",
            )  # fmt: skip

    def decide(self, right: str = "child_coordinator", outcome: str = "granted", **values: Any) -> None:
        """Draft a decision with a reason."""
        values.setdefault("reason", "Tjenestene må henge sammen.")
        decisions.decide(actor=self.caseworker, case=self.case, right=right, outcome=outcome, **values)

    def letter_texts(self, **values: Any) -> None:
        """Write what the letter needs beside the reasons."""
        values.setdefault("name_by", date(2026, 12, 8))
        values.setdefault("facts", "Melding fra helsestasjonen.")
        values.setdefault("considerations", "Hverdagen til familien.")
        values.setdefault("child_weight", "Ønsket hans har veid tungt.")
        decisions.save(actor=self.caseworker, case=self.case, texts=values)

    def hear_the_child(self) -> None:
        changes = assessment.Changes(texts={"child_view": "Jeg vil ha en som vet alt."})
        assessment.save(actor=self.caseworker, case=self.case, changes=changes)

    def ready(self, right: str = "child_coordinator", outcome: str = "granted", **values: Any) -> None:
        """Make everything ready for the letter."""
        self.answer()
        self.hear_the_child()
        self.decide(right, outcome, **values)
        self.letter_texts()


def world(where: Municipality, *, wants: tuple[str, ...] = ("child_coordinator",), **values: Any) -> World:
    """Make a seven-year-old whose parents have said yes, with a case in assessment."""
    where.phone = "51 00 00 00"
    where.save()
    child = make.person(where, born=date(2019, 5, 14), given_name="Jonas", family_name="Fjellbekk")
    parent = make.parent_of(child, family_name="Fjellbekk", address="Moiveien 900", postal_code="4460")
    for want in wants:
        given = make.consent(child, want)
        given.capacity = given.Capacity.BOTH_PARENTS
        given.save()
    case = make.case(child, values.pop("state", "assessment"), **values)
    Referral.objects.create(
        municipality=where, case=case, reference=case.number, received_at=clock.now(), channel="web",
        reporter="parent", reporter_name=parent.full_name, wants=list(wants), need="Mye å samordne",
        services=[{"name": "Fysioterapi", "kind": "fysioterapi", "provider": "Lund kommune"}],
        consent_obtained="written",
    )  # fmt: skip
    caseworker = make.employee(where, "caseworker", name="Ingrid Nesvik")
    return World(child, parent, case, make.actor(caseworker))
