"""What stands on the person's own plan page."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from fellesplan.access import log
from fellesplan.kernel.text import Text
from fellesplan.plans.view import CoordinatorLine, GoalLine, PlanView
from fellesplan.web.citizen.measures import SHOWN, Promise, promises, told
from fellesplan.web.citizen.room import Room
from fellesplan.web.components import words
from fellesplan.web.components.glue import translate

NEWS = 4


@dataclass(frozen=True)
class GoalCard:
    """A goal with where it stands, as a step and in words."""

    title: str
    url: str
    level: int
    text: str


@dataclass(frozen=True)
class News:
    """Something that was changed in the plan."""

    at: datetime
    text: Text
    by: str


@dataclass(frozen=True)
class Tile:
    """A way on, with a few words."""

    symbol: str
    title: str
    text: str
    url: str


@dataclass(frozen=True)
class PlanPage:
    """The plan as the person reads it."""

    view: PlanView
    promises: tuple[Promise, ...]
    rest: tuple[Promise, ...]
    told: str
    goals: tuple[GoalCard, ...]
    news: tuple[News, ...]
    tiles: tuple[Tile, ...]
    coordinators: tuple[CoordinatorLine, ...]
    pdf: str
    approve: str
    evaluate: str = ""

    @property
    def coordinator(self) -> CoordinatorLine | None:
        return next(iter(self.coordinators), None)


def plan_page(room: Room, view: PlanView) -> PlanPage:
    """Return the page; one query for when somebody last looked."""
    agreed = promises(room, view.measures)
    asked = view.next is not None and view.next.kind == "approve"
    return PlanPage(
        view=view, promises=agreed[:SHOWN], rest=agreed[SHOWN:], told=told(view.measures),
        goals=tuple(goal_card(room, goal) for goal in view.goals), news=_news(room, view),
        tiles=_tiles(room, view), coordinators=view.coordinators, pdf=pdf_url(room, view.id),
        approve=room.url("my-plan-approve") if asked else "",
        evaluate=room.url("my-evaluation") if view.goals and view.rights.approve else "",
    )  # fmt: skip


def goal_card(room: Room, goal: GoalLine) -> GoalCard:
    """Return a goal as a card."""
    text = " ".join(filter(None, [goal.now, level_words(goal.progress)]))
    return GoalCard(goal.title, room.url("my-goal", goal=goal.id), goal.progress, text)


def level_words(level: int) -> str:
    """Return where a goal stands, in a sentence."""
    return {
        -2: _("Vi har nettopp begynt."),
        -1: _("Ett trinn igjen til målet."),
        0: _("Målet er nådd."),
        1: _("Det går bedre enn målet."),
        2: _("Det går mye bedre enn målet."),
    }[level]


def pdf_url(room: Room, plan: UUID) -> str:
    """Return the address of the plan as a document."""
    return reverse("plan-pdf", kwargs={"tenant": room.request.tenant.slug, "plan": plan})


def _news(room: Room, view: PlanView) -> tuple[News, ...]:
    others = [row for row in view.versions if row.by_name != room.actor.name]
    return tuple(News(row.at, row.text, row.by_name) for row in others[:NEWS])


def _tiles(room: Room, view: PlanView) -> tuple[Tile, ...]:
    around = len(view.participants) + len(view.coordinators) + len(view.family)
    last = log.latest(room.actor, room.person.pk)
    seen = _("Sist %(when)s") % {"when": words.distance(last)} if last else _("Ingen andre ennå")
    helpers = _("%(n)s rundt deg") if room.is_own else _("%(n)s rundt personen")
    return (
        Tile("people", _("Rundt meg") if room.is_own else _("Rundt %(name)s") % {"name": room.first_name},
             helpers % {"n": words.number(around).capitalize()}, room.url("my-around")),
        Tile("lock", _("Hvem kan se"), _("Se og endre"), room.url("my-consents")),
        Tile("eye", _("Hvem har sett"), translate(seen), room.url("my-log")),
        Tile("road", _("Saken min") if room.is_own else _("Saken"), _("Hvor den står nå"),
             room.url("my-case")),
    )  # fmt: skip
