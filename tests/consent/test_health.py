"""Health personnel who take part see the health area unless the person objects (hpl §§ 25 and 29)."""

from datetime import UTC, datetime
from typing import Any

import pytest

from fellesplan.access.functions import can, visible
from fellesplan.consent import services
from fellesplan.kernel import clock
from fellesplan.kernel.errors import InvalidInput
from fellesplan.people.models import Municipality
from fellesplan.plans.models import Goal
from fellesplan.plans.queries import plan_view
from tests import factories as make

pytestmark = pytest.mark.django_db(databases=["default", "audit"])


class Life:
    """A person with a plan, and one participant from a unit of some kind."""

    def __init__(self, lund: Municipality, kind: str) -> None:
        self.person = make.person(lund, login=True)
        make.consent(self.person)
        self.unit = make.unit(lund, kind)
        self.plan = make.plan(self.person)
        self.health, self.leisure = make.goal(self.plan, "health"), make.goal(self.plan, "leisure")
        self.employee = make.employee(lund, at=self.unit)
        make.participant(self.plan, self.employee)

    @property
    def actor(self) -> Any:
        return make.actor(self.employee)

    @property
    def seen(self) -> set[str]:
        listed = set(visible(self.actor, "goal.read", Goal).values_list("area", flat=True))
        if can(self.actor, "plan.read", self.plan):
            view = plan_view(self.actor, self.plan.pk)
            assert {area.key for area in view.areas if area.goals} == listed
        return listed


@pytest.mark.parametrize(
    ("kind", "sees"),
    [
        ("home_care", {"health"}),
        ("gp", {"health"}),
        ("hospital", {"health"}),
        ("school", set()),
        ("nav", set()),
        ("child_welfare", set()),
        ("kindergarten", set()),
        ("ppt", set()),
    ],
)
def test_who_sees_without_consent(lund: Municipality, kind: str, sees: set[str]) -> None:
    life = Life(lund, kind)
    assert life.seen == sees
    assert can(life.actor, "plan.read", life.plan) is bool(sees)


def test_only_from_the_day_the_law_is_in_force(lund: Municipality) -> None:
    life = Life(lund, "home_care")
    life.person.consents.update(valid_from=datetime(2026, 1, 1, tzinfo=UTC))
    life.plan.participants.update(valid_from=datetime(2026, 1, 1, tzinfo=UTC))
    life.employee.assignments.update(valid_from=datetime(2026, 1, 1, tzinfo=UTC))
    with clock.frozen(datetime(2026, 6, 30, 12, tzinfo=UTC)):
        assert life.seen == set()
    with clock.frozen(datetime(2026, 7, 1, 12, tzinfo=UTC)):
        assert life.seen == {"health"}


@pytest.mark.parametrize("to_all", [True, False])
def test_an_objection_bites_at_once_and_can_be_taken_back(lund: Municipality, *, to_all: bool) -> None:
    life = Life(lund, "home_care")
    owner = make.actor(life.person)
    unit = None if to_all else life.unit
    objection = services.object_to_health(actor=owner, person=life.person, unit=unit)
    assert life.seen == set()
    assert services.object_to_health(actor=owner, person=life.person, unit=unit) == objection
    services.withdraw_objection(actor=owner, objection=objection)
    assert life.seen == {"health"}


def test_an_objection_to_another_service_changes_nothing(lund: Municipality) -> None:
    life = Life(lund, "home_care")
    services.object_to_health(actor=make.actor(life.person), person=life.person, unit=make.unit(lund, "gp"))
    assert life.seen == {"health"}


def test_whoever_has_decided_what_a_service_sees_has_decided(lund: Municipality) -> None:
    life = Life(lund, "home_care")
    make.share(life.person, life.unit, "leisure")
    assert life.seen == {"leisure"}
    services.withdraw_share(actor=make.actor(life.person), person=life.person, unit=life.unit)
    assert life.seen == set()


def test_without_consent_to_a_plan_nothing_is_seen(lund: Municipality) -> None:
    life = Life(lund, "home_care")
    services.withdraw(actor=make.actor(life.person), consent=life.person.consents.get())
    assert life.seen == set()


def test_nobody_objects_to_a_school(lund: Municipality) -> None:
    person = make.person(lund, login=True)
    with pytest.raises(InvalidInput) as error:
        services.object_to_health(actor=make.actor(person), person=person, unit=make.unit(lund))
    assert list(error.value.fields) == ["unit"]


def test_contact_data_and_documents_follow_their_own_areas(lund: Municipality) -> None:
    life = Life(lund, "school")
    make.share(life.person, life.unit, "leisure")
    assert can(life.actor, "person.read", life.person)
    assert not can(life.actor, "person.contact", life.person)
    make.share(life.person, life.unit, "contact")
    assert can(life.actor, "person.contact", life.person)
