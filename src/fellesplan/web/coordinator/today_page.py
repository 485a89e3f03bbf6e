"""A coordinator's day, gathered before it is drawn."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext, ngettext

from fellesplan.kernel import clock
from fellesplan.meetings.view import MeetingLine, TaskLine
from fellesplan.people.models import Municipality
from fellesplan.plans.overview import Followed, News, Today
from fellesplan.web.components import words
from fellesplan.web.components.glue import Words
from fellesplan.web.components.presenters import Action, Fact, NextStep, PersonChip, Row, Tag, Workload
from fellesplan.web.coordinator.links import meeting_url
from fellesplan.web.coordinator.person_state import person_state
from fellesplan.web.coordinator.plan.changes import change_row
from fellesplan.web.coordinator.todo import Todo, todos

MEETINGS = 5


@dataclass(frozen=True)
class PersonRow:
    """One of my persons: what is next with them."""

    chip: PersonChip
    text: Words
    sub: str
    tag: Tag


@dataclass(frozen=True)
class MeetingRow:
    """A meeting ahead."""

    day: date
    is_today: bool
    name: str
    text: str
    url: str

    @property
    def month(self) -> str:
        return words.short_day(self.day).split()[1]


@dataclass(frozen=True)
class TodayPage:
    """The page."""

    on: date
    lead: str
    next: NextStep | None
    todos: tuple[Todo, ...]
    news: tuple[Row, ...]
    meetings: tuple[MeetingRow, ...]
    persons: tuple[PersonRow, ...]
    closed: int
    load: Workload
    tenant_name: str


def today_page(
    day: Today, *, meetings: Iterable[MeetingLine], tasks: Iterable[TaskLine], limit: int,
    tenant: Municipality, on: date,
) -> TodayPage:  # fmt: skip
    """Gather the page."""
    ahead = list(meetings)
    found = todos(day, tasks, tenant.slug, on)
    pressing = [one for one in found if one.presses]
    return TodayPage(
        on, _lead(ahead, pressing, day, on), next=_next(pressing), todos=tuple(found),
        news=tuple(_news(one, tenant.slug) for one in day.news),
        meetings=tuple(meeting_row(one, tenant.slug, on) for one in ahead[:MEETINGS]),
        persons=tuple(_person(one, ahead, tenant.slug, on) for one in day.persons), closed=day.closed,
        load=Workload(len(day.persons) + day.closed, limit), tenant_name=tenant.name,
    )  # fmt: skip


def _lead(ahead: list[MeetingLine], pressing: list[Todo], day: Today, on: date) -> str:
    weekday = words.weekday_and_day(on)
    today = sum(clock.civil_day(one.starts_at) == on for one in ahead)
    parts = []
    if today:
        count = {"n": words.number(today, "ett")}
        parts.append(ngettext("%(n)s møte i dag", "%(n)s møter i dag", today) % count)
    if pressing:
        count = {"n": words.number(len(pressing))}
        parts.append(ngettext("%(n)s ting som haster", "%(n)s ting som haster", len(pressing)) % count)
    if not parts:
        said = gettext("Ingenting haster.")
    else:
        said = gettext("Du har %(list)s.") % {"list": words.listing(parts)}
    return f"{weekday[:1].upper()}{weekday[1:]}. {said}"


def _next(pressing: list[Todo]) -> NextStep | None:
    """Return the box with the most urgent thing; none when nothing presses."""
    if not pressing:
        return None
    first = pressing[0]
    facts = [Fact(gettext("Hvem"), gettext("Deg"))]
    if first.due:
        due = f"{words.weekday_and_day(first.due)}, {words.distance(first.due)}"
        facts.append(Fact(gettext("Frist"), due[:1].upper() + due[1:]))
    facts.append(Fact(gettext("Hvorfor"), first.why))
    action = Action(gettext("Gjør det nå"), first.url) if first.url else None
    return NextStep(first.title, facts=tuple(facts), action=action)


def _news(one: News, slug: str) -> Row:
    url = reverse("plan", kwargs={"tenant": slug, "plan": one.plan_id})
    return change_row(one.text, one.by_name, one.at, url=url, about=one.first_name)


def meeting_row(one: MeetingLine, slug: str, on: date) -> MeetingRow:
    """Return a meeting ahead, with its day apart."""
    day = clock.civil_day(one.starts_at)
    hours = f"{words.hour(one.starts_at)}–{words.hour(one.ends_at)}"
    text = ", ".join(filter(None, (gettext("I dag") if day == on else "", hours, one.place)))
    url = meeting_url(slug, one.id)
    return MeetingRow(day, day == on, one.person_name, text, url)


def _person(one: Followed, ahead: list[MeetingLine], slug: str, on: date) -> PersonRow:
    text, tag = person_state(one, on)
    if one.plan_id:
        url = reverse("plan", kwargs={"tenant": slug, "plan": one.plan_id})
    else:
        url = reverse("plan-start", kwargs={"tenant": slug, "person": one.person_id})
    age = gettext("%(age)d år") % {"age": one.age} if one.age is not None else ""
    role = " · ".join(filter(None, (age, one.kind.lower())))
    return PersonRow(PersonChip(one.name, role, url), text, _next_meeting(one.person_id, ahead), tag)


def _next_meeting(person: UUID, ahead: list[MeetingLine]) -> str:
    first = next((one for one in ahead if one.person == person), None)
    return gettext("Møte %(day)s") % {"day": words.day_and_hour(first.starts_at)} if first else ""
