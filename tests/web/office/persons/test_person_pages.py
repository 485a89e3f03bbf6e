"""The office's pages of a person: what they show, what they change, and for whom they are."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from fellesplan.access import tenancy
from fellesplan.people.birth_numbers import synthetic_number
from fellesplan.people.models import Employee, Municipality, Person, PersonMerge
from fellesplan.people.services import find_by_number
from fellesplan.web.office.persons import merging
from fellesplan.web.office.persons import person as person_page
from tests import factories as make

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
Browser = Callable[..., Client]
BORN = date(1990, 3, 3)
FORMS = ("person-details", "person-number", "person-born", "person-protection", "person-death")


def url(where: Municipality, name: str, *args: Any) -> str:
    return reverse(name, args=[where.slug, *args])


def text(response: Any) -> str:
    return str(response.content.decode().replace("\u00a0", " "))


@pytest.fixture
def clerk(lund: Municipality) -> Employee:
    return make.employee(lund, "caseworker", name="Ingrid Nesvik")


@pytest.fixture
def someone(lund: Municipality) -> Person:
    return make.person(
        lund, given_name="Mona", family_name="Vik", phone="40000117", address="Skogveien 3",
        postal_code="4460", postal_place="Moi",
    )  # fmt: skip


def test_the_page_tells_who_it_is(
    browser: Browser, lund: Municipality, clerk: Employee, someone: Person
) -> None:
    make.parent_of(someone, family_name="Fjell")
    case = make.case(someone)
    page = text(browser(clerk).get(url(lund, "person", someone.pk)))
    for words in ("Mona Vik, 36 år", "Skogveien 3", "4460 Moi", "400 00 117", "Anne Fjell", case.number):
        assert words in page


def test_the_leader_reads_but_changes_nothing(browser: Browser, lund: Municipality, someone: Person) -> None:
    client = browser(make.employee(lund, "office_leader"))
    assert "Mer" not in text(client.get(url(lund, "person", someone.pk)))
    for name in FORMS:
        assert client.get(url(lund, name, someone.pk)).status_code == 404
        assert client.post(url(lund, name, someone.pk)).status_code == 404


def test_unknown_and_forbidden_look_alike(
    browser: Browser, lund: Municipality, clerk: Employee, someone: Person
) -> None:
    for role in ("unit_leader", "administrator", "provider"):
        client = browser(make.employee(lund, role))
        for name in ("person", *FORMS):
            assert client.get(url(lund, name, someone.pk)).status_code == 404
    client = browser(clerk)
    for name in ("person", *FORMS):
        assert client.get(url(lund, name, uuid4())).status_code == 404
    luster = make.municipality("luster")
    tenancy.use(luster.id)
    stranger = browser(make.employee(luster, "caseworker"))
    tenancy.use(lund.id)
    assert stranger.get(url(luster, "person", someone.pk)).status_code == 404
    assert client.post(url(lund, "person", someone.pk)).status_code == 405


def test_the_pages_cost_a_fixed_number_of_queries(
    browser: Browser, lund: Municipality, clerk: Employee, someone: Person,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:  # fmt: skip
    for _n in range(6):
        make.parent_of(someone)
        make.person(lund, given_name="Mona", family_name="Vik")
    client = browser(clerk)
    with django_assert_max_num_queries(person_page.QUERY_BUDGET):
        assert client.get(url(lund, "person", someone.pk)).status_code == 200
    with django_assert_max_num_queries(merging.QUERY_BUDGET):
        assert client.get(url(lund, "persons-twice")).status_code == 200


def _sent(client: Client, where: str, **changes: str) -> dict[str, str]:
    """Return what a browser would send: what the page shows, with changes."""
    response = client.get(where)
    form, data = response.context["form"], {"sett": response.context["token"]}
    for name in form.fields:
        value = form[name].value()
        data[name] = f"{value:%d.%m.%Y}" if isinstance(value, date) else str(value or "")
    return data | changes


def test_contact_data_is_put_right(
    browser: Browser, lund: Municipality, clerk: Employee, someone: Person
) -> None:
    client, where = browser(clerk), url(lund, "person-details", someone.pk)
    assert client.post(where, _sent(client, where, phone="40000118", address="")).status_code == 302
    someone.refresh_from_db()
    assert (someone.phone, someone.address, someone.given_name) == ("40000118", "", "Mona")


def test_bad_contact_data_stays_on_the_page(
    browser: Browser, lund: Municipality, clerk: Employee, someone: Person
) -> None:
    client, where = browser(clerk), url(lund, "person-details", someone.pk)
    page = text(client.post(where, _sent(client, where, family_name="", postal_code="12", gp="Dr. Dahl")))
    assert "Fyll ut: Etternavn" in page
    assert "Skriv fire siffer" in page
    assert "Dr. Dahl" in page
    someone.refresh_from_db()
    assert someone.gp == ""


def test_two_windows_do_not_undo_each_other(
    browser: Browser, lund: Municipality, clerk: Employee, someone: Person
) -> None:
    client, where = browser(clerk), url(lund, "person-details", someone.pk)
    one, other = _sent(client, where, phone="40000118"), _sent(client, where, gp="Dr. Dahl")
    third = _sent(client, where, phone="40000119")
    assert client.post(where, one).status_code == client.post(where, other).status_code == 302
    someone.refresh_from_db()
    assert (someone.phone, someone.gp) == ("40000118", "Dr. Dahl")
    assert "Noen har endret dette" in text(client.post(where, third))


def test_a_number_is_filled_in_and_another_with_it_leads_to_merging(
    browser: Browser, lund: Municipality, clerk: Employee, someone: Person
) -> None:
    client, number = browser(clerk), synthetic_number(BORN, 0)
    where = url(lund, "person-number", someone.pk)
    assert "gyldig" in text(client.post(where, {"birth_number": "12345678901"}))
    assert client.post(where, {"birth_number": number}).status_code == 302
    assert find_by_number(lund, number) == someone
    twin = make.person(lund)
    page = text(client.post(url(lund, "person-number", twin.pk), {"birth_number": number}))
    assert url(lund, "person-merge", someone.pk, twin.pk) in page
    assert number not in text(client.get(url(lund, "person", someone.pk)))


def test_an_expected_child_is_born_and_all_carries_on(
    browser: Browser, lund: Municipality, clerk: Employee
) -> None:
    child = make.person(lund, born=None, given_name="", due_date=date(2026, 11, 20))
    make.case(child)
    consent = make.consent(child)
    client, where = browser(clerk), url(lund, "person-born", child.pk)
    assert "Velg en dato til og med" in text(client.post(where, {"birth_date": "25.11.2026"}))
    assert client.post(where, {"given_name": "Liv", "birth_date": "19.11.2026"}).status_code == 302
    child.refresh_from_db()
    assert (child.given_name, child.birth_date, child.is_unborn) == ("Liv", date(2026, 11, 19), False)
    assert child.cases.count() == 1
    assert child.consents.get() == consent


def test_two_are_shown_side_by_side_made_one_and_two_again(
    browser: Browser, lund: Municipality, clerk: Employee, someone: Person
) -> None:
    twin = make.person(lund, given_name="Mona", family_name="Vik", email="mona@example.test")
    client, where = browser(clerk), url(lund, "person-merge", someone.pk, twin.pk)
    assert where in text(client.get(url(lund, "persons-twice")))
    page = text(client.get(where))
    assert "Skogveien 3" in page
    assert "mona@example.test" in page
    response = client.post(where)
    assert response.status_code == 302
    assert client.post(where).status_code == 302
    made = PersonMerge.objects.get()
    old = client.get(url(lund, "person", twin.pk))
    assert (old.status_code, old["Location"]) == (302, url(lund, "person", someone.pk))
    back = url(lund, "person-merge-undo", someone.pk, made.pk)
    assert back in text(client.get(url(lund, "person", someone.pk)))
    assert client.post(back).status_code == 302
    assert client.get(url(lund, "person", twin.pk)).status_code == 200


def test_what_stands_in_the_way_is_told_before_anybody_asks(
    browser: Browser, lund: Municipality, clerk: Employee, someone: Person
) -> None:
    twin = make.person(lund)
    make.case(someone), make.case(twin)
    client, where = browser(clerk), url(lund, "person-merge", someone.pk, twin.pk)
    page = text(client.get(where))
    assert "Begge har en åpen sak" in page
    assert "Ja, slå dem sammen" not in page
    assert "Begge har en åpen sak" in text(client.post(where, follow=True))
    assert not PersonMerge.objects.exists()


def test_one_parent_is_limited_alone_and_again_let_in(
    browser: Browser, lund: Municipality, clerk: Employee
) -> None:
    child = make.person(lund, born=date(2018, 1, 1))
    one, other = make.parent_of(child), make.parent_of(child)
    row = child.representations.get(representative=one)
    plan = make.plan(child)
    assert plan
    limit = url(lund, "person-limit", child.pk, row.pk)
    client, room = browser(clerk), url(lund, "my-plan", child.pk)
    assert browser(one).get(room).status_code == 200
    assert "Velg" in text(client.post(limit, {"reason": ""}))
    assert client.post(limit, {"basis": "harm", "reason": "Vedtak 3. november"}).status_code == 302
    assert [browser(who).get(room).status_code for who in (one, other)] == [404, 200]
    assert "Ser ikke sidene" in text(client.get(url(lund, "person", child.pk)))
    lift = url(lund, "person-lift", child.pk, row.pk)
    assert client.post(lift, {"reason": "Opphevet"}).status_code == 302
    assert browser(one).get(room).status_code == 200
    end = url(lund, "person-end", child.pk, row.pk)
    assert client.post(end, {"last_day": "23.11.2026", "reason": "Dom"}).status_code == 302
    assert [browser(who).get(room).status_code for who in (one, other)] == [404, 200]
    assert client.get(url(lund, "person-limit", child.pk, uuid4())).status_code == 404
