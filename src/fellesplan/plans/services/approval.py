"""The owner's yes to the plan (forskrift om individuell plan §§ 4 and 5)."""

from fellesplan.access.actor import Actor
from fellesplan.access.functions import require
from fellesplan.kernel import clock
from fellesplan.kernel.events import announce
from fellesplan.kernel.text import t
from fellesplan.people.policy import represented_by
from fellesplan.plans.happenings import PlanApproved
from fellesplan.plans.models import Approval, Plan, PlanVersion
from fellesplan.plans.services.writing import Change, conflict, keep, locked, move

SELF = "self"
DIGITAL = "digital"


def approve(*, actor: Actor, plan: Plan, version: int) -> Approval:
    """Approve the plan as the one who owns it, or acts for the owner. `version` is the one that was read.

    Raises EditConflict when something essential has changed since then, so that nobody approves unread text.
    """
    held = locked(plan)
    require(actor, "plan.approve", held)
    since = held.versions.filter(number__gt=version, content__changed__essential=True)
    if since.exists():
        raise conflict(held, held.pk, {}, {}, version=held.version)
    move(actor, held, "approved")
    held.approved_at = clock.now()
    held.save(update_fields=["approved_at"])
    said = t("Godkjent av {name}", name=actor.name)
    kept = keep(
        actor, held,
        Change(
            action="plan.approve", row=held, fields=["approved_at"], summary=said, essential=False,
            kind=PlanVersion.Kind.APPROVAL,
        ),
    )  # fmt: skip
    approval = Approval.objects.create(
        municipality_id=held.municipality_id, plan=held, version=kept.number, by_name=actor.name,
        capacity=_capacity(actor, held), form=DIGITAL,
    )  # fmt: skip
    announce(PlanApproved(actor=actor, plan=held))
    return approval


def _capacity(actor: Actor, plan: Plan) -> str:
    """Return as what the actor approves: the person self, or the kind of representation."""
    if actor.person == plan.person_id:
        return SELF
    held = represented_by(actor).filter(person_id=plan.person_id).order_by("valid_from", "id")
    return held.values_list("kind", flat=True).first() or SELF
