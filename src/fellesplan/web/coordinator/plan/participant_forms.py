"""The forms of those who take part: inviting, guests from outside, and stand-ins."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from fellesplan.people.models import Employee
from fellesplan.plans.models import Participant
from fellesplan.plans.services.guests import KINDS, GuestData
from fellesplan.web.components.forms import DateField, PageForm, PhoneField, SelectField

_LAST_DAY = _("Tomt betyr så lenge samtykket gjelder.")
_GUEST = ("name", "title", "email", "phone", "organisation", "kind")


class ParticipantForm(PageForm):
    """What is said of a participant."""

    role = forms.CharField(
        label=_("Rolle i planen"), max_length=100, help_text=_("For eksempel kontaktlærer eller fastlege")
    )
    purpose = forms.CharField(
        label=_("Hvorfor er det nyttig at de er med?"), max_length=200, required=False,
        help_text=_("Den som eier planen, ser dette før samtykket blir gitt."),
    )  # fmt: skip
    contribution = forms.CharField(label=_("Bidrar med"), max_length=300, required=False)

    @staticmethod
    def initial_of(row: Participant) -> dict[str, object]:
        return {name: getattr(row, name) for name in ("role", "purpose", "contribution")}


class InviteForm(ParticipantForm):
    """An invitation, for a period if it is to end by itself."""

    valid_to = DateField(label=_("Siste dag"), required=False, help_text=_LAST_DAY)


class PrivateForm(InviteForm):
    """A private person: family, a friend or a neighbour."""

    given_name = forms.CharField(label=_("Fornavn"), max_length=100)
    family_name = forms.CharField(label=_("Etternavn"), max_length=100)
    phone = forms.CharField(label=_("Telefon"), max_length=20, required=False)
    field_order = ("given_name", "family_name", "phone", "role", "purpose", "contribution", "valid_to")


class GuestForm(PageForm):
    """Somebody who works outside the municipality."""

    name = forms.CharField(label=_("Navn"), max_length=200)
    title = forms.CharField(
        label=_("Stilling"), max_length=100, help_text=_("For eksempel overlege eller fastlege")
    )
    organisation = forms.CharField(
        label=_("Hvor arbeider de?"), max_length=200,
        help_text=_("For eksempel Sørlandet sykehus, habiliteringen"),
    )  # fmt: skip
    kind = SelectField(label=_("Hva slags virksomhet er det?"))
    email = forms.EmailField(
        label=_("E-post i jobben"), error_messages={"invalid": _("Skriv e-posten slik: navn@sykehus.no")}
    )
    phone = PhoneField(label=_("Telefon i jobben"), required=False, max_length=20)
    role = forms.CharField(
        label=_("Rolle i planen"), max_length=100, help_text=_("For eksempel lege i ansvarsgruppen")
    )
    purpose = forms.CharField(
        label=_("Hvorfor er det nyttig at de er med?"), max_length=200,
        help_text=_("Den som eier planen, ser dette før samtykket blir gitt."),
    )  # fmt: skip
    valid_to = DateField(label=_("Siste dag"), required=False, help_text=_LAST_DAY)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = [(kind.value, kind.label) for kind in KINDS]
        self.fields["kind"].choices = [("", gettext("Velg type")), *kinds]  # type: ignore[attr-defined]

    @property
    def guest(self) -> GuestData:
        """Return who it is."""
        return GuestData(**{name: self.cleaned_data[name] for name in _GUEST})


class StandInForm(PageForm):
    """Who stands in, when and why."""

    employee = SelectField(label=_("Hvem er vikar?"))
    valid_from = DateField(label=_("Fra"))
    valid_to = DateField(label=_("Til og med"))
    reason = forms.CharField(
        label=_("Hvorfor trengs det en vikar?"), max_length=200,
        help_text=_("For eksempel ferie eller permisjon. Den som eier planen, ser det."),
    )  # fmt: skip

    def __init__(self, *args: Any, employees: Iterable[Employee], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = [(str(one.pk), f"{one.name}, {one.title}") for one in employees]
        self.fields["employee"].choices = [("", gettext("Velg vikar")), *people]  # type: ignore[attr-defined]
