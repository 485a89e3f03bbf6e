"""The list "Dette skal du gjøre": from plans, consents and meetings, the most urgent first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import gettext

from fellesplan.meetings.view import TaskLine
from fellesplan.plans.overview import Followed, Today
from fellesplan.plans.rules import MeasureState
from fellesplan.plans.view import MeasureLine
from fellesplan.web.components import words
from fellesplan.web.coordinator.links import meeting_url

SOON, EVALUATION, NEXT = timedelta(days=3), timedelta(days=60), timedelta(days=14)
MOST = 12


@dataclass(frozen=True)
class Todo:
    """One thing to do. `due` None: as soon as possible."""

    title: str
    why: str
    url: str
    due: date | None
    on: date

    @property
    def presses(self) -> bool:
        """Return whether it should be done within three days."""
        return self.due is None or self.due <= self.on + SOON

    @property
    def tone(self) -> str:
        if self.due is None or self.due < self.on:
            return "danger"
        return "warning" if self.presses else "ok"


def todos(day: Today, tasks: Iterable[TaskLine], slug: str, on: date) -> list[Todo]:
    """Return what there is to do."""
    found = [todo for one in day.persons for todo in _of_person(one, slug, on)]
    found += [_task(task, slug, on) for task in tasks if task.mine or task.is_late(on)]
    return sorted(found, key=lambda todo: (todo.due or date.min, todo.title))[:MOST]


def own_tasks(tasks: Iterable[TaskLine], slug: str, on: date) -> list[Todo]:
    """Return the tasks from meetings that are one's own, the most urgent first."""
    return [_task(task, slug, on) for task in tasks if task.mine]


def _of_person(one: Followed, slug: str, on: date) -> Iterator[Todo]:
    start = reverse("plan-start", kwargs={"tenant": slug, "person": one.person_id})
    plan = reverse("plan", kwargs={"tenant": slug, "plan": one.plan_id}) if one.plan_id else start
    for line in one.measures:
        if todo := _measure(one, line, slug, on):
            yield todo
    if one.consent_until:
        title = gettext("Spør %(name)s om nytt samtykke") % {"name": one.first_name}
        why = gettext("Det gjelder til %(day)s. Etter det ser ingen av dere planen.")
        yield Todo(title, why % {"day": words.day(one.consent_until)}, plan, one.consent_until, on)
    if one.evaluate_on and one.evaluate_on <= on + EVALUATION:
        title = gettext("Evaluer planen til %(name)s") % {"name": one.first_name}
        why = gettext("Dere avtalte å se på planen igjen %(day)s.") % {"day": words.day(one.evaluate_on)}
        url = reverse("evaluation", kwargs={"tenant": slug, "plan": one.plan_id}) if one.plan_id else plan
        yield Todo(title, why, url, one.evaluate_on, on)


def _measure(one: Followed, line: MeasureLine, slug: str, on: date) -> Todo | None:
    url = reverse("measure-report", kwargs={"tenant": slug, "measure": line.id})
    told = {"title": line.title, "name": one.first_name}
    if line.state is MeasureState.NOT_WORKING:
        title = gettext("Finn en løsning for %(name)s: %(title)s") % told
        return Todo(title, line.note or gettext("Det er meldt at det ikke fungerer."), url, None, on)
    if line.state is MeasureState.LATE:
        who = gettext("Du") if line.is_mine else line.who or gettext("Ingen")
        why = gettext("%(who)s har ansvaret. Fristen var %(day)s.")
        told_why = {"who": who, "day": words.day(line.due_on) if line.due_on else ""}
        return Todo(gettext("Følg opp for %(name)s: %(title)s") % told, why % told_why, url, line.due_on, on)
    if line.is_mine and line.is_open and line.due_on and line.due_on <= on + NEXT:
        return Todo(gettext("%(title)s (%(name)s)") % told, gettext("Du har ansvaret."), url, line.due_on, on)
    return None


def _task(task: TaskLine, slug: str, on: date) -> Todo:
    why = gettext("Avtalt i møte om %(name)s. %(who)s har ansvaret.")
    told = {"name": task.person_name, "who": gettext("Du") if task.mine else task.who}
    url = meeting_url(slug, task.meeting) if task.meeting else ""
    title = task.title if task.mine else gettext("Følg opp: %(title)s") % {"title": task.title}
    return Todo(title, why % told, url, task.due_on or on, on)
