"""Small forms of a case: a note, who acts for the person, who has the case, and why it ends."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fellesplan.cases.services import closing
from fellesplan.people.models import Representation
from fellesplan.people.services import Mandate
from fellesplan.web.components.forms import (
    ChoiceField,
    DateField,
    MultipleChoiceField,
    PageForm,
    PhoneField,
    SelectField,
    TextField,
    YesNoField,
)
from fellesplan.web.components.glue import translate


class NoteForm(PageForm):
    """Notat i journalen."""

    title = forms.CharField(
        label=_("Hva gjelder det?"), max_length=200, help_text=_("For eksempel «Telefon med far».")
    )
    text = TextField(label=_("Notat"), rows=8, max_length=20_000)


class RepresentativeForm(PageForm):
    """Hvem handler for personen?"""

    name = forms.CharField(label=_("Navn"), max_length=200)
    phone = PhoneField(label=_("Telefon"), required=False)
    kind = ChoiceField(
        label=_("Hva er personen?"),
        choices=Representation.Kind.choices,
        hints={
            Representation.Kind.PROXY.value: _("Kan hjelpe og motta brev, men ikke samtykke."),
            Representation.Kind.GUARDIAN.value: _("Bare når mandatet dekker dette. Se i vergefullmakten."),
            Representation.Kind.NEXT_OF_KIN.value: _("Kan samtykke til deling når personen selv ikke kan."),
        },
    )
    shared = YesNoField(label=_("Er foreldreansvaret felles med en annen?"), required=False)
    care = SelectField(
        label=_("Hvilket vedtak har barnevernet?"), required=False,
        choices=[("", _("Ikke barnevernet")), *Representation.CareOrder.choices],
    )  # fmt: skip
    matters = MultipleChoiceField(
        label=_("Hva gjelder mandatet eller fullmakten?"), required=False,
        choices=Representation.Matter.choices,
        help_text=_("For verge, fremtidsfullmektig og fullmektig. Det står i fullmakten."),
    )  # fmt: skip
    deprived = forms.BooleanField(
        label=_("Personen er fratatt rettslig handleevne i personlige forhold"), required=False,
        widget=forms.CheckboxInput(attrs={"class": "ds-input"}),
        help_text=_("Bare når retten har bestemt det. Det står i vergefullmakten."),
    )  # fmt: skip
    valid_to = DateField(label=_("Når går den ut?"), required=False)
    evidence = forms.CharField(
        label=_("Hvor vet dere det fra?"),
        required=False,
        max_length=200,
        help_text=_("For eksempel Folkeregisteret, vergefullmakt eller samtale med begge foreldre."),
    )

    def clean(self) -> dict[str, Any]:
        """For a parent it must be known whether the responsibility is shared: it decides whom to ask."""
        data = self.cleaned_data
        if data.get("kind") == Representation.Kind.PARENT and data.get("shared") is None:
            self.add_error("shared", _("Svar ja eller nei. Er ansvaret felles, må begge spørres"))
        return data

    def values(self) -> dict[str, Any]:
        """Return what was written, with the mandate put together."""
        data = dict(self.cleaned_data)
        care, by_child_welfare = data.pop("care"), data["kind"] == Representation.Kind.CHILD_WELFARE
        mandate = Mandate(
            matters=tuple(data.pop("matters")), deprived=data.pop("deprived"),
            care=care if by_child_welfare else "", valid_to=data.pop("valid_to"),
        )  # fmt: skip
        return data | {"mandate": mandate}


class AssignForm(PageForm):
    """Hvem skal ha saken?"""

    caseworker = SelectField(label=_("Saksbehandler"))

    def __init__(self, *args: Any, names: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["caseworker"].choices = list(names)  # type: ignore[attr-defined]


class CloseForm(PageForm):
    """Hvorfor avsluttes saken?"""

    reason = ChoiceField(label=_("Hvorfor avsluttes saken?"))
    note = TextField(label=_("Merknad til journalen"), rows=4, required=False, max_length=4000)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        reasons = [(key, translate(text)) for key, text in closing.REASONS.items()]
        self.fields["reason"].choices = reasons  # type: ignore[attr-defined]
