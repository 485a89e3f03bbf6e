"""Fakta om en plan, slik kontrollen av innholdet trenger dem."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanFacts:
    """What stands in the plan. Counts are of live goals, measures and participants.

    `not_relevant`: points somebody has said do not concern this person, with the reason.
    """

    is_child: bool = False
    goals: int = 0
    resources: bool = False
    needs: bool = False
    participants: int = 0
    made_by: bool = False
    coordinated_by: bool = False
    person_contributes: bool = False
    services_contribute: bool = False
    family_takes_part: bool = False
    family_contributes: bool = False
    measures: int = 0
    measures_with_responsible: int = 0
    measures_with_extent: int = 0
    measures_described: int = 0
    coordinator_stated: bool = False
    has_period: bool = False
    has_evaluation_date: bool = False
    consent: bool = False
    shares_information: bool = False
    sharing_consent: bool = False
    cooperation: bool = False
    child_participation: bool = False
    not_relevant: tuple[tuple[int, str], ...] = ()
