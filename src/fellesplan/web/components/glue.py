"""No-break spaces where a line must not break, and kernel texts in the reader's language."""

import re
from datetime import date, datetime

from django.utils.functional import Promise
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from fellesplan.kernel.text import Text
from fellesplan.web.components import words
from fellesplan.web.components.calendar_words import MONTHS, SHORT_MONTHS

Words = str | Text | Promise
HARD = "\u00a0"

_months = "|".join(
    sorted(
        {re.escape(name) for table in (MONTHS, SHORT_MONTHS) for names in table.values() for name in names}
    )
)
_units = "da(?:ger|gar|g)|uker?|veker?|måned(?:er)?|månad(?:er)?|år|tim(?:er|ar|e)|minutt(?:er)?|prosent|kr"
_TOGETHER = re.compile(
    "|".join(
        (
            rf"\b\d{{1,2}}\.? (?:{_months})(?: \d{{4}})?",
            r"\bkl\. \d{1,2}",
            r"§§? \d+(?:-\d+)?(?: [a-z]\b)?",
            rf"\b\d+ (?:{_units})\b",
            r"(?:\+47 )?\b\d{2} \d{2} \d{2} \d{2}\b",
            r"(?:\+47 )?\b\d{3} \d{2} \d{3}\b",
        )
    )
)
_DIGIT = re.compile(r"\d")
"""Without one there is nothing to hold together."""


def glue(value: object) -> str:
    """Put no-break spaces inside dates, times, paragraphs, ages, spans of time and telephone numbers."""
    text = str(value)
    if not _DIGIT.search(text):
        return value if isinstance(value, SafeString) else text
    text = _TOGETHER.sub(lambda match: match.group().replace(" ", HARD), text)
    return mark_safe(text) if isinstance(value, SafeString) else text  # noqa: S308 - it was safe before


def translate(value: object) -> str:
    """Return any text in the reader's language: kernel Text, lazy text, date, string or nothing."""
    if value is None:
        return ""
    if isinstance(value, Text):
        return value.render(gettext, words.day)
    if isinstance(value, (date, datetime)):
        return words.day(value)
    return value if isinstance(value, str) else str(value)


def show(value: object) -> str:
    """Translate and glue: what every component does with the words it is given."""
    return glue(translate(value))
