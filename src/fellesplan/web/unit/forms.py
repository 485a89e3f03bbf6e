"""The answer of a unit leader."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __

from fellesplan.web.components.forms import ChoiceField, PageForm, SelectField, TextField

NOBODY = "ingen"
AS_BUTTONS = 9


class AnswerForm(PageForm):
    """Who can take it, or nobody and why. `staff` are (id, name, what to know)."""

    employee = ChoiceField(label=__("Hvem hos dere kan ta oppgaven?"))
    note = TextField(
        label=__("Noe koordinerende enhet bør vite"), required=False, rows=3, max_length=1000,
        help_text=__("Sier dere nei, må du skrive hvorfor. Ikke skriv noe om helse her."),
    )  # fmt: skip

    def __init__(self, *args: Any, staff: list[tuple[str, str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(value, name) for value, name, _hint in staff]
        choices.append((NOBODY, _("Ingen hos oss kan nå")))
        hints = {value: hint for value, _name, hint in staff}
        if len(staff) > AS_BUTTONS:
            self.fields["employee"] = SelectField(
                label=self.fields["employee"].label,
                choices=[("", _("Velg")), *((v, f"{n}. {hints.get(v, '')}") for v, n in choices)],
                widget=forms.Select(attrs={"class": "ds-input"}),
            )
            return
        field = self.fields["employee"]
        if isinstance(field, ChoiceField):
            field.choices = choices
            field.widget.hints = hints
