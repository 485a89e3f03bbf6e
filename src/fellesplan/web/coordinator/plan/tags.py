"""How the state of things is shown: colour, shape and word."""

from fellesplan.kernel.text import Text
from fellesplan.plans import states
from fellesplan.plans.rules import MeasureState
from fellesplan.plans.view import AreaLine, MeasureLine
from fellesplan.web.components.presenters import Tag

MEASURE_KINDS = {
    MeasureState.ASKED: "neutral",
    MeasureState.PROMISED: "success",
    MeasureState.STARTED: "info",
    MeasureState.LATE: "warning",
    MeasureState.DONE: "success",
    MeasureState.NOT_WORKING: "danger",
}
PLAN_KINDS = {states.DRAFT: "neutral", states.APPROVED: "success", states.ENDED: "neutral"}


def measure_tag(line: MeasureLine) -> Tag:
    """Return how a measure goes."""
    return Tag(MEASURE_KINDS[line.state], line.text)


def plan_tag(state: str, text: Text) -> Tag:
    """Return where a plan stands."""
    return Tag(PLAN_KINDS[state], text)


def area_mark(area: AreaLine) -> tuple[str, str]:
    """Return (icon, tone) of an area in the plan's contents: the worst that is in it."""
    found = {line.state for line in area.measures}
    if MeasureState.NOT_WORKING in found:
        return "XMarkOctagonFill", "danger"
    if MeasureState.LATE in found:
        return "ExclamationmarkTriangleFill", "warning"
    return ("Circle", "quiet") if area.is_empty else ("CheckmarkCircleFill", "success")
