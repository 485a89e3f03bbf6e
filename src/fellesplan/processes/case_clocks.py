"""What plans and coordinators add to the limits of a case; the cases themselves know nothing of them."""

from collections.abc import Iterator

from fellesplan.cases.clocks import adds_clocks
from fellesplan.cases.facts import procedure_of
from fellesplan.cases.models import Case
from fellesplan.cases.rules.clocks import CaseClock, from_deadline
from fellesplan.coordinators.models import Appointment
from fellesplan.coordinators.overview import training_due
from fellesplan.coordinators.policy import held_on
from fellesplan.kernel import clock
from fellesplan.kernel.text import t
from fellesplan.plans import states
from fellesplan.plans.models import Plan


@adds_clocks
def training(case: Case) -> Iterator[CaseClock]:
    """Yield when the coordinators of the case must have been trained; one query."""
    today = clock.today()
    procedure = procedure_of(case.municipality, today)
    held = Appointment.objects.filter(held_on(today), case=case).select_related(
        "employee__coordinator_profile"
    )
    for row in held.order_by("valid_from", "id"):
        profile = getattr(row.employee, "coordinator_profile", None)
        due = training_due(profile, procedure) if profile else None
        if due:
            title = t("Opplæring av {name}", name=row.employee.name)
            yield from_deadline("training", title, due, by_law=False)


@adds_clocks
def evaluation(case: Case) -> Iterator[CaseClock]:
    """Yield when the plan is evaluated, as agreed in it; one query."""
    live = Plan.objects.filter(person_id=case.person_id, evaluate_on__isnull=False)
    for plan in live.exclude(state=states.ENDED):
        steps = (
            t("Planen sier at dere evaluerer den {day}.", day=plan.evaluate_on),
            t("Loven har ingen fast dato. Det dere har avtalt, gjelder, og datoen flyttes ikke av seg selv."),
        )
        yield CaseClock(
            key="evaluation", title=t("Evaluering av planen"), start=plan.period_from,
            due=plan.evaluate_on or plan.period_from, rule="plan.evaluation",
            source="IPf § 9 andre ledd", steps=steps, by_law=False,
        )  # fmt: skip
