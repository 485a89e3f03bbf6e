"""The last screen before sending: attachments, when there are any to give or the procedure asks for one."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fellesplan.documents.uploads import Upload
from fellesplan.web.components.forms import PageForm
from fellesplan.web.public.referral.context import Asked
from fellesplan.web.uploads import UploadField, UploadsField


class CheckForm(PageForm):
    """Attachments. A written mandate is asked for where the procedure says so; one can report without it."""

    mandate = UploadField(
        label=_("Fullmakt"),
        kind="authorisation",
        error_messages={"required": _("Legg ved fullmakten, eller kryss av for at du ikke har den nå")},
    )
    later = forms.BooleanField(
        label=_("Jeg kan ikke legge ved fullmakt nå"),
        required=False,
        widget=forms.CheckboxInput(attrs={"class": "ds-input"}),
    )
    others = UploadsField(label=_("Andre vedlegg"), kind="attachment", required=False)

    def __init__(self, *args: Any, asked: Asked, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if asked.needs_mandate:
            self.fields["mandate"].help_text = asked.mandate_rule
            self.fields["mandate"].required = not self.data.get("later")
            self.fields["later"].help_text = _("Send meldingen likevel. Vi tar kontakt om fullmakten.")
        else:
            del self.fields["mandate"], self.fields["later"]

    @property
    def uploads(self) -> list[Upload]:
        mandate = self.cleaned_data.get("mandate")
        return [*([mandate] if mandate else []), *self.cleaned_data.get("others", [])]

    @property
    def missing(self) -> tuple[str, ...]:
        return (
            ("fullmakt",) if self.cleaned_data.get("later") and not self.cleaned_data.get("mandate") else ()
        )
