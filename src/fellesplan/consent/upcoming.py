"""Det som kommer: noen andre skal svare, et samtykke går ut, eller noe venter på et menneske. Rene regler."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from fellesplan.consent.facts import ConsentLaw, Purpose
from fellesplan.consent.renewal import renewal, warn_from
from fellesplan.consent.verdicts import Role
from fellesplan.kernel.text import Text, t

BEFORE_END = timedelta(days=30)


class Kind(StrEnum):
    """Hva det gjelder. The first stand above the others."""

    WISH = "wish"
    TO_LOOK_AT = "to_look_at"
    BIRTHDAY = "birthday"
    CAPACITY = "capacity"
    CONSENT = "consent"
    SHARE = "share"


@dataclass(frozen=True, slots=True)
class Upcoming:
    """One thing that is coming. `due`: the day it must be done by. `about` tells things of a kind apart."""

    kind: Kind
    due: date
    text: Text
    source: str
    about: str

    @property
    def key(self) -> tuple[str, str, date]:
        return (self.kind.value, self.about, self.due)


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """One live answer: by whom, to what, and its last day."""

    purpose: Purpose
    role: Role
    valid_to: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """Something with a last day, and what it is called."""

    name: str
    last_day: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ahead:
    """What is known about one person on a day. `months`: how long before a birthday one begins."""

    birth_date: date | None
    months: int
    given: tuple[Given, ...] = ()
    shares: tuple[Ending, ...] = ()
    capacity: tuple[Ending, ...] = ()
    wishes: tuple[Ending, ...] = ()
    to_look_at: tuple[Ending, ...] = ()


def upcoming(facts: Ahead, law: ConsentLaw, on: date) -> tuple[Upcoming, ...]:
    """Return what is coming, the most urgent first; each thing once."""
    found = [*_waiting(facts, on), *_birthdays(facts, law, on), *_ends(facts, law, on)]
    once = {one.key: one for one in found}
    return tuple(sorted(once.values(), key=lambda one: (one.due, list(Kind).index(one.kind), one.about)))


def _waiting(facts: Ahead, on: date) -> Iterator[Upcoming]:
    for wish in facts.wishes:
        text = t("Barnet vil ta tilbake noe foreldrene har sagt ja til. Snakk med barnet og foreldrene.")
        yield Upcoming(Kind.WISH, wish.last_day or on, text, "pbrl § 4-4 femte ledd", wish.name)
    for one in facts.to_look_at:
        text = t("Barnet har bedt om at noe ikke vises for foreldrene. Snakk med barnet om det.")
        yield Upcoming(Kind.TO_LOOK_AT, one.last_day or on, text, "pbrl § 3-4 andre og femte ledd", one.name)


def _birthdays(facts: Ahead, law: ConsentLaw, on: date) -> Iterator[Upcoming]:
    """At 16 the youth answers, at 18 barnekoordinator and the parents' answers end."""
    if facts.birth_date is None:
        return
    for one in facts.given:
        for lacks in (False, True):
            due = renewal(facts.birth_date, one.purpose, one.role, law, lacks_capacity=lacks)
            if due and warn_from(due, months=facts.months) <= on < due.asked_by:
                yield Upcoming(Kind.BIRTHDAY, due.asked_by, due.text, due.source, due.asked_by.isoformat())
                break


def _ends(facts: Ahead, law: ConsentLaw, on: date) -> Iterator[Upcoming]:
    birthdays = {one.due - timedelta(days=1) for one in _birthdays(facts, law, on)}
    for one in facts.given:
        if _soon(one.valid_to, on) and one.valid_to not in birthdays:
            yield Upcoming(Kind.CONSENT, one.valid_to, _CONSENT_ENDS, "IPf § 5", one.purpose.value)  # type: ignore[arg-type]
    for share in _named(facts.shares, on):
        text = t("Tilgangen til {name} går ut. Spør om den skal gjelde lenger.", name=share.name)
        yield Upcoming(Kind.SHARE, share.last_day or on, text, "IPf § 9", share.name)
    for decision in _named(facts.capacity, on):
        text = t("Avgjørelsen om beslutningskompetanse går ut. Vurder på nytt om personen kan svare selv.")
        yield Upcoming(Kind.CAPACITY, decision.last_day or on, text, "pbrl § 4-3", decision.name)


def _named(things: Iterable[Ending], on: date) -> Iterator[Ending]:
    return (one for one in things if _soon(one.last_day, on))


def _soon(last_day: date | None, on: date) -> bool:
    return last_day is not None and on <= last_day <= on + BEFORE_END


_CONSENT_ENDS = t("Samtykket går ut. Spør på nytt i god tid, så stopper ikke arbeidet.")
