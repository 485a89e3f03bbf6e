"""The form a meeting is called and changed with."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from fellesplan.kernel import clock
from fellesplan.meetings.covering import Candidate
from fellesplan.meetings.data import Invited, MeetingData
from fellesplan.meetings.kinds import MeetingKind
from fellesplan.meetings.rules import short_notice
from fellesplan.web.components.forms import ChoiceField, DateField, TextField, TimeField
from fellesplan.web.components.glue import translate
from fellesplan.web.coordinator.plan.saving import WritingForm


@dataclass(frozen=True)
class CallRow:
    """One who can be called: a box to tick and a reason; without boxes when consent bars it."""

    candidate: Candidate
    called: BoundField | None
    purpose: BoundField | None


class CallForm(WritingForm):
    """What, when, where, about what, and who for which reason."""

    kind = ChoiceField(label=_("Hva slags møte?"))
    title = forms.CharField(
        label=_("Hva handler møtet om?"), max_length=200, required=False,
        help_text=_("Dette leser de som er kalt inn her i Fellesplan. Det står aldri i kalenderen."),
    )  # fmt: skip
    day = DateField(label=_("Dag"))
    starts_at = TimeField(label=_("Begynner"))
    ends_at = TimeField(label=_("Slutter"))
    place = forms.CharField(
        label=_("Sted"), max_length=200, required=False,
        help_text=_("Skriv sted, lenke til videomøte eller begge deler."),
    )  # fmt: skip
    video = forms.URLField(
        label=_("Lenke til videomøte"), required=False, assume_scheme="https",
        error_messages={"invalid": _("Lim inn hele lenken. Den begynner med https://")},
    )  # fmt: skip
    interpreter = forms.CharField(
        label=_("Tolk"), max_length=60, required=False, help_text=_("Skriv språket, for eksempel arabisk.")
    )
    agenda = TextField(label=_("Saksliste"), rows=6, help_text=_("Skriv ett punkt på hver linje."))
    anyway = forms.BooleanField(label=_("Jeg kaller inn likevel"), required=False)

    days_left: int | None = None

    def __init__(
        self,
        *args: Any,
        kinds: Iterable[MeetingKind],
        candidates: Iterable[Candidate],
        called: Iterable[object] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.candidates, already = tuple(candidates), frozenset(called)
        choices = [(kind.key, translate(kind.name)) for kind in kinds]
        self.fields["kind"].choices = choices  # type: ignore[attr-defined]
        self.one_kind = len(choices) == 1
        if self.one_kind:
            self.fields["kind"].widget = forms.HiddenInput()
            self.initial.setdefault("kind", choices[0][0])
        for one in self.candidates:
            if not one.barred or one.key in already:
                self._add(one)

    def _add(self, one: Candidate) -> None:
        tick = forms.CheckboxInput(attrs={"class": "ds-input"})
        self.fields[f"call_{one.key.hex}"] = forms.BooleanField(label=one.name, required=False, widget=tick)
        if not one.is_subject:
            label = gettext("Hvorfor er %(name)s kalt inn?") % {"name": one.name}
            box = forms.TextInput(attrs={"class": "ds-input"})
            self.fields[f"why_{one.key.hex}"] = forms.CharField(
                label=label, required=False, max_length=200, widget=box
            )

    @property
    def people(self) -> list[CallRow]:
        """Return those who can be called, and those who cannot."""
        return [self._row(one) for one in self.candidates]

    def _row(self, one: Candidate) -> CallRow:
        called, why = f"call_{one.key.hex}", f"why_{one.key.hex}"
        return CallRow(
            one,
            self[called] if called in self.fields else None,
            self[why] if why in self.fields else None,
        )

    def clean(self) -> dict[str, Any]:
        """Demand a reason for each one called, and a day that has not passed."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        for one in self._called():
            if not one.is_subject and not cleaned.get(f"why_{one.key.hex}", "").strip():
                words = gettext("Skriv hvorfor %(name)s er kalt inn.") % {"name": one.name}
                self.add_error(f"why_{one.key.hex}", words)
        day = cleaned.get("day")
        if day and day < clock.today():
            self.add_error("day", gettext("Dagen er over. Velg en dag fram i tid."))
        return cleaned

    def must_ask(self) -> bool:
        """Return whether the meeting comes so soon that one must say so first; asks once."""
        self.days_left = short_notice(self.cleaned_data["day"], on=clock.today())
        return self.days_left is not None and not self.cleaned_data["anyway"]

    def meeting(self) -> MeetingData:
        """Return the call."""
        said = self.cleaned_data
        return MeetingData(
            kind=said["kind"], title=said["title"], place=said["place"], video=said["video"],
            interpreter=said["interpreter"], agenda=tuple(said["agenda"].splitlines()),
            starts_at=_moment(said["day"], said["starts_at"]), ends_at=_moment(said["day"], said["ends_at"]),
            invited=tuple(self._invited(one) for one in self._called()),
        )  # fmt: skip

    def _called(self) -> list[Candidate]:
        return [one for one in self.candidates if self.cleaned_data.get(f"call_{one.key.hex}")]

    def _invited(self, one: Candidate) -> Invited:
        purpose = self.cleaned_data.get(f"why_{one.key.hex}", "")
        return Invited(participant=one.participant, person=one.person, purpose=purpose)


def _moment(day: date, hour: time) -> datetime:
    return datetime.combine(day, hour, tzinfo=clock.NORWAY)
