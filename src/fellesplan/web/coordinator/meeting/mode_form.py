"""The one form of a meeting going on. Whatever button is pressed, everything on the page is saved."""

from typing import Any
from uuid import UUID

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from fellesplan.kernel import clock
from fellesplan.meetings.services import Outcome
from fellesplan.meetings.view import InvitedLine, ItemLine, MeetingView, TaskLine
from fellesplan.web.components.forms import ChoiceField, DateField, SelectField, TextField
from fellesplan.web.coordinator.plan.saving import WritingForm

COORDINATOR = "coordinator"
PERSON = "person"
OUTCOMES = [
    (Outcome.DONE.value, _("Gjort")),
    (Outcome.NOT_DONE.value, _("Ikke gjort")),
    (Outcome.POSTPONED.value, _("Utsatt")),
]


class ModeForm(WritingForm):
    """Notes and a decision for one point, who is there, and how it went with the tasks from before."""

    item = forms.UUIDField(widget=forms.HiddenInput)
    text = TextField(label=_("Notater"), rows=5, required=False)
    title = forms.CharField(label=_("Hva"), required=False, max_length=300)
    who = SelectField(label=pgettext_lazy("ansvarlig", "Hvem"), required=False)
    due_on = DateField(label=_("Innen"), required=False)

    def __init__(self, *args: Any, view: MeetingView, live: ItemLine, **kwargs: Any) -> None:
        start: dict[str, Any] = {"item": live.id, "text": live.minutes, "version": live.version}
        super().__init__(*args, initial=start, **kwargs)
        self.view, self.shows_attendance = view, clock.today() >= view.day
        self.fields["who"].choices = _who(view)  # type: ignore[attr-defined]
        for line in view.invited if self.shows_attendance else ():
            box = forms.CheckboxInput(attrs={"class": "ds-input"})
            self.fields[_here(line)] = forms.BooleanField(label=line.name, required=False, widget=box)
            self.initial[_here(line)] = line.attended is True
        for task in view.earlier:
            self._add_review(task)

    def _add_review(self, task: TaskLine) -> None:
        name = gettext("Er det gjort: %(task)s") % {"task": task.title}
        went, due = f"went_{task.id.hex}", f"until_{task.id.hex}"
        self.fields[went] = ChoiceField(label=name, choices=OUTCOMES, required=False, compact=True)
        self.initial[went] = "done" if task.is_done else task.reviewed
        label = gettext("Ny frist for %(task)s") % {"task": task.title}
        self.fields[due] = DateField(label=label, required=False)
        self.fields[due].widget.attrs["class"] = "ds-input"
        self.initial[due] = task.due_on if task.reviewed == "postponed" else None

    @property
    def decision(self) -> list[BoundField]:
        """Return what, who and until when."""
        return [self["title"], self["who"], self["due_on"]]

    @property
    def attendance(self) -> list[tuple[InvitedLine, Any]]:
        """Return each one called with the box to tick."""
        return [(line, self[_here(line)]) for line in self.view.invited] if self.shows_attendance else []

    @property
    def reviews(self) -> list[tuple[TaskLine, Any, Any]]:
        """Return each task from before with its answer and new day."""
        rows = self.view.earlier
        return [(task, self[f"went_{task.id.hex}"], self[f"until_{task.id.hex}"]) for task in rows]

    def clean(self) -> dict[str, Any]:
        """Demand a new day for what is postponed."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        for task in self.view.earlier:
            until = f"until_{task.id.hex}"
            if cleaned.get(f"went_{task.id.hex}") != Outcome.POSTPONED or until in self.errors:
                continue
            if cleaned.get(until) is None or cleaned[until] < clock.today():
                self.add_error(until, gettext("Skriv den nye fristen. Den må være i dag eller senere."))
        return cleaned

    @property
    def present(self) -> frozenset[UUID] | None:
        """Return the invitations of those who are there; None when nobody has touched the boxes."""
        changed = {_here(line) for line in self.view.invited} & set(self.changed_data)
        if not changed:
            return None
        return frozenset(line.id for line in self.view.invited if self.cleaned_data.get(_here(line)))

    @property
    def went(self) -> list[tuple[TaskLine, str, Any]]:
        """Return the tasks whose answer has changed, with the answer and the new day."""
        rows = []
        for task in self.view.earlier:
            names = (f"went_{task.id.hex}", f"until_{task.id.hex}")
            if self.cleaned_data[names[0]] and set(names) & set(self.changed_data):
                rows.append((task, self.cleaned_data[names[0]], self.cleaned_data[names[1]]))
        return rows


def _here(line: InvitedLine) -> str:
    return f"here_{line.id.hex}"


def _who(view: MeetingView) -> list[tuple[str, str]]:
    others = [(line.participant.hex, line.name) for line in view.invited if line.participant]
    return [(COORDINATOR, view.called_by or gettext("Koordinator")), (PERSON, view.person_name), *others]
