"""Whether what two must agree on is agreed: written on the answers, so that access asks the database alone.

Where one answer is enough it stands by itself. Where both parents must say yes, one yes waits for the other,
and both hold no longer than the shorter (bl § 30, pbrl § 4-4).
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from fellesplan.consent import queries
from fellesplan.consent.gathering import counts_for_all
from fellesplan.consent.models import Consent
from fellesplan.kernel import clock
from fellesplan.people.models import Person


def settle(person: Person, purposes: Iterable[str], today: date) -> int:
    """Bring the answers of some purposes up to date; returns how many rows changed. Safe to run again."""
    return sum(_settle(person, str(purpose), today) for purpose in purposes)


def settle_all(person: Person, today: date) -> int:
    """Bring all answers about a person up to date: who must answer may have changed."""
    return settle(person, queries.TO_COORDINATION, today)


def _settle(person: Person, purpose: str, today: date) -> int:
    rows = Consent.objects.filter(
        person=person, purpose=purpose, answer=Consent.Answer.GIVEN, withdrawn_at__isnull=True
    )
    standing = [row for row in rows.order_by("given_on", "id") if not row.valid_to or row.valid_to >= today]
    two = bool(standing) and queries.answers_needed(person, purpose, today) > 1
    changed = 0
    for row in standing:
        waits, holds_to = _with_the_other(row, standing) if two else (False, None)
        if (row.waits, row.holds_to) != (waits, holds_to):
            row.waits, row.holds_to = waits, holds_to
            row.save(update_fields=["waits", "holds_to"])
            changed += 1
    return changed


def _with_the_other(row: Consent, rows: list[Consent]) -> tuple[bool, date | None]:
    """Return whether a yes waits, and the last day both hold."""
    if counts_for_all(row):
        return False, None
    others = [one for one in rows if _giver(one) != _giver(row) and not counts_for_all(one)]
    if not others:
        return True, None
    ends = [one.valid_to for one in others]
    return False, None if None in ends else max(end for end in ends if end)


def _giver(row: Consent) -> str:
    return str(row.given_by_id or row.given_by_name.strip().casefold())


def representation_changed(happening: Any) -> None:
    """Bring the answers up to date when somebody has begun or ceased to act for the person."""
    settle_all(happening.person, clock.today())
