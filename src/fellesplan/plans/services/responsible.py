"""Who answers for a measure: a participant of the plan, or the coordinator, who then becomes one."""

from uuid import UUID

from fellesplan.coordinators.models import Appointment
from fellesplan.coordinators.policy import held_on
from fellesplan.kernel import clock
from fellesplan.kernel.errors import InvalidInput
from fellesplan.kernel.text import t
from fellesplan.people.models import Employee
from fellesplan.plans.models import Participant, Plan


def participant_for(plan: Plan, who: Participant | Employee | None) -> UUID | None:
    """Return the participant's id. Raises InvalidInput for one who does not take part in this plan."""
    if who is None:
        return None
    if isinstance(who, Employee):
        return _coordinator(plan, who)
    if who.plan_id != plan.pk:
        raise InvalidInput({"responsible": t("Velg en som er med i planen.")})
    return who.pk


def _coordinator(plan: Plan, employee: Employee) -> UUID:
    """Return the coordinator's participation; appointment is what makes one a part of the plan work."""
    present = plan.participants.filter(employee=employee, ended_at__isnull=True, valid_to__isnull=True)
    if found := present.first():
        return found.pk
    appointed = Appointment.objects.filter(held_on(clock.today()), person=plan.person, employee=employee)
    appointment = appointed.first()
    if appointment is None:
        raise InvalidInput({"responsible": t("Velg en som er med i planen.")})
    return Participant.objects.create(
        municipality_id=plan.municipality_id, plan=plan, employee=employee, unit=appointment.unit,
        role=str(appointment.get_kind_display()), valid_from=clock.today(),
    ).pk  # fmt: skip
