"""The course of a plan and of a measure."""

from fellesplan.kernel.states import StateTable, move, register
from fellesplan.kernel.text import t

DRAFT = "draft"
APPROVED = "approved"
ENDED = "ended"

PLAN = register(
    StateTable(
        name="Plan",
        initial=DRAFT,
        states={DRAFT: t("Under arbeid"), APPROVED: t("Godkjent"), ENDED: t("Avsluttet")},
        transitions=(
            move("approved", (DRAFT, APPROVED), APPROVED),
            move("changed", APPROVED, DRAFT),
            move("ended", (DRAFT, APPROVED), ENDED),
        ),
    )
)

PLANNED = "planned"
STARTED = "started"
DONE = "done"
NOT_WORKING = "not_working"

MEASURE = register(
    StateTable(
        name="Measure",
        initial=PLANNED,
        states={
            PLANNED: t("Ikke begynt"),
            STARTED: t("Pågår"),
            DONE: t("Fullført"),
            NOT_WORKING: t("Fungerer ikke"),
        },
        transitions=(
            move("started", (PLANNED, NOT_WORKING, DONE), STARTED),
            move("done", (PLANNED, STARTED, NOT_WORKING), DONE),
            move("not_working", (PLANNED, STARTED, DONE), NOT_WORKING),
        ),
    )
)
