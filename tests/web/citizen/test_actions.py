"""What one can do in the room, and what follows at once."""

from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from fellesplan.access import tenancy
from fellesplan.access.functions import fetch
from fellesplan.consent.models import Consent
from fellesplan.consent.queries import live_purposes, shares_for
from fellesplan.kernel import clock
from fellesplan.meetings.models import Invitation
from fellesplan.people.models import Municipality
from fellesplan.plans import services
from fellesplan.plans.models import Plan
from tests import factories as make
from tests.web.citizen.conftest import Family, family_in
from tests.web.conftest import Browser

pytestmark = pytest.mark.django_db(databases=["default", "audit"])


def _shared(family: Family) -> dict[str, tuple[str, ...]]:
    return {share.name: share.areas for share in shares_for(family.child, clock.today())}


def test_two_presses_take_the_access_away_on_the_next_request(family: Family, browser: Browser) -> None:
    teacher = make.actor(family.teacher)
    assert fetch(teacher, "plan.read", Plan, family.plan.pk)
    mother = browser(family.parent)
    first = mother.get(family.url("my-share-withdraw", recipient=family.school.pk)).content.decode()
    assert "Storgata skole ser ikke planen lenger. Det gjelder med en gang." in first
    assert "har lovet én ting i planen" in first
    assert "slutter tjenestene å dele opplysninger" in first
    done = mother.post(family.url("my-share-withdraw", recipient=family.school.pk), follow=True)
    assert "Storgata skole kan ikke se planen lenger" in done.content.decode()
    assert _shared(family) == {}
    plan_page = browser(family.teacher).get(_plan_address(family))
    assert plan_page.status_code == 404


def _plan_address(family: Family) -> str:
    """Return where staff read the plan."""
    return reverse("plan", kwargs={"tenant": "lund", "plan": family.plan.pk})


def test_the_participant_reads_the_plan_before_that(family: Family, browser: Browser) -> None:
    assert browser(family.teacher).get(_plan_address(family)).status_code == 200


def test_one_can_regret(family: Family, browser: Browser) -> None:
    mother = browser(family.parent)
    before = _shared(family)
    Consent.objects.filter(purpose="sharing").update(child_heard="Nora vil det.")
    mother.post(family.url("my-share-withdraw", recipient=family.school.pk))
    back = mother.post(family.url("my-share-withdrawn", recipient=family.school.pk), follow=True)
    assert "kan se planen igjen" in back.content.decode()
    assert {name: set(areas) for name, areas in _shared(family).items()} == {
        name: set(areas) for name, areas in before.items()
    }
    given = Consent.objects.filter(purpose="sharing", form="digital").get()
    assert (given.capacity, given.given_by) == (Consent.Capacity.ONE_PARENT, family.parent)


def test_taking_away_what_is_not_shared_gives_404(family: Family, browser: Browser) -> None:
    mother = browser(family.parent)
    url = family.url("my-share-withdraw", recipient=make.unit(family.child.municipality).pk)
    assert (mother.get(url).status_code, mother.post(url).status_code) == (404, 404)
    assert mother.get(family.url("my-share-withdrawn", recipient=family.school.pk)).status_code == 404


def test_the_scope_can_be_changed(family: Family, browser: Browser) -> None:
    url = family.url("my-share-change", recipient=family.school.pk)
    data = {
        "areas": ["leisure"],
        "until": "annen",
        "until_day": "1.2.2027",
        "child_heard": "Greit, sier Nora.",
    }
    assert browser(family.parent).post(url, data).status_code == 302
    assert _shared(family) == {"Storgata skole": ("leisure",)}
    assert shares_for(family.child, clock.today())[0].until.isoformat() == "2027-02-01"  # type: ignore[union-attr]


def test_a_new_service_is_let_in_and_what_is_missing_is_said(family: Family, browser: Browser) -> None:
    home_care = make.unit(family.child.municipality, name="Hjemmetjenesten")
    mother, url = browser(family.parent), family.url("my-share")
    empty = mother.post(url, {"who": [str(home_care.pk)], "until": "annen"})
    page = empty.content.decode()
    assert empty.status_code == 422
    assert "Velg minst én ting de skal få se" in page
    assert "Skriv datoen tilgangen skal slutte" in page
    heard = mother.post(url, {"who": [str(home_care.pk)], "areas": ["health"], "until": "2027-05-24"})
    assert "Skriv hva barnet mener" in heard.content.decode()
    data = {"who": [str(home_care.pk)], "areas": ["health"], "until": "2027-05-24", "child_heard": "Ja"}
    assert mother.post(url, data).status_code == 302
    assert _shared(family)["Hjemmetjenesten"] == ("health",)


def test_consent_to_coordinator_is_taken_back_and_given_again(browser: Browser, lund: Municipality) -> None:
    family = family_in(lund, born=date(1990, 3, 3))
    consent = family.child.consents.get(purpose="coordinator")
    me = browser(family.child)
    told = me.get(family.url("my-consent-withdraw", consent=consent.pk)).content.decode()
    assert "Koordinatoren ser ikke planen lenger" in told
    assert "danger" not in told
    me.post(family.url("my-consent-withdraw", consent=consent.pk))
    assert live_purposes(family.child, clock.today()) == {"sharing"}
    assert browser(family.coordinator).get(_plan_address(family)).status_code == 404
    me.post(family.url("my-consent-withdrawn", consent=consent.pk))
    assert "coordinator" in live_purposes(family.child, clock.today())
    assert browser(family.coordinator).get(_plan_address(family)).status_code == 200


def test_the_effect_is_the_municipalitys_own(browser: Browser) -> None:
    arendal = make.municipality("arendal")
    tenancy.use(arendal.id)
    family = family_in(arendal, born=date(1990, 3, 3))
    consent = family.child.consents.get(purpose="coordinator")
    told = browser(family.child).get(family.url("my-consent-withdraw", consent=consent.pk)).content.decode()
    assert "Da kan ikke koordinatoren samordne tjenestene." in told


@pytest.mark.parametrize(("answer", "lives"), [("given", True), ("refused", False)])
def test_a_youth_of_sixteen_answers_alone(
    answer: str, lives: bool, browser: Browser, lund: Municipality
) -> None:
    youth = make.person(lund, born=date(2010, 3, 3), login=True)
    parent = make.parent_of(youth)
    url = f"/lund/min/{youth.pk}/samtykker/svar/plan/"
    assert browser(parent).get(url).status_code == 404
    assert browser(parent).post(url, {"answer_given": "given"}).status_code == 404
    assert browser(youth).post(url, {"answer_given": answer}).status_code == 302
    assert ("plan" in live_purposes(youth, clock.today())) is lives


def test_an_answer_that_is_needed_stands_first(browser: Browser, lund: Municipality) -> None:
    owner = make.person(lund, login=True)
    make.case(owner)
    page = browser(owner).get(f"/lund/min/{owner.pk}/samtykker/").content.decode()
    assert "Vil du ha en koordinator?" in page
    case = browser(owner).get(f"/lund/min/{owner.pk}/saken/").content.decode()
    assert "Vi trenger et svar om samtykke" in case
    assert "Du hører fra oss senest" in case


def test_saying_that_something_does_not_work(family: Family, browser: Browser) -> None:
    mother, url = browser(family.parent), family.url("my-plan-report")
    nothing = mother.post(url, {})
    assert nothing.status_code == 422
    assert "Velg det som ikke fungerer" in nothing.content.decode()
    done = mother.post(url, {"measure": str(family.measure.pk), "note": "Appen virker ikke."}, follow=True)
    page = done.content.decode()
    assert "Takk for at du sa fra. Marit Skogmo ser det med en gang." in page
    assert "Appen virker ikke." in page
    family.measure.refresh_from_db()
    assert family.measure.state == "not_working"


def test_nobody_has_to_say_why(family: Family, browser: Browser) -> None:
    url = family.url("my-plan-report")
    assert browser(family.parent).post(url, {"measure": str(family.measure.pk)}).status_code == 302
    family.measure.refresh_from_db()
    assert family.measure.state == "not_working"
    back = family.url("my-measure", measure=family.measure.pk)
    browser(family.parent).post(back, {"event": "started"})
    family.measure.refresh_from_db()
    assert family.measure.state == "started"


def test_ones_own_part_is_done(family: Family, browser: Browser) -> None:
    own = family.goal.measures.get(responsible_is_person=True)
    browser(family.parent).post(family.url("my-measure", measure=own.pk), {"event": "done"})
    own.refresh_from_db()
    assert (own.state, own.done_on) == ("done", clock.today())


def test_a_measure_of_another_persons_plan_gives_404(
    family: Family, browser: Browser, lund: Municipality
) -> None:
    other = make.measure(make.goal(make.plan(make.person(lund))))
    url = family.url("my-measure", measure=other.pk)
    assert browser(family.parent).post(url, {"event": "done"}).status_code == 404


def test_own_words_are_kept_and_a_second_writer_loses_nothing(family: Family, browser: Browser) -> None:
    mother, url = browser(family.parent), family.url("my-plan-words")
    started = services.update_text(
        actor=make.actor(family.coordinator), plan=family.plan, field="resources", text="God på sjakk",
        version=1,
    )  # fmt: skip
    assert mother.post(url, {"text": "Snakk til meg.", "version": started.version}).status_code == 302
    late = mother.post(url, {"text": "Min andre tekst", "version": started.version})
    page = late.content.decode()
    assert late.status_code == 409
    assert "Snakk til meg." in page
    assert "Min andre tekst" in page
    family.plan.refresh_from_db()
    assert family.plan.matters == "Snakk til meg."
    again = mother.post(url, {"text": "Begge deler", "version": family.plan.version})
    assert again.status_code == 302


def test_the_plan_is_approved_as_it_was_read(family: Family, browser: Browser) -> None:
    mother, url = browser(family.parent), family.url("my-plan-approve")
    services.update_text(
        actor=make.actor(family.coordinator), plan=family.plan, field="matters", text="Nytt", version=1
    )
    stale = mother.post(url, {"version": "1"})
    assert stale.status_code == 409
    assert "Planen ble endret mens du leste" in stale.content.decode()
    assert mother.post(url, {"version": "2"}).status_code == 302
    family.plan.refresh_from_db()
    assert family.plan.state == "approved"
    assert family.plan.approvals.get().capacity == "parent"


def test_how_it_goes_with_a_goal_is_the_persons_to_say(family: Family, browser: Browser) -> None:
    url = family.url("my-goal", goal=family.goal.pk)
    page = browser(family.parent).post(url, {"level": "-1", "version": "1"}, follow=True).content.decode()
    assert "Ett trinn igjen til målet." in page
    assert browser(family.parent).post(url, {"level": "7"}).status_code == 422


def test_a_meeting_is_answered_and_a_point_suggested(family: Family, browser: Browser) -> None:
    mother = browser(family.parent)
    reply = family.url("my-meeting-reply", meeting=family.meeting.pk)
    page = mother.post(reply, {"answer": "yes"}, follow=True).content.decode()
    assert "Du har svart at du kommer" in page
    assert Invitation.objects.get(meeting=family.meeting).reply == "yes"
    assert mother.post(reply, {"answer": "kanskje"}).status_code == 302
    assert Invitation.objects.get(meeting=family.meeting).reply == "yes"
    url = family.url("my-meeting", meeting=family.meeting.pk)
    page = mother.post(url, {"title": "Svømming"}, follow=True).content.decode()
    assert "Svømming" in page
    assert mother.post(url, {"title": ""}).status_code == 422


def test_the_log_tells_who_has_read_and_why(family: Family, browser: Browser, one_connection: Any) -> None:
    browser(family.teacher).get(_plan_address(family))
    mother = browser(family.parent)
    mother.get(family.url("my-log"))
    page = mother.get(family.url("my-log")).content.decode()
    assert "Tone Birkeland" in page
    assert "leste planen." in page
    assert "Er med i planen, og samtykket åpner for det." in page
    assert "Vis det også" in page


def test_regretting_asks_what_the_child_thinks_when_nobody_has(family: Family, browser: Browser) -> None:
    mother = browser(family.parent)
    mother.post(family.url("my-share-withdraw", recipient=family.school.pk))
    back = mother.post(family.url("my-share-withdrawn", recipient=family.school.pk))
    assert back["Location"] == f"{family.url('my-share')}?hvem={family.school.pk}"
    consent = family.child.consents.get(purpose="coordinator")
    mother.post(family.url("my-consent-withdraw", consent=consent.pk))
    back = mother.post(family.url("my-consent-withdrawn", consent=consent.pk))
    assert back["Location"] == family.url("my-consent-give", purpose="coordinator")
    asked = mother.post(back["Location"], {"answer_given": "given"})
    assert asked.status_code == 422
    assert mother.post(back["Location"], {"answer_given": "refused"}).status_code == 302
