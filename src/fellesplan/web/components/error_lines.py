"""What must be put right in a form, in the order of the page."""

from dataclasses import dataclass

from django.forms import BaseForm, CheckboxSelectMultiple, RadioSelect
from django.forms.boundfield import BoundField


@dataclass(frozen=True)
class ErrorLine:
    """A message and the id of the field it belongs to (empty for the form as a whole)."""

    text: str
    anchor: str = ""


def error_lines(form: BaseForm) -> list[ErrorLine]:
    """Return the messages of a form: those of the whole first, then field by field."""
    if not form.is_bound:
        return []
    lines = [ErrorLine(str(text)) for text in form.non_field_errors()]
    for field in form:
        lines += [ErrorLine(str(text), first_input(field)) for text in field.errors]
    return lines


def first_input(field: BoundField) -> str:
    """Return the id of the input a link in the summary leads to; groups have one for each choice."""
    grouped = isinstance(field.field.widget, (RadioSelect, CheckboxSelectMultiple))
    return f"{field.auto_id}_0" if grouped else field.auto_id
