"""What ends soon is warned of, made to last with one press, and made shorter without asking anybody."""

from datetime import date, timedelta

import pytest

from fellesplan.consent.models import Consent, ConsentGrant
from fellesplan.consent.queries import live_purposes, shares_for
from fellesplan.kernel import clock
from fellesplan.people.models import Municipality
from tests import factories as make
from tests.fixtures import NOW
from tests.web.citizen.conftest import Family, family_in
from tests.web.conftest import Browser

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
SOON = NOW.date() + timedelta(days=9)
LATER = date(2027, 12, 3)


@pytest.fixture
def grown(lund: Municipality) -> Family:
    family = family_in(lund, born=date(1990, 3, 3))
    Consent.objects.filter(purpose="sharing").update(valid_to=SOON)
    return family


def _until(family: Family) -> date | None:
    return shares_for(family.child, clock.today())[0].until


def test_it_is_warned_of_on_the_page_and_on_the_plan(grown: Family, browser: Browser) -> None:
    me = browser(grown.child)
    for name in ("my-consents", "my-plan"):
        page = me.get(grown.url(name)).content.decode()
        assert "Tilgangen til Storgata skole går ut om 9 dager" in page.replace("\xa0", " ")
        assert f'name="until" value="{LATER}"' in page


def test_nothing_is_warned_of_more_than_30_days_ahead(grown: Family, browser: Browser) -> None:
    Consent.objects.filter(purpose="sharing").update(valid_to=clock.today() + timedelta(days=31))
    assert "går ut" not in browser(grown.child).get(grown.url("my-plan")).content.decode()


def test_one_press_adds_a_year_and_two_presses_no_more(grown: Family, browser: Browser) -> None:
    me, url = browser(grown.child), grown.url("my-share-renew", recipient=grown.school.pk)
    for _press in range(2):
        assert me.post(url, {"until": str(LATER)}).status_code == 302
    assert _until(grown) == LATER
    assert Consent.objects.filter(purpose="sharing", form="digital").count() == 1
    assert ConsentGrant.objects.filter(withdrawn_at__isnull=True).count() == 2


def test_what_was_taken_away_meanwhile_stays_away(grown: Family, browser: Browser) -> None:
    me = browser(grown.child)
    me.post(grown.url("my-share-withdraw", recipient=grown.school.pk))
    answer = me.post(grown.url("my-share-renew", recipient=grown.school.pk), {"until": str(LATER)})
    assert answer.status_code == 409
    assert "Tilgangen er tatt bort eller gått ut i mellomtiden" in answer.content.decode()
    assert shares_for(grown.child, clock.today()) == ()
    assert not Consent.objects.filter(form="digital").exists()


@pytest.mark.parametrize("until", ["", "i morgen", "2020-01-01"])
def test_a_bad_day_saves_nothing(grown: Family, browser: Browser, until: str) -> None:
    url = grown.url("my-share-renew", recipient=grown.school.pk)
    assert browser(grown.child).post(url, {"until": until}).status_code in {302, 409}
    assert _until(grown) == SOON


def test_a_child_must_be_heard_first(family: Family, browser: Browser) -> None:
    mother = browser(family.parent)
    Consent.objects.filter(purpose="sharing").update(valid_to=SOON)
    page = mother.get(family.url("my-consents")).content.decode()
    assert 'name="until" value=' not in page
    answer = mother.post(family.url("my-share-renew", recipient=family.school.pk), {"until": str(LATER)})
    assert answer["Location"] == family.url("my-share-change", recipient=family.school.pk)
    assert _until(family) == SOON


def test_less_needs_no_new_yes(family: Family, browser: Browser) -> None:
    mother, url = browser(family.parent), family.url("my-share-change", recipient=family.school.pk)
    shorter = "3.12.2026"
    data = {"areas": ["daytime"], "until": "annen", "until_day": shorter}
    assert mother.post(url, data).status_code == 302
    share = shares_for(family.child, clock.today())[0]
    assert (share.areas, share.until) == (("daytime",), date(2026, 12, 3))
    assert not Consent.objects.filter(form="digital").exists()


def test_more_needs_that_the_child_is_heard(family: Family, browser: Browser) -> None:
    mother, url = browser(family.parent), family.url("my-share-change", recipient=family.school.pk)
    answer = mother.post(url, {"areas": ["daytime", "health"], "until": "2027-05-24"})
    assert answer.status_code == 422
    assert "skal høres" in answer.content.decode()


def test_a_form_from_before_another_window_saved_is_not_saved(grown: Family, browser: Browser) -> None:
    me, url = browser(grown.child), grown.url("my-share-change", recipient=grown.school.pk)
    read = me.get(url).context["form"]["as_read"].value()
    me.post(url, {"areas": ["daytime"], "until": str(SOON), "as_read": read})
    late = me.post(url, {"areas": ["daytime", "minutes"], "until": "2027-05-24", "as_read": read})
    assert late.status_code == 422
    assert "endret i et annet vindu" in late.content.decode()
    assert shares_for(grown.child, clock.today())[0].areas == ("daytime",)


def test_changing_what_is_gone_says_so(grown: Family, browser: Browser) -> None:
    me, url = browser(grown.child), grown.url("my-share-change", recipient=grown.school.pk)
    for _press in range(2):
        me.post(grown.url("my-share-withdraw", recipient=grown.school.pk))
    answer = me.post(url, {"areas": ["daytime"], "until": "2027-05-24"}, follow=True)
    assert "Tilgangen var alt tatt bort" in answer.content.decode()
    assert shares_for(grown.child, clock.today()) == ()


def test_a_yes_to_coordinator_is_made_shorter_and_longer(grown: Family, browser: Browser) -> None:
    me = browser(grown.child)
    row = grown.child.consents.get(purpose="coordinator")
    url = grown.url("my-consent-period", consent=row.pk)
    assert me.post(url, {"until": "annen", "until_day": "3.12.2026"}).status_code == 302
    row.refresh_from_db()
    assert row.valid_to == date(2026, 12, 3)
    page = me.get(grown.url("my-consents")).content.decode()
    assert "Samtykket til koordinator går ut" in page
    for _press in range(2):
        me.post(grown.url("my-consent-renew", consent=row.pk), {"until": str(LATER)})
    assert grown.child.consents.filter(purpose="coordinator", valid_to=LATER).count() == 1
    assert "coordinator" in live_purposes(grown.child, LATER)


def test_a_yes_taken_back_meanwhile_is_not_made_longer(grown: Family, browser: Browser) -> None:
    me, row = browser(grown.child), grown.child.consents.get(purpose="coordinator")
    me.post(grown.url("my-consent-withdraw", consent=row.pk))
    answer = me.post(grown.url("my-consent-renew", consent=row.pk), {"until": str(LATER)})
    assert answer.status_code == 409
    assert "Svaret er tatt tilbake" in answer.content.decode()
    assert "coordinator" not in live_purposes(grown.child, clock.today())


def test_others_cannot(grown: Family, browser: Browser) -> None:
    row = grown.child.consents.get(purpose="coordinator")
    urls = (
        grown.url("my-share-renew", recipient=grown.school.pk),
        grown.url("my-consent-renew", consent=row.pk),
    )
    for other in (grown.teacher, grown.coordinator, make.person(grown.child.municipality, login=True)):
        for url in urls:
            assert browser(other).post(url, {"until": str(LATER)}).status_code == 404
    for url in urls:
        assert browser(grown.child).get(url).status_code == 405
