"""Reads take a fixed number of queries and show each what they may see."""

from datetime import timedelta

import pytest
from pytest_django.fixtures import DjangoAssertNumQueries

from fellesplan.kernel.errors import NotFound
from fellesplan.meetings import queries
from tests import factories as make
from tests.meetings.scene import SOON, Scene

pytestmark = pytest.mark.django_db(databases=["default", "audit"])


def test_the_meeting_shows_who_is_called_and_why(scene: Scene) -> None:
    view = queries.meeting_view(make.actor(scene.teacher), scene.call().pk)
    assert [(row.name, row.purpose) for row in view.invited] == [
        (scene.mina.full_name, "Møtet er om Mina"), ("Ola Lærer", "Forteller om skolen"),
    ]  # fmt: skip
    assert view.my_invitation is not None
    assert view.my_invitation.name == "Ola Lærer"
    assert not view.may_lead


def test_a_parent_answers_for_the_person_unless_called(scene: Scene) -> None:
    view = queries.meeting_view(make.actor(scene.mother), scene.call().pk)
    assert view.my_invitation is not None
    assert view.my_invitation.is_subject


def test_one_who_is_not_called_finds_nothing(scene: Scene) -> None:
    meeting = scene.call()
    with pytest.raises(NotFound):
        queries.meeting_view(make.actor(scene.siri), meeting.pk)
    assert queries.upcoming(make.actor(scene.siri)) == ()


def test_the_next_meeting_comes_first(scene: Scene) -> None:
    later = scene.call(starts_at=SOON + timedelta(days=5))
    sooner = scene.call()
    for who in (scene.marit, scene.teacher, scene.mina, scene.mother):
        assert [line.id for line in queries.upcoming(make.actor(who))] == [sooner.pk, later.pk]
    assert queries.upcoming(make.actor(scene.mina), [scene.mina.pk])[0].my_reply == "none"
    assert queries.upcoming(scene.leader, []) == ()


def test_the_number_of_queries_is_fixed(
    scene: Scene, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    meetings = [scene.call(starts_at=SOON + timedelta(days=days)) for days in range(6)]
    leader = scene.leader
    with django_assert_max_num_queries(14):
        queries.meeting_view(leader, meetings[0].pk)
    with django_assert_max_num_queries(4):
        assert len(queries.upcoming(leader)) == 6
    with django_assert_max_num_queries(2):
        queries.open_tasks(leader)
