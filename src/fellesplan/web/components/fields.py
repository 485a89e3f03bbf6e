"""Form fields for Norwegian forms: typed dates and times, telephones, birth numbers, files, choices."""

from collections.abc import Mapping
from datetime import date, time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from fellesplan.kernel import clock
from fellesplan.people import birth_numbers
from fellesplan.web.components import typed, widgets, words
from fellesplan.web.components.glue import Words, translate

Explanations = Mapping[str, Words] | None


class DateField(forms.Field):
    """A typed date. `past` is for births; `earliest` and `latest` bound it."""

    widget = widgets.DateInput

    def __init__(
        self, *, earliest: date | None = None, latest: date | None = None, past: bool = False, **kwargs: Any
    ) -> None:
        self.earliest, self.latest, self.past = earliest, latest, past
        super().__init__(**kwargs)
        self.widget.attrs.update({"autocomplete": "off", "size": "12", "data-short": ""})

    def to_python(self, value: Any) -> date | None:
        if value in self.empty_values or isinstance(value, date):
            return value or None
        day = typed.parse_date(str(value), today=clock.today(), past=self.past)
        if day is None:
            example = f"{clock.today().day}.{clock.today().month}.{clock.today().year}"
            raise ValidationError(
                gettext("Skriv datoen slik: %(example)s") % {"example": example}, code="invalid"
            )
        return day

    def validate(self, value: Any) -> None:
        super().validate(value)
        latest = min(filter(None, [self.latest, clock.today() if self.past else None]), default=None)
        if value and self.earliest and value < self.earliest:
            raise ValidationError(
                gettext("Velg en dato fra og med %(day)s") % {"day": words.day(self.earliest)}
            )
        if value and latest and value > latest:
            raise ValidationError(gettext("Velg en dato til og med %(day)s") % {"day": words.day(latest)})


class TimeField(forms.Field):
    """A typed time of day."""

    widget = widgets.TimeInput

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.widget.attrs.update({"autocomplete": "off", "size": "7", "data-short": ""})

    def to_python(self, value: Any) -> time | None:
        if value in self.empty_values or isinstance(value, time):
            return value or None
        hour = typed.parse_time(str(value))
        if hour is None:
            raise ValidationError(gettext("Skriv klokkeslettet slik: 13.00"), code="invalid")
        return hour


class PhoneField(forms.CharField):
    """A telephone number, kept as eight digits, or + and digits from abroad."""

    widget = widgets.PhoneInput

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.widget.attrs.update({"autocomplete": "tel", "data-short": ""})

    def to_python(self, value: Any) -> str:
        text = super().to_python(value) or ""
        if not text:
            return text
        number = typed.parse_phone(text)
        if number is None:
            raise ValidationError(gettext("Skriv et telefonnummer med åtte siffer"), code="invalid")
        return number


class BirthNumberField(forms.CharField):
    """A birth number or d-number: eleven digits with the right control digits."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.widget.attrs.update({"autocomplete": "off", "inputmode": "numeric", "data-short": ""})

    def to_python(self, value: Any) -> str:
        text = super().to_python(value) or ""
        if not text:
            return text
        try:
            return birth_numbers.parse(text, on=clock.today()).value
        except birth_numbers.BadBirthNumber as error:
            raise ValidationError(translate(error.text), code="invalid") from None


class TextField(forms.CharField):
    """A longer text in several lines."""

    def __init__(self, *, rows: int = 4, **kwargs: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": rows}), **kwargs)

    def to_python(self, value: Any) -> Any:
        """Return the text with line ends as they are stored: browsers send others."""
        text = super().to_python(value)
        return text.replace("\r\n", "\n") if isinstance(text, str) else text


class ChoiceField(forms.ChoiceField):
    """One of few choices as radio buttons; `hints` explains them by value."""

    def __init__(self, *, hints: Explanations = None, compact: bool = False, **kwargs: Any) -> None:
        kwargs.setdefault("widget", widgets.Radios)
        super().__init__(**kwargs)
        _explain(self.widget, hints, compact)


class MultipleChoiceField(forms.MultipleChoiceField):
    """Any of few choices as checkboxes; `hints` explains them by value."""

    def __init__(self, *, hints: Explanations = None, compact: bool = False, **kwargs: Any) -> None:
        kwargs.setdefault("widget", widgets.Checkboxes)
        super().__init__(**kwargs)
        _explain(self.widget, hints, compact)


class SelectField(forms.ChoiceField):
    """One of many choices in a drop-down."""


class YesNoField(forms.TypedChoiceField):
    """Yes or no, with neither chosen beforehand; gives True, False or None."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("choices", [("ja", _("Ja")), ("nei", _("Nei"))])
        kwargs.setdefault("widget", widgets.Radios)
        super().__init__(coerce=lambda value: value in ("ja", "True"), empty_value=None, **kwargs)
        _explain(self.widget, None, compact=True)

    def prepare_value(self, value: Any) -> Any:
        return {True: "ja", False: "nei"}.get(value, value) if isinstance(value, bool) else value


class MultiFileField(forms.FileField):
    """One or more files; gives a list."""

    widget = widgets.FilesInput

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        files = data if isinstance(data, (list, tuple)) else [data]
        cleaned = [super(MultiFileField, self).clean(file, initial) for file in files]
        return [file for file in cleaned if file]


def _explain(widget: Any, hints: Explanations, compact: bool) -> None:
    if isinstance(widget, widgets.Hints):
        widget.hints, widget.compact = hints or {}, compact
