"""Several people edit, merge, restore, approve, take out and bring back at random; no text is ever lost."""

import json
from datetime import date
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from fellesplan.access import tenancy
from fellesplan.access.actor import Actor
from fellesplan.kernel.errors import Refused
from fellesplan.people.models import Person
from fellesplan.plans import services
from fellesplan.plans.content import content_of
from fellesplan.plans.errors import EditConflict
from fellesplan.plans.models import AreaNote, Goal, Measure, Plan
from fellesplan.plans.services import GoalData, MeasureData
from tests import factories as make
from tests.plans.conftest import World

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
WHO = st.sampled_from(["lead", "owner", "other"])
OLD = st.integers(0, 3)
"""How many versions back the writer began."""
FIELD = st.sampled_from(["matters", "resources", "cooperation"])
PICK = st.integers(0, 50)


class Writers(RuleBasedStateMachine):
    """Each acknowledged text has its own number, so that it can be found again."""

    world: World

    @initialize()
    def start(self) -> None:
        self.block = transaction.atomic()
        self.block.__enter__()
        tenancy.use(self.world.owner.municipality_id)
        self.count, self.written = 0, set[str]()
        owner = make.actor(self.world.owner)
        Person.objects.filter(pk=self.world.owner.pk).update(birth_date=date(2017, 3, 3))
        self.world.owner.refresh_from_db()
        other = make.actor(make.parent_of(self.world.owner))
        self.actors: dict[str, Actor] = {"lead": self.world.lead, "owner": owner, "other": other}
        services.update_text(actor=owner, plan=self.plan, field="made_by", text="Vi", version=1)

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.block.__exit__(None, None, None)

    @property
    def plan(self) -> Plan:
        return Plan.objects.get(pk=self.world.plan.pk)

    def text(self) -> str:
        self.count += 1
        return f"#{self.count}#"

    def write(self, act: Any, *texts: str) -> None:
        """Do it; a conflict is solved with both texts, as on the merge page."""
        try:
            act(None, texts)
        except EditConflict as conflict:
            theirs = {edit.theirs for edit in conflict.edits if "#" in edit.theirs}
            assert theirs <= self.reachable(theirs)
            act(conflict.version, tuple(" ".join([text, *sorted(theirs)])[:190] for text in texts))
        self.written |= set(texts)

    def reachable(self, wanted: set[str]) -> set[str]:
        versions = self.plan.versions.values_list("content", flat=True)
        everything = json.dumps(list(versions), ensure_ascii=False)
        return {text for text in wanted if text in everything}

    @rule(who=WHO, field=FIELD, old=OLD)
    def write_text(self, who: str, field: str, old: int) -> None:
        began = max(self.plan.version - old, 1)
        self.write(
            lambda version, texts: services.update_text(
                actor=self.actors[who], plan=self.plan, field=field, text=texts[0], version=version or began
            ),
            self.text(),
        )

    @rule(who=WHO, area=st.sampled_from(["leisure", "daytime"]), old=OLD)
    def write_area(self, who: str, area: str, old: int) -> None:
        note = AreaNote.objects.filter(plan=self.plan, area=area).first()
        began = max((note.version if note else 0) - old, 0)
        self.write(
            lambda version, texts: services.area(
                actor=self.actors[who], plan=self.plan, key=area, own_words=texts[0], needs=texts[1],
                version=began if version is None else version,
            ),
            self.text(), self.text(),
        )  # fmt: skip

    @rule(who=WHO)
    def add_goal(self, who: str) -> None:
        title = self.text()
        services.add_goal(actor=self.actors[who], plan=self.plan, data=GoalData(area="leisure", title=title))
        self.written.add(title)

    @rule(who=WHO, pick=PICK, old=OLD)
    def change_goal(self, who: str, pick: int, old: int) -> None:
        if goal := self._one(Goal, pick):
            began = max(goal.version - old, 1)
            self.write(
                lambda version, texts: services.update_goal(
                    actor=self.actors[who], goal=goal, version=version or began,
                    data=GoalData(area=goal.area, title=texts[0], description=texts[1]),
                ),
                self.text(), self.text(),
            )  # fmt: skip

    @rule(who=WHO, pick=PICK)
    def add_measure(self, who: str, pick: int) -> None:
        if goal := self._one(Goal, pick):
            title = self.text()
            services.add_measure(actor=self.actors[who], goal=goal, data=MeasureData(title=title))
            self.written.add(title)

    @rule(who=WHO, pick=PICK, old=OLD)
    def change_measure(self, who: str, pick: int, old: int) -> None:
        if measure := self._one(Measure, pick):
            began = max(measure.version - old, 1)
            self.write(
                lambda version, texts: services.update_measure(
                    actor=self.actors[who], measure=measure, version=version or began,
                    data=MeasureData(title=texts[0], where=texts[1]),
                ),
                self.text(), self.text(),
            )  # fmt: skip

    @rule(who=WHO, pick=PICK)
    def report(self, who: str, pick: int) -> None:
        if measure := self._one(Measure, pick):
            note = self.text()
            services.report_measure(actor=self.actors[who], measure=measure, event="not_working", note=note)
            self.written.add(note)

    @rule(who=WHO, pick=PICK, out=st.booleans())
    def take_out_or_bring_back(self, who: str, pick: int, out: bool) -> None:
        if goal := self._one(Goal, pick):
            (services.archive_goal if out else services.restore_goal)(actor=self.actors[who], goal=goal)
        if measure := self._one(Measure, pick):
            act = services.archive_measure if out else services.restore_measure
            act(actor=self.actors[who], measure=measure)

    @rule(who=WHO, pick=PICK)
    def restore(self, who: str, pick: int) -> None:
        plan = self.plan
        number = pick % plan.version + 1
        services.restore_version(actor=self.actors[who], plan=plan, number=number, version=plan.version)

    @rule(who=WHO, pick=PICK, field=FIELD)
    def restore_one(self, who: str, pick: int, field: str) -> None:
        plan = self.plan
        services.restore_field(
            actor=self.actors[who], plan=plan, number=pick % plan.version + 1, part="text", key="",
            name=field, version=plan.version,
        )  # fmt: skip

    @rule(old=OLD)
    def approve(self, old: int) -> None:
        try:
            services.approve(
                actor=self.actors["owner"], plan=self.plan, version=max(self.plan.version - old, 1)
            )
        except (EditConflict, Refused):
            return

    @invariant()
    def nothing_written_is_out_of_reach(self) -> None:
        if hasattr(self, "written"):
            assert self.reachable(self.written) == self.written

    @invariant()
    def the_newest_version_is_the_plan(self) -> None:
        if hasattr(self, "written"):
            numbers = list(self.plan.versions.order_by("number").values_list("number", flat=True))
            assert numbers == list(range(1, self.plan.version + 1))
            newest = self.plan.versions.get(number=self.plan.version).content
            assert {k: v for k, v in newest.items() if k != "changed"} == content_of(self.plan)

    def _one(self, model: Any, pick: int) -> Any:
        path = "plan" if model is Goal else "goal__plan"
        rows = list(model.objects.filter(**{path: self.world.plan}).order_by("pk"))
        return rows[pick % len(rows)] if rows else None


def test_no_text_is_ever_lost(world: World) -> None:
    Writers.world = world
    few = settings(
        max_examples=12, stateful_step_count=15, deadline=None, suppress_health_check=list(HealthCheck)
    )
    run_state_machine_as_test(Writers, settings=few)
