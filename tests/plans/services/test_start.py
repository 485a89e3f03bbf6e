"""Starting a plan, and changing to another tool."""

import pytest

from fellesplan.kernel.errors import NotAllowed, Refused
from fellesplan.people.models import Municipality
from fellesplan.plans import services
from fellesplan.plans.models import Plan
from tests import factories as make

pytestmark = pytest.mark.django_db(databases=["default", "audit"])


def test_coordinator_starts_a_plan_with_a_first_version(lund: Municipality) -> None:
    owner = make.person(lund)
    coordinator = make.coordinator(owner)
    make.consent(owner, "plan")
    plan = services.start(actor=make.actor(coordinator), person=owner, tool="individual_plan")
    assert (plan.state, plan.version, plan.tool) == ("draft", 1, "individual_plan")
    assert plan.versions.get().content["tool"] == "individual_plan"
    assert plan.history.get().event == "started"


def test_individual_plan_needs_consent_to_the_plan_itself(lund: Municipality) -> None:
    owner = make.person(lund)
    lead = make.actor(make.coordinator(owner))
    with pytest.raises(Refused):
        services.start(actor=lead, person=owner, tool="individual_plan")
    assert services.start(actor=lead, person=owner, tool="responsibility_group")


def test_only_one_live_plan(lund: Municipality) -> None:
    owner = make.person(lund)
    lead = make.actor(make.coordinator(owner))
    services.start(actor=lead, person=owner, tool="responsibility_group")
    with pytest.raises(Refused):
        services.start(actor=lead, person=owner, tool="responsibility_group")


@pytest.mark.parametrize(
    ("slug", "tools"),
    [
        ("lund", ["individual_plan", "responsibility_group"]),
        ("arendal", ["individual_plan", "service_overview"]),
        ("luster", ["individual_plan"]),
        ("alesund", ["individual_plan", "responsibility_group"]),
    ],
)
def test_the_procedure_decides_which_tools_there_are(db: None, slug: str, tools: list[str]) -> None:
    from fellesplan.access import tenancy

    where = make.municipality(slug)
    tenancy.use(where.id)
    offered = []
    for tool in Plan.Tool.values:
        owner = make.person(where)
        lead = make.actor(make.coordinator(owner))
        make.consent(owner, "plan")
        try:
            offered.append(services.start(actor=lead, person=owner, tool=tool).tool)
        except Refused:
            continue
    assert offered == tools


def test_nobody_but_the_coordinator_starts_it(lund: Municipality) -> None:
    owner = make.person(lund, login=True)
    make.consent(owner, "plan")
    caseworker = make.employee(lund, "caseworker")
    for who in (owner, caseworker, make.employee(lund)):
        with pytest.raises(NotAllowed):
            services.start(actor=make.actor(who), person=owner, tool="individual_plan")


def test_switching_keeps_everything(lund: Municipality) -> None:
    owner = make.person(lund)
    lead = make.actor(make.coordinator(owner))
    make.consent(owner, "plan")
    plan = services.start(actor=lead, person=owner, tool="individual_plan")
    goal = make.goal(plan, "daytime")
    assert services.switch_tool(actor=lead, plan=plan, tool="responsibility_group").version == 2
    assert [g.pk for g in plan.goals.all()] == [goal.pk]
    with pytest.raises(Refused):
        services.switch_tool(actor=lead, plan=plan, tool="service_overview")
