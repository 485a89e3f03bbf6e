"""Every page of the citizen's room: the person, one who acts for the person, others, bad ids, methods."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from fellesplan.access import tenancy
from fellesplan.access.models import Event
from fellesplan.people.models import Municipality
from tests import factories as make
from tests.web.citizen.conftest import Family, family_in
from tests.web.conftest import Browser

pytestmark = pytest.mark.django_db(databases=["default", "audit"])

Which = Callable[[Family], dict[str, Any]]
PAGES: dict[str, tuple[Which, str]] = {
    "my-plan": (lambda f: {}, "Prøve bussappen"),
    "my-plan-words": (lambda f: {}, "Jeg vil bestemme"),
    "my-plan-report": (lambda f: {}, "Prøve bussappen"),
    "my-plan-approve": (lambda f: {}, "Jeg vil ta bussen alene"),
    "my-goal": (lambda f: {"goal": f.goal.pk}, "Vi har nettopp begynt."),
    "my-evaluation": (lambda f: {}, "Hva synes du om målene?"),
    "my-evaluation-goal": (lambda f: {"goal": f.goal.pk}, "Hvordan kjennes det?"),
    "my-around": (lambda f: {}, "Tone Birkeland"),
    "my-case": (lambda f: {}, "Svar om koordinator"),
    "my-letter": (lambda f: {"letter": f.letter.pk}, "Du får koordinator."),
    "my-consents": (lambda f: {}, "Storgata skole"),
    "my-consent-give": (lambda f: {"purpose": "plan"}, "Ja, jeg samtykker"),
    "my-consent-withdraw": (lambda f: {"consent": f.child.consents.get(purpose="coordinator").pk}, "hvorfor"),
    "my-share": (lambda f: {}, "Storgata skole"),
    "my-share-change": (lambda f: {"recipient": f.school.pk}, "som nå"),
    "my-share-withdraw": (lambda f: {"recipient": f.school.pk}, "Ja, ta bort tilgangen nå"),
    "my-log": (lambda f: {}, "skrevet ned her"),
    "my-meetings": (lambda f: {}, "Skolen"),
    "my-meeting": (lambda f: {"meeting": f.meeting.pk}, "Bussen til skolen"),
}
SAFE = (
    "my-plan",
    "my-evaluation",
    "my-around",
    "my-case",
    "my-letter",
    "my-consents",
    "my-log",
    "my-meetings",
)
PAGE = pytest.mark.parametrize("name", PAGES)


def _open(client: Client, family: Family, name: str) -> Any:
    return client.get(family.url(name, **PAGES[name][0](family)))


@PAGE
def test_the_parent_reads_it_and_sees_whom_they_act_for(name: str, family: Family, browser: Browser) -> None:
    answer = _open(browser(family.parent), family, name)
    assert answer.status_code == 200
    page = answer.content.decode()
    assert PAGES[name][1] in page
    assert "Du handler på vegne av" in page
    assert "Nora" in page


@PAGE
def test_the_person_reads_it_as_their_own(name: str, browser: Browser, lund: Municipality) -> None:
    family = family_in(lund, born=date(2008, 3, 3))
    answer = _open(browser(family.child), family, name)
    assert answer.status_code == 200
    assert "på vegne av" not in answer.content.decode()


@PAGE
def test_others_get_404(name: str, family: Family, browser: Browser, lund: Municipality) -> None:
    for other in (make.person(lund, login=True), family.coordinator, family.teacher,
                  make.employee(lund, "caseworker")):  # fmt: skip
        assert _open(browser(other), family, name).status_code == 404


@PAGE
def test_a_visitor_is_sent_to_log_in(name: str, family: Family, browser: Browser) -> None:
    assert _open(browser(), family, name).status_code == 302


@PAGE
def test_an_unknown_person_gives_404(name: str, family: Family, browser: Browser) -> None:
    kwargs = PAGES[name][0](family) | {"tenant": "lund", "person": uuid4()}
    assert browser(family.parent).get(reverse(name, kwargs=kwargs)).status_code == 404


@pytest.mark.parametrize("name", [name for name in PAGES if name.endswith(("goal", "letter", "meeting"))])
def test_an_unknown_thing_gives_404(name: str, family: Family, browser: Browser) -> None:
    kwargs = {key: uuid4() for key in PAGES[name][0](family)}
    assert browser(family.parent).get(family.url(name, **kwargs)).status_code == 404


@pytest.mark.parametrize("name", SAFE)
def test_a_page_to_read_takes_no_post(name: str, family: Family, browser: Browser) -> None:
    url = family.url(name, **PAGES[name][0](family))
    assert browser(family.parent).post(url).status_code == 405


@pytest.mark.parametrize("name", ["my-measure", "my-meeting-reply"])
def test_what_changes_something_takes_only_post(name: str, family: Family, browser: Browser) -> None:
    kwargs = {"measure": family.measure.pk} if name == "my-measure" else {"meeting": family.meeting.pk}
    assert browser(family.parent).get(family.url(name, **kwargs)).status_code == 405


@PAGE
def test_the_page_speaks_nynorsk_where_the_municipality_does(
    name: str, browser: Browser, luster: Municipality
) -> None:
    family = family_in(luster)
    answer = _open(browser(family.parent), family, name)
    assert answer.status_code == 200
    assert '<html lang="nn"' in answer.content.decode()


@pytest.mark.parametrize(
    ("name", "most"),
    [
        ("my-plan", 34),
        ("my-evaluation", 18),
        ("my-goal", 30),
        ("my-case", 28),
        ("my-consents", 34),
        ("my-log", 14),
        ("my-meetings", 18),
    ],
)
def test_queries_do_not_grow_with_what_is_shown(
    name: str, most: int, family: Family, browser: Browser, django_assert_max_num_queries: Any
) -> None:
    for _ in range(4):
        goal = make.goal(family.plan, "housing")
        for _ in range(3):
            make.measure(goal)
    client = browser(family.parent)
    with django_assert_max_num_queries(most):
        _open(client, family, name)


def test_from_sixteen_the_page_is_the_youths_alone(browser: Browser, lund: Municipality) -> None:
    family = family_in(lund, born=date(2010, 11, 24))
    assert _open(browser(family.parent), family, "my-plan").status_code == 404
    assert _open(browser(family.child), family, "my-plan").status_code == 200


def test_the_letter_opens_as_a_document_and_the_opening_is_written_down(
    family: Family, browser: Browser
) -> None:
    url = family.url("my-letter-pdf", letter=family.letter.pk)
    tenancy.use(family.child.municipality_id, using="audit")
    answer = browser(family.parent).get(url)
    assert (answer.content, answer["Content-Type"]) == (b"%PDF-1.7", "application/pdf")
    opened = Event.objects.using("audit").get(action="letter.read", subject=family.child.pk)
    assert opened.ground == "representative:represents"
    assert browser(family.coordinator).get(url).status_code == 404


def test_one_who_acts_for_another_chooses_whose_page(family: Family, browser: Browser) -> None:
    page = browser(family.parent).get("/lund/min/").content.decode()
    assert "Meg selv" in page
    assert "Nora, 9 år" in page
    assert "Du er forelder" in page


def test_one_who_acts_for_nobody_goes_straight_to_the_plan(browser: Browser, lund: Municipality) -> None:
    owner = make.person(lund, login=True)
    answer = browser(owner).get("/lund/min/")
    assert (answer.status_code, answer["Location"]) == (302, f"/lund/min/{owner.pk}/plan/")
    page = browser(owner).get(answer["Location"])
    assert "Du har ingen plan ennå" in page.content.decode()


def test_an_employee_without_a_person_has_no_room(family: Family, browser: Browser) -> None:
    assert browser(family.teacher).get("/lund/min/").status_code == 404


def test_without_a_case_the_page_is_kind(browser: Browser, lund: Municipality) -> None:
    owner = make.person(lund, login=True)
    page = browser(owner).get(f"/lund/min/{owner.pk}/saken/")
    assert "Du har ingen sak hos oss nå" in page.content.decode()


def test_a_friend_finds_the_plan_that_is_shared(family: Family, browser: Browser, lund: Municipality) -> None:
    uncle = make.person(lund, login=True, given_name="Per")
    make.participant(family.plan, uncle, role="Onkel")
    make.share(family.child, uncle, "daytime")
    page = browser(uncle).get("/lund/min/").content.decode()
    assert "Planen er delt med deg" in page
    assert browser(uncle).get(f"/lund/min/{family.child.pk}/plan/").status_code == 404


def test_the_plan_can_be_taken_along_as_a_document(family: Family, browser: Browser) -> None:
    mother = browser(family.parent)
    address = reverse("plan-pdf", kwargs={"tenant": "lund", "plan": family.plan.pk})
    assert address in mother.get(family.url("my-plan")).content.decode()
    assert mother.get(address)["Content-Type"] == "application/pdf"
