"""Reads about emergency access: what is open, what waits for review, and what the person is told."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from fellesplan.access import explanations
from fellesplan.access.actor import Actor, Role
from fellesplan.access.functions import visible
from fellesplan.access.models import Event
from fellesplan.access.tenancy import working_in
from fellesplan.kernel import clock
from fellesplan.kernel.text import Text
from fellesplan.people import emergency_states as states
from fellesplan.people.models import EmergencySession, EmergencyState, Employee, Person

NEWEST = 20
MOST_READ = 500


@dataclass(frozen=True)
class SessionLine:
    """One use of emergency access. `ended` is when it ended, or will; `verdict` None: not reviewed yet."""

    id: UUID
    person: UUID
    person_name: str
    by_name: str
    by_title: str
    organisation: str
    at: datetime
    ended: datetime
    is_open: bool
    reason: str
    protected_address: bool
    verdict: Text | None
    justified: bool
    comment: str
    reviewed_by: str
    reviewed_at: datetime | None


@dataclass(frozen=True)
class ReadLine:
    """What was read in a session, and when first."""

    what: Text
    times: int
    first: datetime


def open_session_of(employee: Employee) -> EmergencySession | None:
    """Return the employee's session that is open this moment."""
    rows = EmergencySession.objects.filter(employee=employee, until__gt=clock.now())
    return rows.filter(~Exists(_steps({"ended"}))).order_by("-at", "-id").first()


def session_of(actor: Actor) -> EmergencySession | None:
    """Return the session that the actor has open now."""
    if actor.emergency_until is None:
        return None
    rows = visible(actor, "emergency.end", EmergencySession).filter(until=actor.emergency_until)
    return rows.select_related("person").order_by("-at", "-id").first()


def state_of(session: EmergencySession) -> str:
    """Return where a session stands."""
    last = session.history.order_by("-at", "-id").values_list("state", flat=True).first()
    return last or states.EMERGENCY.initial


def to_review(actor: Actor) -> "QuerySet[EmergencySession]":
    """Return the sessions that wait for the actor's review, the oldest first."""
    rows = visible(actor, "emergency.review", EmergencySession).filter(~Exists(_steps(_REVIEWS)))
    over = Q(until__lte=clock.now()) | Exists(_steps({"ended"}))
    return rows.filter(over).select_related("person", "employee").order_by("at", "id")


def reviewed(actor: Actor) -> "QuerySet[EmergencySession]":
    """Return the newest sessions that have been reviewed."""
    rows = visible(actor, "emergency.review", EmergencySession).filter(Exists(_steps(_REVIEWS)))
    return rows.select_related("person", "employee").order_by("-at", "-id")[:NEWEST]


def of_person(actor: Actor, person: Person) -> tuple[SessionLine, ...]:
    """Return how emergency access to the person has been used, the newest first; two queries."""
    rows = visible(actor, "emergency.read", EmergencySession).filter(person=person)
    return lines(rows.select_related("person", "employee").order_by("-at", "-id")[:NEWEST])


def lines(rows: Iterable[EmergencySession]) -> tuple[SessionLine, ...]:
    """Return the sessions as they are shown; one more query for all of them."""
    found = list(rows)
    steps: dict[UUID, list[EmergencyState]] = {}
    if found:
        for step in EmergencyState.objects.filter(session__in=found).order_by("at", "id"):
            steps.setdefault(step.session_id, []).append(step)
    return tuple(_line(row, steps.get(row.pk, [])) for row in found)


def read_in(session: EmergencySession) -> tuple[ReadLine, ...]:
    """Return what the one who opened the session has read on that ground, the first thing first.

    The caller has decided access. Read on the log's own connection, where the reads are written.
    """
    with working_in(session.municipality_id, using="audit"):
        rows = Event.objects.using("audit").filter(
            municipality_id=session.municipality_id, subject=session.person_id,
            account=session.employee.account_id, kind=Event.Kind.READ, at__gte=session.at,
            at__lte=session.until, ground__startswith=f"{Role.EMERGENCY}:",
        )  # fmt: skip
        events = rows.order_by("at", "id").values_list("kind", "action", "object_type", "at")[:MOST_READ]
        found: dict[str, list[datetime]] = {}
        texts: dict[str, Text] = {}
        for kind, action, object_type, at in events:
            text = explanations.what(kind, action, object_type)
            texts[str(text)] = text
            found.setdefault(str(text), []).append(at)
    return tuple(ReadLine(texts[key], len(at), at[0]) for key, at in found.items())


_REVIEWS = frozenset({"found_justified", "found_unjustified"})


def _steps(events: Iterable[str]) -> "QuerySet[EmergencyState]":
    return EmergencyState.objects.filter(session_id=OuterRef("pk"), event__in=events)


def _line(row: EmergencySession, steps: list[EmergencyState]) -> SessionLine:
    ended = next((step.at for step in steps if step.event == "ended"), None)
    review = next((step for step in steps if step.event in _REVIEWS), None)
    return SessionLine(
        id=row.pk, person=row.person_id, person_name=row.person.full_name, by_name=row.employee.name,
        by_title=row.employee.title, organisation=row.organisation, at=row.at, ended=ended or row.until,
        is_open=ended is None and row.until > clock.now(), reason=row.reason,
        protected_address=row.protected_address,
        verdict=states.EMERGENCY.states[review.state] if review else None,
        justified=review is not None and review.state == states.JUSTIFIED,
        comment=review.note if review else "", reviewed_by=review.by_name if review else "",
        reviewed_at=review.at if review else None,
    )  # fmt: skip
