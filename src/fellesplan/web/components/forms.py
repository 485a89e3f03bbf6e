"""The form every page builds on."""

from typing import Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.utils.translation import gettext

from fellesplan.kernel.errors import InvalidInput, Refused
from fellesplan.web.components.error_lines import ErrorLine, error_lines
from fellesplan.web.components.fields import (
    BirthNumberField,
    ChoiceField,
    DateField,
    MultiFileField,
    MultipleChoiceField,
    PhoneField,
    SelectField,
    TextField,
    TimeField,
    YesNoField,
)
from fellesplan.web.components.glue import translate
from fellesplan.web.components.renderer import Renderer

__all__ = [
    "BirthNumberField",
    "ChoiceField",
    "DateField",
    "MultiFileField",
    "MultipleChoiceField",
    "PageForm",
    "PhoneField",
    "SelectField",
    "TextField",
    "TimeField",
    "YesNoField",
]

_CHOOSE = (forms.RadioSelect, forms.CheckboxSelectMultiple, forms.Select)


class PageForm(forms.Form):
    """A form whose errors say what to do; what was typed always stays."""

    default_renderer = Renderer
    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            _dress(field)
            _say_what_is_missing(field, name)

    @property
    def error_lines(self) -> list[ErrorLine]:
        """Return what must be put right, in the order of the page."""
        return error_lines(self)

    def take(self, error: InvalidInput | Refused) -> None:
        """Show what a service refused: at the fields it names, else on top."""
        if isinstance(error, Refused):
            self.add_error(None, translate(error.text))
            return
        for name, text in error.fields.items():
            self.add_error(name if name in self.fields else None, translate(text))

    @property
    def whole_errors(self) -> list[str]:
        """Return the messages that belong to no single field."""
        return [str(text) for text in self.errors.get(NON_FIELD_ERRORS, [])]


def _dress(field: forms.Field) -> None:
    if not isinstance(field.widget, (*_CHOOSE, forms.HiddenInput)) or type(field.widget) is forms.Select:
        field.widget.attrs.setdefault("class", "ds-input")


def _say_what_is_missing(field: forms.Field, name: str) -> None:
    """Replace Django's "this field is required" by what to do; a field may bring its own words."""
    if field.error_messages.get("required") != forms.Field.default_error_messages["required"]:
        return
    label = str(field.label or name).rstrip("?:. ")
    if isinstance(field, forms.FileField):
        sentence = gettext("Velg en fil: %(label)s")
    elif isinstance(field.widget, forms.CheckboxInput):
        sentence = gettext("Kryss av: %(label)s")
    elif isinstance(field.widget, _CHOOSE):
        sentence = gettext("Velg et svar: %(label)s")
    else:
        sentence = gettext("Fyll ut: %(label)s")
    field.error_messages["required"] = sentence % {"label": label}
