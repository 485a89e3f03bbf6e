"""Reglene for en plan: innholdet den skal ha, og hvordan det går med tiltakene."""

from fellesplan.plans.rules.checklist import CheckItem, CheckState, checklist, summary
from fellesplan.plans.rules.facts import PlanFacts
from fellesplan.plans.rules.measures import MeasureFacts, MeasureState, MeasureView, Progress, measure_view

__all__ = [
    "CheckItem",
    "CheckState",
    "MeasureFacts",
    "MeasureState",
    "MeasureView",
    "PlanFacts",
    "Progress",
    "checklist",
    "measure_view",
    "summary",
]
