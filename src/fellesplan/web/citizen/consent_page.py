"""Who can see what, and what has been said yes to: as the person reads it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fellesplan.access.actor import Role
from fellesplan.access.explanations import GROUNDS, seen_by
from fellesplan.consent.areas import BESIDES_LIFE_AREAS
from fellesplan.consent.queries import SharedWith, shares_for
from fellesplan.kernel.text import Text
from fellesplan.people.models import Representation
from fellesplan.plans.models import Participant
from fellesplan.plans.tools import life_areas
from fellesplan.procedures.loader import Procedure
from fellesplan.web.citizen import reads
from fellesplan.web.citizen.answers import AnswerCard, answers
from fellesplan.web.citizen.ending import Ending, endings, of_share
from fellesplan.web.citizen.past import Past, past
from fellesplan.web.citizen.room import Room
from fellesplan.web.citizen.sight import Sight, sight
from fellesplan.web.citizen.viewers import Viewer, described, viewers
from fellesplan.web.citizen.why import Why, why
from fellesplan.web.components import words
from fellesplan.web.components.glue import translate

_SCHOOLS = frozenset({"school", "kindergarten", "upper_secondary"})


@dataclass(frozen=True)
class ShareCard:
    """One recipient: who, what they see, why and until when. `mark` tells whether anything has changed."""

    key: UUID
    name: str
    people: str
    areas: tuple[str, ...]
    sees: tuple[Text, ...]
    why: str
    until: date | None
    ending: Ending | None
    colour: str
    viewers: tuple[Viewer, ...]

    @property
    def mark(self) -> str:
        """Return what the reader has read, short: the areas and the last day."""
        return " ".join([*sorted(self.areas), self.until.isoformat() if self.until else ""])


@dataclass(frozen=True)
class WholeCard:
    """One who sees everything by what they are: the coordinator, or one who acts for the person."""

    name: str
    role: str
    sees: str
    why: Text | str
    until: str
    colour: str
    viewers: tuple[Viewer, ...]


@dataclass(frozen=True)
class Waiting:
    """One who takes part in the plan, but sees nothing of it yet."""

    key: UUID
    name: str


@dataclass(frozen=True)
class Opened:
    """The card that is open: what the viewer sees, and why."""

    who: Viewer
    sight: Sight
    why: Why


@dataclass(frozen=True)
class ConsentPage:
    """The page; `asks` are answers that are needed from the reader now."""

    opened: Opened | None
    endings: tuple[Ending, ...]

    answers: tuple[AnswerCard, ...]
    shares: tuple[ShareCard, ...]
    whole: tuple[WholeCard, ...]
    waiting: tuple[Waiting, ...]
    past: tuple[Past, ...]

    @property
    def asks(self) -> tuple[AnswerCard, ...]:
        return tuple(card for card in self.answers if card.give)

    @property
    def ends_soon(self) -> Ending | None:
        """Return what stands on top; an answer that is needed comes before it."""
        return None if self.asks else next(iter(self.endings), None)

    @property
    def ends_too(self) -> tuple[Ending, ...]:
        return tuple(one for one in self.endings if one != self.ends_soon)

    @property
    def seeing(self) -> int:
        return len(self.shares) + len(self.whole)


def area_names(following: Procedure) -> dict[str, Text]:
    """Return everything that can be shared, by key, in the order people read it."""
    return {area.key: area.name for area in life_areas(following)} | BESIDES_LIFE_AREAS


def consent_page(room: Room, following: Procedure, on: date, opened: UUID | None = None) -> ConsentPage:
    """Return the page; a fixed number of queries. `opened`: whose sight is shown on the card."""
    shares = shares_for(room.person, on)
    others = viewers(room, on)
    names = area_names(following)
    cards = [_share(room, share, others, names, on) for share in shares]
    case = reads.case_of(room.actor, room.person)
    told = answers(room, on, case)
    answered = [(card.purpose, card.withdraw, card.until) for card in told if card.withdraw]
    return ConsentPage(
        opened=_opened(room, others, opened, on),
        endings=endings(room, on, shares, answered),
        answers=told,
        shares=tuple(sorted(cards, key=lambda card: (card.until is None, card.until or on, card.name))),
        whole=(
            *(_whole(one) for one in others if not isinstance(one.row, Participant)),
            *(_office(following) if case else ()),
        ),
        waiting=_waiting(others, shares),
        past=past(room, on),
    )


def _opened(room: Room, others: tuple[Viewer, ...], key: UUID | None, on: date) -> Opened | None:
    who = next((one for one in others if one.key == key), None)
    return Opened(who, sight(room, who), why(room, who, on)) if who else None


def share_card(room: Room, key: UUID, following: Procedure, on: date) -> ShareCard | None:
    """Return the card of one recipient, if something is shared with it now."""
    found = next(
        (share for share in shares_for(room.person, on) if key in (share.unit, share.recipient)), None
    )
    return _share(room, found, viewers(room, on), area_names(following), on) if found else None


def _share(
    room: Room, share: SharedWith, others: tuple[Viewer, ...], names: dict[str, Text], on: date
) -> ShareCard:
    key = share.unit or share.recipient
    if key is None:
        raise ValueError("A share has a recipient")
    here = tuple(one for one in others if one.recipient == key)
    return ShareCard(
        key=key, name=share.name,
        people="" if share.recipient else words.listing([described(one) for one in here]),
        areas=tuple(area for area in names if area in share.areas),
        sees=tuple(name for area, name in names.items() if area in share.areas),
        why=_purpose(here) or _("Det er sagt ja til dette %(day)s") % {"day": words.day(share.since)},
        until=share.until, ending=of_share(room, share, on),
        colour="brand2" if share.recipient else "brand3" if share.kind in _SCHOOLS else "accent",
        viewers=here,
    )  # fmt: skip


def _purpose(here: tuple[Viewer, ...]) -> str:
    return next((one.row.purpose for one in here if isinstance(one.row, Participant) and one.row.purpose), "")


def _whole(one: Viewer) -> WholeCard:
    row = one.row
    if isinstance(row, Representation):
        until = words.day(row.valid_to, year=True) if row.valid_to else str(_LASTS[row.kind in row.PARENTAL])
        return WholeCard(
            one.name, one.role, _("Hele planen"), _("Handler på vegne av personen"), until, "brand2", (one,)
        )
    return WholeCard(
        one.name, one.role, _("Hele planen"), _("Leder arbeidet med planen"),
        _("Så lenge dere samarbeider, og samtykket gjelder"), "accent", (one,),
    )  # fmt: skip


def _office(following: Procedure) -> tuple[WholeCard, ...]:
    """Return the office that handles the case: what the matrix opens to it."""
    sees = words.listing([translate(thing) for thing in seen_by(Role.CASEWORKER, "cases", "documents")])
    return (
        WholeCard(
            translate(following.office_name), _("Behandler saken"),
            _("%(things)s. Ikke planen.") % {"things": sees[:1].upper() + sees[1:]},
            GROUNDS["caseworker:in_municipality"], _("Så lenge kommunen har saken"), "accent", (),
        ),
    )  # fmt: skip


_LASTS: dict[bool, Promise] = {
    True: gettext_lazy("Til barnet fyller 16 år"),
    False: gettext_lazy("Så lenge oppdraget varer"),
}


def _waiting(others: tuple[Viewer, ...], shares: tuple[SharedWith, ...]) -> tuple[Waiting, ...]:
    """Return those who take part and see nothing yet, one line for each service."""
    seen = {key for share in shares for key in (share.unit, share.recipient)}
    found: dict[UUID, Waiting] = {}
    for one in others:
        if isinstance(one.row, Participant) and one.recipient and one.recipient not in seen:
            found[one.recipient] = Waiting(one.recipient, one.row.unit.name if one.row.unit else one.name)
    return tuple(found.values())
