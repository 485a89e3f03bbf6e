"""What ends soon, and until when the reader can make it last."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from fellesplan.consent import services
from fellesplan.consent.models import Consent
from fellesplan.consent.queries import TO_COORDINATION, SharedWith, live_rows, shares_for
from fellesplan.kernel.errors import Refused
from fellesplan.people.models import Person
from fellesplan.procedures.counting import add_months
from fellesplan.web.citizen.answers import TITLES, may_answer
from fellesplan.web.citizen.hearing import ask_child
from fellesplan.web.citizen.room import Room
from fellesplan.web.components import words
from fellesplan.web.components.presenters import Tag

SOON = timedelta(days=30)
Answered = tuple[str, UUID, date | None]
"""A live yes to plan or coordinator: the purpose, the row, and the last day it holds."""
LONGER = 12
"""Months that one press adds."""


@dataclass(frozen=True)
class Ending:
    """Something that ends soon. `renew`: the last day one press gives; None when the reader cannot.

    `send`: where the press goes. Empty `send`: the child must be heard first, at `change`.
    """

    title: str
    until: date
    renew: date | None
    send: str
    change: str

    @property
    def tag(self) -> Tag:
        return Tag("warning", _("Går ut %(when)s") % {"when": words.distance(self.until)}, "Clock")


def first_ending(room: Room, on: date) -> Ending | None:
    """Return what ends first within 30 days; one query when nothing does."""
    soon = Q(valid_to__lte=on + SOON) | Q(grants__valid_to__lte=on + SOON)
    if not live_rows(room.person, on).filter(soon).exists():
        return None
    rows = live_rows(room.person, on).filter(purpose__in=TO_COORDINATION).order_by("given_on", "id")
    told = {row.purpose: (row.pk, row.valid_to) for row in rows}
    found = endings(room, on, shares_for(room.person, on), [(key, *one) for key, one in told.items()])
    return next(iter(found), None)


def endings(
    room: Room, on: date, shares: Iterable[SharedWith], answers: Iterable[Answered]
) -> tuple[Ending, ...]:
    """Return what ends within 30 days, the first first; no query when nothing does."""
    found = (
        *(of_share(room, share, on) for share in shares),
        *(of_answer(room, answered, on) for answered in answers),
    )
    return tuple(sorted((one for one in found if one), key=lambda one: one.until))


def of_share(room: Room, share: SharedWith, on: date) -> Ending | None:
    """Return the end of what is shared with one recipient, if it comes soon."""
    if share.until is None or share.until > on + SOON:
        return None
    here = {"recipient": share.unit or share.recipient}
    title = _("Tilgangen til %(name)s går ut %(when)s") % {
        "name": share.name,
        "when": words.distance(share.until),
    }
    return _ending(
        room, title, share.until, Consent.Purpose.SHARING, on,
        send=room.url("my-share-renew", **here), change=room.url("my-share-change", **here),
    )  # fmt: skip


def of_answer(room: Room, answered: Answered, on: date) -> Ending | None:
    """Return the end of a yes to plan or coordinator, if it comes soon."""
    purpose, key, until = answered
    if until is None or until > on + SOON:
        return None
    what = {"what": str(TITLES[purpose]).lower(), "when": words.distance(until)}
    return _ending(
        room, _("Samtykket til %(what)s går ut %(when)s") % what, until, purpose, on,
        send=room.url("my-consent-renew", consent=key), change=room.url("my-consent-period", consent=key),
    )  # fmt: skip


def _ending(room: Room, title: str, until: date, purpose: str, on: date, *, send: str, change: str) -> Ending:
    renew = longer(room, purpose, until, on)
    return Ending(title, until, renew, "" if ask_child(room, on) else send, change if renew else "")


def longer(room: Room, purpose: str, until: date, on: date) -> date | None:
    """Return a year later, or as late as the reader's yes can hold; None when it can hold no longer."""
    if room.actor.person is None or not may_answer(room, purpose, on):
        return None
    try:
        last = services.longest(Person(pk=room.actor.person), room.person, purpose, add_months(until, LONGER))
    except Refused:
        return None
    return last if last > until else None
