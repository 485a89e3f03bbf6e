"""One invitation (RFC 5545 and 5546).

Calendars are shared and synchronised, so an invitation says when and where, never why. Each person
gets an invitation of their own: nobody learns from it who else is invited.
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, vCalAddress, vText

OSLO = ZoneInfo("Europe/Oslo")
TITLES = {"nb": "Møte", "nn": "Møte", "en": "Meeting"}
_ADDRESS = re.compile(r"[^\s@\"<>;:,\x00-\x1f]+@[^\s@\"<>;:,\x00-\x1f]+")
_LINK = re.compile(r"https?://[^\s\x00-\x1f]+")


class Method(StrEnum):
    """What the receiving calendar shall do."""

    REQUEST = "REQUEST"
    CANCEL = "CANCEL"


@dataclass(frozen=True, slots=True)
class Mailbox:
    """A name and an e-mail address. Raises ValueError for what is not one address."""

    email: str
    name: str = ""

    def __post_init__(self) -> None:
        if not _ADDRESS.fullmatch(self.email):
            raise ValueError("not an e-mail address")


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """A meeting for one attendee. `uid` is the same through all changes; `sequence` grows with each.

    Times are aware; `stamp` is when the invitation was made. Raises ValueError for times that cannot be.
    """

    uid: str
    sequence: int
    stamp: datetime
    starts_at: datetime
    ends_at: datetime
    organizer: Mailbox
    attendee: Mailbox
    location: str = ""
    url: str = ""
    method: Method = Method.REQUEST
    language: str = "nb"

    def __post_init__(self) -> None:
        if any(moment.tzinfo is None for moment in (self.stamp, self.starts_at, self.ends_at)):
            raise ValueError("times must be aware")
        if self.ends_at <= self.starts_at:
            raise ValueError("a meeting ends after it begins")
        if self.sequence < 0:
            raise ValueError("sequence is 0 or more")
        if self.url and not _LINK.fullmatch(self.url):
            raise ValueError("not a link")


def invitation(facts: Invitation) -> bytes:
    """Return the .ics file of an invitation or a cancellation."""
    calendar = Calendar()
    calendar.add("prodid", "-//Fellesplan//NO")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", facts.method.value)
    calendar.add_component(_event(facts))
    calendar.add_missing_timezones(*_years_round(facts.starts_at))
    return bytes(calendar.to_ical())


def _years_round(moment: datetime) -> tuple[date, date]:
    """Return the span that the time zone must describe: enough for a meeting that is moved."""
    return date(moment.year - 1, 1, 1), date(moment.year + 3, 1, 1)


def _event(facts: Invitation) -> Event:
    event = Event()
    event.add("uid", facts.uid)
    event.add("sequence", facts.sequence)
    event.add("dtstamp", facts.stamp.astimezone(UTC))
    event.add("dtstart", facts.starts_at.astimezone(OSLO))
    event.add("dtend", facts.ends_at.astimezone(OSLO))
    event.add("summary", TITLES.get(facts.language, TITLES["nb"]))
    event.add("status", "CANCELLED" if facts.method is Method.CANCEL else "CONFIRMED")
    event.add("class", "PRIVATE")
    if facts.location:
        event.add("location", facts.location)
    if facts.url:
        event.add("url", facts.url)
        event.add("description", facts.url)
    event["organizer"] = _address(facts.organizer)
    event.add("attendee", _invited(facts), encode=False)
    return event


def _invited(facts: Invitation) -> vCalAddress:
    address = _address(facts.attendee)
    address.params["ROLE"] = vText("REQ-PARTICIPANT")
    if facts.method is Method.REQUEST:
        address.params["PARTSTAT"] = vText("NEEDS-ACTION")
        address.params["RSVP"] = vText("TRUE")
    return address


def _address(mailbox: Mailbox) -> vCalAddress:
    address = vCalAddress(f"mailto:{mailbox.email}")
    if mailbox.name:
        address.params["CN"] = vText(" ".join(mailbox.name.replace('"', "'").split()))
    return address
