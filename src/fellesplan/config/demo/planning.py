"""The plan work of the demo: the person, the family and the coordinator write, others answer for measures."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from operator import itemgetter
from typing import Any

from fellesplan.access.actor import Actor
from fellesplan.config.demo import consenting
from fellesplan.config.demo.lives import Life
from fellesplan.config.demo.texts import Raw
from fellesplan.consent.data import Share
from fellesplan.people.models import Employee
from fellesplan.plans import services
from fellesplan.plans.models import Goal, Measure, Participant, Plan
from fellesplan.plans.services import GoalData, MeasureData
from fellesplan.plans.services.participants import NewPerson
from fellesplan.plans.tools import offers
from fellesplan.procedures.counting import add_years

Step = tuple[int, Callable[[], object]]
"""Something that happens, with its day."""
LIGHTER = (Plan.Tool.RESPONSIBILITY_GROUP, Plan.Tool.SERVICE_OVERVIEW)
_TEXTS = ("matters", "resources", "family_contributes", "child_participation", "cooperation")
_OWN = ("matters", "child_participation")
_REPORTS: Mapping[str, tuple[str, ...]] = {
    "planned": (),
    "started": ("started",),
    "done": ("started", "done"),
    "not_working": ("started", "not_working"),
}


@dataclass
class PlanWork:
    """A plan while it is made. `people` are those who take part, by the key they have in plans.toml."""

    life: Life
    plan: Plan
    told: Raw
    people: dict[str, Participant] = field(default_factory=dict)

    @property
    def coordinator(self) -> Actor:
        return self.life.place.actor(self.life.coordinator)

    @property
    def owner(self) -> Actor:
        """Return the person, or the parent who acts for the child."""
        return self.life.place.actor((self.life.parents or [self.life.person])[0])

    def text(self, row: Raw) -> Any:
        return self.life.place.text(row)

    def fresh(self) -> Plan:
        self.plan.refresh_from_db()
        return self.plan


def start_lighter(life: Life, days: int) -> None:
    """Choose a lighter tool than a plan where the procedure has one."""
    with life.place.days.at(days, 11):
        offered = [offer.tool for offer in offers(life.place.procedure)]
        tool = next((tool for tool in LIGHTER if tool in offered), None)
        if tool:
            services.start(actor=life.place.actor(life.coordinator), person=life.person, tool=tool)


def make_plan(life: Life, days: int) -> PlanWork:
    """Write the plan together from a day on, and let its owner say yes to it."""
    place = life.place
    with place.days.at(days, 9):
        coordinator = place.actor(life.coordinator)
        plan = services.start(actor=coordinator, person=life.person, tool=Plan.Tool.INDIVIDUAL_PLAN)
    work = PlanWork(life, plan, place.plans[life.story.key])
    with place.days.at(days + 1, 9.5) as today:
        _write_texts(work)
        services.set_period(
            actor=work.coordinator, plan=work.fresh(), period_from=today, period_to=add_years(today, 2),
            evaluate_on=place.days.day(30 + life.number * 6),
        )  # fmt: skip
    with place.days.at(days + 2, 10):
        _invite(work)
    consenting.share(life, days + 2, _shares(work))
    _write_goals(work, days)
    with place.days.at(days + 14, 18.5):
        services.approve(actor=work.owner, plan=work.plan, version=work.fresh().version)
    return work


def follow_up(work: PlanWork, days: int) -> None:
    """Let those responsible tell how it goes, and write what has come since the yes."""
    steps: list[Step] = []
    for goal, row in _told_goals(work):
        for measure, told in zip(goal.measures.all(), row["measures"], strict=True):
            steps += _reports(work, measure, told, days)
        if row["progress"] > -2:
            steps.append((work.told["meeting"][0]["days"], partial(_progress, work, goal, row)))
    for row in work.told["goal"]:
        if "added" in row:
            steps.append((row["added"], partial(_add_goal, work, row, row["added"])))
    for _, step in sorted(steps, key=itemgetter(0)):
        step()


def _write_texts(work: PlanWork) -> None:
    for name in _TEXTS:
        if name in work.told:
            writer = work.owner if name in _OWN else work.coordinator
            text = work.text(work.told[name])
            services.update_text(
                actor=writer, plan=work.plan, field=name, text=text, version=work.fresh().version
            )
    for row in work.told.get("area", ()):
        services.area(
            actor=work.coordinator, plan=work.plan, key=row["key"], own_words="", needs=work.text(row),
            version=0,
        )  # fmt: skip


def _invite(work: PlanWork) -> None:
    staff = work.life.place.staff
    for row in work.told["participant"]:
        role, purpose, contribution = _words(work, row)
        work.people[row["who"]] = services.invite(
            actor=work.coordinator, plan=work.plan, employee=staff[row["who"]], role=role, purpose=purpose,
            contribution=contribution,
        )  # fmt: skip
    for row in work.told.get("private", ()):
        role, purpose, contribution = _words(work, row)
        person = NewPerson(given_name=row["given"], family_name=work.life.family_name)
        work.people[row["key"]] = services.invite_new_person(
            actor=work.coordinator, plan=work.plan, person=person, role=role, purpose=purpose,
            contribution=contribution,
        )  # fmt: skip


def _words(work: PlanWork, row: Raw) -> tuple[str, str, str]:
    """Return role, why they take part, and what they give; the last may be missing."""
    role, purpose, contribution = [*work.text(row), ""][:3]
    return role, purpose, contribution


def _shares(work: PlanWork) -> tuple[Share, ...]:
    rows = [*work.told["participant"], *work.told.get("private", ())]
    found = [(work.people[row.get("who") or row["key"]], tuple(row["areas"])) for row in rows]
    return tuple(Share(areas=areas, unit=one.unit, recipient=one.private_person) for one, areas in found)


def _write_goals(work: PlanWork, days: int) -> None:
    for number, row in enumerate(row for row in work.told["goal"] if "added" not in row):
        _add_goal(work, row, days + 6 + number)


def _add_goal(work: PlanWork, row: Raw, days: int) -> Goal:
    with work.life.place.days.at(days, 10.5):
        goal = services.add_goal(actor=work.owner, plan=work.plan, data=_goal_data(work, row))
    with work.life.place.days.at(days, 13):
        for told in row["measures"]:
            services.add_measure(actor=work.coordinator, goal=goal, data=_measure_data(work, told))
    return goal


def _goal_data(work: PlanWork, row: Raw, *, progress: int = -2) -> GoalData:
    title, now = work.text(row)
    return GoalData(area=row["area"], title=title, now=now, progress=progress)


def _measure_data(work: PlanWork, told: Raw) -> MeasureData:
    title, where, amount = work.text(told)[:3]
    return MeasureData(
        title=title, where=where, amount=amount, due_on=work.life.place.days.day(told["due"]),
        responsible=_responsible(work, told["who"]), responsible_is_person=told["who"] == "self",
    )  # fmt: skip


def _responsible(work: PlanWork, who: str) -> Participant | Employee | None:
    if who == "self":
        return None
    return work.life.coordinator if who == "coordinator" else work.people[who]


def _reports(work: PlanWork, measure: Measure, told: Raw, days: int) -> Iterator[Step]:
    """Yield each report with its day: the first soon after the yes, the last close to the day it was due."""
    for number, event in enumerate(_REPORTS[told["state"]]):
        when = days + 20 if number == 0 else max(min(told["due"], 0) - 2, days + 24)
        yield min(when, -1), partial(_report, work, measure, told, event, min(when, -1))


def _report(work: PlanWork, measure: Measure, told: Raw, event: str, days: int) -> None:
    text = work.text(told)
    with work.life.place.days.at(days, 14.5):
        note = text[3] if len(text) > 3 and event != "started" else ""
        actor = _reporter(work, told["who"])
        services.report_measure(actor=actor, measure=measure, event=event, note=note)


def _progress(work: PlanWork, goal: Goal, row: Raw) -> None:
    """Let those who meet agree on how far the goal has come."""
    with work.life.place.days.at(work.told["meeting"][0]["days"], 14.25):
        data = _goal_data(work, row, progress=row["progress"])
        services.update_goal(actor=work.coordinator, goal=goal, data=data, version=goal.version)


def _reporter(work: PlanWork, who: str) -> Actor:
    if who == "self":
        return work.owner
    one = work.people.get(who)
    return work.life.place.actor(one.employee) if one and one.employee else work.coordinator


def _told_goals(work: PlanWork) -> list[tuple[Goal, Raw]]:
    goals = {goal.title: goal for goal in work.plan.goals.all()}
    rows = [row for row in work.told["goal"] if work.text(row)[0] in goals]
    return [(goals[work.text(row)[0]], row) for row in rows]
