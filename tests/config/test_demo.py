"""The demo: every invented person stands where the story says, and every persona has a door."""

from collections import Counter
from datetime import date

import pytest
from django.test import Client, override_settings

from fellesplan.access import tenancy
from fellesplan.access.models import Event
from fellesplan.cases.models import Case, Decision, Letter
from fellesplan.config import demo
from fellesplan.config.demo import lives, texts
from fellesplan.config.demo.days import Days
from fellesplan.consent.models import Consent
from fellesplan.coordinators.models import CoordinatorProfile, Nomination
from fellesplan.documents.models import Document
from fellesplan.kernel import clock
from fellesplan.meetings.models import Meeting, Task
from fellesplan.people import birth_numbers
from fellesplan.people.models import Municipality, Person
from fellesplan.plans.models import Measure, Plan
from fellesplan.procedures.counting import is_free_day
from fellesplan.web.site.personas import ROLES, personas
from tests.fixtures import NOW

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
LANGUAGES = ("nb", "nn")
BACKEND = "fellesplan.web.site.backend.DemoBackend"


@pytest.fixture
def luster(db: None) -> Municipality:
    """Luster with its people: nynorsk, and a mandate with every referral for another."""
    demo.load_municipality("luster")
    found = Municipality.objects.get(slug="luster")
    tenancy.use(found.pk)
    return found


def person(given: str) -> Person:
    """Return the subject of a case by first name."""
    return Person.objects.get(given_name=given, cases__isnull=False)


def state(given: str) -> str:
    return str(person(given).cases.get().state)


def test_one_municipality_is_whole(luster: Municipality) -> None:
    """One load, looked at from all sides, for it takes some seconds."""
    _stages()
    _numbers_are_of_nobody()
    _letters()
    _written_in_nynorsk()
    _plans()
    _meetings()
    _coordinators()
    _the_log_tells_something()
    _nothing_lies_ahead_of_now()
    _every_persona_comes_in()
    assert not demo.is_empty()


def _stages() -> None:
    cases = Counter(Case.objects.values_list("state", flat=True))
    assert len(texts.stories("nn")) == sum(cases.values()) == 17
    assert cases["assessment"] == 4
    assert (state("Ahmed"), state("Emil")) == ("consent_missing", "consent_missing")
    assert (state("Jonas"), state("Kristoffer")) == ("assessment", "assessment")
    assert (state("Bjørn"), state("Grete")) == ("appointing", "decided")
    assert (state("Mina"), state("Nora"), state("Sara"), state("Gerd")) == ("active",) * 4
    assert state("Ruth") == "closed"
    assert person("Kristoffer").cases.get().decisions.filter(issued_at__isnull=True).count() == 2
    refusal = Decision.objects.get(outcome="refused")
    assert refusal.complaint_deadline is not None
    assert refusal.complaint_deadline > clock.today()
    asked = Nomination.objects.get(state="asked")
    assert asked.unit.assignments.filter(role="unit_leader", employee__name="Oddvar Hestetun").exists()
    assert Case.objects.filter(next_step="preliminary").exists()


def _numbers_are_of_nobody() -> None:
    numbers = [one.birth_number for one in Person.objects.exclude(number_kind="none")]
    assert len(numbers) == len(set(numbers)) == 22
    assert all(birth_numbers.parse(number, on=clock.today()).synthetic for number in numbers)
    assert not Person.objects.filter(synthetic=False).exists()


def _letters() -> None:
    assert Letter.objects.filter(kind="decision").count() == 11
    assert Letter.objects.filter(kind="appointment").count() == 9
    assert Document.objects.filter(kind="authorisation").exists()


def _written_in_nynorsk() -> None:
    assert set(Letter.objects.values_list("language", flat=True)) == {"nn"}
    assert "Eg vil bu heime" in person("Mina").plans.get().matters
    assert Letter.objects.filter(title="Du får ikkje individuell plan").exists()


def _plans() -> None:
    plans = {plan.person.given_name: plan for plan in Plan.objects.select_related("person")}
    assert set(plans) == {"Mina", "Nora", "Sara"}, "Luster has no lighter tool for Gerd"
    assert (plans["Mina"].state, plans["Nora"].state, plans["Sara"].state) == (
        "approved",
        "approved",
        "draft",
    )
    assert set(Measure.objects.values_list("state", flat=True)) == {
        "planned", "started", "done", "not_working",
    }  # fmt: skip
    shared = Consent.objects.filter(purpose="sharing", valid_to__gt=clock.today())
    assert shared.count() == 3
    assert (
        not plans["Sara"].person.consents.filter(grants__area="minutes", grants__unit__kind="school").exists()
    )


def _meetings() -> None:
    assert Counter(Meeting.objects.values_list("state", flat=True)) == {"held": 3, "planned": 3}
    assert {"open", "done"} == set(Task.objects.values_list("state", flat=True))
    assert not Meeting.objects.filter(state="planned", starts_at__lt=clock.now()).exists()


def _coordinators() -> None:
    rows = CoordinatorProfile.objects.select_related("employee")
    load = {row.employee.name: row.employee.appointments.filter(valid_to=None).count() for row in rows}
    assert load["Brita Øvregard"] == 5, "the next is the sixth"
    assert sorted(load.values()) == [0, 0, 0, 0, 1, 2, 5]
    assert 0 < rows.filter(trained_on=None).count() < len(rows)


def _the_log_tells_something() -> None:
    tenancy.use(person("Mina").municipality_id, using="audit")
    reads = Event.objects.using("audit").filter(kind="read", subject=person("Mina").pk)
    assert reads.values("name").distinct().count() >= 4
    assert not Event.objects.using("audit").filter(kind="refused").exists()


def _nothing_lies_ahead_of_now() -> None:
    assert not Event.objects.filter(at__gt=clock.now()).exists()
    assert not Case.objects.filter(received_on__gt=clock.today()).exists()


def _every_persona_comes_in() -> None:
    (group,) = personas()
    assert [one.role for one in group.personas] == list(ROLES)
    with override_settings(DEMO=True, AUTHENTICATION_BACKENDS=[BACKEND]):
        for one in group.personas:
            browser = Client()
            chosen = browser.post("/demo/logg-inn", {"persona": one.slug})
            assert chosen.status_code == 302
            assert browser.get(chosen["Location"], follow=True).status_code == 200, one.slug


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_there_in_both_written_forms(language: str) -> None:
    assert len(texts.stories(language)) == 17
    keys = {post.key for post in texts.posts(language)}
    for about in texts.municipalities().values():
        assert keys <= set(about)
        assert len({*about["families"], *about["neighbours"]}) == 20
    assert texts.phrases(language).keys() == texts.phrases("nb").keys()


def synthetic(slug: str, born: date) -> str:
    return birth_numbers.synthetic_number(born, lives.nth(slug))


def test_no_two_people_of_the_demo_have_the_same_number() -> None:
    today = clock.today()
    numbers = [
        synthetic(slug, lives.born_on(slug, number, years, today))
        for slug in texts.municipalities()
        for number, story in enumerate(texts.stories("nb"))
        for years in [story.years, *(34 + nth * 3 + number for nth in range(len(story.parents)))]
        if years is not None
    ]
    assert len(numbers) == len(set(numbers))


@pytest.mark.parametrize("days", [-400, -3, -1, 1, 6, 30])
def test_things_happen_on_working_days(days: int) -> None:
    day = Days(NOW).day(days)
    assert not is_free_day(day)
    assert (day <= date(2026, 11, 24)) == (days < 0)


def test_what_has_happened_is_never_ahead() -> None:
    assert Days(NOW).moment(0, 23) == NOW
