"""The facts of a plan that the regulation's checklist asks for, taken from a whole view."""

from collections.abc import Collection

from fellesplan.consent.models import Consent
from fellesplan.plans.rules import CheckItem, PlanFacts, checklist
from fellesplan.plans.view import PlanView


def checked(view: PlanView, purposes: Collection[str]) -> tuple[CheckItem, ...]:
    """Return the eleven points of forskrift om individuell plan § 9; `purposes` are the live consents."""
    return checklist(facts_of(view, purposes))


def facts_of(view: PlanView, purposes: Collection[str]) -> PlanFacts:
    """Return the facts; only a view of the whole plan gives true ones."""
    measures = view.measures
    return PlanFacts(
        is_child=view.is_child,
        goals=len(view.goals),
        resources=bool(view.resources) or any(area.resources for area in view.areas),
        needs=any(area.needs for area in view.areas),
        participants=len(view.participants),
        made_by=bool(view.made_by),
        coordinated_by=bool(view.coordinators),
        person_contributes=any(line.is_persons_own for line in measures) or bool(view.person_contributes),
        services_contribute=any(line.contribution for line in view.participants)
        or any(line.unit for line in measures),
        family_takes_part=bool(view.family) or any(line.is_private for line in view.participants),
        family_contributes=bool(view.family_contributes),
        measures=len(measures),
        measures_with_responsible=sum(bool(line.who) for line in measures),
        measures_with_extent=sum(bool(line.amount) for line in measures),
        measures_described=sum(bool(line.where) for line in measures),
        coordinator_stated=bool(view.coordinators or view.contact_doctor),
        has_period=view.period_to is not None,
        has_evaluation_date=view.evaluate_on is not None,
        consent=Consent.Purpose.PLAN in purposes,
        shares_information=bool(view.participants),
        sharing_consent=any(line.sees for line in view.participants),
        cooperation=bool(view.cooperation or view.sub_plans),
        child_participation=bool(view.child_participation),
        not_relevant=tuple((int(point), reason) for point, reason in view.not_relevant.items()),
    )
