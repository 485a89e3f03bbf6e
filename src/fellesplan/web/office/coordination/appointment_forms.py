"""Forms for finding a coordinator: ask a unit, and appoint whom it has named."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __

from fellesplan.coordinators.candidates import SuggestedUnit
from fellesplan.kernel import clock
from fellesplan.web.components.forms import DateField, PageForm, SelectField, TextField

ANSWER_WITHIN = timedelta(days=7)
"""What the form suggests; neither law nor any of the procedures sets a limit."""


class AskForm(PageForm):
    """A question to a unit. The suggested units stand first."""

    unit = SelectField(label=__("Virksomhet"))
    answer_by = DateField(label=__("Svar innen"))
    wished = forms.CharField(
        label=__("Hvem personen ønsker"), required=False, max_length=200,
        help_text=__("Navnet på den personen helst vil ha, når det er sagt."),
    )  # fmt: skip
    message = TextField(
        label=__("Melding til lederen"), required=False, rows=3, max_length=1000,
        help_text=__("Lederen ser fornavn og alder. Ikke skriv noe om helse eller tjenester her."),
    )  # fmt: skip

    def __init__(
        self, *args: Any, suggested: Sequence[SuggestedUnit], others: Sequence[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["unit"]
        first = [(str(each.unit.pk), each.unit.name) for each in suggested]
        known = {value for value, _name in first}
        rest = [pair for pair in others if pair[0] not in known]
        groups = [(_("Foreslått"), first), (_("Andre"), rest)] if first else rest
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", _("Velg virksomhet")), *groups]


class AppointForm(PageForm):
    """From when; and until when the earlier coordinator stays, if there is one."""

    valid_from = DateField(label=__("Koordinator fra"))
    overlap_until = DateField(
        label=__("Den forrige er koordinator til"), required=False,
        help_text=__("De to kan overlappe, så ingenting blir glemt. Tomt betyr til dagen før."),
    )  # fmt: skip

    def __init__(self, *args: Any, replaces: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not replaces:
            del self.fields["overlap_until"]
        else:
            self.fields["overlap_until"].label = _("Siste dag for %(name)s") % {"name": replaces}


def ask_initial(wished: str) -> dict[str, Any]:
    """Return what the question starts with."""
    return {"answer_by": clock.today() + ANSWER_WITHIN, "wished": wished}
