"""Those who are called answer, and say what they want to talk about."""

import pytest

from fellesplan.kernel import clock
from fellesplan.kernel.errors import InvalidInput, NotAllowed, Refused
from fellesplan.meetings import services
from tests import factories as make
from tests.meetings.scene import Scene, moments_after

pytestmark = pytest.mark.django_db(databases=["default", "audit"])


def test_one_who_is_called_answers_and_changes_their_mind(scene: Scene) -> None:
    meeting, teacher = scene.call(), make.actor(scene.teacher)
    assert services.reply(actor=teacher, meeting=meeting, answer="yes").reply == "yes"
    assert services.reply(actor=teacher, meeting=meeting, answer="no").reply == "no"


def test_the_person_answers_and_a_parent_answers_for_her(scene: Scene) -> None:
    meeting = scene.call()
    row = services.reply(actor=make.actor(scene.mina), meeting=meeting, answer="yes")
    assert row.invited_person == scene.mina
    assert services.reply(actor=make.actor(scene.mother), meeting=meeting, answer="no").pk == row.pk


def test_the_coordinator_notes_an_answer_given_by_telephone(scene: Scene) -> None:
    meeting = scene.call()
    row = meeting.invitations.get(participant=scene.teacher_part)
    services.reply(actor=scene.leader, meeting=meeting, answer="no", invitation=row)
    row.refresh_from_db()
    assert row.reply == "no"


def test_nobody_answers_for_others(scene: Scene) -> None:
    meeting = scene.call()
    row = meeting.invitations.get(invited_person=scene.mina)
    with pytest.raises(NotAllowed):
        services.reply(actor=make.actor(scene.teacher), meeting=meeting, answer="no", invitation=row)
    with pytest.raises(NotAllowed):
        services.reply(actor=make.actor(scene.siri), meeting=meeting, answer="yes")


def test_a_meeting_that_is_over_cannot_be_answered(scene: Scene) -> None:
    meeting = scene.call()
    with clock.frozen(moments_after(12)), pytest.raises(Refused):
        services.reply(actor=make.actor(scene.teacher), meeting=meeting, answer="yes")


def test_an_answer_is_yes_or_no(scene: Scene) -> None:
    with pytest.raises(InvalidInput):
        services.reply(actor=make.actor(scene.teacher), meeting=scene.call(), answer="kanskje")


def test_the_person_suggests_a_point_once(scene: Scene) -> None:
    meeting, mina = scene.call(), make.actor(scene.mina)
    item = services.suggest_item(actor=mina, meeting=meeting, title=" Bussen  til skolen ")
    assert (item.title, item.suggested_by, item.order) == ("Bussen til skolen", mina.name, 2)
    assert services.suggest_item(actor=mina, meeting=meeting, title="Bussen til skolen") == item


@pytest.mark.parametrize("title", ["", "  ", "x" * 201])
def test_a_point_must_say_something_short(scene: Scene, title: str) -> None:
    with pytest.raises(InvalidInput):
        services.suggest_item(actor=make.actor(scene.mina), meeting=scene.call(), title=title)


def test_one_who_may_not_see_the_meeting_suggests_nothing(scene: Scene) -> None:
    with pytest.raises(NotAllowed):
        services.suggest_item(actor=make.actor(scene.siri), meeting=scene.call(), title="NAV")
