"""Renders forms with the templates of this package, and Django's own widgets below them."""

from django.forms.renderers import TemplatesSetting


class Renderer(TemplatesSetting):
    """Fields as Designsystemet groups: label, hint, error and input together."""

    form_template_name = "forms/form.html"
    field_template_name = "forms/field.html"
