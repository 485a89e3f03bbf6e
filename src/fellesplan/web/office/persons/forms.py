"""The forms of the pages of a person."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fellesplan.people import protection
from fellesplan.people.models import AccessLimit, Unit
from fellesplan.web.components.fields import TextField
from fellesplan.web.components.forms import (
    BirthNumberField,
    ChoiceField,
    DateField,
    PageForm,
    PhoneField,
    SelectField,
)
from fellesplan.web.components.glue import translate

PLACES = ("address", "postal_code", "postal_place", "gp", "daily_unit")


class DetailsForm(PageForm):
    """Navn og kontaktopplysninger. What tells the place is not here while the address is protected."""

    given_name = forms.CharField(label=_("Fornavn"), max_length=100, required=False)
    family_name = forms.CharField(label=_("Etternavn"), max_length=100)
    birth_date = DateField(label=_("Fødselsdato"), required=False, past=True)
    phone = PhoneField(label=_("Telefon"), required=False)
    email = forms.EmailField(label=_("E-post"), required=False)
    address = forms.CharField(label=_("Adresse"), max_length=200, required=False)
    postal_code = forms.RegexField(
        r"^\d{4}$", label=_("Postnummer"), required=False,
        error_messages={"invalid": _("Skriv fire siffer")},
    )  # fmt: skip
    postal_place = forms.CharField(label=_("Poststed"), max_length=100, required=False)
    daily_unit = SelectField(label=_("Barnehage eller skole"), required=False)
    gp = forms.CharField(label=_("Fastlege"), max_length=200, required=False)
    interpreter = forms.CharField(label=_("Tolk"), max_length=60, required=False)
    language = ChoiceField(
        label=_("Målform i brev"), required=False,
        choices=(("", _("Kommunens")), ("nb", _("Bokmål")), ("nn", _("Nynorsk"))),
    )  # fmt: skip

    def __init__(self, *args: Any, left_out: Iterable[str], units: Iterable[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._units = {str(unit.pk): unit for unit in units}
        names = [("", ""), *((key, unit.name) for key, unit in self._units.items())]
        self.fields["daily_unit"].choices = names  # type: ignore[attr-defined]
        for name in left_out:
            del self.fields[name]

    @property
    def details(self) -> dict[str, Any]:
        """Return what was sent, as the columns hold it."""
        data = dict(self.cleaned_data)
        if "daily_unit" in data:
            data["daily_unit"] = self._units.get(data["daily_unit"])
        return data


class NumberForm(PageForm):
    """Fødselsnummer eller d-nummer."""

    birth_number = BirthNumberField(label=_("Fødselsnummer eller d-nummer"))


class BornForm(PageForm):
    """Et barn som er født."""

    given_name = forms.CharField(label=_("Fornavn"), max_length=100, required=False)
    birth_date = DateField(label=_("Når ble barnet født?"), past=True)


class ProtectionForm(PageForm):
    """Hvordan er adressen skjermet, og hvor vet dere det fra?"""

    level = ChoiceField(
        label=_("Hvordan er adressen skjermet?"),
        hints={
            protection.CONFIDENTIAL: _("Tidligere kode 7. Adressen vises og skrives ingen steder."),
            protection.STRICT: _("Tidligere kode 6. I tillegg kan færre åpne siden og saken."),
        },
    )
    reason = TextField(
        label=_("Hvorfor?"), rows=2, max_length=1000, help_text=_("For eksempel melding fra Folkeregisteret.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        levels = [(key, translate(text)) for key, text in protection.LEVELS.items()]
        self.fields["level"].choices = levels  # type: ignore[attr-defined]


class DeathForm(PageForm):
    """Når døde personen, og hvor vet dere det fra?"""

    died_on = DateField(label=_("Når døde personen?"), past=True)
    source = forms.CharField(
        label=_("Hvor har dere det fra?"),
        max_length=200,
        help_text=_("For eksempel Folkeregisteret eller familien."),
    )


class ReasonForm(PageForm):
    """Hvorfor?"""

    reason = TextField(label=_("Hvorfor?"), rows=3, max_length=1000)


class LimitForm(ReasonForm):
    """Hva bygger begrensningen på?"""

    basis = ChoiceField(label=_("Hva bygger det på?"), choices=AccessLimit.Basis.choices)
    until = DateField(
        label=_("Til og med"),
        required=False,
        help_text=_("La feltet stå tomt hvis det gjelder til dere opphever det."),
    )

    field_order = ("basis", "reason", "until")


class EndForm(ReasonForm):
    """Når slutter det, og hvorfor?"""

    last_day = DateField(label=_("Siste dag"))

    field_order = ("last_day", "reason")
