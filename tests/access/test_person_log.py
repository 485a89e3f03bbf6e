"""The log as the person reads it: others' reads in plain words, with the reason, by day."""

from collections.abc import Iterator
from uuid import UUID

import pytest
from django.db import connections

from fellesplan.access import explanations, log
from fellesplan.access.functions import fetch
from fellesplan.access.matrix import MATRIX
from fellesplan.kernel.errors import NotFound
from fellesplan.people.models import Municipality
from fellesplan.plans.models import Plan
from tests import factories as make

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
NOT_ABOUT_A_PERSON = {
    "people.Municipality",
    "people.Unit",
    "people.Employee",
    "coordinators.CoordinatorProfile",
}


@pytest.fixture(autouse=True)
def _one_connection(db: None) -> Iterator[None]:
    """Let the log's connection see what the test has not committed."""
    own = connections["audit"]
    connections["audit"] = connections["default"]
    yield
    connections["audit"] = own


def _tries(who: object, plan: UUID) -> None:
    with pytest.raises(NotFound):
        fetch(make.actor(who), "plan.read", Plan, plan)  # type: ignore[arg-type]


def test_others_reads_are_told_with_their_reason_and_folded_by_day(lund: Municipality) -> None:
    owner = make.person(lund, login=True)
    plan = make.plan(owner)
    coordinator = make.coordinator(owner, name="Marit Skogmo", title="Vernepleier")
    for _ in range(3):
        fetch(make.actor(coordinator), "plan.read", Plan, plan.id)
    found = log.entries(make.actor(owner), owner.id)
    [[line]] = [day.lines for day in found.days]
    [done] = line.done
    assert (line.name, line.title, str(done.what), len(done.at)) == (
        "Marit Skogmo", "Vernepleier", "leste planen.", 3,
    )  # fmt: skip
    assert str(line.why) == "Er koordinator og leder arbeidet med planen."
    assert [(seen.name, seen.days) for seen in found.recent] == [("Marit Skogmo", 1)]


def test_own_reads_are_counted_and_shown_only_when_asked_for(lund: Municipality) -> None:
    owner = make.person(lund, login=True)
    plan = make.plan(owner)
    fetch(make.actor(owner), "plan.read", Plan, plan.id)
    found = log.entries(make.actor(owner), owner.id)
    assert (found.days, found.own) == ((), 1)
    assert log.entries(make.actor(owner), owner.id, with_own=True).days[0].lines[0].is_own


def test_a_refused_attempt_is_told(lund: Municipality) -> None:
    owner = make.person(lund, login=True)
    plan = make.plan(owner)
    _tries(make.employee(lund, name="Ola Nysgjerrig"), plan.id)
    [line] = log.entries(make.actor(owner), owner.id).days[0].lines
    assert line.is_refused
    assert str(line.done[0].what) == "prøvde å åpne planen, men har ikke tilgang."


def test_nobody_reads_the_log_of_another(lund: Municipality) -> None:
    owner, other = make.person(lund, login=True), make.person(lund, login=True)
    plan = make.plan(owner)
    fetch(make.actor(make.coordinator(owner)), "plan.read", Plan, plan.id)
    assert log.entries(make.actor(other), owner.id).days == ()
    assert log.latest(make.actor(other), owner.id) is None


def test_a_parent_reads_the_log_of_the_child(lund: Municipality) -> None:
    child = make.person(lund, born=None, due_date=None)
    plan = make.plan(child)
    fetch(make.actor(make.coordinator(child)), "plan.read", Plan, plan.id)
    parent = make.actor(make.parent_of(child))
    assert len(log.entries(parent, child.id).days) == 1
    assert log.latest(parent, child.id) is not None


def test_every_ground_of_the_matrix_is_explained() -> None:
    grounds = {grant.ground for grant in MATRIX if grant.model not in NOT_ABOUT_A_PERSON}
    assert grounds <= set(explanations.GROUNDS)
