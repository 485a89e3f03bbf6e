"""Which part was changed, in plain words. A field that would tell a reader nothing is not named here."""

from collections.abc import Iterable

from fellesplan.kernel.text import Text, t

_DATES = t("datoene")
_TEXT = t("teksten")
FIELDS: dict[str, Text] = {
    "matters": t("hva som er viktig"),
    "resources": t("hva som er bra"),
    "family_contributes": t("hva familien bidrar med"),
    "child_participation": t("hva barnet mener"),
    "cooperation": t("samarbeidet"),
    "period_from": _DATES,
    "period_to": _DATES,
    "evaluate_on": _DATES,
    "own_words": t("egne ord"),
    "needs": t("behovene"),
    "person_contributes": t("hva personen bidrar med"),
    "contact_doctor": t("kontaktlegen"),
    "not_relevant": t("hva som ikke er aktuelt"),
    "title": t("navnet"),
    "description": _TEXT,
    "now": t("hvordan det er nå"),
    "progress": t("hvor langt det er kommet"),
    "responsible": t("hvem som har ansvaret"),
    "responsible_is_person": t("hvem som har ansvaret"),
    "where": t("stedet"),
    "amount": t("hvor ofte"),
    "starts_on": _DATES,
    "due_on": _DATES,
    "done_on": _DATES,
    "state": t("hvor langt det er kommet"),
    "state_note": t("hvordan det går"),
    "archived_at": t("at det ble tatt bort"),
    "role": t("rollen"),
    "purpose": t("formålet"),
    "starts_at": t("tidspunktet"),
    "ends_at": t("tidspunktet"),
    "place": t("stedet"),
    "agenda": t("sakslisten"),
    "invited": t("hvem som er kalt inn"),
    "reply": t("svaret"),
    "attended": t("hvem som var der"),
    "minutes": t("referatet"),
    "tasks": t("oppgavene"),
    "sent_at": t("utsendingen"),
    "answer": t("svaret"),
    "valid_from": _DATES,
    "valid_to": _DATES,
    "area": t("området"),
    "shares": t("hvem som kan se hva"),
    "employee": t("hvem"),
    "unit": t("tjenesten"),
    "kind": t("hva slags"),
    "caseworker": t("saksbehandleren"),
    "phone": t("telefonnummeret"),
    "email": t("e-postadressen"),
    "address": t("adressen"),
    "protection": t("vern av adressen"),
}


def fields(names: Iterable[str]) -> tuple[Text, ...]:
    """Return what the fields are in plain words, each once."""
    return tuple(dict.fromkeys(FIELDS[name] for name in names if name in FIELDS))
