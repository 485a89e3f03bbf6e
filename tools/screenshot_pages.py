"""Which pages are pictured, and as whom."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from fellesplan.access import tenancy
from fellesplan.cases.models import Case
from fellesplan.coordinators.models import Nomination
from fellesplan.meetings.models import Meeting
from fellesplan.people.models import Municipality, Person
from fellesplan.plans.models import Plan

SLUG = "lund"


@dataclass(frozen=True)
class Shot:
    """One page. `persona` is the part of the slug after the municipality, empty for a visitor."""

    name: str
    persona: str
    path: str


def pages() -> tuple[Shot, ...]:
    """Return every page that is pictured."""
    with tenancy.working_in(Municipality.objects.get(slug=SLUG).pk):
        found = (*_public(), *_office(), *_coordination(), *_meetings(), *_citizen())
    return found


def _shot(name: str, persona: str = "", view: str = "", **values: Any) -> Shot:
    path = reverse(view or name, kwargs={"tenant": SLUG, **values})
    return Shot(name, f"{SLUG}-{persona}" if persona else "", path)


def _public() -> Iterator[Shot]:
    yield Shot("municipalities", "", "/")
    yield Shot("demo", "", "/demo")
    yield _shot("front")
    yield _shot("referral", view="referral-start")
    yield _shot("privacy")
    yield _shot("accessibility")


def _office() -> Iterator[Shot]:
    cases = {case.person.given_name: case.pk for case in Case.objects.select_related("person")}
    yield _shot("worklist", "caseworker")
    yield _shot("cases", "caseworker")
    yield _shot("case", "caseworker", pk=cases["Jonas"])
    yield _shot("case-active", "caseworker", "case", pk=cases["Mina"])
    yield _shot("case-consent", "caseworker", pk=cases["Emil"])
    yield _shot("case-assessment", "caseworker", pk=cases["Jonas"])
    yield _shot("case-decision", "caseworker", pk=cases["Kristoffer"])
    yield _shot("case-preliminary", "caseworker", pk=cases["Solveig"])
    yield _shot("case-appointment", "caseworker", pk=cases["Bjørn"])
    letter = Case.objects.get(pk=cases["Grete"]).letters.get()
    yield _shot("case-letter", "caseworker", pk=letter.pk)
    yield _shot("referral-register", "caseworker")
    yield _shot("coordinators", "system-coordinator")
    yield _shot("report", "ke-leader")
    yield _shot("admin-home", "admin")
    yield _shot("procedure", "admin")


def _coordination() -> Iterator[Shot]:
    plan = Plan.objects.get(person__given_name="Mina")
    goal = plan.goals.order_by("order")[0]
    yield _shot("unit-today", "unit-leader")
    yield _shot("nomination", "unit-leader", pk=Nomination.objects.get(state="asked").pk)
    yield _shot("today", "coordinator")
    yield _shot("plan", "coordinator", plan=plan.pk)
    yield _shot("plan-text", "coordinator", plan=plan.pk, field="resources")
    yield _shot("goal-edit", "coordinator", goal=goal.pk)
    yield _shot("measure-edit", "coordinator", measure=goal.measures.order_by("order")[0].pk)
    yield _shot("participants", "coordinator", plan=plan.pk)
    yield _shot("shared-plans", "participant")
    yield _shot("plan-as-participant", "participant", "plan", plan=plan.pk)


def _meetings() -> Iterator[Shot]:
    held, coming = Meeting.objects.filter(person__given_name="Mina").order_by("starts_at")
    yield _shot("meeting", "coordinator", meeting=coming.pk)
    yield _shot("meeting-held", "coordinator", "meeting", meeting=held.pk)
    yield _shot("meeting-mode", "coordinator", meeting=coming.pk)
    yield _shot("meeting-new", "coordinator", person=held.person_id)


def _citizen() -> Iterator[Shot]:
    mina = Person.objects.get(given_name="Mina")
    sara = Person.objects.get(given_name="Sara")
    nora = Person.objects.get(given_name="Nora")
    goal = Plan.objects.get(person=mina).goals.order_by("order")[0]
    yield _shot("my", "owner")
    for view in ("my-plan", "my-plan-words", "my-around", "my-case", "my-consents", "my-log", "my-meetings"):
        yield _shot(view, "owner", person=mina.pk)
    yield _shot("my-goal", "owner", person=mina.pk, goal=goal.pk)
    yield _shot("my-meeting", "owner", person=mina.pk, meeting=mina.meetings.order_by("-starts_at")[0].pk)
    yield _shot("my-minutes", "owner", person=mina.pk, meeting=mina.meetings.order_by("starts_at")[0].pk)
    yield _shot("my-letter", "owner", person=mina.pk, letter=mina.cases.get().letters.first().pk)
    yield _shot("my-plan-approve", "youth", person=sara.pk)
    yield _shot("my-plan-of-child", "parent", "my-plan", person=nora.pk)
