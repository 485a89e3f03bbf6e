"""The banner on every page while emergency access is open."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.urls import reverse

from fellesplan.access.actor import Actor
from fellesplan.kernel import clock
from fellesplan.people.emergency_reads import session_of


@dataclass(frozen=True)
class Banner:
    """Whose plan is open, until when, and the ways on. No name where nothing can be read any more."""

    name: str
    until: datetime
    minutes: int
    plan_url: str
    end_url: str


def banner(actor: Actor, slug: str) -> Banner | None:
    """Return the banner of an actor with an open session; one query when there is one."""
    if actor.emergency_until is None:
        return None
    session = None if transaction.get_connection().needs_rollback else session_of(actor)
    left = (actor.emergency_until - clock.now()).total_seconds()
    return Banner(
        session.person.first_name if session else "", actor.emergency_until, max(1, round(left / 60)),
        reverse("emergency-plan", args=[slug]), reverse("emergency-end", args=[slug]),
    )  # fmt: skip
