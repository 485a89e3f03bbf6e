"""Tags for forms."""

from django.forms import BaseForm
from django.forms.boundfield import BoundField
from django.template import Library
from django.utils.safestring import SafeString

from fellesplan.web.components.error_lines import error_lines
from fellesplan.web.components.glue import Words

register = Library()


@register.inclusion_tag("components/errors.html")
def errors(*forms: BaseForm, title: Words = "", level: int = 2) -> dict[str, object]:
    """All that must be put right, with links to the fields. Stands first in main; empty when all is well."""
    return {
        "lines": [line for form in forms if form for line in error_lines(form)],
        "title": title,
        "level": level,
    }


@register.simple_tag
def question(field: BoundField) -> SafeString:
    """A field that is the only question of its page: its label is the h1."""
    return field.render(template_name="forms/question.html")
