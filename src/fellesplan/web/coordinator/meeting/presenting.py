"""What the meeting pages hand to the components."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from fellesplan.kernel import clock
from fellesplan.meetings.view import InvitedLine, MeetingView, TaskLine
from fellesplan.web.components import words
from fellesplan.web.components.glue import Words, translate
from fellesplan.web.components.presenters import Action, Fact, NextStep, PersonChip, Row, Tag
from fellesplan.web.coordinator.meeting.words import address, when, where
from fellesplan.web.page import PageRequest

REPLIES = {
    "yes": Tag("success", _("Kommer")),
    "no": Tag("warning", _("Kan ikke komme"), "MinusCircle"),
    "none": Tag("neutral", _("Ikke svart")),
}


@dataclass(frozen=True)
class Called:
    """One who is called, as the page shows them."""

    line: InvitedLine
    chip: PersonChip
    tag: Tag | None


def people(view: MeetingView) -> tuple[Called, ...]:
    """Return those called: with their answer before the meeting, with attendance after it."""
    return tuple(Called(line, _chip(line), _tag(view, line)) for line in view.invited)


def _chip(line: InvitedLine) -> PersonChip:
    kind = "person" if line.is_subject else "family" if line.person else "other"
    return PersonChip(line.name, "" if line.is_subject else line.role, kind=kind)


def _tag(view: MeetingView, line: InvitedLine) -> Tag | None:
    if view.is_cancelled:
        return None
    if view.is_held or view.is_sent:
        return Tag("success", _("Var der")) if line.attended else Tag("neutral", _("Var ikke der"))
    return REPLIES[line.reply]


def next_step(request: PageRequest, view: MeetingView) -> NextStep | None:
    """Return what the actor does next about the meeting."""
    if view.is_cancelled or view.is_sent:
        return None
    if view.may_lead:
        return _leader_next(request, view)
    if view.is_planned and view.my_invitation and view.ends_at > clock.now():
        return _answer(request, view, view.my_invitation)
    return None


def _leader_next(request: PageRequest, view: MeetingView) -> NextStep:
    if view.is_held:
        send = Action(_("Les gjennom og send"), address(request, "meeting-send", view.id))
        write = Action(_("Skriv mer i referatet"), address(request, "meeting-mode", view.id))
        return NextStep(_("Send referatet"), _facts(view), send, (write,))
    days = (view.day - clock.today()).days
    open_ = Action(_("Åpne møtet"), address(request, "meeting-mode", view.id))
    prepare = Action(_("Forbered referatet"), address(request, "meeting-mode", view.id))
    edit = Action(_("Endre møtet"), address(request, "meeting-edit", view.id), kind="secondary")
    if days <= 0:
        began = _("Møtet er i dag") if days == 0 else _("Skriv referatet ferdig")
        return NextStep(began, _facts(view), open_, (edit,) if days == 0 else ())
    title = gettext("Møtet er %(when)s") % {"when": words.distance(view.day)}
    return NextStep(title, _facts(view), edit, (prepare,), kind="wait", own_label=_("Alt er klart"))


def _facts(view: MeetingView) -> tuple[Fact, ...]:
    return (Fact(_("Når"), when(view)), Fact(_("Hvor"), where(view)), Fact(_("Hvem kommer"), coming(view)))


def coming(view: MeetingView) -> str:
    """Return "Fem av seks har svart ja"."""
    yes = sum(line.reply == "yes" for line in view.invited)
    counts = {"yes": words.number(yes).capitalize(), "all": words.number(len(view.invited))}
    return gettext("%(yes)s av %(all)s har svart ja") % counts


def _answer(request: PageRequest, view: MeetingView, mine: InvitedLine) -> NextStep:
    url = address(request, "meeting-reply", view.id)
    yes = Action(_("Ja, jeg kommer"), url, post=True, fields={"answer": "yes"})
    no = Action(_("Jeg kan ikke komme"), url, post=True, fields={"answer": "no"})
    if mine.reply == "none":
        return NextStep(_("Kommer du?"), _facts(view)[:2], yes, (no,))
    said = _("Du har svart at du kommer") if mine.reply == "yes" else _("Du har svart at du ikke kan komme")
    other = Action(_("Jeg kan ikke komme likevel"), url, post=True, fields={"answer": "no"})
    again = Action(_("Jeg kan komme likevel"), url, post=True, fields={"answer": "yes"})
    change = other if mine.reply == "yes" else again
    return NextStep(said, _facts(view)[:2], None, (change,), kind="wait")


def task_rows(request: PageRequest, tasks: Iterable[TaskLine]) -> tuple[Row, ...]:
    """Return tasks as rows; one's own can be marked as done."""
    return tuple(_task_row(request, task) for task in tasks)


def _task_row(request: PageRequest, task: TaskLine) -> Row:
    url = reverse("task-done", kwargs={"tenant": request.tenant.slug, "task": task.id})
    if task.is_done:
        return Row(task.title, meta=task_meta(task), tag=Tag("success", _("Gjort")))
    if task.mine:
        action = Action(_("Merk som gjort"), url, post=True, kind="secondary", hidden=task.title)
        return Row(task.title, meta=task_meta(task), action=action)
    late = task.is_late(clock.today())
    return Row(task.title, meta=task_meta(task), tag=Tag("danger", _("Over fristen")) if late else None)


def decided(tasks: Iterable[TaskLine]) -> tuple[Row, ...]:
    """Return what was decided, without anything to press."""
    return tuple(Row(task.title, meta=task_meta(task)) for task in tasks)


def reviewed(tasks: Iterable[TaskLine]) -> tuple[Row, ...]:
    """Return how it went with the tasks from before."""
    return tuple(Row(task.title, meta=task_meta(task), tag=_went(task)) for task in tasks)


def _went(task: TaskLine) -> Tag:
    if task.is_done:
        return Tag("success", _("Gjort"))
    return Tag("info", _("Utsatt")) if task.reviewed == "postponed" else Tag("neutral", _("Ikke gjort"))


def task_meta(task: TaskLine) -> str:
    """Return "Anja Lode, innen 30. november"."""
    if task.due_on is None:
        return task.who
    return gettext("%(who)s, innen %(day)s") % {"who": task.who, "day": words.day(task.due_on)}


def silences(view: MeetingView) -> tuple[str, ...]:
    """Return who must not hear about what, one sentence each."""
    return tuple(
        gettext("%(who)s skal ikke høre om %(areas)s.")
        % {"who": _from(one.name, one.unit), "areas": _areas(one.areas)}
        for one in view.silences
    )


def _from(name: str, unit: str) -> str:
    return gettext("%(name)s fra %(unit)s") % {"name": name, "unit": unit} if unit else name


def _areas(areas: Iterable[Words]) -> str:
    names = [translate(area) for area in areas]
    return words.listing([f"«{name}»" for name in names])


def recipients(view: MeetingView) -> str:
    """Return who will get the minutes, in words."""
    there = sum(line.attended is True for line in view.invited)
    if not there:
        return gettext("Merk av hvem som er til stede. De får referatet.")
    return ngettext(
        "Referatet går til den ene som var til stede.",
        "Referatet går til de %(number)s som var til stede.",
        there,
    ) % {"number": words.number(there)}
