"""The others who may see something: who they are, as actors of their own."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from fellesplan.access.actor import Actor
from fellesplan.consent.queries import acting
from fellesplan.coordinators.models import Appointment
from fellesplan.kernel.errors import NotFound
from fellesplan.people.models import Representation
from fellesplan.people.queries import actor_of_employee, actor_of_person
from fellesplan.plans.models import Participant
from fellesplan.web.citizen import reads
from fellesplan.web.citizen.roles import in_sentence
from fellesplan.web.citizen.room import Room, as_citizen


@dataclass(frozen=True)
class Viewer:
    """One who may see something by `row`: takes part, coordinates, or acts for the person.

    `key` is the id of the row. `recipient`: the service or private person that consent opens for.
    """

    key: UUID
    name: str
    role: str
    row: Participant | Appointment | Representation
    recipient: UUID | None = None

    @property
    def first_name(self) -> str:
        return self.name.split()[0] if self.name.split() else self.name

    @property
    def is_family(self) -> bool:
        return isinstance(self.row, Representation)

    @property
    def actor(self) -> Actor:
        """Return who this is when logged in now; asks the database."""
        if isinstance(self.row, Representation):
            return as_citizen(actor_of_person(self.row.representative))
        if isinstance(self.row, Participant) and self.row.private_person:
            return actor_of_person(self.row.private_person)
        employee = self.row.employee
        if employee is None:
            raise NotFound
        return actor_of_employee(employee)


def viewers(room: Room, on: date) -> tuple[Viewer, ...]:
    """Return all but the reader who can have something to see; three queries."""
    joined = reads.participants_of(room.actor, room.person, on)
    leads = reads.coordinators_of(room.actor, room.person, on)
    family = [row for row in acting(room.person, on) if row.representative_id != room.actor.person]
    coordinating = {row.employee_id for row in leads}
    return (
        *(participant(row) for row in joined if row.employee_id not in coordinating),
        *(coordinator(row) for row in leads),
        *(relative(row) for row in family),
    )


def viewer(room: Room, key: UUID, on: date) -> Viewer:
    """Return one of them; raises NotFound."""
    found = next((one for one in viewers(room, on) if one.key == key), None)
    if found is None:
        raise NotFound
    return found


def participant(row: Participant) -> Viewer:
    """Return one who takes part in the plan."""
    return Viewer(row.pk, row.name, row.role, row, row.unit_id or row.private_person_id)


def coordinator(row: Appointment) -> Viewer:
    """Return one who coordinates."""
    role = _("%(kind)s, %(unit)s") % {"kind": row.get_kind_display(), "unit": row.unit.name}
    return Viewer(row.pk, row.employee.name, role, row)


def relative(row: Representation) -> Viewer:
    """Return one who acts for the person."""
    return Viewer(row.pk, row.representative.full_name, str(row.get_kind_display()), row)


def described(row: Viewer) -> str:
    """Return "Tone Birkeland (lærer)"."""
    return f"{row.name} ({in_sentence(row.role)})" if row.role else row.name
