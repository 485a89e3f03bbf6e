"""Yes or no to what is asked."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fellesplan.consent.data import ConsentData
from fellesplan.consent.models import Consent
from fellesplan.kernel import clock
from fellesplan.web.components.forms import PageForm, TextField


class GiveForm(PageForm):
    """The answer is the button one presses."""

    answer_given = forms.ChoiceField(choices=Consent.Answer.choices, widget=forms.HiddenInput)
    child_heard = TextField(
        label=_("Hva mener barnet selv?"), rows=3,
        help_text=_("Barn som har fylt 7 år, skal få si hva de mener. Skriv det her."),
        error_messages={"required": _("Skriv hva barnet mener, eller hvorfor du ikke har spurt")},
    )  # fmt: skip

    def __init__(self, *args: Any, ask_child: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not ask_child:
            del self.fields["child_heard"]

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("answer_given") == Consent.Answer.REFUSED:
            self.errors.pop("child_heard", None)
        return cleaned

    def answer(self, purpose: str) -> ConsentData:
        """Return the answer; who gives it and how follow from the login."""
        return ConsentData(
            purposes=(purpose,), answer=self.cleaned_data["answer_given"], form=Consent.Form.DIGITAL,
            capacity=Consent.Capacity.SELF, given_by_name="", given_on=clock.today(),
            child_heard=self.cleaned_data.get("child_heard", ""),
        )  # fmt: skip
