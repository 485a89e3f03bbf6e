"""The administrator's forms: units, employees, and who works where as what."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __

from fellesplan.kernel import clock
from fellesplan.people.administration import EmployeeData, UnitData
from fellesplan.people.models import Assignment, Employee, Unit
from fellesplan.web.components.forms import ChoiceField, DateField, PageForm, PhoneField, SelectField

_UNIT_FIELDS = ("name", "kind", "phone", "organisation_number", "external", "active")
_EMPLOYEE_FIELDS = ("name", "title", "email", "phone")
ROLE_HINTS = {
    "caseworker": __("Registrerer meldinger, utreder, bestemmer og oppnevner."),
    "system_coordinator": __("Holder registeret over koordinatorer og oppnevner."),
    "office_leader": __("Avgjør saker og ser tallene."),
    "unit_leader": __("Foreslår koordinatorer. Ser aldri innholdet i planer."),
    "administrator": __("Holder orden på ansatte og virksomheter. Ser aldri saker eller planer."),
    "provider": __("Kan bli koordinator eller deltaker i en plan."),
}


class UnitForm(PageForm):
    """A unit."""

    name = forms.CharField(label=__("Navn"), max_length=200)
    kind = SelectField(label=__("Type"), choices=[("", __("Velg type")), *Unit.Kind.choices])
    phone = PhoneField(label=__("Telefon"), required=False, max_length=20)
    organisation_number = forms.RegexField(
        r"^\d{9}$",
        label=__("Organisasjonsnummer"),
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "data-short": ""}),
        error_messages={"invalid": __("Skriv ni siffer")},
    )
    external = forms.BooleanField(label=__("Ligger utenfor kommunen"), required=False)
    active = forms.BooleanField(
        label=__("I bruk"),
        required=False,
        help_text=__("En virksomhet som ikke er i bruk, blir ikke foreslått."),
    )

    @property
    def data_for_service(self) -> UnitData:
        return UnitData(**{name: self.cleaned_data[name] for name in _UNIT_FIELDS})


class EmployeeForm(PageForm):
    """An employee."""

    name = forms.CharField(label=__("Navn"), max_length=200)
    title = forms.CharField(label=__("Stilling"), max_length=100)
    email = forms.EmailField(
        label=__("E-post i jobben"), required=False,
        error_messages={"invalid": __("Skriv e-posten slik: navn@kommune.no")},
    )  # fmt: skip
    phone = PhoneField(label=__("Telefon i jobben"), required=False, max_length=20)

    @property
    def employee_data(self) -> EmployeeData:
        return EmployeeData(**{name: self.cleaned_data[name] for name in _EMPLOYEE_FIELDS})


class AssignmentForm(PageForm):
    """Where somebody works, as what, and from when."""

    unit = SelectField(label=__("Virksomhet"))
    role = ChoiceField(
        label=__("Rolle"), choices=Assignment.AssignedRole.choices, initial="provider", hints=ROLE_HINTS
    )
    valid_from = DateField(label=__("Fra"))
    valid_to = DateField(label=__("Til"), required=False, help_text=__("Tomt betyr inntil videre."))

    def __init__(self, *args: Any, units: list[tuple[str, str]], **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"valid_from": clock.today(), "role": "provider"})
        super().__init__(*args, **kwargs)
        field = self.fields["unit"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", _("Velg virksomhet")), *units]


class NewEmployeeForm(EmployeeForm, AssignmentForm):
    """An employee with a first place of work."""

    field_order = ("name", "title", "email", "phone", "unit", "role", "valid_from")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["valid_to"]


class EndForm(PageForm):
    """The last day of an assignment."""

    last_day = DateField(
        label=__("Siste dag"),
        help_text=__("Tilgangen varer ut denne dagen. Velg gårsdagen hvis den skal stanse med en gang."),
    )


class LeaveForm(PageForm):
    """The last day somebody works here."""

    last_day = DateField(
        label=__("Siste dag"),
        help_text=__("Tilgangen varer ut denne dagen. Velg gårsdagen hvis den skal stanse med en gang."),
    )


def unit_initial(unit: Unit) -> dict[str, Any]:
    """Return what the form of a unit starts with."""
    return {name: getattr(unit, name) for name in _UNIT_FIELDS}


def employee_initial(employee: Employee) -> dict[str, Any]:
    """Return what the form of an employee starts with."""
    return {name: getattr(employee, name) for name in _EMPLOYEE_FIELDS}
