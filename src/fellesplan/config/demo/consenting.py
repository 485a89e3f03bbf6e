"""Consent in the demo: asked for, given by whoever may give it, in the form the procedure wants."""

from dataclasses import replace

from fellesplan.access.actor import Actor
from fellesplan.cases.services import progress
from fellesplan.config.demo import papers
from fellesplan.config.demo.lives import Life
from fellesplan.consent import services
from fellesplan.consent.data import ConsentData, Share
from fellesplan.consent.models import Consent
from fellesplan.kernel import clock
from fellesplan.people.models import Person
from fellesplan.procedures.counting import add_years

Form = Consent.Form


def ask(life: Life, days: int) -> None:
    """Let the caseworker ask whoever may consent."""
    with life.place.days.at(life.after(days), 12):
        how = life.place.say("asked_how")
        progress.asked_for_consent(actor=life.caseworker, case=life.case, whom=_names(life), how=how)


def give(life: Life, days: int) -> None:
    """Register consent to all that was asked for."""
    with life.place.days.at(life.after(days), 9.5):
        _register(life, life.caseworker, life.story.wants)


def share(life: Life, days: int, shares: tuple[Share, ...]) -> None:
    """Let information be shared for a year: digitally by those who can log in, else on paper or by word."""
    with life.place.days.at(days, 12):
        _register(life, life.place.actor(life.coordinator), (Consent.Purpose.SHARING,), shares)


def _register(life: Life, receiver: Actor, purposes: tuple[str, ...], shares: tuple[Share, ...] = ()) -> None:
    givers = life.parents or [life.person]
    data = ConsentData(
        purposes=purposes, answer=Consent.Answer.GIVEN, form=_form(life), capacity=_capacity(life),
        given_by=givers[0], given_by_name=_names(life), given_on=clock.today(), shares=shares,
        child_heard=life.story.heard, valid_to=add_years(clock.today(), 1) if shares else None,
    )  # fmt: skip
    if data.form == Form.WRITTEN:
        words = tuple(str(Consent.Purpose(purpose).label) for purpose in purposes)
        capacity = str(Consent.Capacity(data.capacity).label)
        paper = papers.written_consent(life.place, life.person, data.given_by_name, capacity, words)
        services.register(actor=receiver, person=life.person, data=data, evidence=paper)
    elif shares and givers[0].account:
        services.give_digitally(actor=life.place.actor(givers[0]), person=life.person, data=data)
    else:
        services.register(actor=receiver, person=life.person, data=replace(data, form=Form.ORAL))


def _form(life: Life) -> str:
    """Return the form the procedure wants; the law takes any."""
    wanted = life.place.procedure.choices("consent.forms")
    return Form.WRITTEN if wanted and "oral" not in wanted else Form.ORAL


def _capacity(life: Life) -> str:
    parents = {0: Consent.Capacity.SELF, 1: Consent.Capacity.ONE_PARENT}
    return parents.get(len(life.parents), Consent.Capacity.BOTH_PARENTS)


def _names(life: Life) -> str:
    people: list[Person] = life.parents or [life.person]
    return " og ".join(person.full_name for person in people)
