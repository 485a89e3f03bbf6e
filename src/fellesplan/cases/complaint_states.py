"""The course of a complaint as a table (fvl §§ 31-34, pbrl kap. 7)."""

from fellesplan.kernel.states import StateTable, move, register
from fellesplan.kernel.text import t

RECEIVED = "received"
NEEDS_COMPLETION = "needs_completion"
UNDER_REASSESSMENT = "under_reassessment"
CHANGING = "changing"
CHANGED = "changed"
ANNULLED = "annulled"
DISMISSED = "dismissed"
WITHDRAWN = "withdrawn"
SENT = "sent"
BODY_UPHELD = "body_upheld"
BODY_CHANGED = "body_changed"
BODY_ANNULLED = "body_annulled"
BODY_DISMISSED = "body_dismissed"
CLOSED = "closed"

AT_OFFICE = (RECEIVED, NEEDS_COMPLETION, UNDER_REASSESSMENT, CHANGING)
"""The municipality has it, and it is not settled."""
DECIDE_ANEW = (ANNULLED, BODY_CHANGED, BODY_ANNULLED)
"""A new decision is due."""
ANSWERED = (BODY_UPHELD, BODY_CHANGED, BODY_ANNULLED, BODY_DISMISSED)
ENDED = (CHANGED, DISMISSED, WITHDRAWN, CLOSED)
OPEN = (*AT_OFFICE, SENT, *DECIDE_ANEW, BODY_UPHELD, BODY_DISMISSED)
_TO_WITHDRAW = (RECEIVED, NEEDS_COMPLETION, UNDER_REASSESSMENT, SENT)

COMPLAINT = register(
    StateTable(
        name="Complaint",
        initial=RECEIVED,
        states={
            RECEIVED: t("Klagen er mottatt"),
            NEEDS_COMPLETION: t("Venter på at klagen blir rettet"),
            UNDER_REASSESSMENT: t("Vurderes på nytt"),
            CHANGING: t("Nytt svar skrives"),
            CHANGED: t("Svaret er endret"),
            ANNULLED: t("Svaret er opphevet"),
            DISMISSED: t("Klagen er avvist"),
            WITHDRAWN: t("Klagen er trukket"),
            SENT: t("Sendt til klageinstansen"),
            BODY_UPHELD: t("Klageinstansen er enig med kommunen"),
            BODY_CHANGED: t("Klageinstansen har endret svaret"),
            BODY_ANNULLED: t("Klageinstansen har opphevet svaret"),
            BODY_DISMISSED: t("Klageinstansen har avvist klagen"),
            CLOSED: t("Klagesaken er avsluttet"),
        },
        transitions=(
            move("completion_asked", (RECEIVED, UNDER_REASSESSMENT), NEEDS_COMPLETION),
            move("completed", NEEDS_COMPLETION, RECEIVED),
            move("taken_up", RECEIVED, UNDER_REASSESSMENT),
            move("dismissed", (RECEIVED, NEEDS_COMPLETION, UNDER_REASSESSMENT), DISMISSED),
            move("dismissal_complained", DISMISSED, UNDER_REASSESSMENT),
            move("withdrawn", _TO_WITHDRAW, WITHDRAWN),
            move("change_begun", UNDER_REASSESSMENT, CHANGING),
            move("change_dropped", CHANGING, UNDER_REASSESSMENT),
            move("changed", CHANGING, CHANGED),
            move("changed_in_part", CHANGING, UNDER_REASSESSMENT),
            move("annulled", UNDER_REASSESSMENT, ANNULLED),
            move("sent", UNDER_REASSESSMENT, SENT),
            move("body_upheld", SENT, BODY_UPHELD),
            move("body_changed", SENT, BODY_CHANGED),
            move("body_annulled", SENT, BODY_ANNULLED),
            move("body_dismissed", SENT, BODY_DISMISSED),
            move("decided_anew", DECIDE_ANEW, CLOSED),
            move("acted_on", (BODY_UPHELD, BODY_DISMISSED), CLOSED),
        ),
    )
)
