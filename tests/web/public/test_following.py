"""Følg meldingen: only with reference and second factor, and never more than four plain steps."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client

from fellesplan.access.models import Event
from fellesplan.cases.models import Case, Referral
from fellesplan.cases.rules.following import Stage, stage
from fellesplan.kernel import clock
from fellesplan.people.models import Municipality
from fellesplan.web.public import limits
from tests import factories as make
from tests.web.public.test_referral import bokmal, url

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
Browser = Callable[..., Client]
REFERENCE = "ABCD2345"


@pytest.fixture
def referral(lund: Municipality) -> Referral:
    child = make.person(lund, born=date(2019, 5, 14), given_name="Jonas", family_name="Hemmelig")
    return reported(make.case(child, "consent_missing"))


def reported(case: Case, reference: str = REFERENCE, **values: Any) -> Referral:
    usual = {
        "received_at": clock.now(), "channel": "web", "reporter": "provider", "reporter_name": "Berit Tveit",
        "reporter_phone": "00005678", "reporter_email": "berit@eksempel.no", "need": "Epilepsi",
        "consent_obtained": "no",
    }  # fmt: skip
    return Referral.objects.create(
        municipality=case.municipality, case=case, reference=reference, **usual | values
    )


def asked(client: Client, where: Municipality, known: str, reference: str = REFERENCE) -> Any:
    return bokmal(client).post(url("referral-follow", where), {"reference": reference, "known": known})


def text(response: Any) -> str:
    return str(response.content.decode()).replace("\u00a0", " ")


@pytest.mark.parametrize("known", ["00 00 56 78", "Berit@eksempel.NO", "14.5.2019", "14. mai 2019"])
def test_each_second_factor_shows_the_steps(
    browser: Browser, lund: Municipality, referral: Referral, known: str
) -> None:
    response = asked(browser(), lund, known, "abcd-2345 ")
    page = text(response)
    assert response.status_code == 200
    assert "Så langt har meldingen kommet" in page
    assert all(step in page for step in ("Mottatt", "Venter på samtykke", "Utredes", "Avgjort"))
    assert "no-store" in response.headers["Cache-Control"]


def test_no_name_number_or_health_is_shown(browser: Browser, lund: Municipality, referral: Referral) -> None:
    page = text(asked(browser(), lund, "14.5.2019"))
    hidden = ("Jonas", "Hemmelig", "Berit", "Epilepsi", referral.case.number, "2019", str(referral.case.pk))
    assert [word for word in hidden if word in page] == []


def test_wrong_and_unknown_look_the_same(browser: Browser, lund: Municipality, referral: Referral) -> None:
    wrong = text(asked(browser(), lund, "15.5.2019", REFERENCE))
    unknown = text(asked(browser(), lund, "15.5.2019", "ABCD2346"))
    assert "Vi finner ingen melding med disse opplysningene" in wrong
    assert without_token(wrong) == without_token(unknown).replace("ABCD2346", REFERENCE)


def without_token(page: str) -> str:
    return "\n".join(line for line in page.splitlines() if "csrf" not in line.lower())


def test_an_empty_contact_opens_nothing(browser: Browser, lund: Municipality) -> None:
    unknown = make.case(make.person(lund, born=None))
    reported(unknown, reporter_phone="", reporter_email="")
    for known in ("@", "0", " ", "1.1.1900"):
        assert "Så langt" not in text(asked(browser(), lund, known))


def test_another_municipality_knows_nothing_of_it(
    browser: Browser, lund: Municipality, referral: Referral
) -> None:
    other = make.municipality("molde")
    assert "Vi finner ingen melding" in text(asked(browser(), other, "14.5.2019"))


def test_guessing_is_stopped_for_the_browser_and_for_the_reference(
    browser: Browser, lund: Municipality, referral: Referral, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = browser()
    tries = [asked(client, lund, "1.1.2001").status_code for _n in range(limits.PER_BROWSER["follow"] + 1)]
    assert tries[0] == 200
    assert tries[-1] == 429
    monkeypatch.setattr(limits, "PER_REFERENCE", 3)
    assert asked(browser(), lund, "14.5.2019").status_code == 429


def test_the_look_is_written_in_the_log(browser: Browser, lund: Municipality, referral: Referral) -> None:
    asked(browser(), lund, "14.5.2019")
    event = Event.objects.using("audit").get(kind=Event.Kind.READ, action="case.read")
    assert (event.subject, event.ground) == (referral.case.person_id, "reference")


def test_the_form_is_explained_and_other_methods_are_refused(browser: Browser, lund: Municipality) -> None:
    client = bokmal(browser())
    assert client.get(url("referral-follow", lund)).status_code == 200
    assert client.put(url("referral-follow", lund)).status_code == 405
    page = text(client.post(url("referral-follow", lund), {}))
    assert page.count("Skriv referansenummeret") == 2
    assert url("referral-follow", lund) in text(client.get(url("front", lund)))


@pytest.mark.parametrize(
    ("state", "opened", "decided", "expected"),
    [
        ("received", True, False, Stage.RECEIVED),
        ("consent_missing", True, False, Stage.CONSENT),
        ("assessment", True, False, Stage.ASSESSMENT),
        ("decided", True, True, Stage.DONE),
        ("appointing", True, False, Stage.DONE),
        ("active", True, False, Stage.DONE),
        ("closed", True, False, Stage.DONE),
        ("consent_missing", True, True, Stage.DONE),
        ("assessment", False, False, Stage.RECEIVED),
        ("active", False, False, Stage.RECEIVED),
        ("active", False, True, Stage.DONE),
    ],
)
def test_an_older_case_is_not_shown_by_a_new_referral(
    state: str, opened: bool, decided: bool, expected: Stage
) -> None:
    assert stage(state, opened_case=opened, decided_since=decided) is expected
