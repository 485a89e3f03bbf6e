"""What a call must hold before it can be sent."""

from collections.abc import Sequence
from datetime import datetime
from urllib.parse import urlsplit
from uuid import UUID

from fellesplan.kernel import clock
from fellesplan.kernel.text import Text, t
from fellesplan.meetings.covering import Candidate, candidates, why_for_subject
from fellesplan.meetings.data import Invited, MeetingData
from fellesplan.meetings.kinds import kinds
from fellesplan.meetings.rules import wrong_times
from fellesplan.people.models import Person
from fellesplan.procedures.loader import load

Wrong = dict[str, Text]


def wrong_in(person: Person, data: MeetingData, *, now: datetime) -> Wrong:
    """Return what to put right about kind, time and place, by field."""
    wrong = wrong_times(data.starts_at, data.ends_at, now=now)
    following = load(person.municipality.profile, clock.civil_day(now))
    if data.kind not in {kind.key for kind in kinds(following)}:
        wrong["kind"] = t("Velg hva slags møte det er.")
    if not data.place.strip() and not data.video.strip():
        wrong["place"] = t("Skriv hvor møtet er, eller legg inn en lenke til videomøtet.")
    if data.video.strip() and urlsplit(data.video.strip()).scheme != "https":
        wrong["video"] = t("Lenken må begynne med https://")
    return wrong


def checked_agenda(lines: Sequence[str]) -> tuple[list[str], Wrong]:
    """Return the points without empty and repeated lines, and what is wrong with them."""
    points = list(dict.fromkeys(line.strip() for line in lines if line.strip()))
    if not points:
        return points, {"agenda": t("Skriv minst ett punkt på sakslisten.")}
    if long := next((point for point in points if len(point) > 200), None):
        text = t("Punktet «{point} …» er for langt. Skriv det kortere.", point=long[:40])
        return points, {"agenda": text}
    return points, {}


def checked_invited(
    person: Person, data: MeetingData, *, caller: UUID | None, now_invited: frozenset[UUID] = frozenset()
) -> tuple[list[Invited], Wrong]:
    """Return those to call with a purpose each, and what is wrong. `now_invited` may stay although barred."""
    day = clock.civil_day(data.starts_at)
    found = {one.key: one for one in candidates(person, caller=caller, days=(min(clock.today(), day), day))}
    invited: list[Invited] = []
    for one in data.invited:
        candidate = found.get(one.key)
        if wrong := _wrong_with(one, candidate, now_invited):
            return [], {"invited": wrong}
        if candidate:
            invited.append(_with_purpose(one, candidate, person))
    if not invited:
        return [], {"invited": t("Velg hvem som skal kalles inn.")}
    return invited, {}


def _wrong_with(one: Invited, candidate: Candidate | None, now_invited: frozenset[UUID]) -> Text | None:
    if candidate is None:
        return t("Velg blant dem som er med i planen eller handler for personen.")
    if candidate.barred and candidate.key not in now_invited:
        return candidate.barred
    if not one.purpose.strip() and not candidate.is_subject:
        return t("Skriv hvorfor {name} er kalt inn.", name=candidate.name)
    return None


def _with_purpose(one: Invited, candidate: Candidate, person: Person) -> Invited:
    purpose = why_for_subject(person) if candidate.is_subject else one.purpose.strip()
    return Invited(participant=candidate.participant, person=candidate.person, purpose=purpose[:200])
