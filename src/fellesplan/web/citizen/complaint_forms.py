"""Forms of a complaint, as the person fills them in."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fellesplan.web.components.forms import MultipleChoiceField, PageForm, TextField
from fellesplan.web.uploads import UploadsField

_LONG = 20_000


class ComplaintForm(PageForm):
    """Klag på svaret. With one answer in the letter there is nothing to choose."""

    decisions = MultipleChoiceField(
        label=_("Hva klager du på?"), error_messages={"required": _("Velg hva du klager på")}
    )
    wants = TextField(
        label=_("Hva vil du ha endret?"), rows=4, max_length=_LONG,
        help_text=_("For eksempel «Jeg vil ha koordinator»."),
        error_messages={"required": _("Skriv hva du vil ha endret")},
    )  # fmt: skip
    why = TextField(
        label=_("Hvorfor?"), required=False, rows=6, max_length=_LONG,
        help_text=_("Fortell hva vi har misforstått, eller hva vi ikke vet."),
    )  # fmt: skip
    late_reason = TextField(
        label=_("Hvorfor klager du nå?"), required=False, rows=3, max_length=_LONG,
        help_text=_("Fristen er ute. Fortell hvorfor, så kan vi kanskje behandle klagen likevel."),
    )  # fmt: skip
    papers = UploadsField(label=_("Vedlegg"), kind="attachment", required=False)
    reference = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, decisions: Sequence[tuple[str, str]], late: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen: Any = self.fields["decisions"]
        chosen.choices = decisions
        self.alone = decisions[0][0] if len(decisions) == 1 else ""
        if self.alone:
            del self.fields["decisions"]
        if not late:
            del self.fields["late_reason"]

    @property
    def chosen(self) -> list[str]:
        return [self.alone] if self.alone else self.cleaned_data["decisions"]


class MoreForm(PageForm):
    """More to tell about a complaint that is being handled."""

    text = TextField(label=_("Vil du si noe mer?"), required=False, rows=5, max_length=_LONG)
    papers = UploadsField(label=_("Vedlegg"), kind="attachment", required=False)
