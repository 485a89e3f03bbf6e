"""The whole plan as it stood, marked with why: so that it can be shown and brought back later."""

from uuid import UUID

from fellesplan.access.actor import Actor
from fellesplan.kernel import clock
from fellesplan.kernel.text import t
from fellesplan.people.models import Person
from fellesplan.plans import states
from fellesplan.plans.models import Plan, PlanVersion
from fellesplan.plans.services.writing import Change, keep


def before_meeting(*, actor: Actor, person: Person, meeting: UUID) -> PlanVersion | None:
    """Keep the person's live plan as it is when a meeting begins, once for each meeting.

    Who leads the meeting has been let in to it already. Returns None when there is no plan.
    """
    rows = Plan.objects.select_for_update(of=("self",)).select_related("person")
    plan = rows.filter(person=person).exclude(state=states.ENDED).first()
    if plan is None:
        return None
    taken = plan.versions.filter(kind=PlanVersion.Kind.BEFORE_MEETING, content__changed__meeting=str(meeting))
    if found := taken.first():
        return found
    said = t("Planen slik den var før møtet {day}", day=clock.today().isoformat())
    return keep(
        actor, plan,
        Change(
            action="plan.lead", row=plan, summary=said, essential=False,
            kind=PlanVersion.Kind.BEFORE_MEETING, about={"meeting": str(meeting)},
        ),
    )  # fmt: skip
