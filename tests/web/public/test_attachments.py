"""Bad attachments on the last page of the referral: said beside the field, and nothing typed is lost."""

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from fellesplan.cases.models import Referral
from fellesplan.people.models import Municipality
from tests.web.public.test_referral import CHILD, bokmal, fill, send, url

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
Browser = Callable[..., Client]
BAD = {
    "too large": (b"%PDF-" + b"x" * (10 * 1024 * 1024), "er for stor"),
    "wrong type": (b"<svg onload=alert(1)>", "Velg en fil av typen PDF, PNG eller JPG"),
    "renamed program": (b"MZ\x90\x00", "er et program"),
    "macro document": (b"PK\x03\x04[Content_Types].xml word/vbaProject.bin", "Word eller Excel"),
    "zip bomb": (b"PK\x03\x04" + b"\x00" * 100, "er en pakket fil"),
    "empty": (b"", "er tom"),
}


@pytest.mark.parametrize("kind", BAD)
def test_it_is_said_beside_the_field_and_all_answers_stay(
    browser: Browser, lund: Municipality, kind: str
) -> None:
    data, says = BAD[kind]
    client = bokmal(browser())
    fill(client, lund, CHILD)
    file = SimpleUploadedFile("\u202e" + "x" * 300 + "🙂.pdf", data, "application/pdf")
    page = send(client, lund, others=file).content.decode()
    assert page.count(says) == 2
    assert "Jakob Prøvesen" in page.replace("\u00a0", " ")
    assert not Referral.objects.exists()
    assert send(client, lund).url == url("referral-receipt", lund)


@pytest.mark.parametrize(
    "typed", ["x" * 10_000, "\u202eJakob", "👩\u200d👧🙂", "'; drop table x; --", "<script>alert(1)</script>"]
)
def test_odd_names_are_kept_as_text_and_never_run(browser: Browser, lund: Municipality, typed: str) -> None:
    client = bokmal(browser())
    fill(client, lund, {1: CHILD[1]})
    step = url("referral-step", lund, step=2)
    client.post(step, CHILD[2] | {"given_name": typed})
    page = client.get(step).content.decode()
    assert "<script>alert" not in page
    assert typed[:20] in page or "&lt;script&gt;" in page or "&#x27;" in page
