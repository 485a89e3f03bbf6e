"""Writing in the plan through the pages."""

import pytest

from fellesplan.plans.models import Measure, Participant, Plan
from tests import factories as make
from tests.web.conftest import Browser
from tests.web.coordinator.conftest import World, at

pytestmark = pytest.mark.django_db(databases=["default", "audit"])


def test_start_a_plan_with_the_tools_the_procedure_offers(world: World, browser: Browser) -> None:
    other = make.person(world.owner.municipality, given_name="Tor")
    coordinator = make.coordinator(other)
    lead, address = browser(coordinator), at("plan-start", person=other.pk)
    shown = lead.get(address).content.decode()
    assert "Ansvarsgruppe med referat" in shown
    assert "Tjenesteoversikt" not in shown
    refused = lead.post(address, {"tool": "individual_plan"})
    assert refused.status_code == 422
    assert "Samtykke til individuell plan mangler" in refused.content.decode()
    assert lead.post(address, {"tool": "responsibility_group"}).status_code == 302
    assert Plan.objects.get(person=other).tool == "responsibility_group"


def test_the_luster_profile_offers_the_digital_plan_only(world: World, browser: Browser) -> None:
    from fellesplan.access import tenancy

    luster = make.municipality("luster")
    tenancy.use(luster.id)
    owner = make.person(luster)
    lead = browser(make.coordinator(owner))
    shown = lead.get(at("plan-start", person=owner.pk).replace("/lund/", "/luster/")).content.decode()
    assert 'value="individual_plan"' in shown
    assert 'value="responsibility_group"' not in shown
    assert "digital" in shown


def test_goal_and_measure(world: World, browser: Browser) -> None:
    lead = browser(world.coordinator)
    goal = {"title": "Jeg vil svømme", "area": "leisure", "progress": "-2"}
    assert lead.post(at("goal-new", plan=world.plan.pk), goal).status_code == 302
    made = world.plan.goals.get()
    address = at("measure-new", goal=made.pk)
    assert lead.post(address, {"title": "", "due_on": "i morgen"}).status_code == 422
    part = world.plan.participants.get()
    written = {"title": "Følge til svømming", "responsible": f"p-{part.pk}", "due_on": "1.12.2026"}
    assert lead.post(address, written).status_code == 302
    measure = Measure.objects.get()
    assert (measure.responsible, str(measure.due_on)) == (part, "2026-12-01")
    assert "Følge til svømming" in lead.get(at("plan", plan=world.plan.pk)).content.decode()


def test_nobody_from_elsewhere_can_be_made_responsible(world: World, browser: Browser) -> None:
    stranger = make.participant(make.plan(make.person(world.owner.municipality)), world.teacher)
    goal = make.goal(world.plan, "leisure")
    written = {"title": "Noe", "responsible": f"p-{stranger.pk}"}
    response = browser(world.coordinator).post(at("measure-new", goal=goal.pk), written)
    assert response.status_code == 422
    assert not Measure.objects.exists()


def test_two_who_write_see_both_texts(world: World, browser: Browser) -> None:
    lead, address = browser(world.coordinator), at("plan-text", plan=world.plan.pk, field="matters")
    assert lead.post(address, {"matters": "Emil: Ro rundt meg", "version": "1"}).status_code == 302
    response = lead.post(address, {"matters": "Min egen tekst", "version": "1"})
    shown = response.content.decode()
    assert response.status_code == 409
    assert "Emil: Ro rundt meg" in shown
    assert "Min egen tekst" in shown
    assert 'name="version" value="2"' in shown
    assert lead.post(address, {"matters": "Begge deler", "version": "2"}).status_code == 302
    world.plan.refresh_from_db()
    assert world.plan.matters == "Begge deler"


def test_a_stale_measure_names_who_was_responsible(world: World, browser: Browser) -> None:
    goal = make.goal(world.plan, "leisure")
    measure = make.measure(goal, responsible=world.plan.participants.get(), version=2)
    address = at("measure-edit", measure=measure.pk)
    response = browser(world.coordinator).post(address, {"title": "Noe annet", "version": "1"})
    assert response.status_code == 409
    assert "Tone Birkeland, Storgata skole" in response.content.decode()


def test_report_as_participant(world: World, browser: Browser) -> None:
    part = world.plan.participants.get()
    measure = make.measure(make.goal(world.plan, "daytime"), responsible=part)
    address = at("measure-report", measure=measure.pk)
    teacher = browser(world.teacher)
    assert teacher.post(address, {"event": "not_working"}).status_code == 422
    assert teacher.post(address, {"event": "not_working", "note": "Ingen kom."}).status_code == 302
    assert "Ingen kom." in teacher.get(at("plan", plan=world.plan.pk)).content.decode()


def test_take_out_and_bring_back(world: World, browser: Browser) -> None:
    lead, goal = browser(world.coordinator), make.goal(world.plan, "leisure", title="Jeg vil dykke")
    assert lead.post(at("goal-archive", goal=goal.pk)).status_code == 302
    assert "Hent tilbake" in lead.get(at("plan", plan=world.plan.pk)).content.decode()
    lead.post(at("goal-restore", goal=goal.pk))
    assert "Tatt ut av planen" not in lead.get(at("plan", plan=world.plan.pk)).content.decode()


def test_find_and_invite_a_colleague(world: World, browser: Browser) -> None:
    lead, unit = browser(world.coordinator), make.unit(world.owner.municipality, name="Fysioterapien")
    who = make.employee(world.owner.municipality, at=unit, name="Anja Lode")
    address = at("participant-new", plan=world.plan.pk)
    assert "Anja Lode" not in lead.get(address, {"q": "a"}).content.decode()
    found = lead.get(address, {"q": "anja fysio"}, headers={"hx-request": "true"}).content.decode()
    assert "Anja Lode" in found
    assert "<html" not in found
    invitation = at("participant-invite", plan=world.plan.pk, employee=who.pk, unit=unit.pk)
    assert lead.post(invitation, {"role": "Fysioterapeut"}).status_code == 302
    shown = lead.get(at("participants", plan=world.plan.pk)).content.decode()
    assert "Ser ikke planen ennå: samtykke mangler" in shown


def test_invite_a_private_person_and_end_it(world: World, browser: Browser) -> None:
    lead = browser(world.coordinator)
    written = {"given_name": "Berit", "family_name": "Prøve", "role": "Bestemor"}
    assert lead.post(at("participant-private", plan=world.plan.pk), written).status_code == 302
    made = Participant.objects.get(role="Bestemor")
    assert lead.post(at("participant-end", participant=made.pk)).status_code == 302
    made.refresh_from_db()
    assert made.ended_at


def test_period_and_area(world: World, browser: Browser) -> None:
    lead = browser(world.coordinator)
    period = {"period_from": "24.11.2026", "period_to": "15.8.2027", "evaluate_on": "15.2.2027"}
    assert lead.post(at("plan-period", plan=world.plan.pk), period).status_code == 302
    address = at("area-edit", plan=world.plan.pk, area="leisure")
    assert lead.post(address, {"own_words": "Vann", "needs": "", "version": "0"}).status_code == 302
    assert lead.post(address, {"own_words": "Land", "needs": "", "version": "0"}).status_code == 409
    assert lead.post(at("area-edit", plan=world.plan.pk, area="x"), {"version": "0"}).status_code == 422
    shown = lead.get(at("plan", plan=world.plan.pk)).content.decode()
    assert "Vann" in shown
    assert "15.\u00a0august\u00a02027" in shown


def test_service_overview_lists_whom_to_call(world: World, browser: Browser) -> None:
    Plan.objects.filter(pk=world.plan.pk).update(tool="service_overview")
    shown = browser(world.coordinator).get(at("plan", plan=world.plan.pk)).content.decode()
    assert "Tjenester og kontaktpersoner" in shown
    assert "Storgata skole" in shown
    assert "Det en individuell plan skal ha" not in shown
