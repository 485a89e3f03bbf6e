"""The administrator's pages: units, employees, assignments; and the procedure for reading."""

from datetime import date
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from fellesplan.people.models import Employee, Municipality, Unit
from fellesplan.procedures.schema import keys
from fellesplan.web.admin.procedure_page import GROUPS
from tests import factories as make
from tests.web.conftest import Browser

pytestmark = pytest.mark.django_db(databases=["default", "audit"])


def url(name: str = "admin-home", *args: object, slug: str = "lund") -> str:
    return reverse(name, args=[slug, *args])


def text(client: Client, name: str = "admin-home", *args: object, **query: str) -> str:
    reply = client.get(url(name, *args), query)
    assert reply.status_code == 200
    return reply.content.decode().replace("\xa0", " ")


@pytest.fixture
def boss(browser: Browser, lund: Municipality) -> Client:
    return browser(make.employee(lund, "administrator", at=make.unit(lund, "office", name="Kontoret")))


def test_home_lists_units_and_employees(boss: Client, lund: Municipality) -> None:
    make.employee(lund, at=make.unit(lund, name="Storgata skole"), name="Siri Prøve")
    shown = text(boss)
    assert "To ansatte i to virksomheter." in shown
    assert "Tjenesteyter, Storgata skole" in shown
    assert "Siri Prøve" not in text(boss, q="Kari")
    assert "Siri Prøve" in text(boss, q="siri")
    assert "Ingen ansatte med det navnet" in text(boss, q="zzz")


def test_a_unit_is_added_and_changed(boss: Client, lund: Municipality) -> None:
    data = {"name": "Storgata skole", "kind": "school", "phone": "51 00 00 00", "active": "on"}
    assert boss.post(url("unit-new"), data).status_code == 302
    unit = Unit.objects.get(name="Storgata skole")
    assert boss.post(url("unit-new"), data).status_code == 422
    assert boss.post(url("unit-edit", unit.pk), data | {"name": "Ny skole"}).status_code == 302
    unit.refresh_from_db()
    assert unit.name == "Ny skole"
    assert boss.post(url("unit-edit", unit.pk), data | {"organisation_number": "12"}).status_code == 422
    assert "Ny skole" in text(boss, "unit-edit", unit.pk)


def test_an_employee_is_added_changed_and_placed(boss: Client, lund: Municipality) -> None:
    unit = make.unit(lund)
    data = {
        "name": "Siri Prøve", "title": "Lærer", "unit": str(unit.pk), "role": "provider",
        "valid_from": "1.12.2026",
    }  # fmt: skip
    reply = boss.post(url("employee-new"), data)
    who = Employee.objects.get(name="Siri Prøve")
    assert reply.headers["Location"] == url("employee-edit", who.pk)
    here = url("employee-edit", who.pk)
    assert boss.post(here, {"do": "save", "name": "Siri Ny", "title": "Rektor"}).status_code == 302
    place = {"do": "assign", "t-unit": str(unit.pk), "t-role": "unit_leader", "t-valid_from": "2.12.2026"}
    assert boss.post(here, place).status_code == 302
    assert who.assignments.count() == 2
    shown = text(boss, "employee-edit", who.pk)
    assert "Siri Ny" in shown
    assert "Fra 2. desember" in shown
    assert boss.post(here, place | {"t-role": "caseworker"}).status_code == 422
    assert boss.post(here, {"do": "save", "name": "", "title": ""}).status_code == 422
    assert boss.post(url("employee-new"), data | {"role": "caseworker"}).status_code == 422


def test_an_assignment_is_ended(boss: Client, lund: Municipality) -> None:
    who = make.employee(lund, at=make.unit(lund, name="Storgata skole"), name="Siri Prøve")
    row = who.assignments.get()
    here = url("assignment-end", who.pk, row.pk)
    assert "Når slutter Siri Prøve i Storgata skole?" in text(boss, "assignment-end", who.pk, row.pk)
    assert boss.post(here, {"last_day": "1.1.2020"}).status_code == 422
    assert boss.post(here, {"last_day": "23.11.2026"}).status_code == 302
    row.refresh_from_db()
    assert row.valid_to == date(2026, 11, 23)
    assert "Avsluttet" in text(boss, "employee-edit", who.pk)
    other = make.employee(lund)
    assert boss.get(url("assignment-end", other.pk, row.pk)).status_code == 404


def test_the_administrator_sees_no_case(boss: Client, lund: Municipality) -> None:
    case = make.case(make.person(lund, given_name="Hemmelig"))
    for name in ("cases", "worklist", "report", "coordinators"):
        assert boss.get(url(name)).status_code == 404
    assert boss.get(url("case", case.pk)).status_code == 404
    assert "Hemmelig" not in text(boss)


@pytest.mark.parametrize(
    "role", ["caseworker", "system_coordinator", "office_leader", "unit_leader", "provider"]
)
def test_others_may_not_open_them(browser: Browser, lund: Municipality, role: str) -> None:
    unit, who = make.unit(lund), make.employee(lund)
    client = browser(make.employee(lund, role))
    for address in (
        url(), url("unit-new"), url("employee-new"), url("unit-edit", unit.pk), url("employee-edit", who.pk),
        url("assignment-end", who.pk, who.assignments.get().pk),
    ):  # fmt: skip
        assert client.get(address).status_code == 404
        assert client.post(address, {"name": "x"}).status_code in {404, 405}


def test_outsiders_bad_ids_and_wrong_methods(boss: Client, browser: Browser, lund: Municipality) -> None:
    assert browser(make.person(lund, login=True)).get(url()).status_code == 404
    assert browser().get(url()).status_code == 302
    for name in ("unit-edit", "employee-edit"):
        assert boss.get(url(name, uuid4())).status_code == 404
        assert boss.put(url(name, uuid4())).status_code == 405
    assert boss.post(url()).status_code == 405
    assert boss.get(url("assignment-end", uuid4(), uuid4())).status_code == 404


def test_another_municipalitys_employees_do_not_exist(boss: Client, lund: Municipality) -> None:
    assert boss.get(url(slug="molde")).status_code == 404


def test_queries_do_not_grow(boss: Client, lund: Municipality, django_assert_max_num_queries: object) -> None:
    for _ in range(30):
        make.employee(lund, at=make.unit(lund))
    with django_assert_max_num_queries(14):  # type: ignore[operator]
        assert "Viser 1–25 av 31" in text(boss)


@pytest.mark.parametrize(
    ("role", "status"),
    [
        ("administrator", 200),
        ("caseworker", 200),
        ("system_coordinator", 200),
        ("office_leader", 200),
        ("unit_leader", 404),
        ("provider", 404),
    ],
)
def test_who_may_read_the_procedure(browser: Browser, lund: Municipality, role: str, status: int) -> None:
    client = browser(make.employee(lund, role))
    assert client.get(url("procedure")).status_code == status
    assert client.post(url("procedure")).status_code == 405


def test_the_procedure_tells_rule_value_source_and_status(boss: Client) -> None:
    shown = text(boss, "procedure")
    assert "En koordinator bør ikke ha flere enn fem personer." in shown
    assert "Anbefalt" in shown
    assert "Lund kommune, prosedyre" in shown
    assert "Det er foreldet: Siden 1. august 2022 er koordinator en rettighet" in shown
    assert "Prosedyren teller ikke med fastlege, helsesykepleier." in shown
    assert '<form method="post"' not in shown.split("<main")[1].split("</main")[0]


def test_every_key_has_a_place_on_the_page() -> None:
    placed = {prefix for _anchor, _title, prefixes in GROUPS for prefix in prefixes}
    assert {key.split(".")[0] for key in keys()} == placed


@pytest.mark.parametrize("profile", ["alesund", "molde", "arendal", "luster", "nasjonal"])
def test_every_profile_has_a_page(boss: Client, lund: Municipality, profile: str) -> None:
    lund.profile = profile
    lund.save()
    assert "Prosedyre" in text(boss, "procedure")


def test_query_budget_of_the_procedure(boss: Client, django_assert_max_num_queries: object) -> None:
    with django_assert_max_num_queries(10):  # type: ignore[operator]
        text(boss, "procedure")
