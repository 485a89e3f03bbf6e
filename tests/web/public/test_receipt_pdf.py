"""The receipt as a file: for the browser that sent the referral, made and journaled once."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from pypdf import PdfReader

from fellesplan.access import tenancy
from fellesplan.cases.models import JournalEntry, Referral
from fellesplan.people.models import Municipality
from tests.web.public.test_referral import CHILD, WORK, bokmal, fill, send, url

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
Browser = Callable[..., Client]
SELF: dict[int, dict[str, Any]] = CHILD | {
    1: {"who": "self"},
    2: {"given_name": "Åse", "family_name": "Bjørkås", "birth_date": "3.2.1981", "phone": "00 00 56 78"},
    5: {"wants": ["coordinator"]},
    6: {"consent": "own_no"},
}


def fetched(client: Client, where: Municipality) -> bytes:
    response = client.post(url("referral-receipt-pdf", where))
    tenancy.use(where.id)
    assert response.status_code == 200
    assert response.headers["Cache-Control"] == "no-store"
    return bytes(response.content)


def words_of(pdf: bytes) -> str:
    text = " ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
    return " ".join(text.replace("\u00a0", " ").split())


def test_a_professional_gets_neither_name_nor_need(browser: Browser, lund: Municipality) -> None:
    client = bokmal(browser())
    fill(client, lund, WORK)
    send(client, lund)
    text = words_of(fetched(client, lund))
    assert Referral.objects.get().reference in text
    assert "Berit Tveit" in text
    assert not any(word in text for word in ("Jakob", "Prøvesen", "2021", "Helsestasjonen", "Kari"))


def test_the_person_gets_what_they_wrote_and_the_days(browser: Browser, lund: Municipality) -> None:
    client = bokmal(browser())
    fill(client, lund, SELF)
    send(client, lund)
    text = words_of(fetched(client, lund))
    assert "Åse Bjørkås" in text
    assert "24. desember" in text
    assert "Vi trenger ja fra deg" in text


def test_it_is_journaled_once_and_is_the_same_file(browser: Browser, lund: Municipality) -> None:
    client = bokmal(browser())
    fill(client, lund, WORK)
    send(client, lund)
    first = fetched(client, lund)
    client.cookies["fellesplan_sprak"] = "en"
    assert fetched(client, lund) == first
    [entry] = JournalEntry.objects.filter(direction="out")
    assert (entry.title, entry.counterpart) == ("Bekreftelse på mottatt melding", "Berit Tveit")


def test_nobody_else_gets_it(browser: Browser, lund: Municipality) -> None:
    fill(browser(), lund, WORK)
    stranger = browser()
    assert stranger.post(url("referral-receipt-pdf", lund)).url == url("referral-start", lund)
    assert stranger.get(url("referral-receipt-pdf", lund)).status_code == 405
