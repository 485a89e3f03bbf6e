"""Those who take part in the plan (forskrift om individuell plan § 9 nr. 2)."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from fellesplan.access import audit
from fellesplan.access.actor import Actor
from fellesplan.access.functions import ground, require
from fellesplan.kernel import clock
from fellesplan.kernel.errors import InvalidInput, Refused
from fellesplan.kernel.events import announce
from fellesplan.kernel.text import Text, t
from fellesplan.people.models import Employee, Person, Unit
from fellesplan.people.policy import live_on
from fellesplan.plans.happenings import ParticipantInvited
from fellesplan.plans.models import Participant, Plan
from fellesplan.plans.services.writing import Change, keep, locked


@dataclass(frozen=True, kw_only=True)
class NewPerson:
    """A private person whom the register does not know yet."""

    given_name: str
    family_name: str
    phone: str = ""
    email: str = ""


def invite(
    *,
    actor: Actor,
    plan: Plan,
    employee: Employee | None = None,
    unit: Unit | None = None,
    private_person: Person | None = None,
    role: str,
    purpose: str = "",
    contribution: str = "",
    valid_to: date | None = None,
) -> Participant:
    """Invite an employee on behalf of a unit, or a private person. They see nothing before consent does.

    `unit` defaults to where the employee works. Raises InvalidInput, or Refused if they take part already.
    """
    held = locked(plan)
    require(actor, "plan.lead", held)
    if (employee is None) == (private_person is None):
        raise InvalidInput({"": t("Velg én person å invitere.")})
    if not role.strip():
        raise InvalidInput({"role": t("Skriv hvilken rolle deltakeren har.")})
    if valid_to and valid_to < clock.today():
        raise InvalidInput({"valid_to": t("Siste dag må være i dag eller senere.")})
    _refuse_again(held, employee, private_person)
    participant = Participant.objects.create(
        municipality_id=held.municipality_id, plan=held, employee=employee,
        unit=_unit(employee, unit) if employee else None, private_person=private_person, role=role.strip(),
        purpose=purpose.strip(), contribution=contribution.strip(), valid_from=clock.today(),
        valid_to=valid_to,
    )  # fmt: skip
    _keep(
        actor,
        held,
        participant,
        ["role", "purpose", "contribution"],
        t("Invitert: {name}", name=participant.name),
    )
    announce(ParticipantInvited(actor=actor, participant=participant))
    return participant


def invite_new_person(
    *,
    actor: Actor,
    plan: Plan,
    person: NewPerson,
    role: str,
    purpose: str = "",
    contribution: str = "",
    valid_to: date | None = None,
) -> Participant:
    """Invite a private person by name, such as a grandmother or a neighbour. Raises InvalidInput."""
    require(actor, "plan.lead", plan)
    if not person.family_name.strip():
        raise InvalidInput({"family_name": t("Skriv etternavnet.")})
    made = Person.objects.create(
        municipality_id=plan.municipality_id, given_name=person.given_name.strip(), phone=person.phone,
        family_name=person.family_name.strip(), email=person.email, synthetic=plan.person.synthetic,
    )  # fmt: skip
    return invite(
        actor=actor, plan=plan, private_person=made, role=role, purpose=purpose, contribution=contribution,
        valid_to=valid_to,
    )  # fmt: skip


def update_participant(
    *, actor: Actor, participant: Participant, role: str, purpose: str, contribution: str
) -> Participant:
    """Change what is said of a participant."""
    held, row = _held(actor, participant)
    if not role.strip():
        raise InvalidInput({"role": t("Skriv hvilken rolle deltakeren har.")})
    wanted = {"role": role.strip(), "purpose": purpose.strip(), "contribution": contribution.strip()}
    changed = [name for name, value in wanted.items() if getattr(row, name) != value]
    if changed:
        for name in changed:
            setattr(row, name, wanted[name])
        row.save(update_fields=changed)
        _keep(actor, held, row, changed, t("Endret deltaker: {name}", name=row.name))
    return row


def end_participation(*, actor: Actor, participant: Participant) -> Participant:
    """Let somebody take part no longer; the plan is closed to them from this moment."""
    held, row = _held(actor, participant)
    if row.ended_at is None:
        row.ended_at = clock.now()
        row.valid_to = max(row.valid_from, clock.today())
        row.save(update_fields=["ended_at", "valid_to"])
        _keep(actor, held, row, ["ended_at"], t("Ikke med lenger: {name}", name=row.name))
    return row


def share_contact(*, actor: Actor, participant: Participant, shares: bool) -> Participant:
    """Let the other participants see how to reach one, or no longer. Only the participant decides that."""
    row = Participant.objects.select_for_update(of=("self",)).select_related("plan").get(pk=participant.pk)
    require(actor, "participant.contact", row)
    if row.shares_contact != shares:
        row.shares_contact = shares
        row.save(update_fields=["shares_contact"])
        audit.changed(
            actor, "participant.contact", row, subject=row.plan.person_id, fields=["shares_contact"],
            ground=ground(actor, "participant.contact", row),
        )  # fmt: skip
    return row


def _held(actor: Actor, participant: Participant) -> tuple[Plan, Participant]:
    held = locked(participant.plan)
    row = Participant.objects.select_related("employee", "private_person").get(pk=participant.pk)
    require(actor, "participant.write", row)
    return held, row


def _refuse_again(plan: Plan, employee: Employee | None, person: Person | None) -> None:
    who = {"employee": employee} if employee else {"private_person": person}
    if person and person.pk == plan.person_id:
        raise Refused(t("Planen er personens egen. Inviter andre."))
    lasting = Q(valid_to__isnull=True) | Q(valid_to__gte=clock.today())
    if plan.participants.filter(lasting, **who, ended_at__isnull=True).exists():
        raise Refused(t("{name} er allerede med i planen.", name=str(employee or person)))


def _unit(employee: Employee, wanted: Unit | None) -> Unit:
    """Return the unit the employee takes part for: one where they work now."""
    assigned = employee.assignments.filter(live_on(clock.today())).select_related("unit")
    units = [row.unit for row in assigned.order_by("valid_from", "id")]
    if not units or (wanted and wanted not in units):
        raise InvalidInput({"": t("Personen arbeider ikke der nå.")})
    return wanted or units[0]


def _keep(actor: Actor, plan: Plan, row: Participant, fields: list[str], summary: Text) -> None:
    change = Change(action="participant.write", row=row, fields=fields, summary=summary, essential=False)
    keep(actor, plan, change)
