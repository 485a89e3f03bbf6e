"""Laying advice aside until what it is about has changed, and taking it up again."""

from fellesplan.access import audit
from fellesplan.access.actor import Actor
from fellesplan.access.functions import ground, require
from fellesplan.kernel import clock
from fellesplan.plans.models import AdvicePause, Plan
from fellesplan.plans.services.writing import locked


def pause_advice(*, actor: Actor, plan: Plan, key: str, about: str) -> AdvicePause:
    """Lay one piece of advice aside. `about`: what it rests on now; empty to show it again."""
    held = locked(plan)
    require(actor, "plan.lead", held)
    row, _ = AdvicePause.objects.update_or_create(
        plan=held, key=key, municipality_id=held.municipality_id,
        defaults={"about": about, "by_name": actor.name, "at": clock.now()},
    )  # fmt: skip
    audit.changed(
        actor, "plan.lead", row, subject=held.person_id, fields=["about"],
        ground=ground(actor, "plan.lead", held),
    )  # fmt: skip
    return row
