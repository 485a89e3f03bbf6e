"""The forms of emergency access."""

from typing import Any

from django import forms
from django.core import signing
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __

from fellesplan.people.models import Person
from fellesplan.web.components.forms import BirthNumberField, ChoiceField, PageForm, TextField

_SALT = "emergency"
_MINUTES = 15


def token_of(person: Person) -> str:
    """Return a sealed note of whom the search found, so that nobody is opened who was not searched for."""
    return signing.dumps(str(person.pk), salt=_SALT)


def person_in(token: str) -> str | None:
    """Return the id in the note, or None when it is not ours or too old."""
    try:
        return str(signing.loads(token, salt=_SALT, max_age=_MINUTES * 60))
    except signing.BadSignature:
        return None


class FindForm(PageForm):
    """Whom it is about: one of the two."""

    number = BirthNumberField(label=__("Fødselsnummer eller d-nummer"), required=False)
    case = forms.CharField(
        label=__("Saksnummer"), required=False, max_length=30, help_text=__("For eksempel 2026/0012")
    )

    def clean(self) -> dict[str, Any]:
        found = super().clean() or self.cleaned_data
        if not self.errors and not (found.get("number") or found.get("case")):
            self.add_error("number", _("Skriv fødselsnummeret eller saksnummeret."))
        return found


class OpenForm(PageForm):
    """Why the plan must be seen now."""

    who = forms.CharField(widget=forms.HiddenInput)
    reason = TextField(
        label=__("Hvorfor må du se planen nå?"), rows=4, max_length=2000,
        help_text=__("Personen og den som ser gjennom bruken etterpå, leser det du skriver."),
        error_messages={"required": __("Skriv hvorfor du må se planen nå.")},
    )  # fmt: skip
    warned = forms.BooleanField(label=__("Jeg har lest advarselen og må se planen likevel"), required=False)

    def __init__(self, *args: Any, protected: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not protected:
            del self.fields["warned"]


class ReviewForm(PageForm):
    """Whether there was reason to use emergency access."""

    verdict = ChoiceField(
        label=__("Var det grunn til å bruke nødtilgang?"),
        choices=[("ja", __("Ja, det var grunn til det")), ("nei", __("Nei, det var ikke grunn til det"))],
    )
    comment = TextField(
        label=__("Hva har du sett på, og hva kom du til?"), rows=4, max_length=2000,
        help_text=__("Personen får lese det du skriver."),
    )  # fmt: skip
