"""Evaluating on the pages: rate, evaluate twice, see it drawn; lay advice aside; what is wrong is told."""

from typing import Any

import pytest

from fellesplan.plans import services
from fellesplan.plans.models import Evaluation
from fellesplan.plans.services import GoalData
from tests import factories as make
from tests.web.conftest import Browser
from tests.web.coordinator.conftest import World, at

pytestmark = pytest.mark.django_db(databases=["default", "audit"])


def _goal(world: World) -> Any:
    data = GoalData(area="daytime", title="Jeg vil få det bedre på bussen")
    return services.add_goal(actor=world.lead, plan=world.plan, data=data)


def _sent(world: World, goal: Any, **values: str) -> dict[str, str]:
    world.plan.refresh_from_db()
    sent = {"occasion": "agreed", "held_on": "24.11.2026", "next_on": "21.1.2027", str(goal.pk): "keep"}
    return sent | {"version": str(world.plan.version)} | values


def test_twice_evaluated_is_drawn_and_the_person_sees_it(world: World, browser: Browser) -> None:
    goal, lead, me = _goal(world), browser(world.coordinator), browser(world.owner)
    url = at("evaluation", plan=world.plan.pk)
    for level in ("-1", "0"):
        assert lead.post(at("goal-rate", goal=goal.pk), {"level": level}).status_code == 302
        mine = at("my-evaluation-goal", person=world.owner.pk, goal=goal.pk)
        assert me.post(mine, {"level": level, "feeling": "4", "comment": "Gøy"}).status_code == 302
        assert lead.post(url, _sent(world, goal)).status_code == 302
    assert Evaluation.objects.count() == 2
    page = lead.get(url).content.decode()
    assert "Alle målene samlet" in page
    assert "Målene sett under ett er nådd." in page
    assert "<td>40</td>" in page
    assert "Ganske bra" in page
    own = me.get(at("my-evaluation", person=world.owner.pk)).content.decode()
    assert "<td>50</td>" in own
    assert "Ganske bra" not in own  # answered before the last evaluation
    assert "Gøy" in me.get(at("my-goal", person=world.owner.pk, goal=goal.pk)).content.decode()


def test_what_is_wrong_stands_beside_the_field_and_what_was_typed_is_kept(
    world: World, browser: Browser
) -> None:
    goal, lead = _goal(world), browser(world.coordinator)
    url = at("evaluation", plan=world.plan.pk)
    answer = lead.post(url, _sent(world, goal, next_on="1.1.2020", summary="Vi er på vei"))
    assert answer.status_code == 422
    assert "Neste evaluering må være etter denne." in answer.content.decode()
    assert "Vi er på vei" in answer.content.decode()
    dropped = lead.post(url, _sent(world, goal, **{str(goal.pk): "drop"}))
    assert "Skriv hvorfor" in dropped.content.decode()
    assert not Evaluation.objects.exists()


def test_a_goal_to_change_is_led_to(world: World, browser: Browser) -> None:
    goal = _goal(world)
    sent = _sent(world, goal, **{str(goal.pk): "change", f"{goal.pk}-hvorfor": "For lett"})
    answer = browser(world.coordinator).post(at("evaluation", plan=world.plan.pk), sent)
    assert answer["Location"] == at("goal-edit", goal=goal.pk)


def test_advice_is_for_who_leads_and_can_be_laid_aside(world: World, browser: Browser) -> None:
    _goal(world)
    lead, plan = browser(world.coordinator), at("plan", plan=world.plan.pk)
    page = lead.get(plan).content.decode()
    assert "Råd om planen" in page
    assert "«bedre» kan bety så mye" in page
    assert "Råd om planen" not in browser(world.teacher).get(plan).content.decode()
    shown = page.count("Ikke nå<")
    key, about = page.split('name="key" value="')[1].split('"')[0], page.split('name="about" value="')[1][:32]
    lead.post(at("plan-advice", plan=world.plan.pk), {"key": key, "about": about})
    again = lead.get(plan).content.decode()
    assert again.count("Ikke nå<") == shown - 1
    assert "Vis igjen<" in again


def test_the_person_may_answer_with_a_face_alone_but_not_with_nothing(world: World, browser: Browser) -> None:
    goal, me = _goal(world), browser(world.owner)
    url = at("my-evaluation-goal", person=world.owner.pk, goal=goal.pk)
    assert me.post(url, {"comment": "Hei"}).status_code == 422
    assert me.post(url, {"feeling": "9"}).status_code == 422
    assert me.post(url, {"feeling": "1"}).status_code == 302
    assert goal.ratings.get().feeling == 1


def test_the_office_sees_which_plans_lie_still_and_nobody_else(world: World, browser: Browser) -> None:
    url = at("inactive-plans")
    clerk = make.employee(world.owner.municipality, "caseworker")
    type(world.plan).objects.update(evaluate_on="2026-11-01")
    page = browser(clerk).get(url).content.decode()
    assert world.owner.full_name in page
    assert "Marit Skogmo" in page
    assert browser(world.teacher).get(url).status_code in {403, 404}
    assert browser().get(url).status_code == 302
    assert browser(clerk).post(url).status_code == 405
