"""The advice for a plan as whoever leads it sees it, without what has been laid aside."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time
from hashlib import sha256
from uuid import UUID

from fellesplan.access.actor import Actor
from fellesplan.access.last_read import have_opened
from fellesplan.kernel import clock
from fellesplan.plans.models import AdvicePause
from fellesplan.plans.rules import MeasureState
from fellesplan.plans.rules.adviser import (
    Advice,
    AdviceFacts,
    AreaFact,
    GoalFact,
    InvitedFact,
    MeasureFact,
    advise,
)
from fellesplan.plans.vague_words import vague_words
from fellesplan.plans.view import GoalLine, ParticipantLine, PlanView


@dataclass(frozen=True)
class Given:
    """Advice to show, and advice that has been laid aside."""

    shown: tuple[Advice, ...] = ()
    paused: tuple[Advice, ...] = ()


def advice_for(actor: Actor, view: PlanView) -> Given:
    """Return the advice for who leads the plan, in two queries; nothing for the others."""
    if not view.rights.lead:
        return Given()
    found = advise(_facts(actor, view), view.on, vague_words())
    rows = AdvicePause.objects.filter(plan_id=view.id, municipality_id=actor.municipality)
    paused: Mapping[str, str] = dict(rows.values_list("key", "about"))
    aside = {one.key for one in found if paused.get(one.key) == mark(one)}
    return Given(
        tuple(one for one in found if one.key not in aside), tuple(one for one in found if one.key in aside)
    )


def mark(advice: Advice) -> str:
    """Return what the advice rests on, without saying it."""
    return sha256(advice.about.encode()).hexdigest()[:32]


def _facts(actor: Actor, view: PlanView) -> AdviceFacts:
    opened = _opened(actor, view)
    return AdviceFacts(
        first_name=view.first_name, birth_date=view.birth_date,
        touched=clock.civil_day(view.versions[0].at) if view.versions else None, evaluate_on=view.evaluate_on,
        measures=tuple(
            MeasureFact(
                id=str(one.id), title=one.title, amount=one.amount, has_responsible=bool(one.who),
                has_date=one.due_on is not None, done=one.state is MeasureState.DONE,
            )
            for one in view.measures
        ),
        goals=tuple(
            GoalFact(id=str(one.id), title=one.title, reached=one.reached, measures=_measures(view, one))
            for one in view.goals
        ),
        areas=tuple(
            AreaFact(key=area.key, name=area.name, needs=area.needs, measures=len(area.measures))
            for area in view.areas
        ),
        invited=tuple(
            InvitedFact(id=str(one.id), name=one.name, since=one.since, opened=one.account in opened)
            for one in _others(view) if one.since and one.account
        ),
    )  # fmt: skip


def _measures(view: PlanView, goal: GoalLine) -> int:
    parts = (one for one in view.goals if one.parent_id == goal.id)
    return len(goal.measures) + sum(len(one.measures) for one in parts)


def _others(view: PlanView) -> list[ParticipantLine]:
    """Return those who can open the plan, but the actor and those who have left."""
    return [one for one in view.participants if not (one.is_me or one.has_left or one.lacks_consent)]


def _opened(actor: Actor, view: PlanView) -> frozenset[UUID]:
    accounts = [one.account for one in _others(view) if one.account]
    since = min((one.since for one in _others(view) if one.since), default=view.on)
    moment = datetime.combine(since, time.min, clock.NORWAY)
    return have_opened(actor, accounts, subject=view.person_id, thing=view.id, since=moment)
