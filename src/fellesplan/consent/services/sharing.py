"""What a yes to sharing opens. Where two parents must agree, only what both have said yes to."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import QuerySet

from fellesplan.consent import queries
from fellesplan.consent.data import ConsentData, Share
from fellesplan.consent.gathering import counts_for_all
from fellesplan.consent.models import Consent, ConsentGrant
from fellesplan.kernel import clock

Period = tuple[date, date | None]


def open_shares(consent: Consent, data: ConsentData) -> None:
    """Open the areas for each recipient; what the same recipient had before is replaced by the new scope.

    An area that the other parent has not answered for waits: its first day is `queries.NOT_OPENED`. One that
    the other has answered for a shorter time is open that long, and waits for the rest.
    """
    needed = queries.answers_needed(consent.person, consent.purpose, clock.today())
    alone = needed > 1 and not counts_for_all(consent)
    for share in data.shares:
        whom = {"unit": share.unit, "recipient": share.recipient}
        agreed = _agree(consent, share, whom) if alone else dict.fromkeys(share.areas)
        _replace(consent, share, whom, keep=alone)
        ConsentGrant.objects.bulk_create(
            ConsentGrant(
                municipality_id=consent.municipality_id, consent=consent, area=area, valid_from=begins,
                valid_to=ends, **whom,
            )
            for area in share.areas
            for begins, ends in _periods(consent, area, agreed)
        )  # fmt: skip


def _periods(consent: Consent, area: str, agreed: dict[str, date | None]) -> Iterator[Period]:
    """Yield the period that is agreed, and a waiting one for what only this giver has said yes to."""
    ends = earliest(consent.valid_to, agreed.get(area))
    if area in agreed:
        yield consent.valid_from, ends
    if area not in agreed or ends != consent.valid_to:
        yield queries.NOT_OPENED, None


def earliest(*days: date | None) -> date | None:
    """Return the first of some last days; None is one that never comes."""
    return min((day for day in days if day), default=None)


def _replace(consent: Consent, share: Share, whom: dict[str, Any], *, keep: bool) -> None:
    """Close what the recipient had; one of two parents closes only what is left out now, and the own rows."""
    today = clock.today()
    rows = queries.open_or_waiting(consent.person, today).filter(**whom).exclude(consent=consent)
    if keep:
        own = rows.filter(consent__given_by=consent.given_by) if consent.given_by_id else rows.none()
        rows = rows.exclude(area__in=share.areas) | own
    rows.update(withdrawn_at=clock.now(), withdrawn_by_name=consent.given_by_name)


def _agree(consent: Consent, share: Share, whom: dict[str, Any]) -> dict[str, date | None]:
    """Return until when the other parent has said yes, by area; open what waited, and end what is shortened.

    What both agree to ends with the shorter yes.
    """
    agreed: dict[str, date | None] = {}
    for row in _of_the_other(consent, share, whom):
        waited = row.valid_from == queries.NOT_OPENED
        ends = row.consent.valid_to if waited else earliest(row.valid_to, row.consent.valid_to)
        agreed.setdefault(row.area, ends)
        row.valid_from = clock.today() if waited else row.valid_from
        row.valid_to = earliest(ends, consent.valid_to)
        row.save(update_fields=["valid_from", "valid_to"])
    return agreed


def _of_the_other(consent: Consent, share: Share, whom: dict[str, Any]) -> "QuerySet[ConsentGrant]":
    """Return the other's rows for these areas: those that wait first."""
    rows = queries.open_or_waiting(consent.person, clock.today()).filter(**whom, area__in=share.areas)
    if consent.given_by_id:
        rows = rows.exclude(consent__given_by=consent.given_by)
    return rows.exclude(consent=consent).select_related("consent").order_by("-valid_from", "-id")
