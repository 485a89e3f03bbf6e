from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar, Component

from fellesplan.integrations.calendar import Invitation, Mailbox, Method, invitation

MEETING = Invitation(
    uid="0193@fellesplan",
    sequence=2,
    stamp=datetime(2026, 11, 21, 9, 0, tzinfo=UTC),
    starts_at=datetime(2026, 12, 3, 12, 0, tzinfo=UTC),
    ends_at=datetime(2026, 12, 3, 13, 0, tzinfo=UTC),
    organizer=Mailbox("koordinering@lund.example", "Koordinerende enhet"),
    attendee=Mailbox("ane@lund.example", "Ane Lie"),
    location="Moi skule, møterom 2",
    url="https://plan.example/lund/moter/7",
)


def parsed(facts: Invitation) -> Calendar:
    return Calendar.from_ical(invitation(facts))


def event(facts: Invitation) -> Component:
    [found] = parsed(facts).walk("VEVENT")
    return found


def test_a_request_asks_for_an_answer() -> None:
    assert parsed(MEETING)["METHOD"] == "REQUEST"
    attendee = event(MEETING)["ATTENDEE"]
    assert attendee == "mailto:ane@lund.example"
    assert attendee.params["RSVP"] == "TRUE"
    assert attendee.params["PARTSTAT"] == "NEEDS-ACTION"


def test_a_cancellation_cancels_the_same_meeting() -> None:
    cancelled = replace(MEETING, method=Method.CANCEL, sequence=3)
    assert parsed(cancelled)["METHOD"] == "CANCEL"
    assert event(cancelled)["STATUS"] == "CANCELLED"
    assert event(cancelled)["UID"] == event(MEETING)["UID"]
    assert event(cancelled)["SEQUENCE"] == 3
    assert "RSVP" not in event(cancelled)["ATTENDEE"].params


def test_times_are_norwegian_with_their_own_time_zone() -> None:
    start = event(MEETING)["DTSTART"]
    assert start.params["TZID"] == "Europe/Oslo"
    assert start.dt == datetime(2026, 12, 3, 13, 0, tzinfo=ZoneInfo("Europe/Oslo"))
    assert [zone["TZID"] for zone in parsed(MEETING).walk("VTIMEZONE")] == ["Europe/Oslo"]


@pytest.mark.parametrize(("month", "hour"), [(1, 13), (7, 14)])
def test_summer_time_is_kept(month: int, hour: int) -> None:
    start = datetime(2027, month, 5, 12, 0, tzinfo=UTC)
    moved = replace(MEETING, starts_at=start, ends_at=start + timedelta(hours=1))
    assert event(moved)["DTSTART"].dt.hour == hour


def test_the_title_tells_nothing() -> None:
    assert event(MEETING)["SUMMARY"] == "Møte"
    assert event(replace(MEETING, language="nn"))["SUMMARY"] == "Møte"
    assert event(replace(MEETING, language="en"))["SUMMARY"] == "Meeting"
    assert event(MEETING)["CLASS"] == "PRIVATE"
    assert event(MEETING)["DESCRIPTION"] == MEETING.url


def test_nobody_learns_who_else_is_invited() -> None:
    assert invitation(MEETING).count(b"ATTENDEE") == 1


def test_the_same_facts_give_the_same_file() -> None:
    assert invitation(MEETING) == invitation(MEETING)


def test_text_cannot_add_lines() -> None:
    evil = replace(
        MEETING,
        location="Rom 1\r\nATTENDEE:mailto:x@evil.example",
        uid="1\r\nBEGIN:VALARM",
        organizer=Mailbox("a@lund.example", 'Kari"\r\nX-EVIL:1'),
    )
    lines = invitation(evil).replace(b"\r\n ", b"").split(b"\r\n")
    assert not [line for line in lines if line.startswith((b"X-EVIL", b"BEGIN:VALARM"))]
    assert len([line for line in lines if line.startswith(b"ATTENDEE")]) == 1


@pytest.mark.parametrize("address", ["", "a", "a@b\r\nX:1", "a b@c.no", "a@b.no,c@d.no", "<a@b.no>"])
def test_what_is_not_one_address_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match="address"):
        Mailbox(address)


@pytest.mark.parametrize(
    "wrong",
    [
        {"ends_at": MEETING.starts_at},
        {"starts_at": datetime(2026, 12, 3, 12, 0)},  # noqa: DTZ001
        {"sequence": -1},
        {"url": "https://x.example/\r\nX:1"},
        {"url": "javascript:alert(1)"},
    ],
)
def test_impossible_facts_are_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r".+"):
        replace(MEETING, **wrong)  # type: ignore[arg-type]
