"""The forms of the plan pages."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from fellesplan.plans.errors import EditConflict
from fellesplan.plans.view import MeasureLine
from fellesplan.web.components.forms import ChoiceField, PageForm, TextField


class WordsForm(PageForm):
    """What matters to the person. `theirs` is what somebody else saved meanwhile."""

    text = TextField(label=_("Dette er viktig for meg"), required=False, rows=8)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    theirs: str = ""
    by_name: str = ""

    def meet(self, conflict: EditConflict) -> None:
        """Keep mine in the field, show theirs, and write on from their version."""
        self.theirs = next((edit.theirs for edit in conflict.edits), "") or "–"
        self.by_name = conflict.by_name
        self.data = {**self.data, "text": self.cleaned_data["text"], "version": str(conflict.version)}


class ReportForm(PageForm):
    """What does not work. Nobody has to know why."""

    measure = ChoiceField(
        label=_("Hva er det som ikke fungerer?"), error_messages={"required": _("Velg det som ikke fungerer")}
    )
    note = TextField(label=_("Vil du si noe mer?"), required=False, rows=4)

    def __init__(self, *args: Any, lines: Iterable[MeasureLine], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["measure"]
        known = list(lines)
        field.choices = [(str(line.id), line.title) for line in known]
        field.widget.hints = {str(line.id): line.who for line in known}

    @property
    def measure_id(self) -> UUID:
        return UUID(self.cleaned_data["measure"])
