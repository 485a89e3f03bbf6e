"""The same with real commits: the first request after the withdrawal is committed is refused."""

from functools import partial

import pytest
from django.test import Client

from fellesplan.access.tenancy import working_in
from tests import factories as make
from tests.access.test_at_once import Place, Scene, build, for_participant
from tests.beside import Running, committed
from tests.web.conftest import as_

__all__ = ["committed"]


@pytest.fixture
def scene(committed: None) -> Scene:
    where = make.municipality("lund")
    with working_in(where.pk):
        return build(where)


def _withdraw(scene: Scene) -> int:
    url = scene.url("my-share-withdraw", person=scene.family.child.pk, recipient=scene.family.school.pk)
    return as_(scene.family.parent).post(url).status_code


def test_the_first_request_after_the_commit_is_refused(scene: Scene) -> None:
    teacher, places = as_(scene.family.teacher), list(for_participant(scene))
    assert [place.name for place in places if not place.is_open(teacher)] == []
    assert _withdraw(scene) == 302
    assert [place.name for place in places if place.is_open(teacher)] == []


def test_windows_that_keep_asking_see_nothing_once_it_is_done(scene: Scene) -> None:
    """Each window asks again and again while the mother withdraws; what it begins afterwards is refused."""
    places = list(for_participant(scene))
    asking = [Running(partial(_keep_asking, as_(scene.family.teacher), place)) for place in places[:4]]
    assert _withdraw(scene) == 302
    late = [place.is_open(as_(scene.family.teacher)) for place in places[:4]]
    assert late == [False] * len(asking)
    for one in asking:
        seen = one.result()
        assert isinstance(seen, list)
        assert seen == sorted(seen, reverse=True), "Something was seen again after it had been refused"


def _keep_asking(window: Client, place: Place) -> list[bool]:
    return [place.is_open(window) for _time in range(8)]
