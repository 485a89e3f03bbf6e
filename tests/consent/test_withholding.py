"""What is kept from the parents, what they get all the same, and what ends at 16 and 18 (pbrl § 3-4)."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from fellesplan.access.functions import can
from fellesplan.consent import services
from fellesplan.consent.law import consent_law
from fellesplan.consent.models import ParentalInformation, Withholding
from fellesplan.consent.secrecy import Basis, kept_until, may_be_kept
from fellesplan.consent.services import InformationData, KeepData
from fellesplan.documents.models import store
from fellesplan.kernel import clock
from fellesplan.kernel.errors import InvalidInput, NotAllowed
from fellesplan.people.models import Municipality
from fellesplan.plans.queries import plan_view
from tests import factories as make
from tests.fixtures import NOW

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
TODAY = NOW.date()
LAW = consent_law(TODAY)
THIRTEEN = date(2013, 5, 14)


@pytest.mark.parametrize(
    ("age", "basis", "may", "source"),
    [
        (11, Basis.CHILD, False, "pbrl § 3-4 andre og tredje ledd"),
        (12, Basis.CHILD, True, "pbrl § 3-4 andre ledd"),
        (15, Basis.CHILD, True, "pbrl § 3-4 andre ledd"),
        (16, Basis.CHILD, False, "pbrl § 4-3 første ledd bokstav b"),
        (3, Basis.WEIGHTY, True, "pbrl § 3-4 tredje ledd"),
        (None, Basis.WEIGHTY, True, "pbrl § 3-4 tredje ledd"),
        (17, Basis.WEIGHTY, True, "pbrl § 3-4 tredje ledd"),
        (18, Basis.WEIGHTY, False, "pbrl § 3-4 fjerde ledd"),
    ],
)
def test_what_may_be_kept(age: int | None, basis: Basis, source: str, *, may: bool) -> None:
    verdict = may_be_kept(age, basis, LAW)
    assert (verdict.may, verdict.reasons[0].source, bool(verdict.tell)) == (may, source, may)


@pytest.mark.parametrize(
    ("born", "basis", "last"),
    [
        (THIRTEEN, Basis.CHILD, date(2029, 5, 13)),
        (THIRTEEN, Basis.WEIGHTY, date(2031, 5, 13)),
        (date(2012, 2, 29), Basis.WEIGHTY, date(2030, 2, 27)),
        (None, Basis.WEIGHTY, date(2044, 11, 24)),
    ],
)
def test_until_when(born: date | None, basis: Basis, last: date) -> None:
    assert kept_until(born, basis, LAW, TODAY) == last


@pytest.fixture
def clerk(lund: Municipality) -> Any:
    return make.actor(make.employee(lund, "caseworker"))


def keep(**values: Any) -> KeepData:
    values.setdefault("areas", ("health",))
    values.setdefault("basis", "child")
    values.setdefault("reason", "Barnet ønsker det.")
    values.setdefault("child_told_on", TODAY)
    return KeepData(**values)


def test_the_area_is_closed_to_the_parents_at_once_and_to_nobody_else(lund: Municipality, clerk: Any) -> None:
    child = make.person(lund, born=THIRTEEN, login=True)
    parent = make.actor(make.parent_of(child))
    plan = make.plan(child)
    secret, other = make.goal(plan, "health"), make.goal(plan, "leisure")
    measure = make.measure(secret)
    assert can(parent, "goal.read", secret)
    row = services.keep_from_parents(actor=clerk, person=child, data=keep())[0]
    assert not can(parent, "goal.read", secret)
    assert not can(parent, "goal.write", secret)
    assert not can(parent, "measure.read", measure)
    assert can(parent, "goal.read", other)
    assert can(make.actor(child), "goal.read", secret)
    shown = {goal.id for area in plan_view(parent, plan.pk).areas for goal in area.goals}
    assert shown == {other.pk}
    services.show_again(actor=clerk, row=row, why="Barnet vil det.")
    assert can(parent, "goal.read", secret)


def test_one_parent_may_see_what_the_other_may_not(lund: Municipality, clerk: Any) -> None:
    child = make.person(lund, born=THIRTEEN)
    one, two = make.parent_of(child), make.parent_of(child)
    goal = make.goal(make.plan(child), "health")
    services.keep_from_parents(actor=clerk, person=child, data=keep(representative=one.pk))
    assert [can(make.actor(each), "goal.read", goal) for each in (one, two)] == [False, True]


def test_documents_and_minutes_can_be_kept_and_everything(lund: Municipality, clerk: Any) -> None:
    child = make.person(lund, born=date(2020, 1, 1))
    parent, plan = make.actor(make.parent_of(child)), make.plan(child)
    kinds = ("letter", "minutes")
    letter, minutes = (
        store(person=child, kind=kind, title="Ark", media_type="application/pdf", data=b"%PDF-")
        for kind in kinds
    )
    services.keep_from_parents(actor=clerk, person=child, data=keep(areas=("minutes",), basis="weighty"))
    assert [can(parent, "document.read", one) for one in (letter, minutes)] == [True, False]
    services.keep_from_parents(actor=clerk, person=child, data=keep(areas=("documents",), basis="weighty"))
    assert not can(parent, "document.read", letter)
    assert can(parent, "plan.read", plan)
    services.keep_from_parents(actor=clerk, person=child, data=keep(areas=("all",), basis="weighty"))
    assert not can(parent, "plan.read", plan)
    assert can(parent, "person.read", child)


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"areas": ()}, "areas"),
        ({"areas": ("tullball",)}, "areas"),
        ({"reason": ""}, "reason"),
        ({"child_told_on": None}, "child_told_on"),
        ({"child_told_on": date(2026, 11, 25)}, "child_told_on"),
        ({"valid_to": date(2026, 11, 23)}, "valid_to"),
        ({"representative": "stranger"}, "representative"),
    ],
)
def test_what_is_wrong_is_told_by_field(
    lund: Municipality, clerk: Any, values: dict[str, Any], field: str
) -> None:
    child = make.person(lund, born=THIRTEEN)
    if "representative" in values:
        values = {"representative": make.person(lund).pk}
    with pytest.raises(InvalidInput) as error:
        services.keep_from_parents(actor=clerk, person=child, data=keep(**values))
    assert list(error.value.fields) == [field]
    assert not Withholding.objects.exists()


def test_a_child_of_twelve_keeps_something_itself_and_lets_it_go_again(
    lund: Municipality, clerk: Any
) -> None:
    child, young = (
        make.person(lund, born=THIRTEEN, login=True),
        make.person(lund, born=date(2014, 11, 25), login=True),
    )
    parent = make.parent_of(child)
    goal = make.goal(make.plan(child), "health")
    row = services.ask_to_keep(actor=make.actor(child), person=child, areas=("health",))[0]
    assert (row.asked_by_child, row.looked_at) == (True, None)
    assert not can(make.actor(parent), "goal.read", goal)
    assert services.ask_to_keep(actor=make.actor(child), person=child, areas=("health",)) == [row]
    assert services.look_at(actor=clerk, row=row).looked_at == clock.now()
    services.show_again(actor=make.actor(child), row=row)
    assert can(make.actor(parent), "goal.read", goal)
    with pytest.raises(InvalidInput):
        services.ask_to_keep(actor=make.actor(young), person=young, areas=("health",))
    with pytest.raises(NotAllowed):
        services.ask_to_keep(actor=make.actor(parent), person=child, areas=("health",))


def test_a_professional_says_why_it_is_shown_again(lund: Municipality, clerk: Any) -> None:
    child = make.person(lund, born=THIRTEEN)
    row = services.keep_from_parents(actor=clerk, person=child, data=keep())[0]
    with pytest.raises(InvalidInput):
        services.show_again(actor=clerk, row=row)


def test_what_parents_must_know_reaches_them_until_18_also_past_what_is_kept(
    lund: Municipality, clerk: Any
) -> None:
    youth = make.person(lund, born=date(2008, 11, 25), login=True)
    parent = make.parent_of(youth)
    data = InformationData(
        text="Innlagt på sykehus.",
        why_necessary="Foreldrene har omsorgen.",
        given_on=TODAY,
        child_told_on=TODAY,
    )
    services.keep_from_parents(actor=clerk, person=youth, data=keep(areas=("all",), basis="weighty"))
    row = services.inform_parents(actor=clerk, person=youth, data=data)
    assert services.inform_parents(actor=clerk, person=youth, data=data) == row
    assert can(make.actor(parent), "parental_information.read", row)
    assert can(make.actor(youth), "parental_information.read", row)
    with clock.frozen(NOW.replace(day=25)):
        assert not can(make.actor(parent), "parental_information.read", row)


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"text": ""}, "text"),
        ({"why_necessary": " "}, "why_necessary"),
        ({"child_told_on": None}, "child_told_on"),
        ({"given_on": date(2026, 11, 25)}, "given_on"),
    ],
)
def test_information_without_reason_or_without_telling_the_child_is_not_kept(
    lund: Municipality, clerk: Any, values: dict[str, Any], field: str
) -> None:
    child = make.person(lund, born=THIRTEEN)
    make.parent_of(child)
    good = InformationData(text="A", why_necessary="B", given_on=TODAY, child_told_on=TODAY)
    with pytest.raises(InvalidInput) as error:
        services.inform_parents(actor=clerk, person=child, data=replace(good, **values))
    assert list(error.value.fields) == [field]
    assert not ParentalInformation.objects.exists()
