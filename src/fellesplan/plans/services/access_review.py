"""Ny vurdering av tilgang: the coordinator confirms, shortens or ends each participation (pjf § 13)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from fellesplan.access import audit
from fellesplan.access.actor import Actor
from fellesplan.access.functions import ground, require
from fellesplan.kernel import clock
from fellesplan.kernel.errors import InvalidInput
from fellesplan.kernel.text import Text, t
from fellesplan.people.policy import live_on
from fellesplan.plans.models import AccessReview, Participant, Plan
from fellesplan.plans.services.participants import end_participation
from fellesplan.plans.services.writing import Change, keep, locked

Verdict = AccessReview.Verdict


@dataclass(frozen=True)
class Judged:
    """What the coordinator found of one participant. `until`: their last day, when it is shortened."""

    verdict: str
    until: date | None = None


def to_judge(actor: Actor, plan: Plan) -> Sequence[Participant]:
    """Return the others who take part now, in the order they came in."""
    rows = plan.participants.filter(live_on(clock.today()), ended_at__isnull=True)
    if actor.employee:
        rows = rows.exclude(Q(employee__isnull=False) & Q(employee_id=actor.employee))
    names = ("employee", "unit", "private_person", "stands_in_for__employee")
    return list(rows.select_related(*names).order_by("valid_from", "id"))


def review_access(*, actor: Actor, plan: Plan, judged: Mapping[UUID, Judged]) -> Sequence[AccessReview]:
    """Keep what was found of each who takes part, and end or shorten what shall not last.

    Raises InvalidInput by participant when somebody is not judged, or a last day cannot be used; then
    nothing is changed.
    """
    held = locked(plan)
    require(actor, "plan.lead", held)
    rows = to_judge(actor, held)
    if wrong := {str(row.pk): text for row in rows if (text := _wrong(row, judged.get(row.pk)))}:
        raise InvalidInput(wrong)
    return [_keep(actor, held, row, judged[row.pk]) for row in rows]


def _wrong(row: Participant, found: Judged | None) -> Text | None:
    if found is None or found.verdict not in Verdict.values:
        return t("Svar for {name}.", name=row.name)
    if found.verdict != Verdict.SHORTEN:
        return None
    if found.until is None or found.until < clock.today():
        return t("Velg siste dag for {name}: i dag eller senere.", name=row.name)
    if row.valid_to and found.until > row.valid_to:
        return t(
            "{name} er bare med til {day}. Velg den dagen eller en tidligere.",
            name=row.name,
            day=row.valid_to,
        )
    return None


def _keep(actor: Actor, plan: Plan, row: Participant, found: Judged) -> AccessReview:
    review = AccessReview.objects.create(
        municipality_id=plan.municipality_id, plan=plan, participant=row, verdict=found.verdict,
        valid_to=found.until if found.verdict == Verdict.SHORTEN else None,
        by_employee_id=actor.employee, by_name=actor.name,
    )  # fmt: skip
    audit.changed(
        actor, "plan.lead", review, subject=plan.person_id, fields=["verdict"],
        ground=ground(actor, "plan.lead", plan),
    )  # fmt: skip
    if found.verdict == Verdict.END:
        end_participation(actor=actor, participant=row)
    elif found.verdict == Verdict.SHORTEN:
        _shorten(actor, plan, row, found)
    return review


def _shorten(actor: Actor, plan: Plan, row: Participant, found: Judged) -> None:
    row.valid_to = found.until
    row.save(update_fields=["valid_to"])
    summary = t("Kortere periode: {name}", name=row.name)
    keep(
        actor, plan,
        Change(
            action="participant.write", row=row, fields=["valid_to"], summary=summary, essential=False
        ),
    )  # fmt: skip
