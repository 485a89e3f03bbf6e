"""Who can see what, and what has been said yes to: as the person reads it."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fellesplan.consent.areas import BESIDES_LIFE_AREAS
from fellesplan.consent.queries import SharedWith, acting, shares_for
from fellesplan.coordinators.models import Appointment
from fellesplan.kernel.text import Text
from fellesplan.plans.models import Participant
from fellesplan.plans.tools import life_areas
from fellesplan.procedures.loader import Procedure
from fellesplan.web.citizen import reads
from fellesplan.web.citizen.answers import AnswerCard, answers
from fellesplan.web.citizen.past import Past, past
from fellesplan.web.citizen.roles import in_sentence
from fellesplan.web.citizen.room import Room
from fellesplan.web.components import words
from fellesplan.web.components.presenters import Tag

SOON = timedelta(days=30)
_SCHOOLS = frozenset({"school", "kindergarten", "upper_secondary"})


@dataclass(frozen=True)
class ShareCard:
    """One recipient: who, what they see, why and until when."""

    key: UUID
    name: str
    people: str
    sees: tuple[Text, ...]
    why: str
    until: date | None
    soon: Tag | None
    colour: str


@dataclass(frozen=True)
class WholeCard:
    """One who sees everything by what they are: the coordinator, or one who acts for the person."""

    name: str
    role: str
    why: str
    until: str
    colour: str


@dataclass(frozen=True)
class Waiting:
    """One who takes part in the plan, but sees nothing of it yet."""

    key: UUID
    name: str


@dataclass(frozen=True)
class ConsentPage:
    """The page; `asks` are answers that are needed from the reader now."""

    answers: tuple[AnswerCard, ...]
    shares: tuple[ShareCard, ...]
    whole: tuple[WholeCard, ...]
    waiting: tuple[Waiting, ...]
    past: tuple[Past, ...]

    @property
    def asks(self) -> tuple[AnswerCard, ...]:
        return tuple(card for card in self.answers if card.give)

    @property
    def ends_soon(self) -> ShareCard | None:
        return next((card for card in self.shares if card.soon), None)


def area_names(following: Procedure) -> dict[str, Text]:
    """Return everything that can be shared, by key, in the order people read it."""
    return {area.key: area.name for area in life_areas(following)} | BESIDES_LIFE_AREAS


def consent_page(room: Room, following: Procedure, on: date) -> ConsentPage:
    """Return the page; a fixed number of queries."""
    shares = shares_for(room.person, on)
    joined = reads.participants_of(room.actor, room.person, on)
    coordinators = reads.coordinators_of(room.actor, room.person, on)
    names = area_names(following)
    cards = [_share(share, joined, names, on) for share in shares]
    return ConsentPage(
        answers=answers(room, on),
        shares=tuple(sorted(cards, key=lambda card: (card.until is None, card.until or on, card.name))),
        whole=(*_coordinating(coordinators), *_acting(room, on)),
        waiting=_waiting(joined, shares, coordinators),
        past=past(room, on),
    )


def share_card(room: Room, key: UUID, following: Procedure, on: date) -> ShareCard | None:
    """Return the card of one recipient, if something is shared with it now."""
    found = next(
        (share for share in shares_for(room.person, on) if key in (share.unit, share.recipient)), None
    )
    joined = reads.participants_of(room.actor, room.person, on)
    return _share(found, joined, area_names(following), on) if found else None


def _share(share: SharedWith, joined: tuple[Participant, ...], names: dict[str, Text], on: date) -> ShareCard:
    key = share.unit or share.recipient
    if key is None:
        raise ValueError("A share has a recipient")
    here = [row for row in joined if key in (row.unit_id, row.private_person_id)]
    soon = share.until is not None and share.until <= on + SOON
    return ShareCard(
        key=key, name=share.name,
        people="" if share.recipient else words.listing([_who(row) for row in here]),
        sees=tuple(name for area, name in names.items() if area in share.areas),
        why=next((row.purpose for row in here if row.purpose), "")
        or _("Det er sagt ja til dette %(day)s") % {"day": words.day(share.since)},
        until=share.until, soon=_ends(share.until) if soon and share.until else None,
        colour="brand2" if share.recipient else "brand3" if share.kind in _SCHOOLS else "accent",
    )  # fmt: skip


def _who(row: Participant) -> str:
    return f"{row.name} ({in_sentence(row.role)})" if row.role else row.name


def _ends(until: date) -> Tag:
    return Tag("warning", _("Går ut %(when)s") % {"when": words.distance(until)}, "Clock")


def _coordinating(rows: tuple[Appointment, ...]) -> tuple[WholeCard, ...]:
    return tuple(
        WholeCard(
            row.employee.name, f"{row.get_kind_display()}, {row.unit.name}",
            _("Leder arbeidet med planen"), _("Så lenge dere samarbeider, og samtykket gjelder"), "accent",
        )
        for row in rows
    )  # fmt: skip


def _acting(room: Room, on: date) -> tuple[WholeCard, ...]:
    rows = acting(room.person, on)
    others = [row for row in rows if row.representative_id != room.actor.person]
    return tuple(
        WholeCard(
            row.representative.full_name, str(row.get_kind_display()), _("Handler på vegne av personen"),
            words.day(row.valid_to, year=True) if row.valid_to else str(_LASTS[row.kind in row.PARENTAL]),
            "brand2",
        )
        for row in others
    )  # fmt: skip


_LASTS: dict[bool, Promise] = {
    True: gettext_lazy("Til barnet fyller 16 år"),
    False: gettext_lazy("Så lenge oppdraget varer"),
}


def _waiting(
    joined: tuple[Participant, ...], shares: tuple[SharedWith, ...], coordinators: tuple[Appointment, ...]
) -> tuple[Waiting, ...]:
    seen = {key for share in shares for key in (share.unit, share.recipient)}
    leads = {row.employee_id for row in coordinators}
    found: dict[UUID, Waiting] = {}
    for row in joined:
        key = row.unit_id or row.private_person_id
        if key and key not in seen and row.employee_id not in leads:
            found[key] = Waiting(key, row.unit.name if row.unit else row.name)
    return tuple(found.values())
