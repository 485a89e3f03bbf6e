"""The worklist's presenters: rows in groups by due date, and the cases that wait for others."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from fellesplan.access.actor import Actor
from fellesplan.cases import states
from fellesplan.cases.facts import facts_for
from fellesplan.cases.models import Case
from fellesplan.cases.rules import NextStep, next_step
from fellesplan.kernel import clock
from fellesplan.web.components.clock import Clock
from fellesplan.web.components.glue import Words
from fellesplan.web.components.presenters import Tag
from fellesplan.web.office import links
from fellesplan.web.office.steps import rule_words, state_tag, what_words, who_words


@dataclass(frozen=True)
class WorkRow:
    """One case that waits for something."""

    case_id: str
    name: str
    about: str
    what: Words
    why: Words
    rule: str
    url: str
    case_url: str
    state: Tag
    due: Clock | None
    caseworker: str
    take_url: str


@dataclass(frozen=True)
class Group:
    """Rows whose due dates belong together."""

    title: str
    rows: tuple[WorkRow, ...]


def steps_of(cases: Sequence[Case]) -> dict[str, NextStep]:
    """Return the next step of each case, by its id."""
    today = clock.today()
    return {str(id): next_step(facts, today) for id, facts in facts_for(cases, today).items()}


def rows(cases: Iterable[Case], steps: dict[str, NextStep], actor: Actor) -> tuple[WorkRow, ...]:
    return tuple(_row(case, steps[str(case.id)], actor) for case in cases)


def _row(case: Case, step: NextStep, actor: Actor) -> WorkRow:
    today, due = clock.today(), step.due or case.next_due
    return WorkRow(
        case_id=str(case.id),
        name=case.person.full_name,
        about=" · ".join(part for part in (age_words(case), case.number) if part),
        what=what_words(step),
        why=step.why.text,
        rule=rule_words(step.why.source),
        url=links.step_url(case, step.key, actor),
        case_url=links.case_url(case),
        state=state_tag(case, states.CASE.states[case.state]),
        due=Clock("", due, case.received_on, today) if due else None,
        caseworker=who_words(step, case, actor.employee) if case.caseworker else "",
        take_url="" if case.caseworker else links.case_url(case, "case-take"),
    )


def age_words(case: Case) -> str:
    """Return "7 år", or that the child is expected."""
    if case.person.is_unborn:
        return _("barn som ventes")
    age = case.person.age(clock.today())
    return "" if age is None else _("%(age)s år") % {"age": age}


def grouped(found: Iterable[WorkRow], today: date) -> tuple[Group, ...]:
    """Return the rows by when they are due; empty groups are left out."""
    sunday = today + timedelta(days=6 - today.weekday())
    groups: dict[str, list[WorkRow]] = {
        name: []
        for name in (_("Over fristen"), _("Denne uka"), _("Neste uke"), _("Senere"), _("Uten fast frist"))
    }
    names = list(groups)
    for row in found:
        groups[names[_index(row.due.due if row.due else None, today, sunday)]].append(row)
    return tuple(Group(name, tuple(rows)) for name, rows in groups.items() if rows)


def _index(due: date | None, today: date, sunday: date) -> int:
    if due is None:
        return 4
    if due < today:
        return 0
    if due <= sunday:
        return 1
    return 2 if due <= sunday + timedelta(days=7) else 3
