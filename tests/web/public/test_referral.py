"""Melding om behov on the web: one question at a time, nothing lost, sent once, a receipt at once."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from fellesplan.access import tenancy
from fellesplan.cases.models import Case, Referral
from fellesplan.people.models import Municipality
from fellesplan.web.models import PublicPost
from fellesplan.web.public import limits
from tests import factories as make

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
Browser = Callable[..., Client]

CHILD: dict[int, dict[str, Any]] = {
    1: {"who": "child"},
    2: {
        "given_name": "Jakob", "family_name": "Prøvesen", "birth_date": "12.3.2021", "phone": "00 00 56 78",
        "reporter_name": "Mona Prøvesen", "other_parent": "Even Prøvesen",
    },
    3: {"difficulties": ["home", "cooperation"], "need": "Vi sier alt om igjen."},
    4: {"services": ["fastlege", "sykehus"]},
    5: {"wants": ["child_coordinator", "unsure"], "wished_coordinator": "Kari fra barnehagen"},
    6: {"consent": "both"},
    7: {"contact": "call"},
}  # fmt: skip
WORK = CHILD | {
    1: {"who": "work"},
    2: {
        "given_name": "Jakob", "family_name": "Prøvesen", "birth_date": "12.3.2021", "phone": "00 00 56 78",
        "reporter_name": "Berit Tveit", "workplace": "provider", "organisation": "Helsestasjonen",
    },
    6: {"consent": "no"},
}  # fmt: skip


def url(name: str, where: Municipality, **kwargs: Any) -> str:
    return reverse(name, kwargs={"tenant": where.slug, **kwargs})


def bokmal(client: Client) -> Client:
    """Read the pages in bokmål, whatever the municipality writes."""
    client.cookies["fellesplan_sprak"] = "nb"
    return client


def fill(client: Client, where: Municipality, answers: dict[int, dict[str, Any]]) -> Any:
    """Answer every question, and return the last response."""
    response = client.post(url("referral-start", where))
    for number, values in answers.items():
        assert response.url == url("referral-step", where, step=number)
        response = client.post(response.url, values)
    tenancy.use(where.id)
    return response


def send(client: Client, where: Municipality, **values: Any) -> Any:
    response = client.post(url("referral-check", where), values)
    tenancy.use(where.id)
    return response


def test_a_parent_reports_without_logging_in(browser: Browser, lund: Municipality) -> None:
    client = browser()
    assert fill(client, lund, CHILD).url == url("referral-check", lund)
    page = client.get(url("referral-check", lund)).content.decode()
    assert "Jakob Prøvesen, født 12. mars 2021" in page.replace("\u00a0", " ")
    assert send(client, lund).url == url("referral-receipt", lund)
    referral = Referral.objects.get()
    assert (referral.reporter, referral.consent_obtained, referral.wants) == (
        "parent", "written", ["child_coordinator"],
    )  # fmt: skip
    assert referral.extra["parents"] == [
        {"name": "Mona Prøvesen", "phone": "00005678"},
        {"name": "Even Prøvesen", "phone": ""},
    ]
    receipt = client.get(url("referral-receipt", lund)).content.decode().replace("\u00a0", " ")
    assert referral.reference in receipt
    assert "tirsdag 24. november kl. 10.00" in receipt
    assert "Senest torsdag 24. desember" in receipt


def test_sending_twice_makes_one_case(browser: Browser, lund: Municipality) -> None:
    client = browser()
    fill(client, lund, CHILD)
    session = dict(client.session)
    send(client, lund)
    again = client.session
    again.update(session)
    again.save()
    assert send(client, lund).url == url("referral-receipt", lund)
    assert (Case.objects.count(), Referral.objects.count()) == (1, 1)
    assert send(client, lund).url == url("referral-receipt", lund)


def test_bad_input_stays_and_is_explained_twice(browser: Browser, lund: Municipality) -> None:
    client = browser()
    client.post(url("referral-start", lund))
    client.post(url("referral-step", lund, step=1), {"who": "child"})
    step = url("referral-step", lund, step=2)
    page = client.post(step, {"given_name": "Jakob", "birth_date": "12.03"}).content.decode()
    assert page.count("Skriv et telefonnummer vi kan ringe deg på") == 2
    assert 'value="12.03"' in page
    assert 'value="12.03"' in client.get(step).content.decode()


def test_the_draft_is_encrypted_shown_again_and_can_be_deleted(browser: Browser, lund: Municipality) -> None:
    client = browser()
    fill(client, lund, {1: CHILD[1], 2: CHILD[2]})
    assert "Prøvesen" not in str(dict(client.session))
    assert 'value="Jakob"' in client.get(url("referral-step", lund, step=2)).content.decode()
    client.post(url("referral-delete", lund))
    assert client.get(url("referral-step", lund, step=2)).url == url("referral-start", lund)


def test_save_and_go_on_later_keeps_half_an_answer(browser: Browser, lund: Municipality) -> None:
    client = browser()
    fill(client, lund, {1: CHILD[1]})
    step = url("referral-step", lund, step=2)
    assert client.post(step, {"given_name": "Ja", "later": "1"}).url == url("referral-code", lund)
    assert 'value="Ja"' in client.get(step).content.decode()
    assert "Fortsett på meldingen" in client.get(url("front", lund)).content.decode()


def test_what_is_being_written_is_kept_without_leaving_the_page(browser: Browser, lund: Municipality) -> None:
    client = browser()
    fill(client, lund, {1: CHILD[1], 2: CHILD[2]})
    step = url("referral-step", lund, step=3)
    line = client.post(step, {"need": "Vi sier alt om"}, headers={"HX-Request": "true"}).content.decode()
    assert 'id="lagret"' in line
    assert "<html" not in line
    assert "Vi sier alt om" in client.get(step).content.decode()


def test_one_is_sent_back_to_the_first_question_without_an_answer(
    browser: Browser, lund: Municipality
) -> None:
    client = browser()
    fill(client, lund, {1: CHILD[1]})
    assert client.get(url("referral-check", lund)).url == url("referral-step", lund, step=2)


def test_an_expected_child_has_a_due_date(browser: Browser, lund: Municipality) -> None:
    client = browser()
    person = CHILD[2] | {"given_name": "", "birth_date": "", "due_date": "1.2.2027"}
    fill(client, lund, CHILD | {2: person})
    send(client, lund)
    assert Case.objects.get().person.is_unborn


def test_luster_asks_for_a_mandate_and_takes_the_referral_without_one(
    browser: Browser, luster: Municipality
) -> None:
    client = bokmal(browser())
    fill(client, luster, WORK)
    page = send(client, luster).content.decode()
    assert "Legg ved fullmakten" in page
    assert not Referral.objects.exists()
    send(client, luster, later="on")
    assert Referral.objects.get().extra["missing_attachments"] == ["fullmakt"]


def test_luster_keeps_the_mandate(browser: Browser, luster: Municipality) -> None:
    client = bokmal(browser())
    fill(client, luster, WORK)
    file = SimpleUploadedFile("fullmakt.pdf", b"%PDF-1.7 x", "application/pdf")
    send(client, luster, mandate=file)
    assert Referral.objects.get().attachments.get().document.kind == "authorisation"


def test_luster_asks_no_mandate_of_parents_and_lund_of_nobody(
    browser: Browser, lund: Municipality, luster: Municipality
) -> None:
    for where, answers in ((luster, CHILD), (lund, WORK)):
        tenancy.use(where.id)
        client = bokmal(browser())
        fill(client, where, answers)
        assert "Fullmakt" not in client.get(url("referral-check", where)).content.decode()


def test_a_file_that_is_no_pdf_is_refused_with_a_plain_message(
    browser: Browser, luster: Municipality
) -> None:
    client = bokmal(browser())
    fill(client, luster, WORK)
    page = send(client, luster, mandate=SimpleUploadedFile("fullmakt.pdf", b"MZ", "application/pdf"))
    assert "Velg en fil av typen PDF, PNG eller JPG" in page.content.decode()


def test_arendal_says_that_written_consent_is_its_own_routine(browser: Browser) -> None:
    arendal = make.municipality("arendal")
    tenancy.use(arendal.id)
    client = browser()
    fill(client, arendal, {number: CHILD[number] for number in range(1, 6)})
    page = client.get(url("referral-step", arendal, step=6)).content.decode()
    assert "Arendal ber om skriftlig samtykke" in page
    assert "Personen søker selv" in client.get(url("referral-start", arendal)).content.decode()


def test_an_adult_is_not_offered_a_child_coordinator(browser: Browser, lund: Municipality) -> None:
    client = browser()
    person = {"given_name": "Gerd", "family_name": "Vikse", "birth_date": "1.2.1960", "phone": "00005678"}
    fill(client, lund, {1: {"who": "self"}, 2: person, 3: CHILD[3], 4: CHILD[4]})
    page = client.get(url("referral-step", lund, step=5)).content.decode()
    assert "Barnekoordinator" not in page


def test_a_flood_is_met_with_a_plain_message(
    browser: Browser, lund: Municipality, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(limits.PER_BROWSER, limits.STEPS, 2)
    client = browser()
    client.post(url("referral-start", lund))
    step = url("referral-step", lund, step=1)
    assert [client.post(step, {"who": "child"}).status_code for _ in range(3)] == [302, 302, 429]
    tenancy.use(lund.id)
    assert all(b"127.0.0.1" not in bytes(post.sender) for post in PublicPost.objects.all())


def test_unknown_steps_and_wrong_methods(browser: Browser, lund: Municipality) -> None:
    client = browser()
    client.post(url("referral-start", lund))
    assert client.get(url("referral-step", lund, step=99)).status_code == 404
    assert client.post(url("referral-receipt", lund)).status_code == 405
    assert client.get(url("referral-delete", lund)).status_code == 405
    assert client.get(url("referral-receipt", lund)).url == url("referral-start", lund)


@pytest.mark.parametrize("name", ["front", "accessibility", "privacy", "referral-start"])
def test_public_pages_open_for_everybody_with_few_queries(
    browser: Browser, lund: Municipality, name: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(8):
        assert browser().get(url(name, lund)).status_code == 200
    assert browser(make.employee(lund, "caseworker")).get(url(name, lund)).status_code == 200
