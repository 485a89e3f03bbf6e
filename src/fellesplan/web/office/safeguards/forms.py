"""The forms around consent: each says what is missing at its own field."""

from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fellesplan.consent.areas import EVERYTHING
from fellesplan.consent.models import Consent, Withholding
from fellesplan.consent.queries import representations
from fellesplan.consent.services import CapacityData, InformationData, KeepData
from fellesplan.people.models import Person, Representation, Unit
from fellesplan.people.models.municipality import HEALTH_KINDS
from fellesplan.web.components.forms import (
    ChoiceField,
    DateField,
    MultipleChoiceField,
    PageForm,
    SelectField,
    TextField,
)
from fellesplan.web.office import areas

ALL = ""


class CapacityForm(PageForm):
    """Avgjørelsen om at personen mangler beslutningskompetanse."""

    covers = MultipleChoiceField(
        label=gettext_lazy("Hva kan ikke personen avgjøre selv?"),
        choices=[(key, text) for key, text in Consent.Purpose.choices if key != "child_coordinator"],
        help_text=gettext_lazy("Bare det som er vurdert. Alt annet avgjør personen fortsatt selv."),
    )
    reason = TextField(
        label=gettext_lazy("Begrunnelse"), rows=6, max_length=8000,
        help_text=gettext_lazy("Hva forstår ikke personen, og hva har dere gjort for å hjelpe til å forstå?"),
    )  # fmt: skip
    decided_on = DateField(label=gettext_lazy("Når ble det avgjort?"), past=True)
    decided_by_name = forms.CharField(label=gettext_lazy("Hvem avgjorde det?"), max_length=200)
    decided_by_title = forms.CharField(label=gettext_lazy("Stilling"), max_length=200)
    decided_by_unit = forms.CharField(label=gettext_lazy("Virksomhet"), max_length=200)
    shown_to_person_on = DateField(
        label=gettext_lazy("Når ble det lagt fram for personen?"), past=True, required=False
    )
    shown_to_kin_on = DateField(
        label=gettext_lazy("Når ble det lagt fram for nærmeste pårørende?"), past=True, required=False
    )
    why_not_shown = TextField(
        label=gettext_lazy("Hvorfor er det ikke lagt fram for begge?"),
        rows=2,
        required=False,
        max_length=2000,
    )
    valid_to = DateField(
        label=gettext_lazy("Når skal det vurderes på nytt?"),
        help_text=gettext_lazy("Avgjørelsen slutter å gjelde denne dagen."),
    )

    def decision(self) -> CapacityData:
        """Return the decision as the service takes it."""
        data = dict(self.cleaned_data)
        return CapacityData(covers=tuple(data.pop("covers")), **data)


class KeepForm(PageForm):
    """Noe som ikke skal vises for foreldrene."""

    areas = MultipleChoiceField(label=gettext_lazy("Hva skal ikke vises?"))
    representative = SelectField(label=gettext_lazy("Hvem skal ikke se det?"), required=False)
    basis = ChoiceField(label=gettext_lazy("Hvorfor?"), choices=Withholding.Basis.choices)
    reason = TextField(label=gettext_lazy("Begrunnelse"), rows=4, max_length=4000)
    child_told_on = DateField(
        label=gettext_lazy("Når fikk barnet vite hva foreldrene likevel får vite?"), past=True
    )
    valid_to = DateField(
        label=gettext_lazy("Når skal det vises igjen?"), required=False,
        help_text=gettext_lazy("Uten dato gjelder det så lenge loven tillater."),
    )  # fmt: skip

    def __init__(self, *args: Any, person: Person, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["areas"].choices = keepable(person)  # type: ignore[attr-defined]
        self.fields["representative"].choices = parents(person, on)  # type: ignore[attr-defined]

    def keep(self) -> KeepData:
        """Return what was chosen as the service takes it."""
        data = dict(self.cleaned_data)
        who = data.pop("representative")
        return KeepData(areas=tuple(data.pop("areas")), representative=UUID(who) if who else None, **data)


class InformForm(PageForm):
    """Det foreldrene får vite."""

    text = TextField(label=gettext_lazy("Dette får foreldrene vite"), rows=6, max_length=8000)
    why_necessary = TextField(
        label=gettext_lazy("Hvorfor må de vite det?"), rows=3, max_length=4000,
        help_text=gettext_lazy("Bare det som er nødvendig for å oppfylle foreldreansvaret."),
    )  # fmt: skip
    given_on = DateField(label=gettext_lazy("Når får de vite det?"), past=True)
    child_told_on = DateField(label=gettext_lazy("Når fikk barnet vite at de får det?"), past=True)

    def information(self) -> InformationData:
        """Return what was written as the service takes it."""
        return InformationData(**self.cleaned_data)


class ObjectionForm(PageForm):
    """Et nei til at helsepersonell ser helseopplysninger."""

    unit = SelectField(label=gettext_lazy("Hvem skal ikke se det som står om helse?"), required=False)
    who = forms.CharField(label=gettext_lazy("Hvem sa nei?"), max_length=200)
    note = TextField(
        label=gettext_lazy("Merknad"), rows=2, required=False, max_length=2000,
        help_text=gettext_lazy("Ingen trenger å si hvorfor."),
    )  # fmt: skip

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.units = {str(unit.pk): unit for unit in health_units(person)}
        choices = [(ALL, _("Alt helsepersonell")), *((key, unit.name) for key, unit in self.units.items())]
        self.fields["unit"].choices = choices  # type: ignore[attr-defined]

    @property
    def chosen(self) -> Unit | None:
        return self.units.get(self.cleaned_data["unit"])


class WhyForm(PageForm):
    """Hvorfor noe vises igjen."""

    why = TextField(
        label=gettext_lazy("Hvorfor kan det vises igjen, og hva mener barnet?"), rows=3, required=False,
        max_length=2000,
    )  # fmt: skip


class WishForm(PageForm):
    """Hva som kom ut av barnets ønske."""

    answer = TextField(label=gettext_lazy("Hva ble dere enige om?"), rows=4, max_length=4000)


def keepable(person: Person) -> list[tuple[str, str]]:
    """Return what can be kept from parents: everything, or one area."""
    return [(EVERYTHING, _("Alt i planen og saken")), *areas.names(person.municipality).items()]


def parents(person: Person, on: date) -> list[tuple[str, str]]:
    """Return from whom: all parents, or one of them."""
    rows = representations(person, on).filter(kind__in=Representation.PARENTAL)
    named = [(str(row.representative_id), row.representative.full_name) for row in rows]
    return [(ALL, _("Alle som har foreldreansvar eller omsorg")), *named]


def health_units(person: Person) -> list[Unit]:
    """Return the health services of the municipality, by name."""
    rows = Unit.objects.filter(municipality=person.municipality_id, active=True, kind__in=HEALTH_KINDS)
    return list(rows.order_by("name"))
