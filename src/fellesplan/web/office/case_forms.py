"""Small forms of a case: a note, and who acts for the person."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fellesplan.people.models import Representation
from fellesplan.web.components.forms import ChoiceField, PageForm, PhoneField, TextField, YesNoField


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
