"""How the person thinks it goes with a goal."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from fellesplan.web.components.forms import ChoiceField
from fellesplan.web.writing.forms import WritingForm

LEVELS = [
    ("2", _("Det går mye bedre enn målet")),
    ("1", _("Det går bedre enn målet")),
    ("0", _("Jeg er på målet")),
    ("-1", _("Jeg er på vei, ett trinn igjen")),
    ("-2", _("Vi har nettopp begynt")),
]


class RateForm(WritingForm):
    """Where the goal stands; no answer is wrong."""

    level = ChoiceField(
        label=_("Velg det som stemmer best i dag. Ingen svar er feil."), choices=LEVELS,
        error_messages={"required": _("Velg det som stemmer best i dag")},
    )  # fmt: skip

    def told(self, values: Mapping[str, str]) -> dict[str, str]:
        """Return what the goal calls by another name."""
        return {"level": values["progress"]} if "progress" in values else {}
