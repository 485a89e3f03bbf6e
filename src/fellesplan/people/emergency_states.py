"""The course of an emergency session: opened, ended by hand or by the clock, and reviewed by another."""

from fellesplan.kernel.states import StateTable, move, register
from fellesplan.kernel.text import t

OPENED = "opened"
ENDED = "ended"
JUSTIFIED = "justified"
UNJUSTIFIED = "unjustified"
REVIEWED = frozenset({JUSTIFIED, UNJUSTIFIED})

EMERGENCY = register(
    StateTable(
        name="EmergencySession",
        initial=OPENED,
        states={
            OPENED: t("Åpnet"),
            ENDED: t("Avsluttet"),
            JUSTIFIED: t("Sett gjennom: det var grunn til det"),
            UNJUSTIFIED: t("Sett gjennom: det var ikke grunn til det"),
        },
        transitions=(
            move("ended", OPENED, ENDED),
            move("found_justified", (OPENED, ENDED), JUSTIFIED),
            move("found_unjustified", (OPENED, ENDED), UNJUSTIFIED),
        ),
    )
)
