"""Vedtak: drafted right by right, issued once, with deadline, body and law that follow from the basis."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from fellesplan.cases import deciding
from fellesplan.cases.deciding import DecisionView
from fellesplan.cases.happenings import DecisionIssued
from fellesplan.cases.models import Case, Letter
from fellesplan.cases.services import decisions
from fellesplan.cases.services.decisions import Draft
from fellesplan.cases.versions import Stale
from fellesplan.kernel import events
from fellesplan.kernel.errors import InvalidInput, NotAllowed, Refused
from fellesplan.people.models import Municipality
from fellesplan.procedures.loader import Procedure
from tests import factories as make
from tests.cases.world import World, world
from tests.documents.reading import faults

pytestmark = pytest.mark.django_db(databases=["default", "audit"])


def issue(here: World, **values: Any) -> Letter:
    return decisions.issue(actor=here.caseworker, case=here.case, **values)


def remarks(here: World) -> list[str]:
    return [str(remark.text) for remark in seen(here).stops]


def seen(here: World) -> DecisionView:
    return deciding.view(here.case, here.caseworker)


def test_issuing_sends_one_letter_and_moves_the_case(lund: Municipality) -> None:
    here = world(lund)
    here.ready()
    letter = issue(here)
    here.case.refresh_from_db()
    decision = here.case.decisions.get()
    entry = here.case.journal.get(direction="out")
    assert (here.case.state, letter.kind, letter.language) == ("decided", "decision", "nb")
    assert letter.title == "Jonas får barnekoordinator"
    assert bytes(letter.document.content.data).startswith(b"%PDF-")
    assert (entry.document, entry.counterpart) == (letter.document, here.parent.full_name)
    assert "Jonas" not in entry.public_title
    assert (decision.letter, decision.decided_on) == (letter, date(2026, 11, 24))
    assert decision.complaint_deadline == date(2026, 12, 22)
    assert decision.complaint_body == "Statsforvalteren i Rogaland"
    assert decision.profile_version.startswith("lov 20")


def test_issuing_twice_gives_the_same_letter(lund: Municipality) -> None:
    here = world(lund)
    here.ready()
    assert issue(here) == issue(here)
    assert here.case.letters.count() == here.case.journal.filter(direction="out").count() == 1


def test_what_was_granted_is_announced(lund: Municipality) -> None:
    here = world(lund, wants=("child_coordinator", "plan"))
    heard: list[DecisionIssued] = []
    events.on(DecisionIssued, heard.append)
    here.ready()
    here.decide("plan", "withdrawn", reason="Dere trakk ønsket.")
    issue(here)
    assert [(h.case, h.granted) for h in heard] == [(here.case, ("child_coordinator",))]


def test_issued_decisions_cannot_be_changed(lund: Municipality) -> None:
    here = world(lund)
    here.ready()
    issue(here)
    with pytest.raises(Refused, match="alt avgjort"):
        here.decide(outcome="refused")


def test_refusal_tells_how_to_complain(lund: Municipality) -> None:
    here = world(lund)
    here.ready(outcome="refused", dissent="Behovet er dekket på annen måte.")
    letter = issue(here)
    complaint = next(s for s in letter.content["sections"] if s["part"] == "complaint")
    text = " ".join(complaint["paragraphs"]).replace("\u00a0", " ")
    assert "22. desember 2026" in text
    assert "Statsforvalteren i Rogaland" in text
    assert "fire uker" in text


def test_social_basis_gives_three_weeks(lund: Municipality) -> None:
    here = world(lund, wants=("plan",))
    here.ready("plan", "granted", legal_basis="sotjl_28")
    issue(here)
    assert here.case.decisions.get().complaint_deadline == date(2026, 12, 15)


def test_luster_writes_nynorsk_and_the_parents_language_wins(luster: Municipality) -> None:
    here = world(luster)
    here.ready()
    assert str(seen(here).letter.title) == "Jonas får barnekoordinator"  # type: ignore[union-attr]
    content = issue(here).content
    headings = [section["heading"] for section in content["sections"]]
    assert (content["language"], content["sender"]["unit"]) == ("nn", "Koordinerande eining")
    assert "Dette skjer no" in headings
    other = world(luster)
    other.parent.language = "nb"
    other.parent.save()
    other.ready()
    assert issue(other).language == "nb"


def test_english_is_possible(lund: Municipality) -> None:
    here = world(lund)
    here.ready()
    assert issue(here, language="en").language == "en"


def test_arendal_writes_tildelingsbrev_before_the_name(db: None) -> None:
    from fellesplan.access import tenancy

    arendal = make.municipality("arendal")
    tenancy.use(arendal.id)
    here = world(arendal)
    here.ready()
    content = issue(here).content
    assert content["word"] == "Tildelingsbrev"
    after = next(s for s in content["sections"] if s["part"] == "next")
    assert "eget brev med navnet" in " ".join(after["paragraphs"])


def test_dissent_is_wanted_when_the_outcome_departs(lund: Municipality) -> None:
    here = world(lund)
    here.ready(outcome="refused")
    assert remarks(here) == ["Skriv hvorfor svaret om barnekoordinator er et annet enn forslaget."]
    with pytest.raises(Refused, match="Én ting mangler"):
        issue(here)
    here.decide(outcome="refused", dissent="Behovet er dekket.")
    assert remarks(here) == []


def test_every_remark_is_a_plain_sentence_with_a_place(lund: Municipality) -> None:
    here = world(lund)
    here.decide(reason="")
    stops = {remark.field: str(remark.text) for remark in seen(here).stops}
    assert stops["child_coordinator-reason"] == "Skriv hvorfor Jonas får barnekoordinator."
    assert stops["assessment-child"] == "Ta med hva Jonas mener."
    assert "letter-name_by" in stops


def test_an_undecided_right_stops_the_letter(lund: Municipality) -> None:
    here = world(lund, wants=("child_coordinator", "plan"))
    here.ready()
    assert remarks(here) == ["Velg svar om individuell plan."]


@pytest.mark.parametrize(
    ("state", "sentence"), [("consent_missing", "Samtykke mangler"), ("closed", "avgjort")]
)
def test_refusals_say_why(lund: Municipality, state: str, sentence: str) -> None:
    here = world(lund, state=state)
    with pytest.raises(Refused, match=sentence):
        here.decide()
    with pytest.raises(Refused, match=sentence):
        issue(here)


def test_two_people_stand_behind_it_where_the_procedure_says_so(
    lund: Municipality, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Procedure, "flag", lambda self, key: key == "two_person_control")
    here = world(lund)
    here.ready()
    assert seen(here).awaits_other
    with pytest.raises(Refused, match="To personer"):
        issue(here)
    leader = make.actor(make.employee(lund, "office_leader", name="Kari Oftedal"))
    letter = decisions.issue(actor=leader, case=here.case)
    assert "Kari Oftedal" in letter.content["signature"]["lines"]
    assert here.case.decisions.get().decided_by_id == leader.employee


def test_stale_draft_is_not_saved(lund: Municipality) -> None:
    here = world(lund)
    mark = seen(here).parts[0].version
    here.decide(reason="Anjas tekst")
    with pytest.raises(Stale) as caught:
        here.decide(reason="Min tekst", version=mark)
    assert caught.value.parts[0].theirs["reason"] == "Anjas tekst"
    assert here.case.decisions.get().reason == "Anjas tekst"


@pytest.mark.parametrize("wrong", [{"outcome": "maybe"}, {"legal_basis": "sotjl_28"}, {"legal_basis": "x"}])
def test_unknown_outcomes_and_bases_are_turned_away(lund: Municipality, wrong: dict[str, str]) -> None:
    here = world(lund)
    draft = Draft(**{"right": "child_coordinator", "outcome": "granted", **wrong})
    with pytest.raises(InvalidInput):
        decisions.save(actor=here.caseworker, case=here.case, drafts=(draft,))


def test_only_caseworkers_and_leaders_decide(lund: Municipality) -> None:
    here = world(lund)
    other = make.actor(make.employee(lund, "system_coordinator"))
    with pytest.raises(NotAllowed):
        decisions.issue(actor=other, case=here.case)


def test_a_right_nobody_asked_for_can_be_added(lund: Municipality) -> None:
    here = world(lund)
    here.decide("coordinator", "granted")
    assert [part.right for part in seen(here).parts] == ["child_coordinator", "coordinator"]


def test_suggestion_is_made_of_the_caseworkers_own_reasons(lund: Municipality) -> None:
    here = world(lund)
    here.answer()
    part = seen(here).parts[0]
    assert part.proposed == "granted"
    assert part.suggestion.startswith("Behovet varer gjennom hele barndommen. ")
    assert not Case.objects.get(pk=here.case.pk).decisions.exists()


def test_the_case_is_held_while_the_letter_is_made(lund: Municipality) -> None:
    here = world(lund)
    here.ready()
    with CaptureQueriesContext(connection) as queries:
        issue(here)
    held = next(n for n, query in enumerate(queries) if "FOR UPDATE" in query["sql"])
    read = next(n for n, query in enumerate(queries) if 'FROM "cases_decision"' in query["sql"])
    assert held < read


def test_the_sent_letter_is_archivable_and_accessible(lund: Municipality) -> None:
    here = world(lund, wants=("child_coordinator", "plan"))
    here.ready()
    here.decide("plan", "refused", dissent="Familien har en plan fra før.")
    assert faults(bytes(issue(here).document.content.data)) == []


def test_a_decided_case_shows_the_letter_that_was_sent(lund: Municipality) -> None:
    here = world(lund)
    here.ready()
    letter = issue(here)
    assert (seen(here).sent, seen(here).letter) == (letter, None)
