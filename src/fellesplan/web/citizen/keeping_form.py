"""What shall not be shown to the parents, and who of health personnel shall not see."""

from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fellesplan.cases.facts import procedure_of
from fellesplan.consent.areas import EVERYTHING
from fellesplan.consent.queries import representations
from fellesplan.people.models import Person, Representation, Unit
from fellesplan.people.models.municipality import HEALTH_KINDS
from fellesplan.web.citizen.consent_page import area_names
from fellesplan.web.components.forms import ChoiceField, MultipleChoiceField, PageForm, TextField
from fellesplan.web.components.glue import translate

ALL = "all"


class AskToKeepForm(PageForm):
    """Nobody has to say why."""

    areas = MultipleChoiceField(
        label=gettext_lazy("Hva vil du ikke at foreldrene dine skal se?"),
        error_messages={"required": gettext_lazy("Velg hva de ikke skal se")},
    )
    whom = ChoiceField(label=gettext_lazy("Hvem gjelder det?"), initial=ALL)
    reason = TextField(
        label=gettext_lazy("Vil du si hvorfor?"), required=False, rows=3, max_length=2000,
        help_text=gettext_lazy("Koordinatoren kan lese det. Foreldrene dine kan ikke lese det."),
    )  # fmt: skip

    def __init__(self, *args: Any, person: Person, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = area_names(procedure_of(person.municipality, on))
        known = [(key, translate(name)) for key, name in names.items()]
        self.fields["areas"].choices = [*known, (EVERYTHING, _("Alt sammen"))]  # type: ignore[attr-defined]
        rows = representations(person, on).filter(kind__in=Representation.PARENTAL)
        parents = [(str(row.representative_id), row.representative.full_name) for row in rows]
        everybody = [(ALL, _("Alle foreldrene mine"))]
        self.fields["whom"].choices = everybody + (parents if len(parents) > 1 else [])  # type: ignore[attr-defined]

    def chosen(self) -> dict[str, Any]:
        """Return what was chosen as the service takes it."""
        data = self.cleaned_data
        whom = None if data["whom"] == ALL else UUID(data["whom"])
        return {"areas": tuple(data["areas"]), "reason": data["reason"], "representative": whom}


class ObjectForm(PageForm):
    """Nobody has to say why."""

    unit = ChoiceField(label=gettext_lazy("Hvem skal ikke se det som står om helse?"), initial=ALL)

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = Unit.objects.filter(municipality=person.municipality_id, active=True, kind__in=HEALTH_KINDS)
        self.units = {str(unit.pk): unit for unit in rows.order_by("name")}
        named = [(key, unit.name) for key, unit in self.units.items()]
        self.fields["unit"].choices = [(ALL, _("Alt helsepersonell")), *named]  # type: ignore[attr-defined]

    def chosen(self) -> dict[str, Any]:
        """Return what was chosen as the service takes it."""
        return {"unit": self.units.get(self.cleaned_data["unit"])}
