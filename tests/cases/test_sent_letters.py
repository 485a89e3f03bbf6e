"""The preliminary reply and the letter about a new coordinator."""

from datetime import date

import pytest

from fellesplan.cases.models import Letter
from fellesplan.cases.services import decisions, letters
from fellesplan.cases.services.letters import NewCoordinator
from fellesplan.kernel.errors import InvalidInput, NotAllowed, Refused
from fellesplan.people.models import Municipality
from tests import factories as make
from tests.cases.world import World, world

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
WHY = "Vi venter på brev fra habiliteringstjenesten."
DAY = date(2027, 1, 8)


def reply(here: World, reason: str = WHY, expected_on: date = DAY) -> Letter:
    return letters.preliminary_reply(
        actor=here.caseworker, case=here.case, reason=reason, expected_on=expected_on
    )


def test_preliminary_reply_is_sent_and_noted(lund: Municipality) -> None:
    here = world(lund)
    letter = reply(here)
    here.case.refresh_from_db()
    assert here.case.preliminary_reply_on == date(2026, 11, 24)
    assert letter.kind == "preliminary"
    assert "8. januar 2027" in " ".join(letter.content["intro"]).replace("\u00a0", " ")
    assert here.case.journal.get().document == letter.document


def test_the_same_reply_twice_is_one_letter(lund: Municipality) -> None:
    here = world(lund)
    assert reply(here) == reply(here)
    assert reply(here, "Vi venter fortsatt.") != reply(here)


def test_a_reply_needs_a_reason_and_a_day_to_come(lund: Municipality) -> None:
    with pytest.raises(InvalidInput) as caught:
        reply(world(lund), " ", date(2026, 11, 24))
    assert set(caught.value.fields) == {"reason", "expected_on"}


def test_no_reply_after_the_decision(lund: Municipality) -> None:
    here = world(lund)
    here.ready()
    decisions.issue(actor=here.caseworker, case=here.case)
    with pytest.raises(Refused, match="alt avgjort"):
        reply(here)


def test_a_reply_can_be_sent_while_consent_is_missing(lund: Municipality) -> None:
    assert reply(world(lund, state="consent_missing")).kind == "preliminary"


def test_leader_sends_no_reply(lund: Municipality) -> None:
    here = world(lund)
    leader = make.actor(make.employee(lund, "office_leader"))
    with pytest.raises(NotAllowed):
        letters.preliminary_reply(actor=leader, case=here.case, reason=WHY, expected_on=DAY)


def test_appointment_letter_tells_who_and_from_when(lund: Municipality) -> None:
    here = world(lund)
    new = NewCoordinator(
        case=here.case, kind="child_coordinator", name="Marit Skogmo", unit="Lund skole", phone="400 00 200",
        starts_on=date(2026, 12, 1),
    )  # fmt: skip
    letter = letters.appointment(actor=here.caseworker, appointment=new)
    assert letter.title == "Marit Skogmo blir barnekoordinator for Jonas"
    assert letter.recipient_name == here.parent.full_name


def test_a_protected_address_is_never_printed(lund: Municipality) -> None:
    here = world(lund)
    here.child.protection = "strict"
    here.child.save()
    here.case.caseworker_id = here.caseworker.employee
    here.case.save()
    name, instruction = reply(here).content["recipient"]
    assert name == here.parent.full_name
    assert instruction == "Skjermet adresse. Sendes etter kommunens egen rutine"


def test_from_sixteen_the_letter_is_to_the_person(lund: Municipality) -> None:
    here = world(lund)
    here.child.birth_date = date(2010, 11, 24)
    here.child.save()
    assert reply(here).recipient_name == "Jonas Fjellbekk"


def delayed(here: World, reason: str = "Legen er syk.", expected_on: date = date(2027, 2, 1)) -> Letter:
    return letters.delay_notice(actor=here.caseworker, case=here.case, reason=reason, expected_on=expected_on)


def test_a_delay_is_told_after_the_preliminary_reply(lund: Municipality) -> None:
    here = world(lund)
    with pytest.raises(Refused, match="foreløpig svar først"):
        delayed(here)
    reply(here)
    here.case.refresh_from_db()
    letter = delayed(here)
    text = " ".join(letter.content["intro"]).replace("\u00a0", " ")
    assert (letter.kind, letter.content["word"]) == ("delay", "Forsinkelsesvarsel")
    assert "24. november 2026 skrev vi til deg" in text
    assert "1. februar 2027" in text
    assert here.case.journal.filter(public_title="Varsel om forsinkelse").count() == 1
    assert delayed(here) == letter


def test_a_notice_of_delay_needs_a_reason_and_a_day_to_come(lund: Municipality) -> None:
    here = world(lund)
    reply(here)
    with pytest.raises(InvalidInput) as wrong:
        delayed(here, reason=" ", expected_on=date(2026, 11, 24))
    assert set(wrong.value.fields) == {"reason", "expected_on"}
