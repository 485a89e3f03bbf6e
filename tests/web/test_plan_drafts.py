"""What is typed and not saved: kept, shown again, carried past the login, merged when two have written."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client

from fellesplan.kernel import clock
from fellesplan.plans import services
from fellesplan.plans.models import Draft
from fellesplan.plans.services import GoalData, drafts
from tests import factories as make
from tests.plans.conftest import World, world
from tests.web.conftest import Browser
from tests.web.coordinator.conftest import at

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
__all__ = ["world"]
GOAL = {"title": "Jeg vil svømme", "area": "leisure", "progress": "-2"}


def _token(html: str) -> str:
    found = re.search(r'name="utkast" value="([^"]+)"', html)
    assert found
    return found[1]


def _open(who: Client, address: str, **query: str) -> dict[str, str]:
    """Open a page and return what it must send back."""
    return {"utkast": _token(who.get(address, query).content.decode())}


def _kept(who: Client, address: str, sent: dict[str, str], seq: int = 1) -> int:
    return who.post(address, sent | {"utkast_behold": "1", "utkast_nr": str(seq)}).status_code


def test_what_is_typed_is_kept_and_shown_on_another_device(world: World, browser: Browser) -> None:
    lead, address = browser(world.coordinator), at("goal-new", plan=world.plan.pk)
    page = _open(lead, address)
    answer = lead.post(address, GOAL | page | {"utkast_behold": "1", "utkast_nr": "1"})
    assert answer.json() == {"text": "Lagret som utkast kl. 10.00."}
    assert not world.plan.goals.exists()
    elsewhere = browser(world.coordinator)
    shown = elsewhere.get(address).content.decode()
    assert "Du har et utkast fra" in shown
    draft = Draft.objects.get()
    again = elsewhere.get(address, {"utkast": str(draft.pk)}).content.decode()
    assert 'value="Jeg vil svømme"' in again
    assert "Nytt mål for Emil" in elsewhere.get(at("plan-drafts", plan=world.plan.pk)).content.decode()
    assert elsewhere.post(address, GOAL | {"utkast": _token(again), "utkast_nr": "2"}).status_code == 302
    assert "utkast fra" not in elsewhere.get(address).content.decode()


def test_saving_removes_the_draft_and_what_comes_late_changes_nothing(world: World, browser: Browser) -> None:
    lead, address = browser(world.coordinator), at("plan-text", plan=world.plan.pk, field="matters")
    page = _open(lead, address) | {"version": "1"}
    assert _kept(lead, address, page | {"matters": "Ro"}, 1) == 200
    assert lead.post(address, page | {"matters": "Ro her", "utkast_nr": "3"}).status_code == 302
    assert _kept(lead, address, page | {"matters": "Ro h"}, 2) == 200
    assert drafts.about(world.plan.municipality_id, world.coordinator.account_id, world.owner.pk) == []
    assert Draft.objects.get().content == {}


def test_two_tabs_keep_a_draft_each(world: World, browser: Browser) -> None:
    lead, address = browser(world.coordinator), at("plan-text", plan=world.plan.pk, field="matters")
    first, second = _open(lead, address), _open(lead, address)
    _kept(lead, address, first | {"matters": "En"}, 5)
    _kept(lead, address, second | {"matters": "To"}, 4)
    _kept(lead, address, first | {"matters": "E"}, 4)
    assert {row.content["matters"][0] for row in Draft.objects.all()} == {"En", "To"}


def test_a_draft_is_thrown_away_and_brought_back(world: World, browser: Browser) -> None:
    lead, address = browser(world.coordinator), at("plan-text", plan=world.plan.pk, field="matters")
    _kept(lead, address, _open(lead, address) | {"matters": "Ro"})
    draft = Draft.objects.get()
    answer = lead.post(address, {"utkast_forkast": str(draft.pk)}, follow=True).content.decode()
    assert "Utkastet er forkastet" in answer
    assert "Hent tilbake utkastet fra" in answer
    again = lead.get(address, {"utkast": str(draft.pk)}).content.decode()
    assert ">\nRo</textarea>" in again
    Draft.objects.update(ended_at=clock.now() - drafts.KEPT * 2)
    assert drafts.purge() == 1


def test_nobody_else_sees_a_draft(world: World, browser: Browser) -> None:
    lead, address = browser(world.coordinator), at("plan-text", plan=world.plan.pk, field="matters")
    _kept(lead, address, _open(lead, address) | {"matters": "Hemmelig"})
    shown = browser(world.owner).get(address, {"utkast": str(Draft.objects.get().pk)}).content.decode()
    assert "Hemmelig" not in shown
    assert "utkast fra" not in shown


def test_a_text_that_meets_the_login_comes_along(world: World, browser: Browser) -> None:
    lead, address = browser(world.coordinator), at("plan-text", plan=world.plan.pk, field="matters")
    page = _open(lead, address) | {"matters": "Skrevet lenge", "version": "1"}
    lead.logout()
    answer = lead.post(address, page)
    assert answer.status_code == 302
    assert urlsplit(answer["Location"]).path == "/lund/logg-inn/"
    target = parse_qs(urlsplit(answer["Location"]).query)["next"][0]
    assert "Skrevet lenge" not in answer["Location"]
    shown = browser(world.coordinator).get(target).content.decode()
    assert "Skrevet lenge" in shown
    assert browser(world.owner).get(target).content.decode().count("Skrevet lenge") == 0


def test_typing_on_after_the_session_has_ended_is_kept(world: World, browser: Browser) -> None:
    lead, address = browser(world.coordinator), at("plan-text", plan=world.plan.pk, field="matters")
    page = _open(lead, address) | {"matters": "Mer", "utkast_behold": "1", "utkast_nr": "7"}
    lead.logout()
    answer = lead.post(address, page)
    assert answer.status_code == 401
    assert answer.json()["text"].startswith("Du er logget ut. Det du har skrevet, er lagret som utkast.")
    assert Draft.objects.get().content["matters"] == ["Mer"]


def test_a_forged_mark_keeps_nothing(world: World, browser: Browser) -> None:
    address = at("plan-text", plan=world.plan.pk, field="matters")
    for mark in ("", "x", _open(browser(world.coordinator), address)["utkast"] + "x"):
        answer = Client().post(address, {"utkast": mark, "matters": "Falsk", "utkast_behold": "1"})
        assert answer.status_code == 302
    assert not Draft.objects.exists()


def test_a_page_of_somebody_else_is_not_saved_as_mine(world: World, browser: Browser) -> None:
    address = at("plan-text", plan=world.plan.pk, field="matters")
    page = _open(browser(world.coordinator), address)
    answer = browser(world.owner).post(address, page | {"matters": "Koordinatorens", "version": "1"})
    assert answer.status_code == 302
    world.plan.refresh_from_db()
    assert world.plan.matters == ""
    assert Draft.objects.get().account == world.coordinator.account_id


def test_a_page_with_run_out_protection_is_opened_anew_with_the_text(world: World, browser: Browser) -> None:
    address = at("plan-text", plan=world.plan.pk, field="matters")
    page = _open(browser(world.coordinator), address)
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(address, page | {"matters": "Gammel side"}).status_code == 302
    assert strict.post(address, {"matters": "Uten merke"}).status_code == 403
    assert Draft.objects.get().content["matters"] == ["Gammel side"]


def test_the_merge_page_has_both_texts_and_the_one_before(world: World, browser: Browser) -> None:
    goal = services.add_goal(
        actor=world.lead, plan=world.plan, data=GoalData(area="leisure", title="Før", now="Nå")
    )
    theirs = GoalData(area="leisure", title="Eierens", now="Nå", description="Fordi")
    services.update_goal(actor=make.actor(world.owner), goal=goal, data=theirs, version=1)
    lead, address = browser(world.coordinator), at("goal-edit", goal=goal.pk)
    page = _open(lead, address)
    mine = GOAL | page | {"title": "Mitt", "now": "Nytt", "version": "1"}
    answer = lead.post(address, mine)
    shown = answer.content.decode()
    assert answer.status_code == 409
    for text in ("Mitt", "Eierens", "Før", f"Det {world.owner.full_name} skrev"):
        assert text in shown
    assert 'name="now" value="Nytt"' in shown
    assert 'name="description" value="Fordi"' in shown
    assert "valg.now" not in shown
    goal.refresh_from_db()
    assert goal.title == "Eierens"
    assert Draft.objects.get().content["title"] == ["Mitt"]
    chosen = dict(re.findall(r'hidden" name="([\w.]+)" value="([^"]*)"', shown))
    chosen |= {"valg.title": "both", "both.title": "Eierens og mitt"}
    assert lead.post(address, chosen).status_code == 302
    goal.refresh_from_db()
    assert (goal.title, goal.now, goal.description) == ("Eierens og mitt", "Nytt", "Fordi")
    assert Draft.objects.filter(ended_at=None).count() == 0


def test_what_only_the_other_changed_is_no_conflict(world: World, browser: Browser) -> None:
    goal = services.add_goal(actor=world.lead, plan=world.plan, data=GoalData(area="leisure", title="Før"))
    theirs = GoalData(area="leisure", title="Før", description="Fordi")
    services.update_goal(actor=make.actor(world.owner), goal=goal, data=theirs, version=1)
    lead, address = browser(world.coordinator), at("goal-edit", goal=goal.pk)
    assert lead.post(address, GOAL | {"title": "Mitt", "version": "1"}).status_code == 302
    goal.refresh_from_db()
    assert (goal.title, goal.description) == ("Mitt", "Fordi")


def test_two_who_set_the_period_choose(world: World, browser: Browser) -> None:
    lead, address = browser(world.coordinator), at("plan-period", plan=world.plan.pk)
    assert lead.post(
        address, {"period_from": "24.11.2026", "period_to": "1.6.2027", "version": "1"}
    ).status_code
    answer = lead.post(address, {"period_from": "24.11.2026", "period_to": "1.8.2027", "version": "1"})
    assert answer.status_code == 409
    assert "1.\u00a0juni\u00a02027" in answer.content.decode() or "1. juni 2027" in answer.content.decode()


def test_the_person_merges_in_the_own_room(world: World, browser: Browser) -> None:
    owner, address = browser(world.owner), at("my-plan-words", person=world.owner.pk)
    page = _open(owner, address)
    services.update_text(actor=world.lead, plan=world.plan, field="matters", text="Maritt skrev", version=1)
    answer = owner.post(address, page | {"text": "Jeg skrev", "version": "1"})
    shown = answer.content.decode()
    assert answer.status_code == 409
    assert "Det Marit Skogmo skrev" in shown
    sent = page | {"version": "2", "valg.text": "mine", "mine.text": "Jeg skrev"}
    assert owner.post(address, sent).status_code == 302
    world.plan.refresh_from_db()
    assert world.plan.matters == "Jeg skrev"


def test_a_report_in_writing_is_kept_too(world: World, browser: Browser) -> None:
    part = world.plan.participants.get()
    measure = make.measure(make.goal(world.plan, "daytime"), responsible=part)
    teacher, address = browser(world.teacher), at("measure-report", measure=measure.pk)
    page = _open(teacher, address)
    assert _kept(teacher, address, page | {"event": "not_working", "note": "Ingen"}) == 200
    assert "Du har et utkast" in teacher.get(address).content.decode()
    owner, room = browser(world.owner), at("my-plan-report", person=world.owner.pk)
    assert _kept(owner, room, _open(owner, room) | {"note": "Busser"}) == 200
    assert "Du har et utkast" in owner.get(room).content.decode()


def test_what_is_much_too_long_is_said(world: World, browser: Browser) -> None:
    lead, address = browser(world.coordinator), at("plan-text", plan=world.plan.pk, field="matters")
    assert _kept(lead, address, _open(lead, address) | {"matters": "x" * 400_001}) == 413
