"""The forms of the plan pages."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from fellesplan.plans.choices import NOBODY, PERSON, Responsible, chosen, value
from fellesplan.plans.models import Goal, Measure
from fellesplan.plans.services import GoalData, MeasureData
from fellesplan.plans.tools import LifeArea, ToolOffer
from fellesplan.web.components.forms import ChoiceField, DateField, PageForm, SelectField, TextField
from fellesplan.web.components.glue import translate
from fellesplan.web.writing.forms import WritingForm

LEVELS = [
    ("-2", _("Der vi begynte")),
    ("-1", _("På vei")),
    ("0", _("Målet er nådd")),
    ("1", _("Bedre enn målet")),
    ("2", _("Mye bedre enn målet")),
]


class ToolForm(PageForm):
    """Which tool."""

    tool = ChoiceField(label=_("Hva skal dere bruke?"))

    def __init__(self, *args: Any, offers: Iterable[ToolOffer], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["tool"]
        field.choices = [(one.tool, translate(one.name)) for one in offers]  # type: ignore[attr-defined]
        field.widget.hints = {one.tool: one.hint for one in offers}


class PlanTextForm(WritingForm):
    """One of the plan's own texts."""

    def __init__(self, *args: Any, name: str, label: str, hint: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        text = TextField(label=label, rows=8, required=False, help_text=hint)
        text.widget.attrs["class"] = "ds-input"
        self.fields = {name: text, **self.fields}


class AreaForm(WritingForm):
    """What the person says, and needs, in one area."""

    own_words = TextField(
        label=_("Med egne ord"), required=False, rows=4,
        help_text=_("Skriv det slik det blir sagt, uten fagspråk."),
    )  # fmt: skip
    resources = TextField(label=_("Dette går bra, og dette er det å støtte seg til"), required=False, rows=3)
    needs = TextField(label=_("Dette trengs"), required=False, rows=4)


class PeriodForm(WritingForm):
    """How long the plan lasts."""

    period_from = DateField(label=_("Planen gjelder fra"))
    period_to = DateField(label=_("Planen gjelder til"), required=False)
    evaluate_on = DateField(label=_("Neste evaluering"), required=False)


class GoalForm(WritingForm):
    """A goal."""

    title = forms.CharField(
        label=_("Målet"), max_length=300,
        help_text=_("Med egne ord, og gjerne i jeg-form: «Jeg vil ta bussen alene.»"),
    )  # fmt: skip
    area = SelectField(label=_("Område"))
    parent = SelectField(label=_("Er det et delmål?"), required=False)
    description = TextField(label=_("Hvorfor det er viktig"), required=False, rows=3)
    now = TextField(label=_("Slik er det nå"), required=False, rows=3)
    progress = ChoiceField(label=_("Hvor langt har dere kommet?"), choices=LEVELS, initial="-2")

    def __init__(
        self, *args: Any, areas: Iterable[LifeArea], wholes: Iterable[Goal] = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        parts = [(str(goal.pk), gettext("Del av: %(goal)s") % {"goal": goal.title}) for goal in wholes]
        self.fields["parent"].choices = [("", gettext("Nei, det er et eget mål")), *parts]  # type: ignore[attr-defined]
        if not parts:
            del self.fields["parent"]
        choices = [(area.key, translate(area.name)) for area in areas]
        self.fields["area"].choices = choices  # type: ignore[attr-defined]

    def goal(self) -> GoalData:
        """Return what was written."""
        kept = self.cleaned_data
        return GoalData(
            area=kept["area"], title=kept["title"].strip(), description=kept["description"].strip(),
            now=kept["now"].strip(), progress=int(kept["progress"]),
            parent_id=UUID(kept["parent"]) if kept.get("parent") else None,
        )  # fmt: skip

    @staticmethod
    def initial_of(goal: Goal) -> dict[str, object]:
        names = ("title", "area", "description", "now", "version")
        kept = {name: getattr(goal, name) for name in names}
        return kept | {"progress": str(goal.progress), "parent": str(goal.parent_id or "")}

    def told(self, values: Mapping[str, str]) -> dict[str, str]:
        """Return values of the row as values of this form's fields."""
        found = super().told(values)
        return found | (
            {"parent": values["parent_id"]} if "parent_id" in values and "parent" in self.fields else {}
        )


class MeasureForm(WritingForm):
    """A measure: what, who, how much, where and until when."""

    title = forms.CharField(label=_("Hva skal gjøres?"), max_length=300)
    responsible = SelectField(label=_("Hvem har ansvaret?"), required=False)
    amount = forms.CharField(
        label=_("Hvor mye og hvor ofte"), max_length=200, required=False,
        help_text=_("For eksempel: tirsdager 17.00–18.30"),
    )  # fmt: skip
    where = forms.CharField(label=_("Hvor og hvordan"), max_length=200, required=False)
    starts_on = DateField(label=_("Begynner"), required=False)
    due_on = DateField(label=_("Innen"), required=False)
    decision_reference = forms.CharField(
        label=_("Vedtaket tiltaket bygger på"), max_length=200, required=False
    )

    def __init__(self, *args: Any, people: tuple[Responsible, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = people
        choices = [(NOBODY, gettext("Ingen ennå")), *((one.value, _label(one)) for one in people)]
        self.fields["responsible"].choices = choices  # type: ignore[attr-defined]

    def measure(self) -> MeasureData:
        """Return what was written. Raises InvalidInput for somebody who does not take part."""
        kept = dict(self.cleaned_data)
        wanted = kept.pop("responsible")
        kept.pop("version")
        return MeasureData(
            responsible=chosen(self.people, wanted), responsible_is_person=wanted == PERSON, **kept
        )

    def told(self, values: Mapping[str, str]) -> dict[str, str]:
        """Return values of the row as values of this form's fields: who answers for it is one choice here."""
        found = super().told(values)
        if "responsible_id" in values or "responsible_is_person" in values:
            who = values.get("responsible_id", "")
            found["responsible"] = PERSON if values.get("responsible_is_person") == "True" else _part(who)
        return found

    @staticmethod
    def initial_of(measure: Measure) -> dict[str, object]:
        names = ("title", "amount", "where", "starts_on", "due_on", "decision_reference", "version")
        who = PERSON if measure.responsible_is_person else value(measure.responsible_id)
        return {name: getattr(measure, name) for name in names} | {"responsible": who}


def _part(who: str) -> str:
    return f"p-{who}" if who else NOBODY


def _label(one: Responsible) -> str:
    return f"{one.name}, {one.place}" if one.place else gettext("%(name)s selv") % {"name": one.name}


class ReportForm(PageForm):
    """How it goes with a measure."""

    event = ChoiceField(
        label=_("Hvordan går det?"),
        choices=[("started", _("Det er i gang")), ("done", _("Det er gjort")),
                 ("not_working", _("Det fungerer ikke"))],
        hints={"not_working": _("Koordinatoren ser det med en gang.")},
    )  # fmt: skip
    note = TextField(
        label=_("Hva skjer?"), required=False, rows=4,
        help_text=_("Alle som kan se tiltaket, kan lese det du skriver."),
    )  # fmt: skip
