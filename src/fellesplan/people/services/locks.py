"""What every change of a person does first and last: hold the row, and write down what has happened."""

from fellesplan.access.actor import Actor
from fellesplan.people.models import Person, PersonState


def locked(person: Person) -> Person:
    """Return the person as they are kept now, held for the rest of the transaction."""
    return Person.objects.select_for_update(of=("self",)).get(pk=person.pk)


def keep_history(actor: Actor, person: Person, event: str, state: str = "", note: str = "") -> PersonState:
    """Write down what has happened with the person, and why."""
    return PersonState.objects.create(
        municipality_id=person.municipality_id, person=person, event=event, state=state, note=note,
        by_account=actor.account, by_name=actor.name,
    )  # fmt: skip
