"""A complaint comes in: who may, how, once, in time or late, with receipt and journal."""

from datetime import date
from typing import Any

import pytest

from fellesplan.cases.facts import facts_of
from fellesplan.cases.models import Complaint
from fellesplan.cases.rules import next_step
from fellesplan.cases.services import complaints_handling as handling
from fellesplan.documents.uploads import Upload
from fellesplan.kernel import clock
from fellesplan.kernel.errors import InvalidInput, NotAllowed, Refused
from fellesplan.people.models import Municipality
from tests import factories as make
from tests.cases.complaint_world import WANTS, data, decision, later, lodge, parent, refused, register
from tests.cases.world import world

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
MANDATE = Upload("fullmakt.pdf", "application/pdf", b"%PDF-", "authorisation")


def step(case: Any) -> tuple[str, str]:
    found = next_step(facts_of(case), clock.today())
    return found.key, str(found.what)


def test_a_complaint_in_the_portal_is_kept_confirmed_and_entered(lund: Municipality) -> None:
    here = refused(lund)
    complaint = lodge(here, why="Vi samordner alt selv.")
    entries = list(here.case.journal.order_by("at", "id"))[-2:]
    assert (complaint.state, complaint.timing, complaint.capacity) == (
        "received",
        "in_time",
        "representative",
    )
    assert (complaint.deadline, complaint.latest) == (date(2026, 12, 22), date(2027, 11, 24))
    assert complaint.body == "Statsforvalteren i Rogaland"
    assert complaint.signed_on == clock.today()
    assert [(e.direction, e.public_title) for e in entries] == [
        ("in", "Klage"),
        ("out", "Bekreftelse på klage"),
    ]
    assert entries[0].document
    assert bytes(entries[0].document.content.data).startswith(b"%PDF-")
    letter = here.case.letters.get(kind="complaint_receipt")
    assert letter.title == "Vi har fått klagen om Jonas"
    assert complaint.reference in letter.content["intro"][0]
    assert complaint.history.get().event == "received"
    here.case.refresh_from_db()
    assert here.case.next_step == "complaint"
    assert here.case.next_due == date(2026, 12, 24)
    assert step(here.case) == ("complaint", "Vurder klagen")


def test_a_double_click_lodges_one(lund: Municipality) -> None:
    here = refused(lund)
    assert lodge(here) == lodge(here)
    assert Complaint.objects.count() == here.case.letters.filter(kind="complaint_receipt").count() == 1


@pytest.mark.parametrize("reference", ["", "x", "K7M2PQRS"])
def test_nonsense_and_the_reference_of_another_case_are_left_out(lund: Municipality, reference: str) -> None:
    first = lodge(refused(lund))
    assert first.reference == "K7M2PQRS"
    assert lodge(refused(lund), reference=reference).reference not in ("", "x", first.reference)


def test_another_complaint_over_the_same_waits(lund: Municipality) -> None:
    here = refused(lund)
    lodge(here)
    with pytest.raises(Refused, match="alt en klage"):
        lodge(here, reference="ZZZZ2222")


def test_a_complaint_says_what_is_wanted(lund: Municipality) -> None:
    here = refused(lund)
    with pytest.raises(InvalidInput) as caught:
        lodge(here, wants="  ")
    assert set(caught.value.fields) == {"wants"}
    with pytest.raises(InvalidInput):
        lodge(here, decisions=())


def test_others_cannot_complain(lund: Municipality) -> None:
    here, other = refused(lund), world(lund)
    from fellesplan.cases.services import complaints_lodging

    for actor in (make.actor(other.parent), make.actor(make.employee(lund, "provider"))):
        with pytest.raises(NotAllowed):
            complaints_lodging.lodge(actor=actor, case=here.case, data=data(here))


def test_nobody_complains_over_a_draft(lund: Municipality) -> None:
    from fellesplan.cases.services import complaints_lodging

    here = world(lund)
    here.ready(outcome="refused", dissent="Dekket.")
    with pytest.raises(NotAllowed):
        complaints_lodging.lodge(actor=parent(here), case=here.case, data=data(here))
    with pytest.raises(Refused):
        register(here)


def test_what_was_received_is_never_rewritten(lund: Municipality) -> None:
    from django.db import DatabaseError, transaction

    here = refused(lund)
    complaint = lodge(here)
    for change in ({"wants": "Noe annet"}, {"received_at": clock.now().replace(year=2020)}):
        with pytest.raises(DatabaseError), transaction.atomic():
            Complaint.objects.filter(pk=complaint.pk).update(**change)


@pytest.mark.parametrize(
    ("days", "timing"), [(28, "in_time"), (29, "late"), (365, "late"), (366, "too_late")]
)
def test_an_electronic_complaint_must_have_arrived(lund: Municipality, days: int, timing: str) -> None:
    here = refused(lund)
    with later(days):
        assert lodge(here).timing == timing


@pytest.mark.parametrize(
    ("handed_over", "timing"),
    [(date(2026, 12, 22), "in_time"), (date(2026, 12, 23), "late"), (None, "unknown")],
)
def test_paper_counts_from_when_it_was_posted(
    lund: Municipality, handed_over: date | None, timing: str
) -> None:
    here = refused(lund)
    with later(31):
        complaint = register(here, handed_over=handed_over)
        assert complaint.timing == timing


def test_the_day_of_posting_can_be_found_later(lund: Municipality) -> None:
    here = refused(lund)
    with later(31):
        complaint = register(here, handed_over=None)
        assert step(here.case)[1] == "Finn ut når klagen ble postet eller levert"
        with pytest.raises(Refused, match="postet"):
            handling.take_up(actor=here.caseworker, complaint=complaint)
        row = handling.set_posted(actor=here.caseworker, complaint=complaint, day=date(2026, 12, 21))
        assert row.timing == "in_time"


def test_an_oral_complaint_is_signed_afterwards(lund: Municipality) -> None:
    here = refused(lund)
    complaint = register(here, channel="oral", signed=False)
    assert complaint.timing == "in_time"
    assert step(here.case)[1] == "Be om det som mangler i klagen"
    with pytest.raises(Refused, match="mangler"):
        handling.take_up(actor=here.caseworker, complaint=complaint)
    handling.complete(actor=here.caseworker, complaint=complaint, signed_on=clock.today())
    assert handling.take_up(actor=here.caseworker, complaint=complaint).state == "under_reassessment"


def test_a_proxy_shows_a_written_mandate(lund: Municipality) -> None:
    here = refused(lund)
    with pytest.raises(InvalidInput) as caught:
        register(here, capacity="proxy", works_in_field=False)
    assert set(caught.value.fields) == {"mandate"}
    complaint = register(
        here, capacity="proxy", works_in_field=False, mandate=MANDATE, address="Vei 1\n4460 Moi"
    )
    letter = here.case.letters.get(kind="complaint_receipt")
    assert complaint.attachments.count() == 2
    assert letter.content["recipient"] == ["Anne Fjellbekk", "Vei 1", "4460 Moi"]


def test_a_mandate_that_is_missing_is_asked_for(lund: Municipality) -> None:
    here = refused(lund)
    complaint = register(here, capacity="proxy", works_in_field=False, mandate_missing=True)
    by = date(2026, 12, 8)
    letter = handling.ask_completion(actor=here.caseworker, complaint=complaint, what="Fullmakten", by=by)
    assert letter.kind == "complaint_completion"
    assert step(here.case) == ("complaint_completion", "Vent på at klagen blir rettet")
    handling.complete(actor=here.caseworker, complaint=complaint, has_mandate=True, files=[MANDATE])
    complaint.refresh_from_db()
    assert (complaint.state, complaint.mandate_missing) == ("received", False)


@pytest.mark.parametrize("answer", [True, None])
def test_an_employee_of_the_field_is_no_proxy(lund: Municipality, answer: bool | None) -> None:
    here = refused(lund)
    with pytest.raises(InvalidInput) as caught:
        register(here, capacity="proxy", works_in_field=answer, mandate=MANDATE)
    assert set(caught.value.fields) == {"works_in_field"}


def test_a_lawyer_needs_no_written_mandate(lund: Municipality) -> None:
    assert register(refused(lund), capacity="lawyer").state == "received"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"arrived_on": None}, "arrived_on"),
        ({"arrived_on": date(2026, 11, 25)}, "arrived_on"),
        ({"arrived_on": date(2026, 11, 24), "handed_over": date(2026, 11, 25)}, "handed_over"),
        ({"name": ""}, "name"),
    ],
)
def test_impossible_days_are_turned_away(lund: Municipality, changes: dict[str, Any], field: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        register(refused(lund), **changes)
    assert field in caught.value.fields


def test_social_and_health_rules_give_two_complaints(lund: Municipality) -> None:
    from fellesplan.cases.services import complaints_lodging, decisions

    here = world(lund, wants=("child_coordinator", "plan"))
    here.ready(outcome="refused", dissent="Dekket.")
    here.decide("plan", "refused", dissent="Dekket.", legal_basis="navl_15")
    decisions.issue(actor=here.caseworker, case=here.case)
    ids = tuple(here.case.decisions.values_list("pk", flat=True))
    found = complaints_lodging.lodge(actor=parent(here), case=here.case, data=data_of(ids))
    told = {row.sector: (row.body, row.deadline) for row in found}
    assert told["health"] == ("Statsforvalteren i Rogaland", date(2026, 12, 22))
    assert told["nav"][0].startswith("klageinstansen som er nærmest")
    assert told["nav"][1] == date(2026, 12, 15)


def data_of(ids: Any) -> Any:
    from fellesplan.cases.services.complaints_lodging import ComplaintData

    return ComplaintData(decisions=ids, wants=WANTS, reference="K7M2PQRS")


def test_a_closed_case_can_be_complained_over_and_comes_back_to_the_list(lund: Municipality) -> None:
    from fellesplan.cases import lists
    from fellesplan.cases.services import closing

    here = refused(lund)
    with later(40):
        closing.close(actor=here.caseworker, case=here.case, reason="refused")
        lodge(here)
        assert here.case in lists.for_office(here.caseworker, clock.today())
        assert step(here.case)[1] == "Avgjør om den sene klagen tas opp"


def test_more_can_be_told_and_a_complaint_withdrawn(lund: Municipality) -> None:
    here = refused(lund)
    complaint = lodge(here)
    for _ in range(2):
        handling.supplement(actor=parent(here), complaint=complaint, text="Vi har fått en ny rapport.")
    assert here.case.journal.filter(title="Mer til klagen").count() == 1
    handling.withdraw_own(actor=parent(here), complaint=complaint)
    assert handling.withdraw_own(actor=parent(here), complaint=complaint).state == "withdrawn"
    with pytest.raises(Refused, match="avsluttet"):
        handling.supplement(actor=parent(here), complaint=complaint, text="Mer")
    assert step(here.case)[0] == "complaint_wait"
    assert decision(here).complaints.count() == 1
