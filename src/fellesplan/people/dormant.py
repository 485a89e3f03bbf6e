"""Sovende tilganger: who can still get in, but has not read anything for long (pjf § 13).

From the access log, without a word of what was read.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.conf import settings
from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from fellesplan.access.actor import Actor
from fellesplan.access.functions import visible
from fellesplan.access.last_read import read_since
from fellesplan.kernel import clock
from fellesplan.people.models import Assignment, Employee
from fellesplan.people.policy import live_on


@dataclass(frozen=True)
class Dormant:
    """The day since when they have read nothing, and who they are."""

    since: date
    employees: "QuerySet[Employee]"


def dormant(actor: Actor, today: date) -> Dormant:
    """Return those who have had access since before `since` and read nothing after it; two queries.

    Those who have never been given an account to log in with are among them.
    """
    since = today - timedelta(days=30 * settings.DORMANT_MONTHS)
    old = Assignment.objects.filter(live_on(today), valid_from__lt=since, employee_id=OuterRef("pk"))
    rows = visible(actor, "employee.edit", Employee).filter(Exists(old))
    accounts = [pk for pk in rows.values_list("account_id", flat=True) if pk]
    active = read_since(actor, accounts, datetime.combine(since, time.min, clock.NORWAY))
    live = Assignment.objects.filter(live_on(today)).select_related("unit").order_by("valid_from", "id")
    asleep = rows.filter(Q(account__isnull=True) | ~Q(account_id__in=active))
    shown = asleep.prefetch_related(Prefetch("assignments", queryset=live))
    return Dormant(since, shown.order_by("name", "id"))
