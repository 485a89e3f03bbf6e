"""The course of a case as a table."""

from fellesplan.kernel.states import StateTable, move, register
from fellesplan.kernel.text import t

RECEIVED = "received"
CONSENT_MISSING = "consent_missing"
ASSESSMENT = "assessment"
DECIDED = "decided"
APPOINTING = "appointing"
ACTIVE = "active"
CLOSED = "closed"

OPEN = (RECEIVED, CONSENT_MISSING, ASSESSMENT, DECIDED, APPOINTING)

CASE = register(
    StateTable(
        name="Case",
        initial=RECEIVED,
        states={
            RECEIVED: t("Melding mottatt"),
            CONSENT_MISSING: t("Samtykke mangler"),
            ASSESSMENT: t("Utredning"),
            DECIDED: t("Vedtak fattet"),
            APPOINTING: t("Oppnevning"),
            ACTIVE: t("Koordinator oppnevnt"),
            CLOSED: t("Avsluttet"),
        },
        transitions=(
            move("consent_missing", RECEIVED, CONSENT_MISSING),
            move("consent_asked", (RECEIVED, CONSENT_MISSING), CONSENT_MISSING),
            move("consent_obtained", (RECEIVED, CONSENT_MISSING), ASSESSMENT),
            move("consent_withdrawn", (ASSESSMENT, DECIDED, APPOINTING, ACTIVE), CONSENT_MISSING),
            move("decided", ASSESSMENT, DECIDED),
            move("assessed_anew", (DECIDED, APPOINTING, ACTIVE), ASSESSMENT),
            move("nomination_asked", (DECIDED, APPOINTING, ACTIVE), APPOINTING),
            move("appointed", (DECIDED, APPOINTING), ACTIVE),
            move("closed", (*OPEN, ACTIVE), CLOSED),
            move("reopened", CLOSED, ASSESSMENT),
        ),
    )
)
