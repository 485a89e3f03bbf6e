"""Forms for the register of coordinators."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fellesplan.coordinators.models import CoordinatorProfile
from fellesplan.coordinators.services.register import CoordinatorData
from fellesplan.kernel import clock
from fellesplan.web.components.forms import DateField, PageForm, SelectField


class CoordinatorForm(PageForm):
    """What the register keeps about a coordinator."""

    trained_on = DateField(label=_("Opplæring fullført"), required=False)
    training_reported_on = DateField(
        label=_("Behovet for opplæring er meldt"),
        required=False,
        help_text=_("Fristen for opplæring regnes herfra."),
    )
    max_persons = forms.IntegerField(
        label=_("Har plass til"),
        required=False,
        min_value=0,
        max_value=99,
        help_text=_("Hvor mange personer koordinatoren selv sier det er plass til."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "data-short": ""}),
        error_messages={"invalid": _("Skriv et helt tall, for eksempel 4")},
    )
    languages = forms.CharField(
        label=_("Språk"),
        required=False,
        max_length=100,
        help_text=_("Med komma mellom, for eksempel norsk, dari"),
    )
    active = forms.BooleanField(label=_("Kan få nye personer"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("trained_on", "training_reported_on"):
            field = self.fields[name]
            if isinstance(field, DateField):
                field.latest = clock.today()

    @property
    def data_for_service(self) -> CoordinatorData:
        names = ("trained_on", "training_reported_on", "max_persons", "languages", "active")
        return CoordinatorData(**{name: self.cleaned_data[name] for name in names})


class NewCoordinatorForm(CoordinatorForm):
    """Who comes into the register; `employees` are those who work at the chosen unit."""

    employee = SelectField(label=_("Hvem"))

    field_order = ("employee", "trained_on", "training_reported_on", "max_persons", "languages", "active")

    def __init__(self, *args: Any, employees: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["employee"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", _("Velg")), *employees.items()]


def initial(profile: CoordinatorProfile) -> dict[str, Any]:
    """Return what the form starts with."""
    return {name: getattr(profile, name) for name in CoordinatorForm.base_fields}
