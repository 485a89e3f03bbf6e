"""A case follows consent, is taken by one caseworker, and always knows its next step."""

from datetime import date
from typing import Any

import pytest

from fellesplan.access.actor import Actor
from fellesplan.cases.models import Case
from fellesplan.cases.services import notes, progress
from fellesplan.consent import services as consent
from fellesplan.consent.services import ConsentData
from fellesplan.kernel.errors import InvalidInput, NotAllowed, Refused
from fellesplan.people.models import Municipality, Person
from tests import factories as make
from tests.fixtures import NOW

pytestmark = pytest.mark.django_db(databases=["default", "audit"])


@pytest.fixture
def person(lund: Municipality) -> Person:
    return make.person(lund, login=True)


@pytest.fixture
def clerk(lund: Municipality) -> Actor:
    return make.actor(make.employee(lund, "caseworker"))


def yes(person: Person, **values: Any) -> ConsentData:
    usual = {
        "purposes": ("coordinator",), "answer": "given", "form": "oral", "capacity": "1",
        "given_by_name": person.full_name, "given_on": NOW.date(),
    }  # fmt: skip
    return ConsentData(**(usual | values))


def test_consent_takes_the_case_to_assessment_and_is_journaled(clerk: Actor, person: Person) -> None:
    case = make.case(person, "consent_missing")
    consent.register(actor=clerk, person=person, data=yes(person))
    case.refresh_from_db()
    assert (case.state, case.next_step) == ("assessment", "criteria")
    entry = case.journal.get()
    assert (entry.title, entry.counterpart, entry.direction) == ("Samtykke", person.full_name, "in")


def test_withdrawal_stops_the_case_and_a_new_yes_starts_it_again(clerk: Actor, person: Person) -> None:
    case = make.case(person, "consent_missing")
    row = consent.register(actor=clerk, person=person, data=yes(person))[0]
    consent.withdraw(actor=make.actor(person), consent=row)
    case.refresh_from_db()
    assert (case.state, case.next_step) == ("consent_missing", "consent_withdrawn")
    consent.register(actor=clerk, person=person, data=yes(person, form="written"))
    case.refresh_from_db()
    assert case.state == "assessment"


def test_a_new_consent_puts_a_case_with_coordinator_back_where_it_was(clerk: Actor, person: Person) -> None:
    case = make.case(person, "consent_missing")
    make.coordinator(person, where=case)
    consent.register(actor=clerk, person=person, data=yes(person))
    case.refresh_from_db()
    assert case.state == "assessment"


def test_a_no_leaves_the_case_where_it_is(clerk: Actor, person: Person) -> None:
    case = make.case(person, "consent_missing")
    consent.register(actor=clerk, person=person, data=yes(person, answer="refused"))
    case.refresh_from_db()
    assert (case.state, case.next_step) == ("consent_missing", "consent_refused")


def test_asking_for_consent_makes_the_case_wait(clerk: Actor, person: Person) -> None:
    case = make.case(person, "consent_missing")
    progress.asked_for_consent(actor=clerk, case=case, whom=person.full_name, how="På telefon")
    assert (case.next_step, case.next_due) == ("consent_wait", date(2026, 12, 24))


def test_one_caseworker_takes_a_case(lund: Municipality, clerk: Actor, person: Person) -> None:
    case = make.case(person)
    for _twice in range(2):
        assert progress.take(actor=clerk, case=case).caseworker_id == clerk.employee
    with pytest.raises(Refused):
        progress.take(actor=make.actor(make.employee(lund, "caseworker")), case=case)


def test_only_the_office_takes_and_notes(lund: Municipality, person: Person) -> None:
    case, leader = make.case(person), make.actor(make.employee(lund, "unit_leader"))
    with pytest.raises(NotAllowed):
        progress.take(actor=leader, case=case)
    with pytest.raises(NotAllowed):
        notes.note(actor=leader, case=case, title="Telefon", text="Snakket med far.")


def test_a_note_is_kept_once_and_its_public_title_names_nobody(clerk: Actor, person: Person) -> None:
    case = make.case(person)
    for _twice in range(2):
        entry = notes.note(actor=clerk, case=case, title="Telefon med far", text="Han bekrefter.")
    assert (case.journal.count(), entry.public_title, entry.author) == (1, "Notat", clerk.name)
    with pytest.raises(InvalidInput):
        notes.note(actor=clerk, case=case, title="", text="")


def test_moves_that_are_not_in_the_table_are_refused(clerk: Actor, person: Person) -> None:
    case = make.case(person, "closed")
    with pytest.raises(Refused):
        progress.move(actor=clerk, case=case, event="decided")
    assert Case.objects.get().state == "closed"
