"""Words that are kept in the archive: in the language the municipality writes, whoever is reading."""

from django.utils import translation
from django.utils.translation import gettext

from fellesplan.kernel.text import Text
from fellesplan.people.models import Municipality


def archived(text: Text, municipality: Municipality) -> str:
    """Return the text in the municipality's language."""
    with translation.override(municipality.language):
        return text.render(gettext)
