"""A coordinator leaves the unit: the appointment ends the same day, and the office must find another."""

from django.db.models import Q

from fellesplan.access import audit
from fellesplan.cases.services import progress
from fellesplan.coordinators.models import Appointment, StandIn
from fellesplan.people.happenings import AssignmentEnded
from fellesplan.people.models import Assignment


def assignment_ended(happening: AssignmentEnded) -> None:
    """End what the employee coordinates from the unit, unless they go on working there in another role."""
    row, last_day = happening.assignment, happening.last_day
    still = Assignment.objects.filter(employee_id=row.employee_id, unit_id=row.unit_id).exclude(pk=row.pk)
    lasting = Q(valid_to__isnull=True) | Q(valid_to__gt=last_day)
    if still.filter(lasting).exists():
        return
    held = Appointment.objects.select_for_update(of=("self",)).select_related("case")
    for appointment in held.filter(lasting, employee_id=row.employee_id, unit_id=row.unit_id).order_by("pk"):
        appointment.valid_to = max(last_day, appointment.valid_from)
        appointment.save(update_fields=["valid_to"])
        audit.changed(
            happening.actor, "employee.edit", appointment, subject=appointment.person_id, fields=["valid_to"]
        )
        progress.refresh(progress.lock(appointment.case))
    stood_in = StandIn.objects.filter(
        employee_id=row.employee_id, appointment__unit_id=row.unit_id, valid_to__gt=last_day
    )
    for one in stood_in.select_related("appointment"):
        one.valid_to = max(last_day, one.valid_from)
        one.save(update_fields=["valid_to"])
        subject = one.appointment.person_id
        audit.changed(happening.actor, "employee.edit", one, subject=subject, fields=["valid_to"])
