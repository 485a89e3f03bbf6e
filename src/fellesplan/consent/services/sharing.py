"""What a yes to sharing opens. Where two parents must agree, only what both have said yes to."""

from typing import Any

from fellesplan.consent import queries
from fellesplan.consent.data import ConsentData, Share
from fellesplan.consent.gathering import counts_for_all
from fellesplan.consent.models import Consent, ConsentGrant
from fellesplan.kernel import clock


def open_shares(consent: Consent, data: ConsentData) -> None:
    """Open the areas for each recipient; what the same recipient had before is replaced by the new scope.

    An area that the other parent has not answered for waits: its first day is `queries.NOT_OPENED`.
    """
    needed = queries.answers_needed(consent.person, consent.purpose, clock.today())
    alone = needed > 1 and not counts_for_all(consent)
    for share in data.shares:
        whom = {"unit": share.unit, "recipient": share.recipient}
        agreed = _agree(consent, share, whom) if alone else set(share.areas)
        _replace(consent, share, whom, keep=alone)
        ConsentGrant.objects.bulk_create(
            ConsentGrant(
                municipality_id=consent.municipality_id, consent=consent, area=area,
                valid_from=consent.valid_from if area in agreed else queries.NOT_OPENED,
                valid_to=consent.valid_to if area in agreed else None, **whom,
            )
            for area in share.areas
        )  # fmt: skip


def _replace(consent: Consent, share: Share, whom: dict[str, Any], *, keep: bool) -> None:
    """Close what the recipient had; one of two parents closes only what is left out now, and the own rows."""
    today = clock.today()
    rows = queries.open_or_waiting(consent.person, today).filter(**whom).exclude(consent=consent)
    if keep:
        own = rows.filter(consent__given_by=consent.given_by) if consent.given_by_id else rows.none()
        rows = rows.exclude(area__in=share.areas) | own
    rows.update(withdrawn_at=clock.now(), withdrawn_by_name=consent.given_by_name)


def _agree(consent: Consent, share: Share, whom: dict[str, Any]) -> set[str]:
    """Return the areas the other parent has said yes to for this recipient, and open those that waited."""
    today = clock.today()
    others = queries.open_or_waiting(consent.person, today).filter(**whom, area__in=share.areas)
    others = others.exclude(consent__given_by=consent.given_by) if consent.given_by_id else others
    for row in (
        others.exclude(consent=consent).filter(valid_from=queries.NOT_OPENED).select_related("consent")
    ):
        row.valid_from, row.valid_to = today, row.consent.valid_to
        row.save(update_fields=["valid_from", "valid_to"])
    return set(others.exclude(consent=consent).values_list("area", flat=True))
