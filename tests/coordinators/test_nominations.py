"""A unit is asked, and its leader answers; each refusal says what is missing and who can give it."""

from datetime import date
from typing import Any

import pytest

from fellesplan.access.models import Event
from fellesplan.cases.models import Case, CaseState, JournalEntry
from fellesplan.consent import services as consent
from fellesplan.consent.models import Consent
from fellesplan.coordinators.models import Nomination, NominationState
from fellesplan.coordinators.services import nominations
from fellesplan.kernel import clock
from fellesplan.kernel.errors import InvalidInput, NotAllowed, Refused
from fellesplan.people.models import Municipality
from tests import factories as make
from tests.coordinators.world import granted, world

pytestmark = pytest.mark.django_db(databases=["default", "audit"])


def test_ask_puts_the_case_in_appointing_with_journal_and_log(lund: Municipality) -> None:
    w = world(lund)
    row = w.ask(message="Mina trenger noen som kan møte på ettermiddagen.", wished="Marit Skogmo")
    assert (row.state, row.unit, row.asked_by) == ("asked", w.unit, w.clerk)
    w.case.refresh_from_db()
    assert (w.case.state, w.case.next_step, w.case.next_due) == ("appointing", "nominate", row.answer_by)
    assert JournalEntry.objects.get(case=w.case).title == "Spør Hjemmetjenesten om koordinator"
    assert CaseState.objects.get(case=w.case).event == "nomination_asked"
    assert NominationState.objects.get(nomination=row).event == "asked"
    assert Event.objects.filter(action="case.appoint", subject=w.person.pk).exists()


def test_the_same_question_is_asked_once(lund: Municipality) -> None:
    w = world(lund)
    assert w.ask() == w.ask()
    assert Nomination.objects.count() == 1


@pytest.mark.parametrize(
    ("has_consent", "decision", "sentence"),
    [
        (
            True,
            False,
            "Kommunen har ikke sagt ja til koordinator ennå. "
            "Saksbehandleren må først fatte vedtak og sende brevet.",
        ),
        (False, True, "Samtykke til koordinator mangler. Mina Prøve kan gi det."),
        (
            False,
            False,
            "Kommunen har ikke sagt ja til koordinator ennå. "
            "Saksbehandleren må først fatte vedtak og sende brevet. "
            "Samtykke til koordinator mangler. Mina Prøve kan gi det.",
        ),
    ],
)
def test_what_is_missing_is_said_with_who_can_give_it(
    lund: Municipality, has_consent: bool, decision: bool, sentence: str
) -> None:
    w = world(lund, consent=has_consent, decision=decision, family_name="Prøve")
    with pytest.raises(Refused) as error:
        w.ask()
    assert str(error.value.text) == sentence


def test_a_refused_right_is_not_granted(lund: Municipality) -> None:
    w = world(lund, decision=False)
    granted(w.case, outcome="refused")
    with pytest.raises(Refused, match="ikke sagt ja til koordinator"):
        w.ask()


def test_partly_granted_is_enough(lund: Municipality) -> None:
    w = world(lund, decision=False)
    granted(w.case, outcome="partly")
    assert w.ask().state == "asked"


def test_yes_to_koordinator_is_not_yes_to_barnekoordinator(lund: Municipality) -> None:
    w = world(lund)
    with pytest.raises(Refused, match="ikke sagt ja til barnekoordinator"):
        w.ask(kind="child_coordinator")


@pytest.mark.parametrize(
    ("values", "field", "sentence"),
    [
        ({"answer_by": date(2026, 11, 23)}, "answer_by", "Velg i dag eller en senere dag."),
        (
            {"unit": "leaderless"},
            "unit",
            "Skolen har ingen leder i Fellesplan. Be administratoren legge inn lederen.",
        ),
        ({"unit": "closed"}, "unit", "Nedlagt er ikke lenger i bruk. Velg en annen."),
    ],
)
def test_ask_says_what_is_wrong(
    lund: Municipality, values: dict[str, Any], field: str, sentence: str
) -> None:
    units = {
        "leaderless": make.unit(lund, name="Skolen"),
        "closed": make.unit(lund, name="Nedlagt", active=False),
    }
    values = {k: units.get(v, v) if k == "unit" else v for k, v in values.items()}
    with pytest.raises(InvalidInput) as error:
        world(lund).ask(**values)
    assert {name: str(text) for name, text in error.value.fields.items()} == {field: sentence}


@pytest.mark.parametrize("role", ["office_leader", "unit_leader", "provider", "administrator"])
def test_only_those_who_handle_the_case_ask(lund: Municipality, role: str) -> None:
    w = world(lund)
    w.clerk = make.employee(lund, role)
    with pytest.raises(NotAllowed):
        w.ask()


def test_leader_names_an_employee(lund: Municipality) -> None:
    w = world(lund)
    row = w.name(w.ask())
    assert (row.state, row.employee, row.answered_at) == ("named", w.named, clock.now())
    w.case.refresh_from_db()
    assert w.case.next_step == "appoint"
    assert JournalEntry.objects.filter(
        case=w.case, title="Hjemmetjenesten foreslår Marit Skogmo", public_title="Oppnevning av koordinator"
    ).exists()


def test_no_needs_a_reason(lund: Municipality) -> None:
    w = world(lund)
    row = w.ask()
    with pytest.raises(InvalidInput) as error:
        nominations.answer(actor=w.lead, nomination=row, employee=None, note=" ")
    assert list(error.value.fields) == ["note"]
    row = nominations.answer(actor=w.lead, nomination=row, employee=None, note="Alle er fulle.")
    assert (row.state, row.employee, row.answer_note) == ("declined", None, "Alle er fulle.")
    assert Case.objects.get(pk=w.case.pk).next_step == "nominate_ask"


def test_only_own_employees_can_be_named(lund: Municipality) -> None:
    w = world(lund)
    row = w.ask()
    with pytest.raises(InvalidInput) as error:
        w.name(row, make.employee(lund, at=make.unit(lund)))
    assert str(error.value.fields["employee"]) == "Velg en ansatt i Hjemmetjenesten."


def test_answered_once(lund: Municipality) -> None:
    w = world(lund)
    row = w.name(w.ask())
    with pytest.raises(Refused, match="Koordinator foreslått"):
        w.name(row)


def test_no_answer_is_taken_when_consent_is_gone(lund: Municipality) -> None:
    w = world(lund)
    row = w.ask()
    Consent.objects.update(withdrawn_at=clock.now())
    with pytest.raises(Refused) as error:
        w.name(row)
    assert "amtykke" not in str(error.value.text)


def test_withdrawn_consent_takes_the_question_back(lund: Municipality) -> None:
    w = world(lund, login=True)
    row = w.ask()
    consent.withdraw(actor=make.actor(w.person), consent=w.person.consents.get())
    row.refresh_from_db()
    assert row.state == "cancelled"
    assert Case.objects.get(pk=w.case.pk).state == "consent_missing"


def test_withdrawing_something_else_leaves_the_question(lund: Municipality) -> None:
    w = world(lund, login=True)
    row = w.ask()
    other = make.consent(w.person, Consent.Purpose.PLAN)
    consent.withdraw(actor=make.actor(w.person), consent=other)
    row.refresh_from_db()
    assert row.state == "asked"


@pytest.mark.parametrize("role", ["caseworker", "system_coordinator", "unit_leader", "provider"])
def test_others_may_not_answer(lund: Municipality, role: str) -> None:
    w = world(lund)
    row = w.ask()
    w.leader = make.employee(lund, role, at=make.unit(lund, "office"))
    with pytest.raises(NotAllowed):
        w.name(row)


def test_question_can_be_taken_back_and_asked_elsewhere(lund: Municipality) -> None:
    w = world(lund)
    row = nominations.cancel(actor=w.office, nomination=w.ask())
    assert row.state == "cancelled"
    with pytest.raises(Refused):
        nominations.cancel(actor=w.office, nomination=row)
    with pytest.raises(NotAllowed):
        nominations.cancel(actor=w.lead, nomination=w.ask())
