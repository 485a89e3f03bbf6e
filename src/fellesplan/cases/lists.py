"""Lists of cases: what waits for the office, and search. Only what the actor may see."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Count, F, Q, QuerySet

from fellesplan.access.actor import Actor
from fellesplan.access.functions import visible
from fellesplan.cases import states
from fellesplan.cases.models import Case
from fellesplan.people import birth_numbers
from fellesplan.people.models.person import vault

RELATED = ("person", "municipality", "caseworker")
ON_OTHERS = (
    "consent_wait", "nominate", "plan_start", "plan_finish", "evaluate", "follow_up", "complaint_wait",
    "closed", "complaint_completion", "complaint_sent",
)  # fmt: skip
"""Next steps that somebody outside the office takes; kept with each case by `services.progress.refresh`."""

PRELIMINARY_AHEAD = timedelta(days=3)
WHAT = {
    "consent": ("consenter", "consent_ask", "consent_wait", "consent_refused", "consent_withdrawn",
                "consent_expired", "consent_to_renew"),
    "preliminary": ("preliminary",),
    "assessment": ("criteria", "child", "assessment"),
    "decision": ("prior_notice", "approve", "decide", "letter", "complaint_wait"),
    "complaint": ("complaint",),
    "letter": ("second_notice",),
    "appointment": ("wish", "nominate_ask", "appoint", "plan_responsible"),
}  # fmt: skip
SORTS = {
    "due": ("next_due", "number"),
    "age": ("opened_at", "number"),
    "name": ("person__family_name", "person__given_name"),
}


@dataclass(frozen=True)
class Filter:
    """What to show: who has it, what shall be done, due within how many days (None = any), in which order."""

    who: str = "mine_and_free"
    what: str = ""
    days: int | None = None
    sort: str = "due"
    overdue: bool = False
    caseworker: UUID | None = None


@dataclass(frozen=True)
class Counts:
    """How many open cases wait for the office, are over the limit, are due this week, and came lately."""

    waiting: int
    overdue: int
    this_week: int
    new: int


def for_office(actor: Actor, on: date) -> "QuerySet[Case]":
    """Return open cases in which the office has something to do on a day."""
    return _open(actor).filter(~Q(next_step__in=ON_OTHERS) | _soon(on) | _over(on))


def _soon(on: date) -> Q:
    return Q(next_step="consent_wait") & _preliminary(on)


def _over(on: date) -> Q:
    return Q(next_step="complaint_wait", next_due__lt=on)


def on_others(actor: Actor, on: date) -> "QuerySet[Case]":
    """Return open cases that wait for somebody outside the office, the nearest limit first."""
    soon, over = _soon(on), _over(on)
    rows = _open(actor).filter(~soon, ~over, next_step__in=ON_OTHERS).exclude(state=states.ACTIVE)
    return rows.order_by(F("next_due").asc(nulls_last=True), "number")


def worklist(actor: Actor, chosen: Filter, on: date) -> "QuerySet[Case]":
    """Return the office's cases that the filter asks for, in order."""
    rows = for_office(actor, on).filter(_whose(actor, chosen))
    if chosen.what == "preliminary":
        rows = rows.filter(_preliminary(on), decisions__isnull=True)
    elif chosen.what:
        rows = rows.filter(next_step__in=WHAT[chosen.what])
    if chosen.overdue:
        rows = rows.filter(next_due__lt=on)
    elif chosen.days is not None:
        rows = rows.filter(Q(next_due__isnull=True) | Q(next_due__lte=on + timedelta(days=chosen.days)))
    first, *rest = SORTS[chosen.sort]
    return rows.order_by(F(first).asc(nulls_last=True), *rest)


def _preliminary(on: date) -> Q:
    return Q(next_due__lte=on + PRELIMINARY_AHEAD, preliminary_reply_on__isnull=True)


def _whose(actor: Actor, chosen: Filter) -> Q:
    return Q(caseworker_id=chosen.caseworker) if chosen.caseworker else _who(actor, chosen.who)


def by_step(actor: Actor, chosen: Filter, on: date) -> dict[str, int]:
    """Return how many cases each kind of work holds, for whoever is chosen; one query. A preliminary reply
    can be due whatever the next step is, so that one is counted apart from the rest.
    """
    rows = for_office(actor, on).filter(_whose(actor, chosen))
    wanted = {name: Count("pk", filter=Q(next_step__in=keys)) for name, keys in WHAT.items()}
    return dict(rows.aggregate(**{name: count for name, count in wanted.items() if name != "preliminary"}))


def held_by(actor: Actor, employee: UUID) -> "QuerySet[Case]":
    """Return the open cases a caseworker has, the nearest limit first."""
    rows = visible(actor, "case.handle", Case).exclude(state=states.CLOSED).filter(caseworker_id=employee)
    return rows.select_related(*RELATED).order_by(F("next_due").asc(nulls_last=True), "number")


def _who(actor: Actor, who: str) -> Q:
    mine, free = Q(caseworker_id=actor.employee), Q(caseworker__isnull=True)
    return {"mine_and_free": mine | free, "mine": mine, "free": free}.get(who, Q())


def counts(actor: Actor, on: date) -> Counts:
    """Return the numbers of the worklist's first sentence; one query."""
    sunday = on + timedelta(days=6 - on.weekday())
    found = for_office(actor, on).aggregate(
        waiting=Count("pk"),
        overdue=Count("pk", filter=Q(next_due__lt=on)),
        this_week=Count("pk", filter=Q(next_due__gte=on, next_due__lte=sunday)),
        new=Count("pk", filter=Q(received_on__gte=on - timedelta(days=1))),
    )
    return Counts(**found)


def search(actor: Actor, words: str, state: str = "", who: str = "") -> "QuerySet[Case]":
    """Return cases by name, case number or birth number, the newest first."""
    rows = visible(actor, "case.list", Case).select_related(*RELATED).filter(_state(state), _who(actor, who))
    if birth_numbers.is_valid(words):
        index = vault().fingerprint(birth_numbers.clean(words))
        return rows.filter(person__number_index=index).order_by("-opened_at")
    for word in words.split():
        named = Q(person__given_name__icontains=word) | Q(person__family_name__icontains=word)
        rows = rows.filter(named | Q(number__icontains=word) | Q(referrals__reference__iexact=word))
    return rows.order_by("-opened_at", "-number").distinct()


def _state(state: str) -> Q:
    if state == "open":
        return ~Q(state=states.CLOSED)
    return Q(state=state) if state in states.CASE.states else Q()


def _open(actor: Actor) -> "QuerySet[Case]":
    open_ = ~Q(state=states.CLOSED) | Q(next_step="complaint")
    rows = visible(actor, "case.list", Case).filter(open_)
    return rows.select_related(*RELATED)
