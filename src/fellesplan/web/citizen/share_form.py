"""Who may see, what, and until when."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fellesplan.kernel import clock
from fellesplan.kernel.text import Text
from fellesplan.procedures.counting import add_months
from fellesplan.web.components import words
from fellesplan.web.components.forms import ChoiceField, DateField, MultipleChoiceField, PageForm, TextField
from fellesplan.web.components.glue import translate

OTHER = "annen"


class ShareForm(PageForm):
    """What is shared and for how long. `who` is left out when it is known."""

    who = MultipleChoiceField(
        label=gettext_lazy("Hvem skal få se?"),
        error_messages={"required": gettext_lazy("Velg hvem som skal få se")},
    )
    areas = MultipleChoiceField(
        label=gettext_lazy("Hva skal de få se?"),
        error_messages={"required": gettext_lazy("Velg minst én ting de skal få se")},
        help_text=gettext_lazy("Det du ikke krysser av, ser de ikke."),
    )
    until = ChoiceField(
        label=gettext_lazy("Hvor lenge?"), error_messages={"required": gettext_lazy("Velg hvor lenge")}
    )
    until_day = DateField(label=gettext_lazy("Skriv datoen hvis du valgte en annen dato"), required=False)
    as_read = forms.CharField(widget=forms.HiddenInput, required=False)
    child_heard = TextField(
        label=gettext_lazy("Hva mener barnet selv?"), rows=3,
        help_text=gettext_lazy("Barn som har fylt 7 år, skal få si hva de mener. Skriv det her."),
        error_messages={"required": gettext_lazy("Skriv hva barnet mener, eller hvorfor du ikke har spurt")},
    )  # fmt: skip

    def __init__(
        self, *args: Any, areas: Mapping[str, Text], people: Mapping[str, str] | None,
        now: date | None = None, ask_child: bool = False, **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["areas"].choices = [(key, translate(name)) for key, name in areas.items()]
        fields["until"].choices = spans(clock.today(), now)
        fields["until_day"].earliest = clock.today()
        if people is None:
            del fields["who"]
            fields["child_heard"].required = False
        else:
            fields["who"].choices = list(people.items())
        if not ask_child:
            del fields["child_heard"]

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        other = cleaned.get("until") == OTHER
        if other and not cleaned.get("until_day") and "until_day" not in self.errors:
            self.add_error("until_day", _("Skriv datoen tilgangen skal slutte"))
        return cleaned

    def is_only_less(self, seen: frozenset[str], until: date | None) -> bool:
        """Return whether what is chosen opens nothing that is not open already."""
        return set(self.cleaned_data["areas"]) <= seen and (until is None or self.last_day <= until)

    @property
    def last_day(self) -> date:
        """Return the last day the access holds."""
        chosen: str = self.cleaned_data["until"]
        day: date = self.cleaned_data["until_day"] if chosen == OTHER else date.fromisoformat(chosen)
        return day


def spans(today: date, now: date | None) -> list[tuple[str, str]]:
    """Return the spans one can choose: as now, half a year, a year, or another date."""
    found = []
    if now and now >= today:
        as_now = _("Til %(day)s, som nå") % {"day": words.day(now, year=True)}
        found.append((now.isoformat(), as_now))
    for months, text in ((6, _("Et halvt år, til %(day)s")), (12, _("Et år, til %(day)s"))):
        day = add_months(today, months)
        if day != now:
            found.append((day.isoformat(), text % {"day": words.day(day, year=True)}))
    return [*found, (OTHER, _("Til en annen dato"))]
