"""The forms of evaluation: what one thinks of a goal, what the steps mean, and what follows."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from fellesplan.kernel import clock
from fellesplan.plans.fields import SCALE
from fellesplan.plans.models import Evaluation, GoalOutcome
from fellesplan.plans.services import EvaluationData, Outcome, RatingData
from fellesplan.plans.view import GoalLine
from fellesplan.web.components.forms import ChoiceField, DateField, TextField
from fellesplan.web.components.goal_courses import step_choices
from fellesplan.web.writing.forms import WritingForm


class LevelForm(WritingForm):
    """How far a goal has come, as the one who answers sees it."""

    level = ChoiceField(label=_("Hvor langt har dere kommet?"))
    comment = TextField(label=_("Hva ser du som tyder på det?"), required=False, rows=3)

    def __init__(self, *args: Any, own: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["level"].choices = step_choices(own)  # type: ignore[attr-defined]

    @property
    def rating(self) -> RatingData:
        """Return what was answered."""
        return RatingData(level=int(self.cleaned_data["level"]), comment=self.cleaned_data["comment"])


class ScaleForm(WritingForm):
    """What each of the five steps means, in the person's own words."""

    level_most = forms.CharField(label=_("Mye bedre enn målet (+2)"), max_length=200, required=False)
    level_more = forms.CharField(label=_("Bedre enn målet (+1)"), max_length=200, required=False)
    level_goal = forms.CharField(
        label=_("Målet er nådd (0)"), max_length=200, required=False,
        help_text=_("Noe alle kan se. For eksempel: «Tar bussen alene noen dager i uka»"),
    )  # fmt: skip
    level_near = forms.CharField(label=_("På vei (−1)"), max_length=200, required=False)
    level_start = forms.CharField(
        label=_("Slik er det når dere begynner (−2)"), max_length=200, required=False
    )

    @property
    def words(self) -> dict[str, str]:
        """Return what was written, by field."""
        return {name: self.cleaned_data[name] for name in SCALE}


class EvaluationForm(WritingForm):
    """What follows from an evaluation: two fields for each goal, and when to look again."""

    occasion = ChoiceField(
        label=_("Hvorfor evaluerer dere nå?"), choices=Evaluation.Occasion.choices, compact=True
    )
    held_on = DateField(label=_("Når så dere på planen?"))
    summary = TextField(label=_("Hva kom dere fram til?"), required=False, rows=4)
    next_on = DateField(label=_("Når ser dere på planen igjen?"))

    def __init__(self, *args: Any, goals: Sequence[GoalLine], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.goals = goals
        for goal in goals:
            self.fields[str(goal.id)] = ChoiceField(
                label=gettext("Hva gjør dere med målet?"), choices=GoalOutcome.Choice.choices,
                hints={
                    "change": gettext("Du kommer til målet etterpå."),
                    "drop": gettext("Målet blir tatt ut, og kan hentes tilbake."),
                },
            )  # fmt: skip
            reason = TextField(
                label=gettext("Hvorfor?"), required=False, rows=2,
                help_text=gettext("Må fylles ut når dere endrer målet eller slutter med det."),
            )  # fmt: skip
            reason.widget.attrs["class"] = "ds-input"
            self.fields[f"{goal.id}-hvorfor"] = reason

    @property
    def asked(self) -> dict[UUID, tuple[BoundField, BoundField]]:
        """Return the two fields of each goal."""
        return {goal.id: (self[str(goal.id)], self[f"{goal.id}-hvorfor"]) for goal in self.goals}

    @property
    def data_for_plan(self) -> EvaluationData:
        """Return what was written."""
        kept = self.cleaned_data
        outcomes = {goal.id: Outcome(kept[str(goal.id)], kept[f"{goal.id}-hvorfor"]) for goal in self.goals}
        return EvaluationData(
            occasion=kept["occasion"], held_on=kept["held_on"], next_on=kept["next_on"],
            summary=kept["summary"], outcomes=outcomes, version=kept["version"] or 0,
        )  # fmt: skip

    @staticmethod
    def start(version: int, *, due: bool) -> dict[str, object]:
        """Return what stands in the form to begin with."""
        return {"version": version, "held_on": clock.today(), "occasion": "agreed" if due else ""}
