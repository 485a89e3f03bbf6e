"""The page of a case, its notes, its people, and registering a referral."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from fellesplan.access import tenancy
from fellesplan.access.models import Event
from fellesplan.cases.data import ParentData, ReferralData
from fellesplan.cases.models import Case, Referral
from fellesplan.cases.services.referrals import register
from fellesplan.people.models import Employee, Municipality
from fellesplan.web.office import case as case_views
from tests import factories as make
from tests.web.public.test_following import reported

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
Browser = Callable[..., Client]
PDF = SimpleUploadedFile("skjema.pdf", b"%PDF-1.7 x", "application/pdf")


def url(where: Municipality, name: str, *args: Any) -> str:
    return reverse(name, args=[where.slug, *args])


def text(response: Any) -> str:
    return str(response.content.decode().replace("\u00a0", " "))


@pytest.fixture
def clerk(lund: Municipality) -> Employee:
    return make.employee(lund, "caseworker", name="Ingrid Nesvik")


@pytest.fixture
def case(lund: Municipality, clerk: Employee) -> Case:
    data = ReferralData(
        given_name="Jonas", family_name="Fjellbekk", birth_date=date(2019, 5, 14), channel="paper",
        reporter="provider", reporter_name="Berit Tveit", reporter_organisation="Lund helsestasjon",
        need="Ingen snakker sammen.", wants=("child_coordinator", "plan"), wished_coordinator="Marit Skogmo",
        parents=(ParentData(name="Mona Fjellbekk", phone="40000117"), ParentData(name="Even Fjellbekk")),
    )  # fmt: skip
    return register(actor=make.actor(clerk), tenant=lund, data=data).case


def test_the_case_tells_where_it_stands_what_is_next_and_why(
    browser: Browser, lund: Municipality, clerk: Employee, case: Case
) -> None:
    page = text(browser(clerk).get(url(lund, "case", case.pk)))
    for words in (
        "Jonas Fjellbekk, 7 år", "Ønsker: Barnekoordinator og individuell plan.",
        "Finn ut hvem som kan samtykke", "Torsdag 24. desember, om 30 dager", "Ingen snakker sammen.",
        "Berit Tveit", "Marit Skogmo", "Forvaltningsloven § 11 a", "Melding - behov for koordinerte",
    ):  # fmt: skip
        assert words in page


def test_reading_a_case_is_logged(browser: Browser, lund: Municipality, clerk: Employee, case: Case) -> None:
    browser(clerk).get(url(lund, "case", case.pk))
    tenancy.use(lund.id, using="audit")
    event = Event.objects.using("audit").filter(action="case.read", kind="read").get()
    assert (event.subject, event.name, "journal" in event.information) == (case.person_id, clerk.name, True)


def test_the_page_of_a_case_costs_a_fixed_number_of_queries(
    browser: Browser,
    lund: Municipality,
    clerk: Employee,
    case: Case,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    make.consent(case.person, "plan")
    for _n in range(12):
        make.share(case.person, make.unit(lund))
    client = browser(clerk)
    with django_assert_max_num_queries(case_views.QUERY_BUDGET):
        assert client.get(url(lund, "case", case.pk)).status_code == 200


def test_unknown_and_forbidden_look_alike(browser: Browser, lund: Municipality, case: Case) -> None:
    luster = make.municipality("luster")
    tenancy.use(luster.id)
    stranger = browser(make.employee(luster, "caseworker"))
    tenancy.use(lund.id)
    leader = browser(make.employee(lund, "unit_leader"))
    for name in ("case", "case-note", "case-consent", "case-representative", "case-assign", "case-close"):
        for pk in (case.pk, uuid4()):
            assert leader.get(url(lund, name, pk)).status_code == 404
            assert stranger.get(url(lund, name, pk)).status_code == 404
            assert stranger.get(url(luster, name, pk)).status_code == 404


def test_the_leader_reads_but_does_not_handle(browser: Browser, lund: Municipality, case: Case) -> None:
    client = browser(make.employee(lund, "office_leader"))
    page = text(client.get(url(lund, "case", case.pk)))
    assert "Skriv notat" not in page
    for name in ("case-note", "case-consent", "case-representative", "case-close"):
        assert client.get(url(lund, name, case.pk)).status_code == 404
    assert client.post(url(lund, "case", case.pk)).status_code == 405


def test_a_note_goes_to_the_journal_and_half_a_note_stays(
    browser: Browser, lund: Municipality, clerk: Employee, case: Case
) -> None:
    client, where = browser(clerk), url(lund, "case-note", case.pk)
    page = text(client.post(where, {"title": "", "text": "Faren bekrefter."}))
    assert page.count("Fyll ut: Hva gjelder det") == 2
    assert "Faren bekrefter." in page
    response = client.post(where, {"title": "Telefon med far", "text": "Faren bekrefter."})
    assert response.url == url(lund, "case", case.pk)
    assert "Telefon med far" in text(client.get(response.url))


def test_parents_from_the_referral_are_added_one_by_one(
    browser: Browser, lund: Municipality, clerk: Employee, case: Case
) -> None:
    client, where = browser(clerk), url(lund, "case-representative", case.pk)
    assert 'value="Mona Fjellbekk"' in text(client.get(where))
    page = text(client.post(where, {"name": "Mona Fjellbekk", "kind": "parent"}))
    assert "Er ansvaret felles, må begge spørres" in page
    response = client.post(where, {"name": "Mona Fjellbekk", "kind": "parent", "shared": "ja"})
    assert response.url == where
    assert 'value="Even Fjellbekk"' in text(client.get(where))
    case.refresh_from_db()
    assert case.next_step == "consent_ask"


def told(**values: Any) -> dict[str, Any]:
    usual = {
        "channel": "oral", "received_on": "20.11.2026", "given_name": "Gerd", "family_name": "Vikse",
        "birth_date": "1.2.1960", "reporter": "self", "reporter_name": "Gerd Vikse",
        "wants": ["coordinator"], "need": "Mange å forholde seg til.", "services": ["fastlege"],
        "consent_obtained": "oral", "registrering": "ABCD2345",
    }  # fmt: skip
    return usual | values


def test_an_oral_referral_is_registered_once(browser: Browser, lund: Municipality, clerk: Employee) -> None:
    client, where = browser(clerk), url(lund, "referral-register")
    first, second = (client.post(where, told()) for _n in range(2))
    assert first.url == second.url
    referral = Referral.objects.get()
    assert (referral.registered_by, referral.case.caseworker, referral.case.received_on) == (
        clerk, clerk, date(2026, 11, 20),
    )  # fmt: skip


def test_a_paper_referral_has_its_paper_and_its_parents(
    browser: Browser, lund: Municipality, clerk: Employee
) -> None:
    client, where = browser(clerk), url(lund, "referral-register")
    paper = told(
        channel="paper", birth_date="14.5.2019", parent_1="Mona Vikse", parent_2="Even Vikse",
        responsibility="shared", wants=["child_coordinator"],
    )  # fmt: skip
    assert "Legg ved papiret" in text(client.post(where, paper))
    PDF.seek(0)
    assert client.post(where, paper | {"papers": PDF}).status_code == 302
    case = Case.objects.get()
    assert case.person.representations.filter(shared=True).count() == 2
    assert (case.next_step, case.person.documents.get().title) == ("consent_ask", "skjema.pdf")


def test_what_was_typed_stays_when_something_is_wrong(
    browser: Browser, lund: Municipality, clerk: Employee
) -> None:
    client, where = browser(clerk), url(lund, "referral-register")
    page = text(client.post(where, told(family_name="", birth_date="i går", need="Viktig tekst")))
    assert "Viktig tekst" in page
    assert 'value="i går"' in page
    assert not Referral.objects.exists()


def test_only_those_who_register_may(browser: Browser, lund: Municipality) -> None:
    for role in ("office_leader", "unit_leader", "provider"):
        assert browser(make.employee(lund, role)).get(url(lund, "referral-register")).status_code == 404
    page = browser(make.employee(lund, "system_coordinator")).get(url(lund, "referral-register"))
    assert page.status_code == 200


def test_a_case_is_given_to_a_colleague(
    browser: Browser, lund: Municipality, clerk: Employee, case: Case
) -> None:
    petter = make.employee(lund, "system_coordinator", name="Petter Aasland")
    leader = make.employee(lund, "unit_leader")
    client, where = browser(clerk), url(lund, "case-assign", case.pk)
    assert client.post(where, {"caseworker": str(leader.pk)}).status_code == 200
    assert client.post(where, {"caseworker": str(petter.pk)}).status_code == 302
    case.refresh_from_db()
    assert case.caseworker == petter


def test_a_case_ends_with_a_reason_and_leaves_the_worklist(
    browser: Browser, lund: Municipality, clerk: Employee, case: Case
) -> None:
    client, where = browser(clerk), url(lund, "case-close", case.pk)
    page = text(client.post(where, {"note": "Snakket med mor."}))
    assert "Snakket med mor." in page
    assert client.post(where, {"reason": "said_no", "note": "Snakket med mor."}).status_code == 302
    case.refresh_from_db()
    assert (case.state, case.next_step, case.closed_at is not None) == ("closed", "closed", True)
    assert "Jonas" not in text(client.get(url(lund, "worklist")))
    assert "Saken er avsluttet" in text(client.get(url(lund, "case", case.pk)))


def test_a_case_with_a_coordinator_is_not_ended(
    browser: Browser, lund: Municipality, clerk: Employee, case: Case
) -> None:
    make.coordinator(case.person, where=case)
    page = text(browser(clerk).post(url(lund, "case-close", case.pk), {"reason": "moved"}))
    assert "Avslutt oppnevningen først." in page


@pytest.mark.parametrize(
    ("born", "due", "suggested"),
    [
        (date(2026, 10, 1), None, True),
        (None, date(2027, 1, 5), True),
        (date(2024, 10, 1), None, False),
        (None, None, False),
    ],
)
def test_a_home_visit_is_suggested_for_a_newborn_where_the_procedure_strives_for_it(
    browser: Browser, born: date | None, due: date | None, suggested: bool
) -> None:
    where = make.municipality("alesund")
    tenancy.use(where.id)
    clerk = make.employee(where, "caseworker")
    found = reported(make.case(make.person(where, born=born, due_date=due))).case
    client = browser(clerk)
    client.cookies["fellesplan_sprak"] = "nb"
    assert ("Foreslå et hjemmebesøk" in text(client.get(url(where, "case", found.pk)))) is suggested


def test_no_home_visit_is_suggested_where_the_procedure_says_nothing(
    browser: Browser, lund: Municipality, clerk: Employee
) -> None:
    found = reported(make.case(make.person(lund, born=date(2026, 10, 1)))).case
    assert "Foreslå et hjemmebesøk" not in text(browser(clerk).get(url(lund, "case", found.pk)))
