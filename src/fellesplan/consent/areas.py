"""What sharing can cover besides the life areas of the plan (domain.md § 3.4)."""

from fellesplan.kernel.text import Text, t

MINUTES = "minutes"
DOCUMENTS = "documents"
CONTACT = "contact"

BESIDES_LIFE_AREAS: dict[str, Text] = {
    MINUTES: t("Møter og referater"),
    DOCUMENTS: t("Dokumenter"),
    CONTACT: t("Kontaktopplysninger"),
}
