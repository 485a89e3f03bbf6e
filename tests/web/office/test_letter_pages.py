"""Preliminary reply, letters and documents as pages."""

from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from fellesplan.access import tenancy
from fellesplan.access.actor import Actor
from fellesplan.access.models import Event
from fellesplan.cases.models import Letter
from fellesplan.cases.services import decisions
from fellesplan.documents.models import store
from fellesplan.people.models import Employee, Municipality
from tests import factories as make
from tests.cases.world import World, world
from tests.web.conftest import Browser

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
REPLY = {"reason": "Vi venter på et brev.", "expected_on": "8.1.2027"}


def preliminary(here: World) -> str:
    return reverse("case-preliminary", args=["lund", here.case.pk])


def login(browser: Browser, actor: Actor) -> Client:
    return browser(Employee.objects.get(pk=str(actor.employee)))


def text(response: Any) -> str:
    return response.content.decode().replace("\u00a0", " ")


def sent(here: World) -> Letter:
    here.ready()
    return decisions.issue(actor=here.caseworker, case=here.case)


def address(name: str, pk: object) -> str:
    return reverse(name, args=["lund", pk])


def test_reply_is_previewed_and_sent(browser: Browser, lund: Municipality) -> None:
    here = world(lund)
    client = login(browser, here.caseworker)
    assert "Begrunnelsen mangler" in text(client.get(preliminary(here)))
    preview = text(client.post(preliminary(here), REPLY | {"do": "preview"}))
    assert preview.count("Vi venter på et brev.") == 2
    assert not Letter.objects.exists()
    reply = client.post(preliminary(here), REPLY, follow=True)
    assert "Sendt 24. november til" in text(reply)
    client.post(preliminary(here), REPLY)
    assert Letter.objects.count() == 1


def test_reply_keeps_what_was_typed_when_something_is_missing(browser: Browser, lund: Municipality) -> None:
    here = world(lund)
    reply = login(browser, here.caseworker).post(
        preliminary(here), {"reason": "Vi venter", "expected_on": ""}
    )
    assert reply.status_code == 422
    assert "Fyll ut: Når kommer svaret" in text(reply)
    assert "Vi venter" in text(reply)


def test_reply_for_a_decided_case_says_why_not(browser: Browser, lund: Municipality) -> None:
    here = world(lund)
    sent(here)
    assert "Saken er alt avgjort" in text(login(browser, here.caseworker).post(preliminary(here), REPLY))


@pytest.mark.parametrize("role", ["provider", "unit_leader", "administrator", "office_leader"])
def test_only_those_who_handle_cases_reply(browser: Browser, lund: Municipality, role: str) -> None:
    here = world(lund)
    assert browser(make.employee(lund, role)).get(preliminary(here)).status_code == 404


def test_letter_is_read_by_the_office_and_the_parent(browser: Browser, lund: Municipality) -> None:
    here = world(lund)
    letter = sent(here)
    for reader in (Employee.objects.get(pk=str(here.caseworker.employee)), here.parent):
        html = text(browser(reader).get(address("case-letter", letter.pk)))
        assert "Jonas får barnekoordinator" in html
        assert "Klagefristen er fire uker" in html


def test_document_is_a_pdf_that_no_browser_keeps_and_that_names_nobody(
    browser: Browser, lund: Municipality
) -> None:
    here = world(lund)
    letter = sent(here)
    reply = browser(here.parent).get(address("document", letter.document_id))
    assert reply.content.startswith(b"%PDF-")
    assert reply["Content-Disposition"] == 'inline; filename="letter-20261124.pdf"'
    assert (reply["Cache-Control"], reply["X-Content-Type-Options"]) == ("no-store", "nosniff")
    assert "sandbox" in reply["Content-Security-Policy"]


def test_reading_a_document_is_logged(browser: Browser, lund: Municipality) -> None:
    here = world(lund)
    letter = sent(here)
    login(browser, here.caseworker).get(address("document", letter.document_id))
    tenancy.use(lund.id, using="audit")
    event = Event.objects.using("audit").get(kind="read", action="document.read")
    assert (event.subject, event.object_id) == (here.child.id, letter.document_id)


def test_other_files_are_downloaded_and_never_shown(browser: Browser, lund: Municipality) -> None:
    here = world(lund)
    page = store(
        person=here.child, kind="attachment", title="Vedlegg", media_type="text/html", data=b"<script>"
    )
    reply = login(browser, here.caseworker).get(address("document", page.pk))
    assert reply["Content-Type"] == "application/octet-stream"
    assert reply["Content-Disposition"].startswith("attachment")


@pytest.mark.parametrize("role", ["provider", "unit_leader", "administrator"])
def test_outsiders_find_neither_letter_nor_document(browser: Browser, lund: Municipality, role: str) -> None:
    letter = sent(world(lund))
    client = browser(make.employee(lund, role))
    assert client.get(address("case-letter", letter.pk)).status_code == 404
    assert client.get(address("document", letter.document_id)).status_code == 404


def test_another_parent_finds_nothing(browser: Browser, lund: Municipality) -> None:
    letter = sent(world(lund))
    client = browser(world(lund).parent)
    assert client.get(address("case-letter", letter.pk)).status_code == 404
    assert client.get(address("document", letter.document_id)).status_code == 404


def test_bad_ids_and_wrong_methods(browser: Browser, lund: Municipality) -> None:
    here = world(lund)
    letter = sent(here)
    client = login(browser, here.caseworker)
    for name, pk in (("case-letter", letter.pk), ("document", letter.document_id)):
        assert client.get(address(name, uuid4())).status_code == 404
        assert client.post(address(name, pk)).status_code == 405
    assert client.get(preliminary(here).replace(str(here.case.pk), str(uuid4()))).status_code == 404
    assert client.delete(preliminary(here)).status_code == 405


def test_query_budgets(browser: Browser, lund: Municipality, django_assert_max_num_queries: Any) -> None:
    here = world(lund)
    letter = sent(here)
    client = login(browser, here.caseworker)
    client.get(preliminary(here))
    for name, most in ((preliminary(here), 26), (address("case-letter", letter.pk), 20)):
        with django_assert_max_num_queries(most):
            client.get(name)


def test_delay_is_previewed_and_sent_once(browser: Browser, lund: Municipality) -> None:
    here = world(lund)
    client, there = login(browser, here.caseworker), address("case-delay", here.case.pk)
    assert "Send et foreløpig svar først" in text(client.get(there))
    assert client.post(there, REPLY).status_code == 422
    client.post(preliminary(here), REPLY)
    assert there in text(client.get(preliminary(here)))
    again = REPLY | {"reason": "Legen er syk.", "expected_on": "1.2.2027"}
    assert text(client.post(there, again | {"do": "preview"})).count("Legen er syk.") == 2
    for _ in range(2):
        assert "Varselet om forsinkelse er sendt" in text(client.post(there, again, follow=True))
    assert Letter.objects.filter(kind="delay").count() == 1


@pytest.mark.parametrize("role", ["office_leader", "unit_leader", "administrator"])
def test_only_those_who_handle_cases_tell_of_delay(browser: Browser, lund: Municipality, role: str) -> None:
    here = world(lund)
    client = browser(make.employee(lund, role))
    assert client.get(address("case-delay", here.case.pk)).status_code == 404


def test_delay_of_a_case_that_is_not_there(browser: Browser, lund: Municipality) -> None:
    here = world(lund)
    client = login(browser, here.caseworker)
    assert client.get(address("case-delay", uuid4())).status_code == 404
    assert client.put(address("case-delay", here.case.pk)).status_code == 405
