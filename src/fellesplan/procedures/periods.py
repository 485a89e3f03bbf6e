"""Tidsrom i ord, slik at ett av noe heter «én», ikke «1»."""

from fellesplan.kernel.text import Text, t


def weeks_text(number: int) -> Text:
    """Return a number of weeks in words."""
    return t("én uke") if number == 1 else t("{number} uker", number=number)


def months_text(number: int) -> Text:
    """Return a number of months in words."""
    return t("én måned") if number == 1 else t("{number} måneder", number=number)


def years_text(number: int) -> Text:
    """Return a number of years in words."""
    return t("ett år") if number == 1 else t("{number} år", number=number)
