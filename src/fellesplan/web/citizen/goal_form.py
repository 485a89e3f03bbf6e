"""How the person thinks it goes with a goal."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from fellesplan.plans.services import RatingData
from fellesplan.web.components.forms import ChoiceField, TextField
from fellesplan.web.components.goal_courses import feeling_choices, step_choices
from fellesplan.web.writing.forms import WritingForm

LEVELS = [
    ("2", _("Det går mye bedre enn målet")),
    ("1", _("Det går bedre enn målet")),
    ("0", _("Jeg er på målet")),
    ("-1", _("Jeg er på vei, ett trinn igjen")),
    ("-2", _("Vi har nettopp begynt")),
]


class RateForm(WritingForm):
    """Where the goal stands, and how it feels; no answer is wrong, and one of the two is enough."""

    feeling = ChoiceField(label=_("Hvordan kjennes det?"), required=False)
    level = ChoiceField(
        label=_("Velg det som stemmer best i dag. Ingen svar er feil."), choices=LEVELS, required=False
    )
    comment = TextField(label=_("Vil du si noe mer?"), required=False, rows=3)

    def __init__(self, *args: Any, own: Sequence[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["feeling"].choices = feeling_choices()  # type: ignore[attr-defined]
        if any(own):
            self.fields["level"].choices = step_choices(own)  # type: ignore[attr-defined]

    @property
    def rating(self) -> RatingData:
        """Return what was answered."""
        kept = self.cleaned_data
        return RatingData(
            level=_number(kept["level"]), feeling=_number(kept["feeling"]), comment=kept["comment"]
        )


def _number(text: str) -> int | None:
    return int(text) if text else None
