"""Hvem kan klage, og hva må en klage inneholde (fvl §§ 12, 28 og 32, pbrl §§ 7-2 og 7-3)."""

from collections.abc import Iterator
from dataclasses import dataclass

from fellesplan.kernel.text import Text, t

PROXY, LAWYER, PORTAL = "proxy", "lawyer", "portal"


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintForm:
    """What is known of a complaint as a document. `capacity` and `channel` are those of the model.

    `works_in_field`: the proxy is employed in the part of the administration that the case belongs to.
    """

    capacity: str
    channel: str
    wants: str = ""
    has_mandate: bool = False
    mandate_missing: bool = False
    works_in_field: bool | None = None
    signed: bool = True


def obstacles(form: ComplaintForm) -> dict[str, Text]:
    """Return what must be put right before it can be registered, by field."""
    found: dict[str, Text] = {}
    if form.capacity == PROXY and form.works_in_field:
        found["works_in_field"] = t(
            "Den som er ansatt i kommunen på dette området, kan ikke være fullmektig. Det står i "
            "forvaltningsloven § 12. Personen kan klage selv, og dere hjelper til."
        )
    if form.capacity == PROXY and form.works_in_field is None:
        found["works_in_field"] = t("Svar på om fullmektigen arbeider i kommunen på dette området.")
    if form.capacity == PROXY and not form.has_mandate and not form.mandate_missing:
        found["mandate"] = t("Legg ved den skriftlige fullmakten, eller kryss av for at den mangler.")
    if not form.wants.strip():
        found["wants"] = t("Skriv hva klageren vil ha endret.")
    return found


def defects(*, capacity: str, channel: str, signed: bool, mandate_missing: bool) -> tuple[Text, ...]:
    """Return what a registered complaint lacks; the municipality sets a short time to put it right."""
    return tuple(_defects(capacity, channel, signed=signed, mandate_missing=mandate_missing))


def _defects(capacity: str, channel: str, *, signed: bool, mandate_missing: bool) -> Iterator[Text]:
    if capacity == PROXY and mandate_missing:
        yield t("Fullmektigen må legge fram skriftlig fullmakt.")
    if not signed and channel != PORTAL:
        yield t("Klagen må underskrives.")
