"""The plan as another sees it: exactly that, by the same code, and never logged as theirs."""

import re
from datetime import date, timedelta

import pytest
from django.urls import reverse

from fellesplan.access import audit
from fellesplan.access.models import Event
from fellesplan.consent.models import ConsentGrant
from fellesplan.kernel import clock
from fellesplan.people.models import Municipality
from fellesplan.plans.models import Participant
from fellesplan.web.citizen.read_only import read_only
from tests import factories as make
from tests.web.citizen.conftest import Family, family_in
from tests.web.conftest import Browser

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
_MAIN = re.compile(r"<main.*</main>", re.DOTALL)


@pytest.fixture
def grown(lund: Municipality) -> Family:
    return family_in(lund, born=date(1990, 3, 3))


def _teacher(family: Family) -> Participant:
    return Participant.objects.get(employee=family.teacher)


def _main(html: str) -> str:
    found = _MAIN.search(html)
    assert found
    return found.group()


def test_the_owner_sees_what_the_teacher_sees_word_for_word(grown: Family, browser: Browser) -> None:
    make.goal(grown.plan, "health", title="Sove bedre")
    plan = reverse("plan", kwargs={"tenant": "lund", "plan": grown.plan.pk})
    theirs = _main(browser(grown.teacher).get(plan).content.decode())
    answer = browser(grown.child).get(grown.url("my-preview", viewer=_teacher(grown).pk))
    shown = answer.content.decode()
    assert answer.status_code == 200
    assert _main(shown) == read_only(theirs)
    assert "Slik ser planen ut for <strong>Tone Birkeland</strong>" in shown
    assert "Jeg vil ta bussen alene" in shown
    assert "Sove bedre" not in shown


def test_the_coordinator_is_previewed_as_coordinator(grown: Family, browser: Browser) -> None:
    make.goal(grown.plan, "health", title="Sove bedre")
    key = grown.child.appointments.get().pk
    shown = browser(grown.child).get(grown.url("my-preview", viewer=key)).content.decode()
    assert "Sove bedre" in shown
    plan = reverse("plan", kwargs={"tenant": "lund", "plan": grown.plan.pk})
    assert _main(shown) == read_only(_main(browser(grown.coordinator).get(plan).content.decode()))


def test_a_child_sees_what_the_mother_sees(family: Family, browser: Browser) -> None:
    key = family.child.representations.get().pk
    theirs = _main(browser(family.parent).get(family.url("my-plan")).content.decode())
    shown = browser(family.child).get(family.url("my-preview", viewer=key)).content.decode()
    assert _main(shown) == read_only(theirs)


def test_nothing_can_be_pressed_or_followed(grown: Family, browser: Browser) -> None:
    shown = browser(grown.child).get(grown.url("my-preview", viewer=_teacher(grown).pk)).content.decode()
    main = _main(shown)
    assert not re.search(r'href="(?!#)', main)
    assert not re.search(r"<(button|input|select|textarea)\b(?![^>]*disabled)", main)
    assert not re.search(r'\s(action|method|hx-[a-z]+)="', main)


def test_it_is_logged_as_the_owners_own_look(grown: Family, browser: Browser) -> None:
    before = set(Event.objects.using("audit").values_list("pk", flat=True))
    browser(grown.child).get(grown.url("my-preview", viewer=_teacher(grown).pk))
    rows = Event.objects.using("audit").exclude(pk__in=before).filter(subject=grown.child.pk)
    previewed = [row for row in rows if audit.PREVIEW in row.information]
    assert {row.account for row in rows} == {grown.child.account_id}
    assert {row.ground for row in previewed} == {"person:self"}


def test_who_sees_nothing_is_told_so(grown: Family, browser: Browser) -> None:
    ConsentGrant.objects.update(withdrawn_at=clock.now())
    shown = browser(grown.child).get(grown.url("my-preview", viewer=_teacher(grown).pk)).content.decode()
    assert "Tone Birkeland ser ingenting nå" in shown
    assert "Jeg vil ta bussen alene" not in shown


def test_others_get_404_and_so_do_unknown_viewers(grown: Family, browser: Browser) -> None:
    url = grown.url("my-preview", viewer=_teacher(grown).pk)
    for other in (grown.teacher, grown.coordinator, make.person(grown.child.municipality, login=True)):
        assert browser(other).get(url).status_code == 404
    assert browser(grown.child).get(grown.url("my-preview", viewer=grown.school.pk)).status_code == 404
    assert browser(grown.child).post(url).status_code == 405


def test_the_card_tells_what_is_seen_what_is_not_and_why(grown: Family, browser: Browser) -> None:
    make.goal(grown.plan, "health", title="Sove bedre")
    url = f"{grown.url('my-consents')}?vis={_teacher(grown).pk}"
    page = browser(grown.child).get(url).content.decode()
    assert "Hvorfor kan Tone se dette?" in page
    assert "Er med i planen, og samtykket åpner for det." in page
    assert f"{grown.child.full_name} sa ja til at opplysninger deles" in page
    assert "målet «Jeg vil ta bussen alene»" in page
    assert "Sove bedre" not in page
    assert "Ser ikke:" in page


def test_the_coordinators_card_names_the_consent_to_coordination(grown: Family, browser: Browser) -> None:
    url = f"{grown.url('my-consents')}?vis={grown.child.appointments.get().pk}"
    page = browser(grown.child).get(url).content.decode()
    assert "Er koordinator og leder arbeidet med planen." in page
    assert "sa ja til at det oppnevnes koordinator" in page


def test_an_unknown_key_opens_nothing(grown: Family, browser: Browser) -> None:
    for key in ("x", str(grown.plan.pk)):
        assert browser(grown.child).get(f"{grown.url('my-consents')}?vis={key}").status_code == 200


def test_a_private_person_without_an_account_can_be_previewed(grown: Family, browser: Browser) -> None:
    uncle = make.person(grown.child.municipality, given_name="Ola")
    part = make.participant(grown.plan, uncle, role="Onkel")
    make.share(grown.child, uncle, "daytime", valid_to=clock.today() + timedelta(days=3))
    shown = browser(grown.child).get(grown.url("my-preview", viewer=part.pk)).content.decode()
    assert "Jeg vil ta bussen alene" in shown
