"""The page Trygghet, a child that keeps something from the parents, and the page for parents of a youth."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from fellesplan.access import tenancy
from fellesplan.access.functions import can
from fellesplan.consent import services
from fellesplan.consent.models import ChildsWish, Consent, Objection, Withholding
from fellesplan.consent.services import InformationData
from fellesplan.people.models import Municipality, Person
from fellesplan.plans.readers import readers_of
from fellesplan.web.citizen import youth
from tests import factories as make
from tests.fixtures import NOW

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
Browser = Callable[..., Client]
TODAY = NOW.date()


def url(name: str, person: Person, **more: Any) -> str:
    return reverse(name, kwargs={"tenant": "lund", "person": person.pk} | more)


def text(response: Any) -> str:
    return str(response.content.decode().replace("\u00a0", " "))


@pytest.fixture
def child(lund: Municipality) -> Person:
    return make.person(lund, given_name="Jonas", born=date(2013, 5, 14), login=True)


def test_a_child_of_thirteen_keeps_something_from_the_parents(
    browser: Browser, lund: Municipality, child: Person
) -> None:
    parent = make.parent_of(child)
    goal = make.goal(make.plan(child), "health")
    client = browser(child)
    page = text(client.get(url("my-safeguards", child)))
    assert "Noe jeg ikke vil vise foreldrene mine" in page
    assert "det de må vite for å ta vare på deg" in page
    assert client.post(url("my-keep", child), {"whom": "all"}).status_code == 422
    sent = {"areas": ["health"], "whom": "all", "reason": "Det er mitt."}
    assert client.post(url("my-keep", child), sent).url == url("my-safeguards", child)
    tenancy.use(lund.pk)
    assert not can(make.actor(parent), "goal.read", goal)
    row = Withholding.objects.get()
    parents_page = text(browser(parent).get(url("my-safeguards", child)))
    assert "Det er mitt." not in parents_page
    again = url("my-show-again", child, withholding=row.pk)
    assert client.get(again).status_code == 200
    client.post(again)
    tenancy.use(lund.pk)
    assert can(make.actor(parent), "goal.read", goal)
    assert client.post(again).status_code == 404


@pytest.mark.parametrize("born", [date(2014, 11, 25), date(2010, 11, 24), date(1990, 1, 1)])
def test_only_from_12_to_15(browser: Browser, lund: Municipality, born: date) -> None:
    person = make.person(lund, born=born, login=True)
    client = browser(person)
    assert client.get(url("my-safeguards", person)).status_code == 200
    assert client.get(url("my-keep", person)).status_code == 404


def test_the_parent_cannot_keep_for_the_child(browser: Browser, child: Person) -> None:
    assert browser(make.parent_of(child)).get(url("my-keep", child)).status_code == 404


def test_anybody_may_say_no_to_health_personnel_and_take_it_back(
    browser: Browser, lund: Municipality
) -> None:
    person, unit = make.person(lund, login=True), make.unit(lund, "home_care", name="Hjemmetjenesten")
    client = browser(person)
    assert "Hjemmetjenesten" in text(client.get(url("my-object", person)))
    client.post(url("my-object", person), {"unit": str(unit.pk)})
    assert "Hjemmetjenesten" in text(client.get(url("my-safeguards", person)))
    tenancy.use(lund.pk)
    row = Objection.objects.get()
    end = url("my-object-end", person, objection=row.pk)
    assert client.get(end).status_code == 200
    client.post(end)
    assert client.get(end).status_code == 404


def test_the_person_reads_what_is_decided(browser: Browser, lund: Municipality) -> None:
    person = make.person(lund, login=True)
    make.lacks_capacity(person, "sharing")
    page = text(browser(person).get(url("my-safeguards", person)))
    assert "Forstår ikke hva det gjelder." in page
    assert "Liv Lege, lege, Legesenteret" in page


def test_a_child_hands_its_wish_over_from_its_own_page(
    browser: Browser, lund: Municipality, child: Person
) -> None:
    row = make.consent(child)
    Consent.objects.filter(pk=row.pk).update(capacity="3", given_by_name="Anne")
    client = browser(child)
    page = text(client.post(url("my-consent-withdraw", child, consent=row.pk), follow=True))
    assert "Koordinatoren har fått vite hva du vil" in page
    tenancy.use(lund.pk)
    assert ChildsWish.objects.count() == 1
    row.refresh_from_db()
    assert row.withdrawn_at is None


def test_strangers_find_nothing(browser: Browser, lund: Municipality, child: Person) -> None:
    stranger = browser(make.person(lund, login=True))
    for name in ("my-safeguards", "my-keep", "my-object", "my-youth"):
        assert stranger.get(url(name, child)).status_code == 404
        assert stranger.get(url(name, Person(pk=uuid4()))).status_code == 404


@pytest.fixture
def grown(lund: Municipality) -> Person:
    return make.person(lund, given_name="Emma", born=date(2009, 5, 14), login=True)


def test_parents_of_a_youth_read_what_they_must_know_and_what_is_shared(
    browser: Browser, lund: Municipality, grown: Person
) -> None:
    parent, clerk = make.parent_of(grown), make.actor(make.employee(lund, "caseworker"))
    plan = make.plan(grown)
    make.goal(plan, "health", title="Sove bedre")
    make.goal(plan, "leisure", title="Spille i korps")
    client = browser(parent)
    assert client.get(url("my-plan", grown)).status_code == 404
    page = text(client.get(url("my-youth", grown)))
    assert "deler ikke noe av planen" in page
    data = InformationData(
        text="Emma er innlagt.", why_necessary="Dere har omsorgen.", given_on=TODAY, child_told_on=TODAY
    )
    tenancy.use(lund.pk)
    services.inform_parents(actor=clerk, person=grown, data=data)
    make.share(grown, parent, "leisure")
    page = text(client.get(url("my-youth", grown)))
    assert "Emma er innlagt." in page
    shown = text(client.get(reverse("plan", args=["lund", plan.pk])))
    assert "Spille i korps" in shown
    assert "Sove bedre" not in shown
    assert "Emma er innlagt." in text(browser(grown).get(url("my-safeguards", grown)))


def test_the_wish_for_a_barnekoordinator_is_the_parents_until_18(
    browser: Browser, lund: Municipality, grown: Person
) -> None:
    client = browser(make.parent_of(grown))
    answer = url("my-youth-answer", grown)
    assert client.get(answer).status_code == 405
    assert client.post(answer, {"answer": "tull"}).status_code == 404
    client.post(answer, {"answer": "given"})
    assert "Du sa ja" in text(client.get(url("my-youth", grown)))
    client.post(answer, {"answer": "withdraw"})
    tenancy.use(lund.pk)
    assert Consent.objects.get().withdrawn_at is not None


def test_the_start_page_leads_a_parent_to_the_youth(browser: Browser, grown: Person) -> None:
    page = text(browser(make.parent_of(grown)).get(reverse("my", args=["lund"])))
    assert url("my-youth", grown) in page


def test_few_queries(
    browser: Browser, grown: Person, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client = browser(make.parent_of(grown))
    with django_assert_max_num_queries(youth.QUERY_BUDGET):
        assert client.get(url("my-youth", grown)).status_code == 200


def test_a_minor_who_writes_is_told_who_can_read_it(
    browser: Browser, lund: Municipality, child: Person
) -> None:
    parent, plan = make.parent_of(child), make.plan(child)
    school, nurses = make.unit(lund), make.unit(lund, "home_care")
    teacher = make.employee(lund, at=school, name="Lise Lærer")
    nurse = make.employee(lund, at=nurses, name="Nora Nurse")
    for who in (teacher, nurse, make.employee(lund, at=make.unit(lund), name="Utenfor Deling")):
        make.participant(plan, who)
    make.share(child, school, "leisure")
    page = text(browser(child).get(url("my-plan-words", child)))
    for name in (parent.full_name, "Lise Lærer", "Nora Nurse"):
        assert name in page
    assert "Utenfor Deling" not in page
    assert "Disse kan lese" not in text(browser(parent).get(url("my-plan-words", child)))


def test_readers_by_area(lund: Municipality, child: Person) -> None:
    parent, plan, school = make.parent_of(child), make.plan(child), make.unit(lund)
    make.participant(plan, make.employee(lund, at=school, name="Lise Lærer"))
    make.participant(plan, make.employee(lund, at=make.unit(lund, "gp"), name="Fred Fastlege"))
    make.share(child, school, "leisure")
    services.ask_to_keep(actor=make.actor(child), person=child, areas=("health",))
    assert readers_of(child, "leisure", TODAY) == (parent.full_name, "Lise Lærer")
    assert readers_of(child, "health", TODAY) == ("Fred Fastlege",)
