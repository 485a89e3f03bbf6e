"""The letters that are really sent, held against the checklist of the law (`rules.letter_findings`)."""

from datetime import date

import pytest
from django.db import DatabaseError, transaction

from fellesplan.cases import legal
from fellesplan.cases.correspondence.vocabulary import CASE_RIGHTS, GIVES
from fellesplan.cases.facts import procedure_of
from fellesplan.cases.models import Decision, Letter
from fellesplan.cases.rules import LetterFacts, RightKind, letter_findings
from fellesplan.cases.services import decisions
from fellesplan.documents.letters import LANGUAGES, Language, Right
from fellesplan.people.models import Municipality
from fellesplan.procedures.legal_basis import LegalBasis
from tests.cases.world import World, world

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
CHECK_RECEIPT = {"nb": "kvittering", "nn": "kvittering", "en": "receipt"}


def said(letter: Letter, part: str) -> str:
    """Return the text of a part as the letter has it; empty when there is a gap."""
    sections = [one for one in letter.content["sections"] if one["part"] == part and not one["gap"]]
    return " ".join(line for one in sections for line in (*one["paragraphs"], *one["items"]))


def read(letter: Letter, decision: Decision) -> LetterFacts:
    """Return what stands in the letter, read from the letter alone; the first facts are the case itself."""
    basis, content = LegalBasis(decision.legal_basis), letter.content
    municipality, decided = decision.municipality, frozenset({RightKind(decision.right)})
    on = decision.decided_on or date.min
    due = legal.complaint(basis, procedure_of(municipality, on), content["language"], on=on)
    route = content["complaint"][0]
    complaint, following = said(letter, "complaint"), said(letter, "next")
    return LetterFacts(
        basis=basis,
        decided=decided,
        granted=decided if decision.outcome in GIVES else frozenset(),
        is_child=True,
        digital_complaint_offered=True,
        expected_deadline=due.deadline.date,
        date_and_number=bool(content["letter_date"] and content["case_number"]),
        sender_and_contact=bool(content["sender"]["unit"] and content["sender"]["phone"]),
        outcomes=frozenset(
            RightKind(CASE_RIGHTS[Right(row["right"])].value) for row in content["outcomes"]["rows"]
        ),
        rules=bool(said(letter, "rules")),
        facts=bool(said(letter, "facts")),
        considerations=bool(said(letter, "considerations")),
        child_view=bool(said(letter, "child_view")),
        complaint_right=bool(complaint),
        complaint_deadline=date.fromisoformat(route["deadline"]),
        complaint_body=bool(route["body"]) and route["body"] in complaint,
        complaint_how=len(complaint) > len(route["body"]),
        receipt_hint=CHECK_RECEIPT[content["language"]] in complaint.lower(),
        access=bool(said(letter, "documents")),
        appointed_or_when=bool(following),
        no_extra_right=bool(following),
        may_withdraw=bool(said(letter, "consent")),
    )


def sent(here: World, language: Language = "nb", **values: str) -> tuple[Letter, Decision]:
    here.ready("plan", **values)
    letter = decisions.issue(actor=here.caseworker, case=here.case, language=language)
    return letter, here.case.decisions.get()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("outcome", ["granted", "refused"])
@pytest.mark.parametrize("basis", ["pbrl_2_5", "sotjl_28"])
def test_a_sent_letter_lacks_nothing(
    lund: Municipality, basis: str, outcome: str, language: Language
) -> None:
    here = world(lund, wants=("plan",))
    letter, decision = sent(here, language, outcome=outcome, legal_basis=basis, dissent="Dekket ellers.")
    assert letter_findings(read(letter, decision)) == ()


def test_what_is_issued_cannot_be_changed_in_the_database_either(lund: Municipality) -> None:
    here = world(lund, wants=("plan",))
    letter, decision = sent(here)
    for change in (
        lambda: Decision.objects.filter(pk=decision.pk).update(outcome="refused"),
        lambda: Decision.objects.filter(pk=decision.pk).update(reason="Noe annet"),
        lambda: Decision.objects.filter(pk=decision.pk).delete(),
        lambda: Letter.objects.filter(pk=letter.pk).update(title="Noe annet"),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_law_and_procedure_are_kept_with_the_decision(lund: Municipality) -> None:
    here = world(lund, wants=("plan",))
    _, decision = sent(here)
    law, procedure = decision.profile_version.split(" / ")
    assert law.startswith("lov 20")
    assert procedure == procedure_of(lund, date(2026, 11, 24)).version
