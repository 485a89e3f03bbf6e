"""Lagre og fortsett senere: the draft lies encrypted under a code, for fourteen days."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from fellesplan.access import tenancy
from fellesplan.cases.models import Referral
from fellesplan.kernel import clock
from fellesplan.people.models import Municipality
from fellesplan.web.models import ReferralDraft
from fellesplan.web.public import limits
from fellesplan.web.public.referral import coded
from tests import factories as make
from tests.web.public.test_referral import CHILD, bokmal, fill, send, url

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
Browser = Callable[..., Client]


def saved(client: Client, where: Municipality, answers: Any = None) -> str:
    """Fill in, save for later, and return the code that is shown."""
    fill(bokmal(client), where, answers or {1: CHILD[1], 2: CHILD[2]})
    step = url("referral-step", where, step=3)
    response = client.post(step, {"need": "Halv setning", "later": "1"}, follow=True)
    tenancy.use(where.id)
    found = re.search(r'class="no">([0-9A-Z-]+)<', response.content.decode())
    assert found
    return found[1]


def resume(client: Client, where: Municipality, code: str) -> Any:
    response = bokmal(client).post(url("referral-resume", where), {"code": code})
    tenancy.use(where.id)
    return response


def test_another_device_goes_on_where_it_was_left(browser: Browser, lund: Municipality) -> None:
    code = saved(browser(), lund)
    assert len(code.replace("-", "")) == coded.LENGTH
    other = browser()
    assert resume(other, lund, code.lower().replace("-", " ")).url == url("referral-step", lund, step=4)
    assert "Halv setning" in other.get(url("referral-step", lund, step=3)).content.decode()
    assert "Prøvesen" in other.get(url("referral-step", lund, step=2)).content.decode()


def test_nothing_can_be_read_without_the_code(browser: Browser, lund: Municipality) -> None:
    code = saved(browser(), lund)
    row = ReferralDraft.objects.get()
    stored = bytes(row.content) + bytes(row.code)
    assert b"Jakob" not in stored
    assert code.replace("-", "").encode() not in stored
    assert row.expires_at - row.saved_at == timedelta(days=14)


def test_autosave_reaches_the_coded_draft(browser: Browser, lund: Municipality) -> None:
    client = browser()
    code = saved(client, lund)
    step = url("referral-step", lund, step=3)
    client.post(step, {"need": "Hele setningen"}, headers={"HX-Request": "true"})
    other = browser()
    resume(other, lund, code)
    assert "Hele setningen" in other.get(step).content.decode()


def test_the_same_draft_keeps_its_code(browser: Browser, lund: Municipality) -> None:
    client = browser()
    code = saved(client, lund)
    assert code in client.get(url("referral-code", lund)).content.decode()
    assert ReferralDraft.objects.count() == 1


def test_the_draft_is_closed_here_and_lives_under_its_code(browser: Browser, lund: Municipality) -> None:
    client = browser()
    code = saved(client, lund)
    assert client.post(url("referral-code", lund)).url == url("front", lund)
    assert client.get(url("referral-step", lund, step=2)).url == url("referral-start", lund)
    assert client.get(url("referral-code", lund)).url == url("referral-start", lund)
    assert resume(browser(), lund, code).status_code == 302


def test_sending_or_deleting_removes_what_lies_under_the_code(browser: Browser, lund: Municipality) -> None:
    client = browser()
    code = saved(client, lund)
    for number in range(3, 8):
        client.post(url("referral-step", lund, step=number), CHILD[number])
    send(client, lund)
    assert (Referral.objects.count(), ReferralDraft.objects.count()) == (1, 0)
    assert "Vi finner ingen kladd" in resume(browser(), lund, code).content.decode()
    other = browser()
    saved(other, lund)
    other.post(url("referral-delete", lund))
    tenancy.use(lund.id)
    assert ReferralDraft.objects.count() == 0


def test_a_code_ends_after_fourteen_days_and_is_purged(browser: Browser, lund: Municipality) -> None:
    code = saved(browser(), lund)
    assert coded.purge() == 0
    with clock.frozen(clock.now() + timedelta(days=14, minutes=1)):
        assert "Vi finner ingen kladd" in resume(browser(), lund, code).content.decode()
        assert coded.purge() == 1
    assert ReferralDraft.objects.count() == 0


@pytest.mark.parametrize("typed", ["", "ABCD", "ABCD-EFGH-JKMN", "<script>", "x" * 41, "🙂" * 12])
def test_a_wrong_code_says_so_and_stays(browser: Browser, lund: Municipality, typed: str) -> None:
    response = resume(browser(), lund, typed)
    assert response.status_code == 200
    assert 'aria-invalid="true"' in response.content.decode()


def test_another_municipality_does_not_open_it(browser: Browser, lund: Municipality) -> None:
    code = saved(browser(), lund)
    other = make.municipality("molde")
    assert resume(browser(), other, code).status_code == 200


def test_guessing_codes_is_stopped(browser: Browser, lund: Municipality) -> None:
    client = browser()
    codes = [
        resume(client, lund, "ABCDEFGHJKMN").status_code for _n in range(limits.PER_BROWSER["resume"] + 1)
    ]
    assert (codes[0], codes[-1]) == (200, 429)


def test_another_draft_in_the_browser_is_put_aside(browser: Browser, lund: Municipality) -> None:
    code = saved(browser(), lund)
    client = browser()
    fill(client, lund, {1: CHILD[1]})
    resume(client, lund, code)
    assert ReferralDraft.objects.count() == 2


def test_other_methods_are_refused(browser: Browser, lund: Municipality) -> None:
    client = browser()
    for name in ("referral-resume", "referral-code"):
        assert client.put(url(name, lund)).status_code == 405
    assert client.get(url("referral-resume", lund)).status_code == 200
