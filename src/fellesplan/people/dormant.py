"""Sovende tilganger: who can still get in, but has not read anything for long (pjf § 13).

From the access log, without a word of what was read.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.conf import settings
from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from fellesplan.access.actor import Actor
from fellesplan.access.functions import visible
from fellesplan.access.models import Event
from fellesplan.access.tenancy import working_in
from fellesplan.kernel import clock
from fellesplan.people.models import Account, Assignment, Employee
from fellesplan.people.policy import live_on


@dataclass(frozen=True)
class Dormant:
    """Since when nothing has been read, and the employees; `accounts` are those that have read since."""

    since: date
    employees: "QuerySet[Employee]"


def dormant(actor: Actor, today: date) -> Dormant:
    """Return those who have had access since before `since` and read nothing after; two queries.

    Those who have never been given an account to log in with are among them.
    """
    since = today - timedelta(days=30 * settings.DORMANT_MONTHS)
    old = Assignment.objects.filter(live_on(today), valid_from__lt=since, employee_id=OuterRef("pk"))
    rows = visible(actor, "employee.edit", Employee).filter(Exists(old))
    accounts = [pk for pk in rows.values_list("account_id", flat=True) if pk]
    active = _active(actor, accounts, since)
    live = Assignment.objects.filter(live_on(today)).select_related("unit").order_by("valid_from", "id")
    asleep = rows.filter(Q(account__isnull=True) | ~Q(account_id__in=active))
    shown = asleep.prefetch_related(Prefetch("assignments", queryset=live))
    return Dormant(since, shown.order_by("name", "id"))


def last_reads(actor: Actor, accounts: list[UUID]) -> dict[UUID, datetime]:
    """Return when each of a few accounts last read something; one query on the log's own connection."""
    newest = _reads(actor).filter(account=OuterRef("pk")).order_by("-at").values("at")[:1]
    with working_in(actor.municipality, using="audit"):
        rows = Account.objects.using("audit").filter(pk__in=accounts).annotate(read_at=newest)
        return {row.pk: row.read_at for row in rows if row.read_at}


def _active(actor: Actor, accounts: list[UUID], since: date) -> list[UUID]:
    moment = datetime.combine(since, time.min, clock.NORWAY)
    read = _reads(actor).filter(account=OuterRef("pk"), at__gte=moment)
    with working_in(actor.municipality, using="audit"):
        rows = Account.objects.using("audit").filter(Exists(read), pk__in=accounts)
        return list(rows.values_list("pk", flat=True))


def _reads(actor: Actor) -> "QuerySet[Event]":
    return Event.objects.filter(municipality_id=actor.municipality, kind=Event.Kind.READ)
