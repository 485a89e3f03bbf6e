"""What a meeting decides is followed up: who does what until when, and how it went."""

from datetime import date, timedelta
from typing import Any

import pytest

from fellesplan.kernel import clock
from fellesplan.kernel.errors import InvalidInput, NotAllowed
from fellesplan.meetings import queries, services
from fellesplan.meetings.models import Meeting, Task
from fellesplan.meetings.services import TaskData
from tests import factories as make
from tests.meetings.scene import SOON, Scene, moments_after

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
DUE = SOON.date() + timedelta(days=14)


def add(scene: Scene, meeting: Meeting, **values: Any) -> Task:
    values.setdefault("title", "Ringe bussen")
    values.setdefault("due_on", DUE)
    return services.add_task(actor=scene.leader, meeting=meeting, data=TaskData(**values))


def test_a_task_has_what_who_and_when(scene: Scene) -> None:
    task = add(scene, scene.call(), responsible=scene.teacher_part)
    assert (task.title, task.responsible, task.due_on, task.state) == (
        "Ringe bussen", scene.teacher_part, DUE, "open",
    )  # fmt: skip


def test_the_same_task_twice_is_one(scene: Scene) -> None:
    meeting = scene.call()
    assert add(scene, meeting) == add(scene, meeting)


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"title": " "}, "title"),
        ({"title": "x" * 301}, "title"),
        ({"due_on": None}, "due_on"),
        ({"due_on": date(2026, 12, 2)}, "due_on"),
    ],
)
def test_add_says_what_is_wrong(scene: Scene, values: dict[str, Any], field: str) -> None:
    with pytest.raises(InvalidInput) as error:
        add(scene, scene.call(), **values)
    assert list(error.value.fields) == [field]


def test_someone_of_another_plan_cannot_be_responsible(scene: Scene) -> None:
    other = make.participant(make.plan(make.person(scene.mina.municipality)), scene.teacher)
    with pytest.raises(InvalidInput):
        add(scene, scene.call(), responsible=other)


def test_the_responsible_does_the_task_once_and_takes_it_up_again(scene: Scene) -> None:
    task, teacher = add(scene, scene.call(), responsible=scene.teacher_part), make.actor(scene.teacher)
    for _ in range(2):
        assert services.do_task(actor=teacher, task=task).done_on == clock.today()
    assert services.reopen_task(actor=teacher, task=task).done_on is None
    assert [row.event for row in task.history.order_by("at", "id")] == ["added", "done", "reopened"]


def test_others_do_not_touch_it(scene: Scene) -> None:
    task = add(scene, scene.call(), responsible_is_person=True)
    for who in (scene.teacher, scene.siri):
        with pytest.raises(NotAllowed):
            services.do_task(actor=make.actor(who), task=task)
    assert services.do_task(actor=make.actor(scene.mina), task=task).state == "done"


def test_the_next_meeting_goes_through_what_was_agreed(scene: Scene) -> None:
    first = scene.call()
    done, late, moved = (add(scene, first, title=title) for title in ("Ferdig", "Glemt", "Senere"))
    with clock.frozen(moments_after(30)):
        second = scene.call(starts_at=moments_after(40), ends_at=moments_after(40) + timedelta(hours=1))
    with clock.frozen(moments_after(40)):
        review = services.review_task
        review(actor=scene.leader, task=done, outcome="done")
        review(actor=scene.leader, task=late, outcome="not_done", note="Ingen svarte")
        review(actor=scene.leader, task=moved, outcome="postponed", due_on=date(2027, 2, 1))
        lines = queries.meeting_view(scene.leader, second.pk).earlier
    assert [(line.title, line.reviewed) for line in lines] == [
        ("Ferdig", "done"), ("Glemt", "not_done"), ("Senere", "postponed"),
    ]  # fmt: skip
    assert (lines[1].note, lines[2].due_on) == ("Ingen svarte", date(2027, 2, 1))


def test_postponed_needs_a_new_day(scene: Scene) -> None:
    task = add(scene, scene.call())
    for due in (None, date(2026, 11, 1)):
        with pytest.raises(InvalidInput):
            services.review_task(actor=scene.leader, task=task, outcome="postponed", due_on=due)
    with pytest.raises(InvalidInput):
        services.review_task(actor=scene.leader, task=task, outcome="kanskje")


def test_each_sees_their_own_open_tasks(scene: Scene) -> None:
    meeting = scene.call()
    add(scene, meeting, title="Skolens", responsible=scene.teacher_part)
    add(scene, meeting, title="Marits")
    add(scene, meeting, title="Minas", responsible_is_person=True)

    def mine(who: Any) -> set[str]:
        return {line.title for line in queries.open_tasks(make.actor(who)) if line.mine}

    assert mine(scene.teacher) == {"Skolens"}
    assert mine(scene.marit) == {"Marits"}
    assert mine(scene.mina) == {"Minas"}
    assert queries.open_tasks(make.actor(scene.siri)) == ()
