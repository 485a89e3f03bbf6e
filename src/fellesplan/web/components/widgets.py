"""Inputs with the look of Designsystemet."""

from collections.abc import Mapping
from datetime import date, time
from typing import Any

from django import forms

from fellesplan.web.components.glue import Words, show
from fellesplan.web.components.typed import show_phone


class DateInput(forms.TextInput):
    """A date that is typed: date pickers are slow for birth dates and hard by keyboard."""

    def format_value(self, value: Any) -> str | None:
        return f"{value.day}.{value.month}.{value.year}" if isinstance(value, date) else value


class TimeInput(forms.TextInput):
    """A time that is typed."""

    def format_value(self, value: Any) -> str | None:
        return f"{value:%H.%M}" if isinstance(value, time) else value


class PhoneInput(forms.TextInput):
    """A telephone number, shown in groups."""

    input_type = "tel"

    def format_value(self, value: Any) -> str | None:
        return show_phone(value) if isinstance(value, str) else value


class Hints:
    """Choices that each may have an explanation."""

    hints: Mapping[str, Words] = {}
    compact = False

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option: dict[str, Any] = super().create_option(name, value, *args, **kwargs)  # type: ignore[misc]
        option["attrs"]["class"] = "ds-input"
        option["hint"] = show(self.hints.get(str(value), ""))
        if option["hint"]:
            option["attrs"]["aria-describedby"] = f"{option['attrs'].get('id', name)}_hint"
        return option


class Radios(Hints, forms.RadioSelect):
    """One of few choices, all of them seen."""

    template_name = "forms/options.html"


class Checkboxes(Hints, forms.CheckboxSelectMultiple):
    """Any of few choices, all of them seen."""

    template_name = "forms/options.html"


class FilesInput(forms.ClearableFileInput):
    """One or more files."""

    allow_multiple_selected = True
    template_name = "django/forms/widgets/file.html"
