"""A unit leader answers, and never sees what is in a case or a plan."""

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from fellesplan.access.models import Event
from fellesplan.coordinators.models import CoordinatorProfile, Nomination
from fellesplan.people.models import Municipality
from tests import factories as make
from tests.coordinators.test_appointments import follow
from tests.coordinators.test_register import profile
from tests.coordinators.world import World, world
from tests.web.conftest import Browser

pytestmark = pytest.mark.django_db(databases=["default", "audit"])


def url(nomination: Nomination) -> str:
    return reverse("nomination", args=["lund", nomination.pk])


def text(client: Client, address: str = "") -> str:
    reply = client.get(address or reverse("unit-today", args=["lund"]))
    assert reply.status_code == 200
    return reply.content.decode().replace("\xa0", " ")


def here(lund: Municipality) -> World:
    return world(lund, given_name="Jonas", family_name="Fjellbekk")


def test_the_question_that_is_due_first_is_next(browser: Browser, lund: Municipality) -> None:
    w = here(lund)
    client = browser(w.leader)
    assert "Ingen forespørsler venter på svar." in text(client)
    w.ask()
    shown = text(client)
    assert "Én forespørsel venter på svar fra deg." in shown
    assert "Foreslå koordinator for Jonas" in shown
    assert "Onsdag 2. desember" in shown


def test_own_coordinators_with_how_many_but_not_who(browser: Browser, lund: Municipality) -> None:
    w = here(lund)
    profile(w.named)
    follow(w.named, 6)
    profile(make.employee(lund, at=make.unit(lund), name="En Annen"))
    shown = text(browser(w.leader))
    assert "Seks, én for mange" in shown
    assert "En Annen" not in shown
    assert "Mina" not in shown


def test_leader_sees_the_least_there_is(browser: Browser, lund: Municipality) -> None:
    w = here(lund)
    plan = make.plan(w.person, matters="Jeg vil svømme")
    make.goal(plan, title="Bo for meg selv")
    row = w.ask(message="Ettermiddager passer best.", wished="Marit Skogmo")
    client = browser(w.leader)
    for shown in (text(client, url(row)), text(client)):
        for hidden in ("Fjellbekk", w.case.number, "svømme", "Bo for meg selv", "1990"):
            assert hidden not in shown
    shown = text(client, url(row))
    assert "Hvem kan være koordinator for Jonas, 36 år?" in shown
    assert "Ettermiddager passer best." in shown
    assert Event.objects.using("audit").filter(
        action="nomination.answer", subject=w.person.pk, information=["name", "age"]
    ).exists()  # fmt: skip


def test_naming_somebody(browser: Browser, lund: Municipality) -> None:
    w = here(lund)
    row = w.ask()
    client = browser(w.leader)
    assert "Følger ingen nå" in text(client, url(row))
    reply = client.post(url(row), {"employee": str(w.named.pk), "note": ""}, follow=True)
    assert "Du har foreslått Marit Skogmo." in reply.content.decode()
    row.refresh_from_db()
    assert (row.state, row.employee) == ("named", w.named)
    assert "Marit Skogmo ble foreslått" in text(client, url(row))
    assert client.post(url(row), {"employee": "ingen", "note": "x"}).status_code == 302
    row.refresh_from_db()
    assert row.state == "named"


def test_saying_no_needs_a_reason(browser: Browser, lund: Municipality) -> None:
    w = here(lund)
    row = w.ask()
    client = browser(w.leader)
    reply = client.post(url(row), {"employee": "ingen", "note": ""})
    assert reply.status_code == 422
    assert "Skriv hvorfor dere ikke kan" in reply.content.decode()
    assert client.post(url(row), {"employee": "ingen", "note": "Alle er fulle."}).status_code == 302
    assert "Dere sa nei" in text(client)


def test_only_own_employees_can_be_chosen(browser: Browser, lund: Municipality) -> None:
    w = here(lund)
    row = w.ask()
    other = make.employee(lund)
    client = browser(w.leader)
    for wrong in (str(other.pk), "tull", ""):
        assert client.post(url(row), {"employee": wrong, "note": ""}).status_code == 422


def test_a_large_unit_has_a_drop_down(browser: Browser, lund: Municipality) -> None:
    w = here(lund)
    for _ in range(10):
        make.employee(lund, at=w.unit)
    row = w.ask()
    assert '<select name="employee"' in text(browser(w.leader), url(row))


@pytest.mark.parametrize(
    ("role", "status"),
    [
        ("unit_leader", (200, 404)),
        ("caseworker", (404, 404)),
        ("system_coordinator", (404, 404)),
        ("provider", (404, 404)),
        ("administrator", (404, 404)),
    ],
)
def test_who_may_open_them(browser: Browser, lund: Municipality, role: str, status: tuple[int, int]) -> None:
    row = here(lund).ask()
    client = browser(make.employee(lund, role, at=make.unit(lund, "office")))
    today = client.get(reverse("unit-today", args=["lund"])).status_code
    assert (today, client.get(url(row)).status_code) == status


def test_outsiders_bad_ids_and_wrong_methods(browser: Browser, lund: Municipality) -> None:
    w = here(lund)
    row = w.ask()
    client = browser(w.leader)
    assert browser(make.person(lund, login=True)).get(url(row)).status_code == 404
    assert browser().get(url(row)).status_code == 302
    assert client.get(reverse("nomination", args=["lund", uuid4()])).status_code == 404
    assert client.put(url(row)).status_code == 405
    assert client.post(reverse("unit-today", args=["lund"])).status_code == 405


def test_withdrawn_consent_closes_the_question_without_telling_why(
    browser: Browser, lund: Municipality
) -> None:
    w = here(lund)
    row = w.ask()
    w.person.consents.update(withdrawn_at=w.case.opened_at)
    reply = browser(w.leader).post(url(row), {"employee": str(w.named.pk), "note": ""})
    assert reply.status_code == 409
    assert "Koordinerende enhet tar kontakt." in reply.content.decode()
    assert "amtykke" not in reply.content.decode()


def test_queries_do_not_grow(
    browser: Browser, lund: Municipality, django_assert_max_num_queries: object
) -> None:
    w = here(lund)
    rows = [w.ask()]
    for _ in range(6):
        CoordinatorProfile.objects.create(
            municipality=lund, employee=make.employee(lund, at=w.unit), unit=w.unit
        )
    client = browser(w.leader)
    with django_assert_max_num_queries(14):  # type: ignore[operator]
        text(client)
    with django_assert_max_num_queries(14):  # type: ignore[operator]
        text(client, url(rows[0]))
