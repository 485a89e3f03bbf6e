"""The course of a meeting and of a task."""

from fellesplan.kernel.states import StateTable, move, register
from fellesplan.kernel.text import t

PLANNED = "planned"
HELD = "held"
CANCELLED = "cancelled"

MEETING = register(
    StateTable(
        name="Meeting",
        initial=PLANNED,
        states={PLANNED: t("Planlagt"), HELD: t("Gjennomført"), CANCELLED: t("Avlyst")},
        transitions=(
            move("changed", PLANNED, PLANNED),
            move("held", PLANNED, HELD),
            move("cancelled", PLANNED, CANCELLED),
        ),
    )
)

OPEN = "open"
DONE = "done"

TASK = register(
    StateTable(
        name="Task",
        initial=OPEN,
        states={OPEN: t("Ikke gjort"), DONE: t("Gjort")},
        transitions=(
            move("done", OPEN, DONE),
            move("reopened", DONE, OPEN),
            move("postponed", OPEN, OPEN),
            move("not_done", OPEN, OPEN),
        ),
    )
)
