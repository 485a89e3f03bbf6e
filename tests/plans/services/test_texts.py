"""Texts, period and areas: two who write lose nothing."""

from datetime import date

import pytest

from fellesplan.access.models import Event
from fellesplan.kernel.errors import InvalidInput, NotAllowed
from fellesplan.plans import services
from fellesplan.plans.errors import EditConflict
from tests import factories as make
from tests.plans.conftest import World

pytestmark = pytest.mark.django_db(databases=["default", "audit"])


def test_a_text_makes_a_version_and_is_logged_by_field_name(world: World) -> None:
    plan = services.update_text(
        actor=world.lead, plan=world.plan, field="matters", text=" Jeg vil bestemme selv. ", version=1
    )
    assert (plan.matters, plan.version) == ("Jeg vil bestemme selv.", 2)
    kept = plan.versions.get(number=2)
    assert kept.content["texts"]["matters"] == "Jeg vil bestemme selv."
    event = Event.objects.filter(action="plan.write").get()
    assert (event.information, event.ground) == (["matters"], "coordinator:coordinates")


def test_stale_version_of_the_same_text_keeps_both(world: World) -> None:
    services.update_text(
        actor=make.actor(world.owner), plan=world.plan, field="matters", text="Min tekst", version=1
    )
    with pytest.raises(EditConflict) as caught:
        services.update_text(actor=world.lead, plan=world.plan, field="matters", text="Din tekst", version=1)
    edit = caught.value.edits[0]
    assert (edit.mine, edit.theirs) == ("Din tekst", "Min tekst")
    assert (caught.value.version, caught.value.by_name) == (2, world.owner.full_name)
    world.plan.refresh_from_db()
    assert world.plan.matters == "Min tekst"


def test_a_change_elsewhere_is_no_conflict(world: World) -> None:
    services.update_text(actor=world.lead, plan=world.plan, field="resources", text="Spill", version=1)
    plan = services.update_text(actor=world.lead, plan=world.plan, field="matters", text="Ro", version=1)
    assert (plan.resources, plan.matters) == ("Spill", "Ro")


def test_participant_may_not_write(world: World) -> None:
    with pytest.raises(NotAllowed):
        services.update_text(
            actor=make.actor(world.teacher), plan=world.plan, field="matters", text="x", version=1
        )


def test_area_note_and_its_conflict(world: World) -> None:
    note = services.area(
        actor=world.lead, plan=world.plan, key="leisure", own_words="Svømme", needs="Følge", version=0
    )
    assert (note.version, note.own_words) == (1, "Svømme")
    with pytest.raises(EditConflict) as caught:
        services.area(
            actor=world.lead, plan=world.plan, key="leisure", own_words="Spille", needs="Følge", version=0
        )
    assert [edit.field for edit in caught.value.edits] == ["own_words"]


def test_unknown_area_is_refused(world: World) -> None:
    with pytest.raises(InvalidInput):
        services.area(actor=world.lead, plan=world.plan, key="x", own_words="", needs="", version=0)


def test_period(world: World) -> None:
    plan = services.set_period(
        actor=world.lead, plan=world.plan, period_from=date(2026, 11, 24), period_to=date(2027, 8, 15),
        evaluate_on=date(2027, 2, 15),
    )  # fmt: skip
    assert plan.evaluate_on == date(2027, 2, 15)
    with pytest.raises(InvalidInput):
        services.set_period(
            actor=world.lead, plan=plan, period_from=date(2027, 1, 1), period_to=date(2026, 1, 1),
            evaluate_on=None,
        )  # fmt: skip
