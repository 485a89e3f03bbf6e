"""What is measured, and what each of it may cost."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import count
from typing import Any
from unittest import mock

from django.urls import reverse

from fellesplan.documents.letters import build_preliminary_reply, render_letter
from fellesplan.kernel import clock
from fellesplan.web.office import case_list
from tests.bench.crowd import Crowd
from tests.bench.measuring import Act, browser, get, post
from tests.documents import samples

LIST_OF = 100


@dataclass(frozen=True)
class Goal:
    """One thing to measure. `cpu` in milliseconds, `queries` and `size` (bytes) are the most it may cost."""

    name: str
    prepare: Callable[[Crowd], Act]
    cpu: float
    queries: int
    size: int | None = None


def goals() -> tuple[Goal, ...]:
    """Return everything that is measured."""
    return (
        Goal("En deltaker åpner en plan med 20 tiltak og 5 deltakere", _plan, 15, 24, 40_000),
        Goal(f"En liste med {LIST_OF} saker, etter tilgangsreglene", _cases, 40, 14),
        Goal("En melding registreres", _referral, 20, 60),
        Goal("Et brev på én side blir PDF", _letter, 30, 0),
    )


@contextmanager
def long_lists() -> Iterator[None]:
    """Let the list of cases show a hundred on a page."""
    with mock.patch.object(case_list, "PER_PAGE", LIST_OF):
        yield


def _plan(crowd: Crowd) -> Act:
    return get(browser(crowd.participant), _url(crowd, "plan", plan=crowd.plan.pk))


def _cases(crowd: Crowd) -> Act:
    return get(browser(crowd.caseworker), _url(crowd, "cases"))


def _referral(crowd: Crowd) -> Act:
    numbers = count(1)
    return post(browser(crowd.caseworker), _url(crowd, "referral-register"), lambda: _told(next(numbers)))


def _told(number: int) -> dict[str, Any]:
    return {
        "channel": "oral", "received_on": f"{clock.today():%d.%m.%Y}", "given_name": "Gerd",
        "family_name": f"Meldt{number}", "birth_date": "1.2.1960", "reporter": "self",
        "reporter_name": "Gerd Meldt", "wants": ["coordinator"], "need": "Mange å forholde seg til.",
        "services": ["fastlege"], "consent_obtained": "oral", "registrering": f"BENCH{number:05}",
    }  # fmt: skip


def _letter(crowd: Crowd) -> Act:
    """Each letter differs from the last, or the typesetter would remember it."""
    numbers, facts = count(1), samples.preliminary()
    return lambda: render_letter(
        build_preliminary_reply(replace(facts, case_number=f"2026/{next(numbers)}"), "nb")
    )


def _url(crowd: Crowd, name: str, **kwargs: Any) -> str:
    return reverse(name, kwargs={"tenant": crowd.tenant.slug, **kwargs})
