"""When a person has died: the office ends the case, and with it appointment and plan; meetings are off.

Access has ended already, by the rules themselves. What is ended here would else stand as if it went on.
"""

from fellesplan.access import audit
from fellesplan.access.actor import Actor
from fellesplan.cases import states
from fellesplan.cases.happenings import CaseClosed
from fellesplan.cases.models import Case
from fellesplan.cases.services import progress
from fellesplan.cases.services.closing import DECEASED
from fellesplan.coordinators.models import Appointment
from fellesplan.kernel import clock
from fellesplan.kernel.events import announce
from fellesplan.kernel.text import t
from fellesplan.meetings import states as meeting_states
from fellesplan.meetings.happenings import MeetingCancelled
from fellesplan.meetings.models import Meeting
from fellesplan.meetings.services.writing import step
from fellesplan.people.happenings import DeathUndone, PersonDied
from fellesplan.people.models import Person
from fellesplan.plans import states as plan_states
from fellesplan.plans.models import Plan
from fellesplan.plans.services import writing


def find_next_step(happening: PersonDied | DeathUndone) -> None:
    """Let the open case find its next step: to be ended, or what it was before."""
    for case in Case.objects.filter(person=happening.person).exclude(state=states.CLOSED):
        progress.refresh(progress.lock(case))


def cancel_meetings(happening: PersonDied) -> None:
    """Cancel what is planned from now on; nobody is told why. When a death is undone, they stay off."""
    rows = Meeting.objects.select_for_update(of=("self",)).filter(
        person=happening.person, state=meeting_states.PLANNED, starts_at__gt=clock.now()
    )
    for meeting in rows:
        step(happening.actor, meeting, "cancelled")
        meeting.sequence += 1
        meeting.version += 1
        meeting.save(update_fields=["state", "sequence", "version"])
        audit.changed(
            happening.actor, "person.deceased", meeting, subject=meeting.person_id, fields=["state"]
        )
        announce(MeetingCancelled(actor=happening.actor, meeting=meeting, reason=""))


def end_all(happening: CaseClosed) -> None:
    """End coordinator and plan together with the case of one who has died."""
    if happening.reason == DECEASED:
        _end_appointments(happening.actor, happening.case.person)
        _end_plan(happening.actor, happening.case.person)


def _end_appointments(actor: Actor, person: Person) -> None:
    for row in Appointment.objects.select_for_update().filter(person=person, valid_to__isnull=True):
        row.valid_to = max(row.valid_from, clock.today())
        row.save(update_fields=["valid_to"])
        audit.changed(actor, "person.deceased", row, subject=person.pk, fields=["valid_to"])


def _end_plan(actor: Actor, person: Person) -> None:
    """End the plan, with its whole content as the last version."""
    for plan in Plan.objects.select_for_update().filter(person=person).exclude(state=plan_states.ENDED):
        writing.move(actor, plan, "ended")
        plan.version += 1
        plan.save(update_fields=["version"])
        summary = t("Avsluttet planen. Personen er død.")
        change = writing.Change(action="plan.count", row=plan, fields=["state"], summary=summary)
        writing.first_version(actor, plan, change)
