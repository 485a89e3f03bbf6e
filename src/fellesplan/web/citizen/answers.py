"""What has been said yes or no to, and what is still to be answered."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fellesplan.access.functions import visible
from fellesplan.cases.facts import facts_of
from fellesplan.cases.models import Case
from fellesplan.consent.models import Consent
from fellesplan.consent.queries import Giver, givers, live_rows, statuses
from fellesplan.consent.status import ConsentStatus
from fellesplan.kernel.text import Text
from fellesplan.web.citizen.room import Room
from fellesplan.web.components import words
from fellesplan.web.components.presenters import Tag

Purpose = Consent.Purpose
TITLES: dict[str, Promise] = {
    Purpose.PLAN: gettext_lazy("Individuell plan"),
    Purpose.COORDINATOR: gettext_lazy("Koordinator"),
    Purpose.CHILD_COORDINATOR: gettext_lazy("Barnekoordinator"),
}
MEANINGS: dict[str, Promise] = {
    Purpose.PLAN: gettext_lazy("At vi lager en individuell plan sammen med deg, og følger den opp."),
    Purpose.COORDINATOR: gettext_lazy(
        "At du får en koordinator, som samordner hjelpen og følger opp planen."
    ),
    Purpose.CHILD_COORDINATOR: gettext_lazy(
        "At barnet og familien får en barnekoordinator, som samordner hjelpen og følger opp."
    ),
}

_MINE: dict[str, Promise] = {
    Purpose.PLAN: gettext_lazy("Vil du ha en individuell plan?"),
    Purpose.COORDINATOR: gettext_lazy("Vil du ha en koordinator?"),
    Purpose.CHILD_COORDINATOR: gettext_lazy("Vil du ha en barnekoordinator?"),
}
_THEIRS: dict[str, Promise] = {
    Purpose.PLAN: gettext_lazy("Skal %(name)s ha en individuell plan?"),
    Purpose.COORDINATOR: gettext_lazy("Skal %(name)s ha en koordinator?"),
    Purpose.CHILD_COORDINATOR: gettext_lazy("Skal %(name)s ha en barnekoordinator?"),
}


@dataclass(frozen=True)
class AnswerCard:
    """One purpose: where it stands, who answered, and what the reader can do."""

    purpose: str
    title: Promise
    question: str
    meaning: Promise
    tag: Tag
    told: str
    until: date | None
    withdraw: UUID | None
    give: bool


def answers(room: Room, on: date, case: Case | None) -> tuple[AnswerCard, ...]:
    """Return the purposes that are asked for in the case, or answered."""
    rows = visible(room.actor, "consent.read", Consent).filter(person=room.person, purpose__in=TITLES)
    answered = {row.purpose: row for row in rows.order_by("given_on", "id")}
    given = list(live_rows(room.person, on).order_by("given_on", "id"))
    live = {row.purpose: row for row in given}
    mine = {row.purpose for row in given if row.given_by_id == room.actor.person}
    standing = statuses(room.person, on)
    wanted = set(answered) | _asked_for(case)
    return tuple(
        _card(room, purpose, standing[purpose], live.get(purpose), answered.get(purpose), purpose in mine, on)
        for purpose in TITLES
        if purpose in wanted
    )


def question(room: Room, purpose: str) -> str:
    """Return what is asked, of the person or of one who acts for the person."""
    return str(_MINE[purpose] if room.is_own else _THEIRS[purpose]) % {"name": room.first_name}


def may_answer(room: Room, purpose: str, on: date) -> bool:
    """Return whether the reader is one of those who can answer today (pbrl §§ 4-3 and 4-4)."""
    return any(_is_reader(room, one) for one in givers(room.person, purpose, on))


def others_to_ask(room: Room, purpose: str, on: date) -> tuple[Giver, ...]:
    """Return who can answer besides the reader."""
    return tuple(one for one in givers(room.person, purpose, on) if not _is_reader(room, one))


def _is_reader(room: Room, giver: Giver) -> bool:
    return giver.person is not None and giver.person.pk == room.actor.person


def _asked_for(case: Case | None) -> set[str]:
    if case is None or case.state == "closed":
        return set()
    return {right.value for right in facts_of(case).asked_for}


def _card(
    room: Room, purpose: str, standing: ConsentStatus, live: Consent | None, last: Consent | None,
    mine: bool, on: date,
) -> AnswerCard:  # fmt: skip
    give = not standing.is_live and not mine and may_answer(room, purpose, on)
    return AnswerCard(
        purpose=purpose, title=TITLES[purpose], question=question(room, purpose), meaning=MEANINGS[purpose],
        tag=_tag(standing, waits=mine and not standing.is_live), told=_told(live or last, live is not None),
        until=live.valid_to if live else None,
        withdraw=live.pk if live else None, give=give,
    )  # fmt: skip


def _tag(standing: ConsentStatus, *, waits: bool) -> Tag:
    if standing.is_live:
        return Tag("success", _("Ja"), "CheckmarkCircle")
    if waits:
        return Tag("neutral", _("Venter på svar fra den andre"), "Clock")
    if standing in (ConsentStatus.NOT_OBTAINED, ConsentStatus.TO_RENEW):
        return Tag("info", _("Ikke svart ennå"))
    return Tag("neutral", _NOW[standing])


_NOW: dict[ConsentStatus, Promise | Text] = {
    ConsentStatus.REFUSED: gettext_lazy("Nei"),
    ConsentStatus.WITHDRAWN: gettext_lazy("Tatt tilbake"),
    ConsentStatus.EXPIRED: gettext_lazy("Gikk ut"),
}


def _told(row: Consent | None, is_live: bool) -> str:
    if row is None:
        return ""
    if row.withdrawn_at and not is_live:
        said = {"name": row.withdrawn_by_name, "day": words.day(row.withdrawn_at)}
        return _("%(name)s tok det tilbake %(day)s.") % said
    said = {"name": row.given_by_name, "day": words.day(row.given_on)}
    if row.answer == Consent.Answer.REFUSED:
        return _("%(name)s sa nei %(day)s.") % said
    return _("%(name)s sa ja %(day)s.") % said
