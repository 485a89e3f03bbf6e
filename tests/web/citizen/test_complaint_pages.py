"""A complaint in the person's own room: lodged from the letter, followed, added to and withdrawn."""

from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from fellesplan.cases.models import Complaint, Letter
from fellesplan.cases.services import complaints_handling as handling
from fellesplan.cases.services import complaints_settling
from fellesplan.people.models import Municipality
from tests import factories as make
from tests.cases.complaint_world import later, lodge, refused
from tests.cases.world import World
from tests.web.conftest import Browser

pytestmark = pytest.mark.django_db(databases=["default", "audit"])


def url(here: World, name: str, **kwargs: object) -> str:
    return reverse(name, kwargs={"tenant": "lund", "person": here.child.pk, **kwargs})


def letter(here: World) -> Letter:
    return here.case.letters.get(kind="decision")


def new(here: World) -> str:
    return url(here, "my-complaint-new", letter=letter(here).pk)


def text(response: Any) -> str:
    return response.content.decode().replace("\u00a0", " ")


DATA = {"wants": "Vi vil ha barnekoordinator.", "why": "Vi samordner alt selv.", "reference": "K7M2PQRS"}


def test_the_letter_leads_to_a_complaint_that_is_sent_once(browser: Browser, lund: Municipality) -> None:
    here = refused(lund)
    client = browser(here.parent)
    assert new(here) in text(client.get(url(here, "my-letter", letter=letter(here).pk)))
    assert new(here) in text(client.get(url(here, "my-case")))
    form = text(client.get(new(here)))
    assert "innen tirsdag 22. desember" in form
    assert "Fristen er ute" not in form
    file = SimpleUploadedFile("rapport.pdf", b"%PDF-1.7", "application/pdf")
    reply = client.post(new(here), DATA | {"papers": file}, follow=True)
    assert "Vi har fått klagen" in text(reply)
    assert "K7M2PQRS" in text(reply)
    client.post(new(here), DATA)
    row = Complaint.objects.get()
    assert (row.channel, row.capacity, row.complainant_name) == (
        "portal",
        "representative",
        here.parent.full_name,
    )
    assert row.attachments.count() == 2
    case = text(client.get(url(here, "my-case")))
    assert "Slik" not in case or "Klagen på svaret om barnekoordinator" in case
    assert "Du hører fra oss senest 24. desember." in case


def test_what_was_written_stays_when_something_is_missing(browser: Browser, lund: Municipality) -> None:
    here = refused(lund)
    reply = browser(here.parent).post(new(here), {"why": "Alt for mye å gjøre"})
    assert reply.status_code == 422
    assert "Skriv hva du vil ha endret" in text(reply)
    assert "Alt for mye å gjøre" in text(reply)
    assert not Complaint.objects.exists()


def test_the_person_complains_as_an_adult(browser: Browser, lund: Municipality) -> None:
    here = refused(lund)
    here.child.birth_date = here.child.birth_date.replace(year=2000)  # type: ignore[union-attr]
    here.child.account = make.account("Jonas Fjellbekk")
    here.child.save()
    browser(here.child).post(new(here), DATA)
    assert Complaint.objects.get().capacity == "self"


@pytest.mark.parametrize(
    ("days", "said"), [(29, "Fristen var 22. desember 2026"), (400, "mer enn ett år siden svaret")]
)
def test_late_is_told_and_taken_in(browser: Browser, lund: Municipality, days: int, said: str) -> None:
    here = refused(lund)
    with later(days):
        client = browser(here.parent)
        page = text(client.get(new(here)))
        assert said in page
        assert "Hvorfor klager du nå?" in page
        reply = client.post(new(here), DATA | {"late_reason": "Jeg lå på sykehus."}, follow=True)
        assert "Den kom etter fristen." in text(reply)
        assert Complaint.objects.get().late_reason == "Jeg lå på sykehus."


def test_the_course_is_told_in_plain_words(browser: Browser, lund: Municipality) -> None:
    here = refused(lund)
    row, client = lodge(here), browser(here.parent)
    page = url(here, "my-complaint", complaint=row.pk)
    handling.take_up(actor=here.caseworker, complaint=row)
    assert "Vi ser på saken en gang til" in text(client.get(page))
    complaints_settling.prepare(
        actor=here.caseworker, complaint=row, planned="send", statement="Vi har vurdert det."
    )
    complaints_settling.settle(actor=here.caseworker, complaint=row)
    assert "Klagen er hos Statsforvalteren i Rogaland" in text(client.get(page))
    assert "Klagen om Jonas er sendt til" in text(client.get(url(here, "my-case")))


def test_more_can_be_sent_and_the_complaint_withdrawn(browser: Browser, lund: Municipality) -> None:
    here = refused(lund)
    row, client = lodge(here), browser(here.parent)
    page = url(here, "my-complaint", complaint=row.pk)
    assert client.post(page, {}).status_code == 422
    assert "Takk. Det er lagt til klagen." in text(client.post(page, {"text": "Ny rapport"}, follow=True))
    away = url(here, "my-complaint-withdraw", complaint=row.pk)
    for _ in range(2):
        assert "Klagen er trukket" in text(client.post(away, follow=True))
    row.refresh_from_db()
    assert row.state == "withdrawn"


def test_an_open_complaint_is_found_again(browser: Browser, lund: Municipality) -> None:
    here = refused(lund)
    row = lodge(here)
    reply = browser(here.parent).get(new(here))
    assert reply["Location"] == url(here, "my-complaint", complaint=row.pk)


def test_supervision_and_ombud_are_explained(browser: Browser, lund: Municipality) -> None:
    here = refused(lund)
    page = text(browser(here.parent).get(url(here, "my-elsewhere")))
    assert "Pasient- og brukerombudet i Rogaland" in page
    assert "Statsforvalteren i Rogaland" in page
    assert "anmodning om tilsyn" in page
    assert "klagefristen går som før" in page
    assert url(here, "my-elsewhere") in text(browser(here.parent).get(url(here, "my-case")))


def test_others_find_nothing(browser: Browser, lund: Municipality) -> None:
    here, other = refused(lund), refused(lund)
    row = lodge(here)
    pages = (new(here), url(here, "my-complaint", complaint=row.pk), url(here, "my-elsewhere"))
    for who in (make.person(lund, login=True), make.employee(lund, "caseworker"), other.parent):
        for page in pages:
            assert browser(who).get(page).status_code == 404
    mine = browser(other.parent)
    assert mine.get(url(other, "my-complaint", complaint=row.pk)).status_code == 404
    assert mine.post(url(other, "my-complaint-withdraw", complaint=row.pk)).status_code == 404
    assert mine.get(url(other, "my-complaint-new", letter=letter(here).pk)).status_code == 404


def test_bad_ids_and_wrong_methods(browser: Browser, lund: Municipality) -> None:
    here = refused(lund)
    row, client = lodge(here), browser(here.parent)
    assert client.get(url(here, "my-complaint-new", letter=uuid4())).status_code == 404
    assert client.get(url(here, "my-complaint", complaint=uuid4())).status_code == 404
    assert client.get(url(here, "my-complaint-withdraw", complaint=row.pk)).status_code == 405
    assert client.delete(url(here, "my-complaint", complaint=row.pk)).status_code == 405
    receipt = here.case.letters.get(kind="complaint_receipt")
    assert client.get(url(here, "my-complaint-new", letter=receipt.pk)).status_code == 404


def test_query_budgets(browser: Browser, lund: Municipality, django_assert_max_num_queries: Any) -> None:
    here = refused(lund)
    client = browser(here.parent)
    pages = [(new(here), 30)]
    client.get(new(here))
    with django_assert_max_num_queries(pages[0][1]):
        client.get(new(here))
    row = lodge(here)
    for page, most in ((url(here, "my-complaint", complaint=row.pk), 25), (url(here, "my-case"), 45)):
        with django_assert_max_num_queries(most):
            client.get(page)
