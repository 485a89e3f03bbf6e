"""Consent in a case: who can give it, registering what came in, and withdrawing it."""

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
from fellesplan.access.functions import can
from fellesplan.cases.models import Case
from fellesplan.consent import queries
from fellesplan.consent.models import Consent
from fellesplan.people.models import Employee, Municipality, Person, Representation
from fellesplan.web.office import consent as consent_views
from tests import factories as make
from tests.fixtures import NOW

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
Browser = Callable[..., Client]
TODAY = NOW.date()


def url(case: Case, name: str = "case-consent", *args: Any) -> str:
    return reverse(name, args=[case.municipality.slug, case.pk, *args])


def text(response: Any) -> str:
    return str(response.content.decode().replace("\u00a0", " "))


@pytest.fixture
def clerk(lund: Municipality) -> Employee:
    return make.employee(lund, "caseworker", name="Ingrid Nesvik")


@pytest.fixture
def adult(lund: Municipality) -> Case:
    return make.case(make.person(lund, given_name="Gerd", family_name="Vikse"), "consent_missing")


def family(where: Municipality) -> tuple[Case, list[Person]]:
    child = make.person(where, given_name="Jonas", born=date(2019, 5, 14))
    parents = [make.parent_of(child), make.parent_of(child)]
    Representation.objects.filter(person=child).update(shared=True)
    return make.case(child, "consent_missing"), parents


def yes(giver: Any, **values: Any) -> dict[str, Any]:
    usual = {
        "purposes": ["coordinator"], "answer": "given", "giver": str(giver), "form": "written",
        "given_on": "23.11.2026", "evidence": paper(),
    }  # fmt: skip
    return usual | values


def paper() -> SimpleUploadedFile:
    return SimpleUploadedFile("ja.pdf", b"%PDF-1.7 x", "application/pdf")


def test_the_page_says_what_is_missing_who_can_give_it_and_why(
    browser: Browser, lund: Municipality, clerk: Employee
) -> None:
    case, parents = family(lund)
    page = text(browser(clerk).get(url(case)))
    assert "Ikke spurt om ennå" in page
    assert "Begge foreldrene" in page
    assert parents[0].full_name in page
    assert "Foreldre med felles foreldreansvar bestemmer sammen." in page
    assert "Ikke avklart i loven:" in page
    assert "Hvorfor er ett samtykke nok?" in page
    assert f"{parents[0].full_name} og {parents[1].full_name} sammen" in page


def test_unknown_parents_lead_to_where_they_are_added(
    browser: Browser, lund: Municipality, clerk: Employee
) -> None:
    case = make.case(make.person(lund, born=date(2019, 5, 14)), "consent_missing")
    page = text(browser(clerk).get(url(case)))
    assert "Finn ut hvem som har foreldreansvaret." in page
    assert url(case, "case-representative") in page


def test_a_written_yes_with_evidence_moves_the_case(browser: Browser, clerk: Employee, adult: Case) -> None:
    file = SimpleUploadedFile("ja.pdf", b"%PDF-1.7 x", "application/pdf")
    response = browser(clerk).post(url(adult), yes(adult.person_id, evidence=file))
    assert response.url == url(adult, "case")
    adult.refresh_from_db()
    row = Consent.objects.get()
    assert (adult.state, row.capacity, row.given_on, row.received_by) == (
        "assessment", "1", date(2026, 11, 23), clerk,
    )  # fmt: skip
    assert row.evidence is not None


def test_both_parents_together_with_sharing_and_the_child_heard(
    browser: Browser, lund: Municipality, clerk: Employee
) -> None:
    case, _parents = family(lund)
    school = make.unit(lund, name="Storgata skole")
    answer = yes(
        "both",
        purposes=["child_coordinator", "sharing"],
        units=[str(school.id)],
        areas=["minutes", "contact"],
    )
    page = text(browser(clerk).post(url(case), answer))
    assert page.count("Barnet er 7 år og skal høres.") == 2
    assert (
        browser(clerk)
        .post(url(case), answer | {"child_heard": "Vil ha én å snakke med.", "evidence": paper()})
        .status_code
        == 302
    )
    share = queries.shares_for(case.person, TODAY)[0]
    assert (share.name, share.areas) == ("Storgata skole", ("contact", "minutes"))
    assert {row.capacity for row in Consent.objects.all()} == {"4"}


def test_one_parent_is_enough_when_the_reason_is_written(
    browser: Browser, lund: Municipality, clerk: Employee
) -> None:
    case, parents = family(lund)
    sent = yes(parents[0].id, purposes=["coordinator"], child_heard="Ja", why_one="Far bor i utlandet.")
    client = browser(clerk)
    client.post(url(case), sent)
    assert "Far bor i utlandet." in text(client.get(url(case)))
    assert queries.live_purposes(case.person, TODAY) == {"coordinator"}


def test_sharing_needs_a_recipient_and_an_area(browser: Browser, clerk: Employee, adult: Case) -> None:
    page = text(browser(clerk).post(url(adult), yes(adult.person_id, purposes=["sharing"])))
    assert page.count("Velg hvem opplysningene kan deles med.") == 2
    assert not Consent.objects.exists()


def test_another_giver_is_named_with_capacity(browser: Browser, clerk: Employee, adult: Case) -> None:
    client = browser(clerk)
    assert "Skriv navnet på den som svarte" in text(client.post(url(adult), yes("other")))
    named = yes("other", other_name="Verge Vergesen", capacity="7")
    assert "må det avgjøres skriftlig" in text(client.post(url(adult), named))
    tenancy.use(adult.municipality_id)
    guardian = make.person(adult.municipality, given_name="Verge", family_name="Vergesen")
    Representation.objects.create(
        municipality=adult.municipality, person=adult.person, representative=guardian, kind="guardian",
        matters=["personal"], valid_from=date(2026, 1, 1),
    )  # fmt: skip
    make.lacks_capacity(adult.person)
    answered = client.post(url(adult), yes("other", other_name="Verge Vergesen", capacity="7"))
    assert answered.status_code == 302, answered.context["form"].errors
    row = Consent.objects.get()
    assert (row.given_by_name, row.capacity, row.given_by) == ("Verge Vergesen", "7", None)


def test_a_no_is_kept_too(browser: Browser, clerk: Employee, adult: Case) -> None:
    browser(clerk).post(url(adult), yes(adult.person_id, answer="refused"))
    adult.refresh_from_db()
    assert (adult.state, adult.next_step) == ("consent_missing", "consent_refused")


def test_arendal_takes_written_only_and_says_whose_rule_that_is(browser: Browser) -> None:
    arendal = make.municipality("arendal")
    tenancy.use(arendal.id)
    case = make.case(make.person(arendal), "consent_missing")
    client = browser(make.employee(arendal, "caseworker"))
    page = text(client.get(url(case)))
    assert "Det er kommunens egen rutine." in page
    assert "Etter loven er et muntlig samtykke også gyldig." in page
    assert 'value="oral"' not in page
    client.post(url(case), yes(case.person_id, form="oral"))
    tenancy.use(arendal.id)
    assert not Consent.objects.exists()


def test_alesund_takes_oral_too(browser: Browser) -> None:
    alesund = make.municipality("alesund")
    tenancy.use(alesund.id)
    case = make.case(make.person(alesund), "consent_missing")
    client = browser(make.employee(alesund, "caseworker"))
    page = text(client.post(url(case), yes(case.person_id, form="oral")))
    assert page.count("Velg hvordan du tok imot svaret") == 2
    sent = yes(case.person_id, form="oral", received_how="phone")
    assert client.post(url(case), sent).status_code == 302
    tenancy.use(alesund.id)
    assert Consent.objects.get().received_how == "phone"


def test_a_written_yes_needs_the_paper(browser: Browser, clerk: Employee, adult: Case) -> None:
    sent = {key: value for key, value in yes(adult.person_id).items() if key != "evidence"}
    page = text(browser(clerk).post(url(adult), sent))
    assert page.count("Legg ved skjemaet, som skann eller bilde") == 2


def test_asking_makes_the_case_wait(browser: Browser, clerk: Employee, adult: Case) -> None:
    client = browser(clerk)
    client.post(url(adult, "case-consent-asked"), {"whom": "Gerd Vikse", "how": "Brev"})
    adult.refresh_from_db()
    assert adult.next_step == "consent_wait"
    assert client.post(url(adult, "case-consent-asked"), {"whom": " "}).url == url(adult)
    assert client.get(url(adult, "case-consent-asked")).status_code == 405


def test_withdrawal_on_behalf_asks_once_and_bites_at_once(
    browser: Browser, lund: Municipality, clerk: Employee, adult: Case
) -> None:
    plan, teacher = make.plan(adult.person), make.employee(lund, at=make.unit(lund))
    make.participant(plan, teacher)
    row = make.share(adult.person, teacher.assignments.get().unit)
    client, where = browser(clerk), url(adult, "consent-withdraw", row.pk)
    assert "Vil du trekke samtykket" in text(client.get(where))
    row.refresh_from_db()
    assert row.withdrawn_at is None
    assert client.post(where, {"who": "Gerd Vikse"}).url == url(adult)
    row.refresh_from_db()
    assert row.withdrawn_by_name == "Gerd Vikse"
    assert not can(make.actor(teacher), "plan.read", plan)


def test_stop_sharing_with_one_service(
    browser: Browser, lund: Municipality, clerk: Employee, adult: Case
) -> None:
    school, nav = make.unit(lund), make.unit(lund, "nav")
    make.share(adult.person, school)
    make.share(adult.person, nav)
    client = browser(clerk)
    client.post(url(adult, "share-stop", school.pk), {"who": "Gerd Vikse"})
    assert [share.name for share in queries.shares_for(adult.person, TODAY)] == [nav.name]


def test_another_persons_consent_is_not_found(
    browser: Browser, lund: Municipality, clerk: Employee, adult: Case
) -> None:
    foreign = make.consent(make.person(lund))
    client = browser(clerk)
    for pk in (foreign.pk, uuid4()):
        assert client.get(url(adult, "consent-withdraw", pk)).status_code == 404


def test_the_page_costs_a_fixed_number_of_queries(
    browser: Browser,
    lund: Municipality,
    clerk: Employee,
    adult: Case,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    for _n in range(15):
        make.share(adult.person, make.unit(lund))
    client = browser(clerk)
    with django_assert_max_num_queries(consent_views.QUERY_BUDGET):
        assert client.get(url(adult)).status_code == 200
