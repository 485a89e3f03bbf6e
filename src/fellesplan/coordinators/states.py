"""The course of a nomination: the office asks a unit, and its leader answers."""

from fellesplan.kernel.states import StateTable, move, register
from fellesplan.kernel.text import t

ASKED = "asked"
NAMED = "named"
DECLINED = "declined"
CANCELLED = "cancelled"

NOMINATION = register(
    StateTable(
        name="Nomination",
        initial=ASKED,
        states={
            ASKED: t("Venter på svar"),
            NAMED: t("Koordinator foreslått"),
            DECLINED: t("Enheten sa nei"),
            CANCELLED: t("Trukket tilbake"),
        },
        transitions=(
            move("named", ASKED, NAMED),
            move("declined", ASKED, DECLINED),
            move("cancelled", ASKED, CANCELLED),
        ),
    )
)
