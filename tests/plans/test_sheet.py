"""The plan on paper: only what the actor may see, for the archive and for everybody."""

from datetime import date

import pytest

from fellesplan.plans import services
from fellesplan.plans.queries import plan_view
from fellesplan.plans.sheet import plan_pdf, plan_sheet
from tests import factories as make
from tests.documents.reading import faults, pdf_words
from tests.plans.conftest import World

pytestmark = pytest.mark.django_db(databases=["default", "audit"])


def _fill(world: World) -> None:
    make.measure(
        make.goal(world.plan, "daytime", title="Være ute i friminuttet"), title="Voksen ute",
        responsible=world.plan.participants.get(), amount="Hver dag", due_on=date(2026, 12, 18),
    )  # fmt: skip
    make.measure(make.goal(world.plan, "health", title="Sove hele natta"), title="Hemmelig medisin")
    services.area(
        actor=world.lead, plan=world.plan, key="health", own_words="", needs="Søvnutredning", version=0
    )


def test_coordinator_prints_the_whole_plan(world: World) -> None:
    _fill(world)
    pdf = plan_pdf(plan_view(world.lead, world.plan.pk), world.owner.municipality, "nb")
    assert faults(pdf) == []
    assert {"friminuttet", "Hemmelig", "Søvnutredning"} <= set(pdf_words(pdf))


def test_participant_prints_the_shared_area_only(world: World) -> None:
    _fill(world)
    view = plan_view(make.actor(world.teacher), world.plan.pk)
    sheet = repr(plan_sheet(view, world.owner.municipality))
    assert "Voksen ute" in sheet
    for hidden in ("Hemmelig medisin", "Sove hele natta", "Søvnutredning"):
        assert hidden not in sheet
    pdf = plan_pdf(view, world.owner.municipality, "nn")
    assert faults(pdf) == []
    assert not {"Hemmelig", "Søvnutredning"} & set(pdf_words(pdf))


def test_the_owner_prints_a_child_plan_with_its_approval(world: World) -> None:
    _fill(world)
    services.approve(actor=make.actor(world.owner), plan=world.plan, version=world.plan.versions.count())
    sheet = plan_sheet(plan_view(make.actor(world.owner), world.plan.pk), world.owner.municipality)
    assert sheet.approval
    assert sheet.approval.who == world.owner.full_name
    assert sheet.sender.unit == "Koordinerende enhet"
