"""What sharing can cover besides the life areas of the plan (domain.md § 3.4)."""

from fellesplan.kernel.text import Text, t

HEALTH = "health"
"""The life area that health personnel may see unless the person objects (hpl §§ 25 and 29)."""
EVERYTHING = "all"
"""Kept from parents: everything, not one area."""
MINUTES = "minutes"
MESSAGES = "messages"
DOCUMENTS = "documents"
CONTACT = "contact"

BESIDES_LIFE_AREAS: dict[str, Text] = {
    MINUTES: t("Møter og referater"),
    MESSAGES: t("Meldinger"),
    DOCUMENTS: t("Dokumenter"),
    CONTACT: t("Kontaktopplysninger"),
}
