"""A referral comes in: person, case, journal and next step follow, once."""

from datetime import date
from typing import Any

import pytest

from fellesplan.access.actor import nobody
from fellesplan.cases.data import ParentData, ReferralData, ReportedService
from fellesplan.cases.models import Case, JournalEntry, Referral
from fellesplan.cases.services.referrals import register
from fellesplan.documents.models import Document
from fellesplan.documents.uploads import Upload
from fellesplan.kernel.errors import InvalidInput, NotAllowed
from fellesplan.people.birth_numbers import synthetic_number
from fellesplan.people.models import Municipality, Person
from tests import factories as make

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
NUMBER = synthetic_number(date(2019, 5, 14))


def melding(**values: Any) -> ReferralData:
    usual = {
        "given_name": "Jonas", "family_name": "Prøvesen", "birth_number": NUMBER, "channel": "web",
        "reporter": "parent", "reporter_name": "Mona Prøvesen", "need": "Ingen snakker sammen.",
        "wants": ("child_coordinator", "plan"), "phone": "40000117",
        "services": (ReportedService(name="Fysioterapeut", kind="fysioterapi"),),
        "parents": (ParentData(name="Mona Prøvesen", phone="40000117"),),
    }  # fmt: skip
    return ReferralData(**(usual | values))


def test_a_referral_from_the_web_opens_a_case_that_waits_for_consent(lund: Municipality) -> None:
    referral = register(actor=nobody(lund.id), tenant=lund, data=melding())
    case = referral.case
    assert (case.number, case.state, case.person.birth_date) == (
        "2026/0001", "consent_missing", date(2019, 5, 14),
    )  # fmt: skip
    assert (case.next_step, case.next_due) == ("consenter", date(2026, 12, 24))
    assert [row.event for row in case.history.order_by("at", "id")] == ["received", "consent_missing"]
    entry = JournalEntry.objects.get()
    assert (entry.number, entry.title, entry.counterpart) == (
        "2026/0001-1", "Melding - behov for koordinerte tjenester", "Mona Prøvesen",
    )  # fmt: skip


def test_the_number_is_encrypted_and_finds_the_person_again(lund: Municipality) -> None:
    first = register(actor=nobody(lund.id), tenant=lund, data=melding())
    again = register(
        actor=nobody(lund.id), tenant=lund, data=melding(given_name="En annen", phone="99999999")
    )
    person = Person.objects.get()
    assert again.case == first.case
    assert (person.given_name, person.phone, person.birth_number) == ("Jonas", "40000117", NUMBER)
    assert NUMBER.encode() not in bytes(person.number_encrypted or b"")
    assert again.extra["phone"] == "99999999"


def test_the_same_form_sent_twice_gives_one_referral(lund: Municipality) -> None:
    data = melding(reference="ABCD2345")
    first = register(actor=nobody(lund.id), tenant=lund, data=data)
    assert register(actor=nobody(lund.id), tenant=lund, data=data) == first
    assert (Referral.objects.count(), Case.objects.count()) == (1, 1)


def test_without_a_number_nobody_is_taken_for_somebody_else(lund: Municipality) -> None:
    data = melding(birth_number="", birth_date=date(2019, 5, 14))
    numbers = {register(actor=nobody(lund.id), tenant=lund, data=data).case.number for _ in range(2)}
    assert numbers == {"2026/0001", "2026/0002"}


def test_attachments_become_documents_of_the_person(lund: Municipality) -> None:
    file = Upload("fullmakt.pdf", "application/pdf", b"%PDF-1.7", "authorisation")
    referral = register(actor=nobody(lund.id), tenant=lund, data=melding(), attachments=[file])
    document = Document.objects.get()
    assert (document.person, document.kind, referral.attachments.get().document) == (
        referral.case.person, "authorisation", document,
    )  # fmt: skip


def test_a_child_that_is_expected_needs_no_birth_date(lund: Municipality) -> None:
    data = melding(birth_number="", due_date=date(2027, 2, 1), given_name="", family_name="Prøvesen")
    assert register(actor=nobody(lund.id), tenant=lund, data=data).case.person.is_unborn


def test_one_who_reports_for_oneself_is_the_person_logged_in(lund: Municipality) -> None:
    person = make.person(lund, login=True)
    data = melding(reporter="self", birth_number="", birth_date=date(1990, 3, 3))
    assert register(actor=make.actor(person), tenant=lund, data=data).case.person == person


def test_consent_that_lives_already_starts_the_assessment(lund: Municipality) -> None:
    person = make.person(lund, login=True)
    make.consent(person, "plan")
    data = melding(reporter="self", birth_number="", birth_date=date(1990, 3, 3), wants=("plan",))
    case = register(actor=make.actor(person), tenant=lund, data=data).case
    assert (case.state, case.next_step) == ("assessment", "criteria")


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"family_name": ""}, "family_name"),
        ({"birth_number": "", "birth_date": None}, "birth_date"),
        ({"need": " "}, "need"),
        ({"reporter_name": ""}, "reporter_name"),
        ({"birth_number": "12345678901"}, "birth_number"),
        ({"received_on": date(2026, 11, 25)}, "received_on"),
    ],
)
def test_what_nobody_can_work_without_is_asked_for(
    lund: Municipality, values: dict[str, Any], field: str
) -> None:
    with pytest.raises(InvalidInput) as error:
        register(actor=nobody(lund.id), tenant=lund, data=melding(**values))
    assert list(error.value.fields) == [field]


def test_oral_and_paper_are_registered_by_the_office_only(lund: Municipality) -> None:
    clerk = make.employee(lund, "caseworker")
    referral = register(
        actor=make.actor(clerk), tenant=lund, data=melding(channel="paper", received_on=date(2026, 11, 20))
    )
    assert (referral.registered_by, referral.case.received_on) == (clerk, date(2026, 11, 20))
    for who in (nobody(lund.id), make.actor(make.employee(lund, "unit_leader"))):
        with pytest.raises(NotAllowed):
            register(actor=who, tenant=lund, data=melding(channel="oral"))
