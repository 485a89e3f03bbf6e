"""How the person thinks it goes with a goal."""

from django import forms
from django.utils.translation import gettext_lazy as _

from fellesplan.web.components.forms import ChoiceField, PageForm

LEVELS = [
    ("2", _("Det går mye bedre enn målet")),
    ("1", _("Det går bedre enn målet")),
    ("0", _("Jeg er på målet")),
    ("-1", _("Jeg er på vei, ett trinn igjen")),
    ("-2", _("Vi har nettopp begynt")),
]


class RateForm(PageForm):
    """Where the goal stands; no answer is wrong."""

    level = ChoiceField(
        label=_("Velg det som stemmer best i dag. Ingen svar er feil."), choices=LEVELS,
        error_messages={"required": _("Velg det som stemmer best i dag")},
    )  # fmt: skip
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
