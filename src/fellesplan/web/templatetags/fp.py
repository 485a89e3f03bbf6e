"""The one tag library of all templates; it is built in, so no template loads it."""

from django.template import Library

from fellesplan.web.templatetags import fp_blocks, fp_charts, fp_forms, fp_parts, fp_words

register = Library()
for part in (fp_words, fp_parts, fp_blocks, fp_charts, fp_forms):
    register.tags.update(part.register.tags)
    register.filters.update(part.register.filters)
