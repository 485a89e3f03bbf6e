"""What is typed and not saved yet: kept on the server as it is typed, and found again from any device.

Access is decided by the form: whoever may write in it may keep a draft of it, and a draft is read by no
other than the account that typed it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Q

from fellesplan.kernel import clock
from fellesplan.plans.models import Draft

KEPT = timedelta(days=30)
"""How long a draft that was thrown away, or written further on, can be brought back."""


@dataclass(frozen=True, kw_only=True)
class Desk:
    """Where something is being written: by which account, in which form, on which opened page (`id`)."""

    municipality: UUID
    account: UUID
    person: UUID
    key: str
    id: UUID
    title: str = ""
    address: str = ""
    continues: UUID | None = None


def keep(desk: Desk, content: Mapping[str, Sequence[str]], seq: int = 0) -> Draft:
    """Keep what is typed. What is older than what is kept already changes nothing; both are then safe.

    `seq` 0 is the newest there is: a form that was sent by a browser without scripts.
    """
    row, is_new = _row(desk, content, seq)
    if is_new:
        _end(Q(pk=desk.continues), desk, Draft.End.CONTINUED)
    elif seq == 0 or seq > row.seq:
        values = {"content": _plain(content), "seq": max(seq, row.seq + 1), "base": _base(content)}
        lives = {"updated_at": clock.now(), "ended_at": None, "ended_as": ""}
        Draft.objects.filter(pk=row.pk).update(**values, **lives)
    return row


def saved(desk: Desk, seq: int) -> None:
    """Forget the draft: it has been saved in the plan. What comes late, and was typed before, is ignored."""
    if seq:
        row, _ = _row(desk, {}, seq)
        Draft.objects.filter(pk=row.pk, seq__lte=seq).update(seq=seq)
    _end(Q(pk__in=[desk.id, desk.continues]), desk, Draft.End.SAVED, emptied=True)


def discard(*, municipality: UUID, account: UUID, key: str, draft: UUID) -> bool:
    """Throw a draft away; for a while it can be brought back. Returns whether there was one."""
    rows = Draft.objects.filter(municipality_id=municipality, account=account, key=key, pk=draft)
    now = clock.now()
    return bool(rows.filter(ended_at=None).update(ended_at=now, ended_as=Draft.End.DISCARDED))


def purge() -> int:
    """Delete what ended long ago; returns how many."""
    return Draft.objects.filter(ended_at__lt=clock.now() - KEPT).delete()[0]


def of_form(municipality: UUID, account: UUID, key: str) -> list[Draft]:
    """Return the account's drafts of a form: those that live, and those thrown away, the newest first."""
    rows = Draft.objects.filter(municipality_id=municipality, account=account, key=key)
    alive = Q(ended_at=None) | Q(ended_as=Draft.End.DISCARDED)
    return list(rows.filter(alive).order_by("-updated_at", "-id")[:20])


def about(municipality: UUID, account: UUID, person: UUID) -> list[Draft]:
    """Return the account's living drafts about a person, the newest first."""
    rows = Draft.objects.filter(municipality_id=municipality, account=account, person_id=person)
    return list(rows.filter(ended_at=None).order_by("-updated_at", "-id")[:100])


def _row(desk: Desk, content: Mapping[str, Sequence[str]], seq: int) -> tuple[Draft, bool]:
    """Return the held row of a desk, and whether it was made now. Two who make it at once get the same."""
    rows = Draft.objects.select_for_update().filter(pk=desk.id, account=desk.account, key=desk.key)
    if row := rows.first():
        return row, False
    now = clock.now()
    try:
        with transaction.atomic():
            made = Draft.objects.create(
                id=desk.id, municipality_id=desk.municipality, account=desk.account, person_id=desk.person,
                key=desk.key, title=desk.title[:200], address=desk.address[:300], seq=seq,
                base=_base(content), continues=desk.continues, content=_plain(content), began_at=now,
                updated_at=now,
            )  # fmt: skip
    except IntegrityError:
        return rows.get(), False
    return made, True


def _end(which: Q, desk: Desk, how: str, *, emptied: bool = False) -> None:
    rows = Draft.objects.filter(which, account=desk.account, key=desk.key)
    values: dict[str, object] = {"ended_at": clock.now(), "ended_as": how}
    rows.update(**values, **({"content": {}} if emptied else {}))


def _plain(content: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    return {name: list(values) for name, values in content.items()}


def _base(content: Mapping[str, Sequence[str]]) -> int:
    """Return the version the writer began from, as the form tells it."""
    number = next(iter(content.get("version", ())), "")
    return int(number) if number.isdecimal() and len(number) < 10 else 0
