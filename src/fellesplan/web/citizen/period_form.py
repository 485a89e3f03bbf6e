"""How long a yes holds."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fellesplan.kernel import clock
from fellesplan.web.citizen.share_form import OTHER, spans
from fellesplan.web.components.forms import ChoiceField, DateField, PageForm, TextField


class RenewForm(PageForm):
    """The day that stands on the button: pressed twice it is the same day."""

    until = forms.DateField(input_formats=["%Y-%m-%d"])


class PeriodForm(PageForm):
    """How long; and what the child thinks, when another answers."""

    until = ChoiceField(
        label=gettext_lazy("Hvor lenge?"), error_messages={"required": gettext_lazy("Velg hvor lenge")}
    )
    until_day = DateField(label=gettext_lazy("Skriv datoen hvis du valgte en annen dato"), required=False)
    child_heard = TextField(
        label=gettext_lazy("Hva mener barnet selv?"), rows=3,
        help_text=gettext_lazy("Barn som har fylt 7 år, skal få si hva de mener. Skriv det her."),
        error_messages={"required": gettext_lazy("Skriv hva barnet mener, eller hvorfor du ikke har spurt")},
    )  # fmt: skip

    def __init__(self, *args: Any, now: date | None = None, ask_child: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["until"].choices = spans(clock.today(), now)
        fields["until_day"].earliest = clock.today()
        if not ask_child:
            del fields["child_heard"]

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        other = cleaned.get("until") == OTHER
        if other and not cleaned.get("until_day") and "until_day" not in self.errors:
            self.add_error("until_day", _("Skriv datoen svaret skal slutte å gjelde"))
        return cleaned

    @property
    def last_day(self) -> date:
        """Return the last day the answer holds."""
        chosen: str = self.cleaned_data["until"]
        day: date = self.cleaned_data["until_day"] if chosen == OTHER else date.fromisoformat(chosen)
        return day
