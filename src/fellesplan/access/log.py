"""The access log as the person reads it: who, what, why and when, by day (pasientjournalloven § 22 a)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import chain, groupby
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Count, QuerySet
from django.db.models.functions import TruncDate

from fellesplan.access import explained_fields, explanations
from fellesplan.access.actor import Actor
from fellesplan.access.functions import visible
from fellesplan.access.models import Event, LogQuestion
from fellesplan.access.policy import about
from fellesplan.access.tenancy import working_in
from fellesplan.kernel import clock
from fellesplan.kernel.text import Text

DAYS_PER_PAGE = 10
RECENT_DAYS = 30
EMERGENCY = frozenset({"emergency:emergency", "emergency:own_session"})


@dataclass(frozen=True)
class Done:
    """Something that was done, once or several times in a day. `at` has the moments, the latest first.

    `parts` is what a change was about.
    """

    what: Text
    at: tuple[datetime, ...]
    parts: tuple[Text, ...] = ()


@dataclass(frozen=True)
class LogLine:
    """What one did on one day, on one ground. `event` is the latest, which one may ask about."""

    name: str
    title: str
    organisation: str
    why: Text | None
    done: tuple[Done, ...]
    is_refused: bool
    is_own: bool
    is_family: bool
    is_emergency: bool
    event: UUID
    questions: tuple[LogQuestion, ...] = ()


@dataclass(frozen=True)
class LogDay:
    """What was done on one civil day, the latest first."""

    day: date
    lines: tuple[LogLine, ...]


@dataclass(frozen=True)
class Seen:
    """On how many of the last days somebody has seen something."""

    name: str
    title: str
    days: int


@dataclass(frozen=True)
class Log:
    """One page of the log: whole days. `own` counts what the reader has done: apart unless asked for."""

    days: tuple[LogDay, ...]
    page: Page[date]
    recent: tuple[Seen, ...]
    own: int


def entries(
    actor: Actor,
    person: UUID,
    page: int | str = 1,
    *,
    with_own: bool = False,
    asked: Iterable[LogQuestion] = (),
) -> Log:
    """Return what others have read and changed about the person, the latest first; four or five queries.

    Read on the log's own connection, where the reads are written. `asked` are shown where they belong.
    """
    with working_in(actor.municipality, using="audit"):
        rows = visible(actor, "log.read", Event).using("audit").filter(about(Event, [person]))
        others = rows.exclude(account=actor.account)
        listed = rows if with_own else others
        shown = Paginator(_days(listed), DAYS_PER_PAGE).get_page(page)
        return Log(
            days=_by_day(_on(listed, list(shown.object_list)), actor, tuple(asked)),
            page=shown,
            recent=_recent(others, actor),
            own=rows.filter(account=actor.account).count(),
        )


def whole(actor: Actor, person: UUID) -> Iterator[Event]:
    """Return all that stands in the person's log, the latest first; read in batches while it is used."""
    with working_in(actor.municipality, using="audit"):
        rows = visible(actor, "log.read", Event).using("audit").filter(about(Event, [person]))
        yield from rows.order_by("-at", "-pk").iterator(chunk_size=1000)


def latest(actor: Actor, person: UUID) -> datetime | None:
    """Return when somebody else last read something about the person."""
    with working_in(actor.municipality, using="audit"):
        rows = visible(actor, "log.read", Event).using("audit").filter(about(Event, [person]))
        rows = rows.filter(kind=Event.Kind.READ)
        return rows.exclude(account=actor.account).order_by("-at").values_list("at", flat=True).first()


def _recent(rows: "QuerySet[Event]", actor: Actor) -> tuple[Seen, ...]:
    since = actor.at - timedelta(days=RECENT_DAYS)
    seen = rows.filter(kind=Event.Kind.READ, at__gte=since).values("account", "name", "title")
    counted = seen.annotate(days=Count(TruncDate("at", tzinfo=clock.NORWAY), distinct=True))
    return tuple(
        Seen(row["name"], row["title"], row["days"]) for row in counted.order_by("-days", "name", "account")
    )


def _days(rows: "QuerySet[Event]") -> "QuerySet[Event, date]":
    """Return the civil days something was done on, the latest first."""
    days = rows.order_by().annotate(day=TruncDate("at", tzinfo=clock.NORWAY))
    return days.values_list("day", flat=True).distinct().order_by("-day")


def _on(rows: "QuerySet[Event]", days: Sequence[date]) -> "QuerySet[Event]":
    """Return what was done from the first to the last of the days, the latest first."""
    if not days:
        return rows.none()
    since = datetime.combine(days[-1], time.min, clock.NORWAY)
    until = datetime.combine(days[0] + timedelta(days=1), time.min, clock.NORWAY)
    return rows.filter(at__gte=since, at__lt=until).order_by("-at", "-id")


def _by_day(rows: Iterable[Event], actor: Actor, asked: tuple[LogQuestion, ...]) -> tuple[LogDay, ...]:
    days = groupby(rows, key=lambda row: clock.civil_day(row.at))
    return tuple(LogDay(day, _folded(events, actor, asked)) for day, events in days)


def _folded(rows: Iterable[Event], actor: Actor, asked: tuple[LogQuestion, ...]) -> tuple[LogLine, ...]:
    """Fold what one has done in a day, on the same ground, into one line."""
    same: dict[tuple[object, ...], list[Event]] = {}
    for row in rows:
        refused = row.kind == Event.Kind.REFUSED
        same.setdefault((row.account, row.name, refused, row.ground), []).append(row)
    return tuple(_line(events, actor, asked) for events in same.values())


def _line(rows: list[Event], actor: Actor, asked: tuple[LogQuestion, ...]) -> LogLine:
    first, events = rows[0], {row.pk for row in rows}
    return LogLine(
        name=first.name, title=first.title, organisation=first.organisation,
        why=explanations.why(first.kind, first.ground), done=_done(rows),
        is_refused=first.kind == Event.Kind.REFUSED,
        is_own=first.account is not None and first.account == actor.account,
        is_family=first.ground.startswith("representative:"), is_emergency=first.ground in EMERGENCY,
        event=first.pk, questions=tuple(question for question in asked if question.event in events),
    )  # fmt: skip


def _done(rows: list[Event]) -> tuple[Done, ...]:
    same: dict[str, tuple[Text, list[Event]]] = {}
    for row in rows:
        what = explanations.what(row.kind, row.action, row.object_type)
        same.setdefault(str(what), (what, []))[1].append(row)
    return tuple(
        Done(what, tuple(row.at for row in events), parts_of(events)) for what, events in same.values()
    )


def parts_of(rows: Iterable[Event]) -> tuple[Text, ...]:
    """Return which parts were changed, in plain words; reads and refusals have none."""
    changes = (row.information for row in rows if row.kind == Event.Kind.CHANGE)
    return explained_fields.fields(chain.from_iterable(changes))
