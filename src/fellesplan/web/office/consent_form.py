"""The form in which an employee registers an answer that came on paper or was spoken."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fellesplan.cases import rights
from fellesplan.cases.facts import procedure_of
from fellesplan.cases.models import Case
from fellesplan.consent.data import ConsentData, Share
from fellesplan.consent.law import consent_law
from fellesplan.consent.models import Consent
from fellesplan.consent.queries import Giver
from fellesplan.consent.verdicts import Role
from fellesplan.kernel import clock
from fellesplan.kernel.errors import InvalidInput
from fellesplan.people.models import Person, Unit
from fellesplan.web.components.forms import (
    ChoiceField,
    DateField,
    MultipleChoiceField,
    PageForm,
    SelectField,
    TextField,
)
from fellesplan.web.components.glue import translate
from fellesplan.web.office import areas
from fellesplan.web.uploads import UploadField

PURPOSES = (
    (Consent.Purpose.COORDINATOR.value, gettext_lazy("Koordinator")),
    (Consent.Purpose.CHILD_COORDINATOR.value, gettext_lazy("Barnekoordinator")),
    (Consent.Purpose.PLAN.value, gettext_lazy("Individuell plan")),
    (Consent.Purpose.SHARING.value, gettext_lazy("Å dele opplysninger med dem som er krysset av under")),
)
FORMS = (
    (Consent.Form.ORAL.value, gettext_lazy("Muntlig")),
    (Consent.Form.WRITTEN.value, gettext_lazy("Skriftlig")),
)
OTHER, BOTH = "other", "both"
_FIELDS = {"shares": "units", "given_by_name": "other_name"}
_CAPACITIES = {
    Role.PERSON: Consent.Capacity.SELF,
    Role.PARENT: Consent.Capacity.ONE_PARENT,
    Role.PARENTS: Consent.Capacity.ONE_PARENT,
    Role.OTHER_HOLDERS: Consent.Capacity.OTHER_PARENTAL,
    Role.CHILD_WELFARE: Consent.Capacity.CHILD_WELFARE,
    Role.CARE_HOME: Consent.Capacity.CARE_HOME,
    Role.MINORS_GUARDIAN: Consent.Capacity.GUARDIAN,
    Role.GUARDIAN: Consent.Capacity.GUARDIAN,
    Role.FUTURE_ATTORNEY: Consent.Capacity.FUTURE_PROXY,
    Role.NEXT_OF_KIN: Consent.Capacity.NEXT_OF_KIN,
    Role.PROVIDER: Consent.Capacity.HEALTH_PERSONNEL,
}
"""What is kept of who answers, by role. One of two parents answers alone."""


class ConsentForm(PageForm):
    """Registrer et svar."""

    purposes = MultipleChoiceField(label=gettext_lazy("Hva gjelder svaret?"), choices=PURPOSES)
    answer = ChoiceField(
        label=gettext_lazy("Hva var svaret?"),
        choices=Consent.Answer.choices,
        hints={"refused": gettext_lazy("Et nei skal også stå i saken.")},
        compact=True,
    )
    giver = ChoiceField(label=gettext_lazy("Hvem svarte?"))
    other_name = forms.CharField(
        label=gettext_lazy("Navnet på en annen som svarte"), max_length=200, required=False
    )
    capacity = SelectField(label=gettext_lazy("Hvilken rolle har den andre som svarte?"), required=False)
    form = ChoiceField(label=gettext_lazy("Hvordan kom svaret?"), compact=True)
    received_how = ChoiceField(
        label=gettext_lazy("Hvordan tok du imot det muntlige svaret?"),
        choices=Consent.Received.choices,
        required=False,
        help_text=gettext_lazy("Bare når svaret er muntlig. Du blir skrevet opp som den som tok imot det."),
        compact=True,
    )
    given_on = DateField(label=gettext_lazy("Når kom svaret?"), past=True)
    valid_to = DateField(
        label=gettext_lazy("Når slutter samtykket å gjelde?"),
        required=False,
        help_text=gettext_lazy(
            "Uten dato gjelder det til det trekkes, men aldri lenger enn til noen andre skal svare."
        ),
    )
    units = MultipleChoiceField(
        label=gettext_lazy("Hvilke tjenester kan få se opplysninger?"),
        required=False,
        help_text=gettext_lazy("Samtykket gis til tjenesten, ikke til én ansatt."),
    )
    areas = MultipleChoiceField(
        label=gettext_lazy("Hva kan disse tjenestene se?"),
        required=False,
        help_text=gettext_lazy("Skal tjenestene se ulike ting, registrerer du ett svar for hver."),
    )
    child_heard = TextField(label=gettext_lazy("Hva mener barnet?"), rows=4, required=False, max_length=4000)
    why_one = TextField(
        label=gettext_lazy("Hvorfor er ett samtykke nok?"),
        rows=2,
        required=False,
        max_length=2000,
        help_text=gettext_lazy("Bare når én av to foreldre svarer. Spør begge først."),
    )
    evidence = UploadField(
        label=gettext_lazy("Underskrevet skjema, som skann eller bilde"), kind="consent", required=False
    )
    note = TextField(label=gettext_lazy("Merknad"), rows=2, required=False, max_length=2000)

    def __init__(self, *args: Any, case: Case, givers: tuple[Giver, ...], **kwargs: Any) -> None:
        self.case, self.givers, today = case, givers, clock.today()
        wanted = [right.value for right in rights.of(case)]
        kwargs.setdefault("initial", {"given_on": today, "purposes": wanted})
        super().__init__(*args, **kwargs)
        age, law = case.person.age(today), consent_law(today)
        procedure = procedure_of(case.municipality, today)
        accepted = procedure.choices("consent.forms")
        self._choose("form", [one for one in FORMS if one[0] in accepted] or list(FORMS))
        self.fields["form"].help_text = self._routine(accepted)
        self._choose("giver", _giver_choices(givers))
        self._choose("capacity", [("", _("Velg")), *Consent.Capacity.choices])
        self._choose("units", [(str(unit.id), unit.name) for unit in self._units().values()])
        self._choose("areas", list(areas.names(case.municipality).items()))
        if age is not None and age >= law.adult:
            self._choose("purposes", [one for one in PURPOSES if one[0] != "child_coordinator"])
        if age is None or age >= law.own:
            del self.fields["child_heard"]
        if not any(giver.role is Role.PARENTS for giver in givers):
            del self.fields["why_one"]

    def _choose(self, name: str, choices: list[Any]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]

    def _routine(self, accepted: tuple[str, ...]) -> str:
        """Say when the municipality's own routine leaves out a form that the law accepts."""
        if "oral" in accepted or not accepted:
            return _(
                "Er svaret skriftlig, legger du ved skjemaet. Er det muntlig, velger du hvordan det kom."
            )
        return _(
            "%(name)s tar bare imot skriftlig samtykke. Det er kommunens egen rutine. "
            "Etter loven er et muntlig samtykke også gyldig."
        ) % {"name": self.case.municipality.name}

    def _units(self) -> dict[str, Unit]:
        if not hasattr(self, "_known"):
            rows = Unit.objects.filter(municipality=self.case.municipality, active=True).exclude(
                kind="office"
            )
            self._known = {str(unit.id): unit for unit in rows.order_by("name")}
        return self._known

    def clean(self) -> dict[str, Any]:
        """One who is not on the list must be named, with the capacity; the answer must be provable."""
        data = self.cleaned_data
        if data.get("form") == Consent.Form.ORAL and not data.get("received_how"):
            self.add_error("received_how", _("Velg hvordan du tok imot svaret"))
        given = data.get("answer") == Consent.Answer.GIVEN
        on_paper = data.get("form") == Consent.Form.WRITTEN and "evidence" not in self.errors
        if given and on_paper and not data.get("evidence"):
            self.add_error("evidence", _("Legg ved skjemaet, som skann eller bilde"))
        if data.get("giver") == OTHER:
            if not data.get("other_name"):
                self.add_error("other_name", _("Skriv navnet på den som svarte"))
            if not data.get("capacity"):
                self.add_error("capacity", _("Velg hvilken rolle den andre har"))
        return data

    def consent_data(self) -> ConsentData:
        """Return the answer as the service takes it."""
        data = self.cleaned_data
        who, capacity, name = self._giver()
        chosen = tuple(Share(unit=self._units()[key], areas=tuple(data["areas"])) for key in data["units"])
        sharing = Consent.Purpose.SHARING.value in data["purposes"] and data["answer"] == Consent.Answer.GIVEN
        return ConsentData(
            purposes=tuple(data["purposes"]), answer=data["answer"], form=data["form"], capacity=capacity,
            given_by=who, given_by_name=name, given_on=data["given_on"], valid_to=data["valid_to"],
            shares=chosen if sharing else (), child_heard=data.get("child_heard", ""), note=data["note"],
            why_one=data.get("why_one", ""),
            received_how=data["received_how"] if data["form"] == Consent.Form.ORAL else "",
        )  # fmt: skip

    def _giver(self) -> tuple[Person | None, str, str]:
        chosen = self.cleaned_data["giver"]
        if chosen == OTHER:
            return None, self.cleaned_data["capacity"], self.cleaned_data["other_name"]
        if chosen == BOTH:
            return None, Consent.Capacity.BOTH_PARENTS, _both_names(self.givers)
        giver = next(one for one in self.givers if one.person and one.person.id == UUID(chosen))
        return giver.person, _CAPACITIES[giver.role], giver.name

    def take_invalid(self, error: InvalidInput) -> None:
        """Show what the service says at the fields of this form."""
        self.take(InvalidInput({_FIELDS.get(name, name): text for name, text in error.fields.items()}))


def _giver_choices(givers: tuple[Giver, ...]) -> list[tuple[str, str]]:
    known = [one for one in givers if one.person]
    both = [(BOTH, _("%(names)s sammen") % {"names": _both_names(givers)})] if _are_two(givers) else []
    single = [(str(one.person.id), _named(one)) for one in known if one.person]
    return [*both, *dict(single).items(), (OTHER, _("En annen"))]


def _are_two(givers: tuple[Giver, ...]) -> bool:
    return len([one for one in givers if one.role is Role.PARENTS and one.person]) > 1


def _both_names(givers: tuple[Giver, ...]) -> str:
    return _(" og ").join(one.name for one in givers if one.role is Role.PARENTS)


def _named(giver: Giver) -> str:
    own = giver.role in (Role.PERSON, Role.PARENTS)
    return giver.name if own else f"{giver.name}, {translate(giver.text).lower()}"
