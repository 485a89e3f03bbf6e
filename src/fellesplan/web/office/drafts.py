"""Fields of texts that grow over days: they can be saved half written, and none is called optional."""

from typing import Any

from django import forms

from fellesplan.web.components.forms import ChoiceField, DateField, SelectField, TextField


class DraftText(TextField):
    """A longer text that may be empty for now."""

    def validate(self, value: Any) -> None:
        """Accept nothing: what is missing is said beside the next step."""


class DraftLine(forms.CharField):
    """A short text that may be empty for now."""

    def validate(self, value: Any) -> None:
        """Accept nothing."""


class DraftChoice(ChoiceField):
    """One of few choices, or none yet."""

    def validate(self, value: Any) -> None:
        """Accept nothing, but no unknown choice."""
        if value not in self.empty_values:
            super().validate(value)


class DraftSelect(SelectField):
    """One of many choices, or none yet."""

    def validate(self, value: Any) -> None:
        """Accept nothing, but no unknown choice."""
        if value not in self.empty_values:
            super().validate(value)


class DraftDate(DateField):
    """A date that may be empty for now."""

    def validate(self, value: Any) -> None:
        """Accept nothing, but no date out of bounds."""
        if value not in self.empty_values:
            super().validate(value)


class Mark(forms.CharField):
    """The hidden mark of what a part held when the page was made."""

    widget = forms.HiddenInput

    def __init__(self, version: str) -> None:
        super().__init__(required=False, initial=version)
