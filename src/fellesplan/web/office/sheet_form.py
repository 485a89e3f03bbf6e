"""What shall stand on a sheet that is signed on paper."""

from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fellesplan.consent.models import Consent
from fellesplan.consent.sheets import SheetContent
from fellesplan.people.models import Person, Unit
from fellesplan.web.components.forms import MultipleChoiceField, PageForm
from fellesplan.web.office import areas
from fellesplan.web.office.consent_form import PURPOSES

SHARING = Consent.Purpose.SHARING.value


class SheetForm(PageForm):
    """Hva skal det stå på skjemaet?"""

    purposes = MultipleChoiceField(
        label=gettext_lazy("Hva skal det svares på?"),
        choices=PURPOSES,
        error_messages={"required": gettext_lazy("Velg minst én ting det skal svares på")},
    )
    units = MultipleChoiceField(label=gettext_lazy("Hvilke tjenester kan få se noe?"), required=False)
    areas = MultipleChoiceField(label=gettext_lazy("Hva kan de få se?"), required=False)

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person
        rows = Unit.objects.filter(municipality=person.municipality, active=True).exclude(kind="office")
        self.units_by_key = {str(unit.pk): unit for unit in rows.order_by("name")}
        self.area_names = areas.names(person.municipality)
        fields: dict[str, Any] = self.fields
        fields["units"].choices = [(key, unit.name) for key, unit in self.units_by_key.items()]
        fields["areas"].choices = list(self.area_names.items())

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if SHARING in cleaned.get("purposes", ()):
            if not cleaned.get("units"):
                self.add_error("units", _("Velg hvilke tjenester det gjelder"))
            if not cleaned.get("areas"):
                self.add_error("areas", _("Velg hva tjenestene kan få se"))
        return cleaned

    @property
    def content(self) -> SheetContent:
        """Return what the sheet asks for; services and areas only where something is shared."""
        data = self.cleaned_data
        shared = SHARING in data["purposes"]
        return SheetContent(
            person=self.person.pk, purposes=tuple(data["purposes"]),
            units=tuple(UUID(key) for key in data["units"]) if shared else (),
            areas=tuple(data["areas"]) if shared else (),
        )  # fmt: skip
