"""The forms of the plan pages."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from fellesplan.plans.view import MeasureLine
from fellesplan.web.components.forms import ChoiceField, PageForm, TextField
from fellesplan.web.writing.forms import WritingForm


class WordsForm(WritingForm):
    """What matters to the person."""

    text = TextField(label=_("Dette er viktig for meg"), required=False, rows=8)

    def told(self, values: Mapping[str, str]) -> dict[str, str]:
        """Return what the plan calls by another name."""
        return {"text": values["matters"]} if "matters" in values else {}


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
