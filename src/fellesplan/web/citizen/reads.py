"""Rows the pages are made of, each only as far as the actor may see them."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from fellesplan.access.actor import Actor
from fellesplan.access.functions import visible
from fellesplan.cases import states as cases
from fellesplan.cases.models import Case, Letter
from fellesplan.coordinators.models import Appointment
from fellesplan.coordinators.policy import held_on
from fellesplan.kernel import clock
from fellesplan.meetings.queries import upcoming
from fellesplan.meetings.view import MeetingLine
from fellesplan.people.models import Person, Representation
from fellesplan.people.policy import live_on, represented_by
from fellesplan.plans import states as plans
from fellesplan.plans.models import Measure, Participant, Plan
from fellesplan.plans.policy import as_participant

Kind = Representation.Kind
_AS: dict[str, Promise] = {
    Kind.PARENT: _("du er forelder"),
    Kind.OTHER_PARENTAL: _("du har foreldreansvar"),
    Kind.CHILD_WELFARE: _("du er fra barnevernet"),
    Kind.FOSTER_PARENT: _("du er fosterforelder"),
    Kind.GUARDIAN: _("du er verge"),
    Kind.FUTURE_PROXY: _("du er fremtidsfullmektig"),
    Kind.PROXY: _("du har fullmakt"),
    Kind.NEXT_OF_KIN: _("du er nærmeste pårørende"),
}


@dataclass(frozen=True)
class StandsFor:
    """Somebody the actor is or acts for. `how` is empty for oneself."""

    person: UUID
    name: str
    age: int | None
    how: Promise | str = ""


def stands_for(actor: Actor) -> tuple[StandsFor, ...]:
    """Return whose pages the actor may open, oneself first."""
    on = clock.civil_day(actor.at)
    kinds = dict(represented_by(actor).order_by("-valid_from").values_list("person_id", "kind"))
    found = visible(actor, "person.read", Person).order_by("birth_date", "id")
    lines = [
        StandsFor(row.pk, row.first_name, row.age(on), "" if row.pk == actor.person else _AS[kinds[row.pk]])
        for row in found
    ]
    return tuple(sorted(lines, key=lambda line: line.how != ""))


@dataclass(frozen=True)
class SharedPlan:
    """A plan that is shared with the actor as a friend or relative."""

    plan: UUID
    name: str


def shared_plans(actor: Actor) -> tuple[SharedPlan, ...]:
    """Return the plans the actor takes part in as a private person."""
    private = replace(as_participant(actor), employee=None, units=frozenset())
    rows = visible(private, "plan.read", Plan).exclude(state=plans.ENDED).select_related("person")
    return tuple(
        SharedPlan(row.pk, row.person.first_name) for row in rows.order_by("person__given_name", "id")
    )


def next_meeting(actor: Actor, person: Person) -> MeetingLine | None:
    """Return the next meeting about the person."""
    return next(iter(upcoming(actor, [person.pk])), None)


def case_of(actor: Actor, person: Person) -> Case | None:
    """Return the person's open case, or the last one."""
    rows = visible(actor, "case.follow", Case).filter(person=person)
    ordered = rows.select_related("person__municipality", "caseworker").order_by("-opened_at", "-id")
    found = list(ordered[:5])
    return next((row for row in found if row.state != cases.CLOSED), found[0] if found else None)


def letters_of(actor: Actor, person: Person) -> tuple[Letter, ...]:
    """Return the letters that have been sent, the latest first; one's own copy in place of the first."""
    rows = visible(actor, "letter.read", Letter).filter(case__person=person)
    return tuple(rows.exclude(copies__recipient_id=actor.person).order_by("-at", "-id"))


def coordinators_of(actor: Actor, person: Person, on: date) -> tuple[Appointment, ...]:
    """Return who coordinates for the person now."""
    rows = visible(actor, "appointment.read", Appointment).filter(held_on(on), person=person)
    return tuple(rows.select_related("employee", "unit").order_by("valid_from", "id"))


def participants_of(actor: Actor, person: Person, on: date) -> tuple[Participant, ...]:
    """Return who takes part in the person's live plan."""
    rows = visible(actor, "participant.read", Participant).filter(
        live_on(on), plan__person=person, ended_at__isnull=True
    )
    known = rows.exclude(plan__state=plans.ENDED).select_related("employee", "unit", "private_person")
    return tuple(known.order_by("valid_from", "id"))


def promises_of(actor: Actor, person: Person, recipient: UUID) -> int:
    """Return how many measures a service or a private person has left to do."""
    rows = visible(actor, "measure.read", Measure).filter(goal__plan__person=person, archived_at__isnull=True)
    open_rows = rows.exclude(state=plans.DONE).exclude(goal__plan__state=plans.ENDED)
    at_unit = open_rows.filter(responsible__unit_id=recipient)
    return (at_unit | open_rows.filter(responsible__private_person_id=recipient)).count()
