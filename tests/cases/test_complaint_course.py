"""A refusal is complained over: changed by the municipality, or answered by the complaint body."""

import io
from datetime import date
from typing import Any

import pytest
from pypdf import PdfReader

from fellesplan.access.actor import Actor
from fellesplan.cases.facts import facts_of
from fellesplan.cases.models import Complaint, Decision, Letter
from fellesplan.cases.rules import next_step
from fellesplan.cases.services import (
    complaints_answers,
    complaints_changes,
    complaints_settling,
    decisions,
)
from fellesplan.cases.services import complaints_handling as handling
from fellesplan.cases.versions import Stale
from fellesplan.kernel import clock
from fellesplan.kernel.errors import InvalidInput, NotAllowed, Refused
from fellesplan.people.models import Municipality
from fellesplan.procedures.loader import Procedure
from tests import factories as make
from tests.cases.complaint_world import decision, later, lodge, parent, refused, register
from tests.cases.world import World

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
STATEMENT = "Vi har snakket med familien på nytt. Tjenestene er få."


def taken_up(where: Municipality) -> tuple[World, Complaint]:
    here = refused(where)
    return here, handling.take_up(actor=here.caseworker, complaint=lodge(here))


def settle(here: World, row: Complaint, planned: str = "send", *, by: Actor | None = None) -> Letter:
    complaints_settling.prepare(actor=here.caseworker, complaint=row, planned=planned, statement=STATEMENT)
    return complaints_settling.settle(actor=by or here.caseworker, complaint=row)


def fresh(row: Any) -> Any:
    row.refresh_from_db()
    return row


def step(here: World) -> tuple[str, str]:
    found = next_step(facts_of(fresh(here.case)), clock.today())
    return found.key, str(found.what)


def events(row: Complaint) -> list[str]:
    return list(row.history.order_by("at", "id").values_list("event", flat=True))


def write_new(here: World, outcome: str = "granted") -> Letter:
    here.decide(outcome=outcome, reason="Familien samordner sju tjenester.", dissent="Se klagen.")
    return decisions.issue(actor=here.caseworker, case=here.case)


def test_refusal_complaint_changed(lund: Municipality) -> None:
    here, row = taken_up(lund)
    complaints_changes.begin_change(actor=here.caseworker, complaint=row)
    assert complaints_changes.begin_change(actor=here.caseworker, complaint=row).state == "changing"
    assert step(here) == ("complaint", "Skriv det nye svaret")
    letter = write_new(here)
    old, new = here.case.decisions.order_by("id")
    intro = " ".join(letter.content["intro"]).replace("\u00a0", " ")
    assert (new.replaces, new.outcome, old.outcome) == (old, "granted", "refused")
    assert "klaget på svaret av 24. november 2026" in intro
    assert [s["part"] for s in letter.content["sections"]].count("costs") == 1
    assert fresh(row).state == "changed"
    assert fresh(here.case).state == "decided"
    assert step(here)[0] == "nominate_ask"
    assert events(row) == ["received", "taken_up", "change_begun", "changed"]
    assert decisions.issue(actor=here.caseworker, case=here.case) == letter
    assert here.case.letters.filter(kind="decision").count() == 2


def test_the_old_decision_stands_until_the_new_one_is_sent(lund: Municipality) -> None:
    here, row = taken_up(lund)
    complaints_changes.begin_change(actor=here.caseworker, complaint=row)
    here.decide(reason="Familien samordner sju tjenester.")
    facts = facts_of(fresh(here.case))
    assert (facts.granted, facts.letter_sent_on) == (frozenset(), clock.today())
    complaints_changes.drop_change(actor=here.caseworker, complaint=row)
    assert complaints_changes.drop_change(actor=here.caseworker, complaint=row).state == "under_reassessment"
    assert here.case.decisions.get() == decision(here)
    assert fresh(here.case).state == "decided"
    assert step(here) == ("complaint", "Behandle klagen")


def test_a_complaint_that_is_met_in_part_goes_on_with_the_rest(lund: Municipality) -> None:
    here, row = taken_up(lund)
    complaints_changes.begin_change(actor=here.caseworker, complaint=row)
    write_new(here, "partly")
    assert fresh(row).state == "under_reassessment"
    assert step(here) == ("complaint", "Send resten av klagen videre")
    settle(here, row)
    assert fresh(row).state == "sent"
    text = PdfReader(io.BytesIO(bytes(row.package.content.data))).pages[0].extract_text()
    assert "Svaret er endret etter klagen" in text.replace("\u00a0", " ").replace("\n", " ")


def test_refusal_complaint_sent_on_upheld(lund: Municipality) -> None:
    here, row = taken_up(lund)
    letter = settle(here, row)
    assert complaints_settling.settle(actor=here.caseworker, complaint=row) == letter
    row = fresh(row)
    out = list(here.case.journal.filter(direction="out").order_by("at", "id"))[-2:]
    assert (row.state, row.settled_on) == ("sent", clock.today())
    assert [entry.counterpart for entry in out] == [here.parent.full_name, "Statsforvalteren i Rogaland"]
    assert "Jonas" not in out[0].public_title + out[1].public_title
    assert STATEMENT in " ".join(s for p in letter.content["sections"] for s in p["paragraphs"])
    assert step(here) == ("complaint_sent", "Vent på svar fra Statsforvalteren i Rogaland")
    with later(60):
        for _ in range(2):
            answer(here, row, "upheld")
        assert fresh(row).state == "body_upheld"
        assert step(here) == ("complaint", "Avslutt klagesaken")
        complaints_answers.close(actor=here.caseworker, complaint=row)
        assert complaints_answers.close(actor=here.caseworker, complaint=row).state == "closed"
        assert (
            here.case.journal.filter(counterpart="Statsforvalteren i Rogaland", direction="in").count() == 1
        )
        assert step(here)[0] == "complaint_wait"
    assert events(row) == ["received", "taken_up", "sent", "body_upheld", "acted_on"]


def answer(here: World, row: Complaint, result: str, **changes: Any) -> Complaint:
    values = {"result": result, "answered_on": date(2027, 1, 20), "text": "Vi er enige med kommunen."}
    return complaints_answers.register_answer(actor=here.caseworker, complaint=row, **{**values, **changes})


def test_the_file_holds_complaint_decision_assessment_and_papers(lund: Municipality) -> None:
    here, row = taken_up(lund)
    settle(here, row)
    pdf = PdfReader(io.BytesIO(bytes(fresh(row).package.content.data)))
    names = [str(one.title) for one in pdf.outline]  # type: ignore[union-attr]
    assert names[1:3] == ["Klage på svar om barnekoordinator", "Jonas får ikke barnekoordinator"]
    assert names[3].startswith("Utredning i sak")
    assert "Vi har fått klagen om Jonas" in names
    contents = " ".join(pdf.pages[1].extract_text().replace("\u00a0", " ").split())
    for title, start in zip(names[1:], starts(pdf), strict=True):
        assert f"{title}" in contents
        assert f" {start}" in contents


def starts(pdf: PdfReader) -> list[int]:
    return [pdf.get_destination_page_number(one) + 1 for one in pdf.outline[1:]]  # type: ignore[arg-type]


@pytest.mark.parametrize("result", ["changed", "annulled"])
def test_when_the_body_wants_another_answer_a_new_decision_is_made(lund: Municipality, result: str) -> None:
    here, row = taken_up(lund)
    settle(here, row)
    with later(60):
        answer(here, row, result)
        assert fresh(here.case).state == "assessment"
        assert step(here)[0] == "complaint"
        assert here.case.letters.filter(kind="complaint_annulled").exists() is (result == "annulled")
        letter = write_new(here)
        assert "Statsforvalteren i Rogaland har behandlet klagen" in letter.content["intro"][0].replace(
            "\u00a0", " "
        )
        assert fresh(row).state == "closed"


def test_the_body_may_dismiss(lund: Municipality) -> None:
    here, row = taken_up(lund)
    settle(here, row)
    with later(60):
        assert answer(here, row, "dismissed").state == "body_dismissed"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"result": "maybe"}, "result"),
        ({"answered_on": date(2027, 3, 1)}, "answered_on"),
        ({"answered_on": date(2026, 11, 1)}, "answered_on"),
        ({"text": " "}, "text"),
    ],
)
def test_impossible_answers_are_turned_away(lund: Municipality, changes: dict[str, Any], field: str) -> None:
    here, row = taken_up(lund)
    settle(here, row)
    with later(60), pytest.raises(InvalidInput) as caught:
        answer(here, row, changes.pop("result", "upheld"), **changes)
    assert field in caught.value.fields


def test_annulled_by_the_municipality(lund: Municipality) -> None:
    here, row = taken_up(lund)
    letter = settle(here, row, "annul")
    assert letter.kind == "complaint_annulled"
    assert (fresh(row).state, fresh(here.case).state) == ("annulled", "assessment")
    assert step(here) == ("complaint", "Fatt nytt vedtak")
    write_new(here)
    assert fresh(row).state == "closed"


def test_late_is_taken_up_only_for_a_reason_of_the_law(lund: Municipality) -> None:
    here = refused(lund)
    with later(40):
        row = lodge(here, late_reason="Jeg lå på sykehus.")
        with pytest.raises(InvalidInput) as caught:
            handling.take_up(actor=here.caseworker, complaint=row)
        assert set(caught.value.fields) == {"ground", "note"}
        handling.take_up(actor=here.caseworker, complaint=row, ground="no_blame", note="Mor lå på sykehus.")
        assert fresh(row).state == "under_reassessment"
        with pytest.raises(Refused, match="kan den ikke avvises"):
            settle(here, row, "dismiss")
        complaints_settling.prepare(actor=here.caseworker, complaint=row, planned="send", statement=STATEMENT)
        complaints_settling.settle(actor=here.caseworker, complaint=row)
        first = PdfReader(io.BytesIO(bytes(fresh(row).package.content.data))).pages[0].extract_text()
        assert "Mor lå på sykehus" in first.replace("\u00a0", " ").replace("\n", " ")


@pytest.mark.parametrize("days", [40, 400])
def test_late_is_dismissed_with_a_right_to_complain(lund: Municipality, days: int) -> None:
    here = refused(lund)
    with later(days):
        row = lodge(here)
        if days > 365:
            with pytest.raises(Refused, match="mer enn ett år"):
                handling.take_up(actor=here.caseworker, complaint=row, ground="special", note="x")
        letter = settle(here, row, "dismiss")
        assert (letter.kind, fresh(row).state) == ("complaint_dismissed", "dismissed")
        assert any(s["part"] == "complaint" and s["paragraphs"] for s in letter.content["sections"])
        handling.complain_over_dismissal(
            actor=here.caseworker, complaint=row, arrived=clock.today(), text="Jeg er uenig."
        )
        assert fresh(row).state == "under_reassessment"


def test_in_time_is_not_dismissed(lund: Municipality) -> None:
    here = refused(lund)
    row = lodge(here)
    with pytest.raises(Refused, match="kan den ikke avvises"):
        settle(here, row, "dismiss")


def test_nothing_is_settled_before_it_is_taken_up_or_written(lund: Municipality) -> None:
    here = refused(lund)
    row = lodge(here)
    with pytest.raises(Refused, match="Skriv hva kommunen mener"):
        complaints_settling.settle(actor=here.caseworker, complaint=row)
    with pytest.raises(Refused, match="tas opp"):
        settle(here, row)


def test_two_people_stand_behind_it_where_the_procedure_says_so(
    lund: Municipality, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, row = taken_up(lund)
    monkeypatch.setattr(Procedure, "flag", lambda self, key: key == "two_person_control")
    with pytest.raises(Refused, match="To personer"):
        settle(here, row)
    assert step(here)[1] == "Godkjenn det som er skrevet om klagen"
    leader = make.actor(make.employee(lund, "office_leader", name="Kari Oftedal"))
    complaints_settling.settle(actor=leader, complaint=row)
    assert (fresh(row).state, row.settled_by_id) == ("sent", leader.employee)


def test_nobody_writes_over_a_colleague(lund: Municipality) -> None:
    here, row = taken_up(lund)
    seen = fresh(row).version
    colleague = make.actor(make.employee(lund, "caseworker", name="Per Lie"))
    complaints_settling.prepare(
        actor=colleague, complaint=row, planned="send", statement="Pers tekst", version=seen
    )
    with pytest.raises(Stale) as caught:
        complaints_settling.prepare(
            actor=here.caseworker, complaint=row, planned="send", statement="Min tekst", version=seen
        )
    part = caught.value.parts[0]
    assert (part.theirs["statement"], part.by) == ("Pers tekst", "Per Lie")
    assert fresh(row).statement == "Pers tekst"


@pytest.mark.parametrize("role", ["provider", "unit_leader", "administrator"])
def test_others_may_neither_handle_nor_decide(lund: Municipality, role: str) -> None:
    _, row = taken_up(lund)
    other = make.actor(make.employee(lund, role))
    with pytest.raises(NotAllowed):
        handling.take_up(actor=other, complaint=row)
    with pytest.raises(NotAllowed):
        complaints_settling.settle(actor=other, complaint=row)
    with pytest.raises(NotAllowed):
        handling.withdraw_own(actor=other, complaint=row)


def test_the_party_cannot_do_what_the_office_does(lund: Municipality) -> None:
    here, row = taken_up(lund)
    with pytest.raises(NotAllowed):
        complaints_changes.begin_change(actor=parent(here), complaint=row)


def test_without_consent_a_new_answer_waits(lund: Municipality) -> None:
    here, row = taken_up(lund)
    here.case.state = "consent_missing"
    here.case.save()
    with pytest.raises(Refused, match="Samtykke mangler"):
        complaints_changes.begin_change(actor=here.caseworker, complaint=row)


def test_a_granted_decision_can_be_complained_over_while_the_work_goes_on(lund: Municipality) -> None:
    from tests.cases.world import world

    here = world(lund)
    here.ready()
    decisions.issue(actor=here.caseworker, case=here.case)
    row = handling.take_up(actor=here.caseworker, complaint=lodge(here))
    settle(here, row)
    assert step(here)[0] == "nominate_ask"


def test_every_step_is_logged(lund: Municipality) -> None:
    from fellesplan.access.models import Event

    here, row = taken_up(lund)
    settle(here, row)
    actions = Event.objects.filter(object_type="cases.Complaint", kind="change").values_list(
        "action", flat=True
    )
    assert set(actions) == {"complaint.lodge", "complaint.handle", "complaint.decide"}
    assert Decision.objects.filter(case=here.case).count() == 1


def test_paper_is_handled_the_same_way(lund: Municipality) -> None:
    here = refused(lund)
    row = handling.take_up(actor=here.caseworker, complaint=register(here))
    assert settle(here, row).kind == "complaint_forwarded"
