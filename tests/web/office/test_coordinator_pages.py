"""The register of coordinators: the list, one coordinator, a new one, and the ladder of each."""

from datetime import date
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from fellesplan.coordinators.models import CoordinatorProfile
from fellesplan.people.models import Municipality, Unit
from tests import factories as make
from tests.coordinators.test_appointments import follow
from tests.coordinators.test_register import profile
from tests.fixtures import NOW
from tests.web.conftest import Browser

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
TODAY = NOW.date()


def text(client: Client, name: str = "coordinators", *args: object, **query: str) -> str:
    reply = client.get(reverse(name, args=["lund", *args]), query)
    assert reply.status_code == 200
    return reply.content.decode().replace("\xa0", " ")


@pytest.fixture
def busy(lund: Municipality) -> CoordinatorProfile:
    """Somebody who follows seven, beside one who follows nobody."""
    unit = make.unit(lund, name="Helse og mestring")
    who = make.employee(lund, at=unit, name="Randi Kvåle", title="Miljøterapeut")
    profile(make.employee(lund, at=unit, name="Grete Haug"), trained_on=date(2026, 3, 2), languages="Polsk")
    follow(who, 7)
    return profile(who, languages="Norsk, engelsk")


def test_register_says_how_it_is_and_who_to_relieve(
    browser: Browser, lund: Municipality, busy: CoordinatorProfile
) -> None:
    shown = text(browser(make.employee(lund, "system_coordinator")))
    assert "To koordinatorer følger sju personer. Én følger flere enn fem." in shown
    assert "Én mangler opplæring. Én har ledig plass." in shown
    assert "Avlast Randi Kvåle, som følger sju personer" in shown
    assert "Sju, to for mange" in shown
    assert shown.index("Randi Kvåle</a>") < shown.index("Grete Haug</a>")


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ({"hvem": "mange"}, {"Randi Kvåle"}),
        ({"plass": "ledig"}, {"Grete Haug"}),
        ({"hvem": "opplaring"}, {"Randi Kvåle"}),
        ({"sprak": "polsk"}, {"Grete Haug"}),
        ({"enhet": "tull", "sorter": "tull", "side": "x"}, {"Grete Haug", "Randi Kvåle"}),
        ({"enhet": str(uuid4())}, set()),
    ],
)
def test_the_sentence_filters(
    browser: Browser,
    lund: Municipality,
    busy: CoordinatorProfile,
    query: dict[str, str],
    names: set[str],
) -> None:
    reply = browser(make.employee(lund, "caseworker")).get(reverse("coordinators", args=["lund"]), query)
    assert {row.name for row in reply.context["register"].rows} == names


def test_an_empty_register_says_so(browser: Browser, lund: Municipality) -> None:
    assert "Registeret er tomt." in text(browser(make.employee(lund, "office_leader")))


def test_unit_leaders_see_their_own_coordinators_and_no_persons(
    browser: Browser, lund: Municipality, busy: CoordinatorProfile
) -> None:
    profile(make.employee(lund, at=make.unit(lund), name="En Annen"))
    leader = browser(make.employee(lund, "unit_leader", at=busy.unit))
    assert "En Annen" not in text(leader)
    shown = text(leader, "coordinator", busy.pk)
    assert "Sju, to for mange" in shown
    assert "Mina" not in shown
    assert "Følger disse" not in shown


def test_the_office_sees_whom_a_coordinator_follows(
    browser: Browser, lund: Municipality, busy: CoordinatorProfile
) -> None:
    shown = text(browser(make.employee(lund, "caseworker")), "coordinator", busy.pk)
    assert shown.count("Mina Prøvesen") == 7
    assert "Lagre i registeret" not in shown


def test_the_system_coordinator_changes_the_register(
    browser: Browser, lund: Municipality, busy: CoordinatorProfile
) -> None:
    client = browser(make.employee(lund, "system_coordinator"))
    url = reverse("coordinator", args=["lund", busy.pk])
    data = {"trained_on": "2.3.2026", "max_persons": "4", "languages": "norsk", "active": "on"}
    assert client.post(url, data).status_code == 302
    busy.refresh_from_db()
    assert (busy.trained_on, busy.max_persons, busy.languages) == (date(2026, 3, 2), 4, "norsk")
    assert client.post(url, data | {"trained_on": "1.1.2030"}).status_code == 422
    assert client.post(url, data | {"max_persons": "mange"}).status_code == 422
    assert browser(make.employee(lund, "caseworker")).post(url, data).status_code == 403


def test_a_new_coordinator_is_chosen_among_those_who_work_there(
    browser: Browser, lund: Municipality, busy: CoordinatorProfile
) -> None:
    client = browser(make.employee(lund, "system_coordinator"))
    who = make.employee(lund, at=busy.unit, name="Ny Person")
    url = f"{reverse('coordinator-new', args=['lund'])}?enhet={busy.unit.pk}"
    shown = client.get(url).content.decode()
    assert "Ny Person" in shown
    assert "Randi Kvåle" not in shown
    assert client.post(url, {"employee": str(who.pk), "active": "on"}).status_code == 302
    assert CoordinatorProfile.objects.get(employee=who).unit == busy.unit
    assert client.post(url, {"employee": ""}).status_code == 422
    assert "velg virksomhet" in text(client, "coordinator-new")


@pytest.mark.parametrize(
    ("role", "statuses"),
    [
        ("system_coordinator", (200, 200, 200)),
        ("caseworker", (200, 200, 404)),
        ("office_leader", (200, 200, 404)),
        ("unit_leader", (200, 404, 404)),
        ("provider", (404, 404, 404)),
        ("administrator", (404, 404, 404)),
    ],
)
def test_who_may_open_them(
    browser: Browser, lund: Municipality, busy: CoordinatorProfile, role: str, statuses: tuple[int, ...]
) -> None:
    client = browser(make.employee(lund, role))
    here = ["lund"]
    urls = (
        reverse("coordinators", args=here),
        reverse("coordinator", args=[*here, busy.pk]),
        reverse("coordinator-new", args=here),
    )
    assert tuple(client.get(url).status_code for url in urls) == statuses


def test_outsiders_bad_ids_and_wrong_methods(
    browser: Browser, lund: Municipality, busy: CoordinatorProfile
) -> None:
    client = browser(make.employee(lund, "system_coordinator"))
    here = reverse("coordinator", args=["lund", busy.pk])
    assert browser(make.person(lund, login=True)).get(here).status_code == 404
    assert browser().get(here).status_code == 302
    assert client.get(reverse("coordinator", args=["lund", uuid4()])).status_code == 404
    assert client.delete(here).status_code == 405
    assert client.post(reverse("coordinators", args=["lund"])).status_code == 405


def test_queries_do_not_grow(
    browser: Browser, lund: Municipality, busy: CoordinatorProfile, django_assert_max_num_queries: object
) -> None:
    for _ in range(25):
        who = make.employee(lund, at=make.unit(lund, Unit.Kind.SCHOOL))
        profile(who)
    client = browser(make.employee(lund, "system_coordinator"))
    with django_assert_max_num_queries(18):  # type: ignore[operator]
        assert "Viser 1–20 av 27" in text(client)
    with django_assert_max_num_queries(18):  # type: ignore[operator]
        text(client, "coordinator", busy.pk)
