"""The areas, goals and measures of a plan, ready to be drawn."""

from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext

from fellesplan.plans.view import AreaLine, GoalLine, MeasureLine, PlanView
from fellesplan.web.components import words
from fellesplan.web.components.goal_charts import GoalScale
from fellesplan.web.components.presenters import Tag
from fellesplan.web.coordinator.plan.tags import area_mark, measure_tag


@dataclass(frozen=True)
class MeasureRow:
    """A measure: what, who, when and how it goes; addresses are empty where the actor may not."""

    id: UUID
    title: str
    who: str
    when: str
    tag: Tag
    flag: str
    flag_by: str
    edit_url: str
    report_url: str


@dataclass(frozen=True)
class GoalBlock:
    """A goal with its measures."""

    line: GoalLine
    scale: GoalScale
    measures: tuple[MeasureRow, ...]
    edit_url: str
    add_url: str
    rate_url: str = ""
    part_url: str = ""

    @property
    def is_part(self) -> bool:
        return self.line.parent_id is not None


@dataclass(frozen=True)
class AreaBlock:
    """An area of life with its goals."""

    line: AreaLine
    icon: str
    tone: str
    goals: tuple[GoalBlock, ...]
    edit_url: str
    new_goal_url: str


def area_blocks(view: PlanView, slug: str) -> tuple[AreaBlock, ...]:
    """Return every area of the view; addresses of what may be written only for who may."""
    return tuple(_area(area, view, slug) for area in view.areas)


def _area(area: AreaLine, view: PlanView, slug: str) -> AreaBlock:
    icon, tone = area_mark(area)
    plan = {"tenant": slug, "plan": view.id}
    write = view.rights.write
    return AreaBlock(
        area, icon, tone, tuple(_goal(goal, view, slug) for goal in area.goals),
        edit_url=reverse("area-edit", kwargs={**plan, "area": area.key}) if write else "",
        new_goal_url=f"{reverse('goal-new', kwargs=plan)}?omrade={area.key}" if write else "",
    )  # fmt: skip


def _goal(goal: GoalLine, view: PlanView, slug: str) -> GoalBlock:
    here = {"tenant": slug, "goal": goal.id}
    write = view.rights.write
    return GoalBlock(
        goal, GoalScale(goal.progress, view.first_name),
        tuple(measure_row(line, write=write, slug=slug) for line in goal.measures),
        edit_url=reverse("goal-edit", kwargs=here) if write else "",
        add_url=reverse("measure-new", kwargs=here) if write else "",
        rate_url=reverse("goal-rate", kwargs=here) if write or goal.may_rate else "",
        part_url=_part_url(goal, view, slug) if write else "",
    )  # fmt: skip


def _part_url(goal: GoalLine, view: PlanView, slug: str) -> str:
    if goal.parent_id is not None:
        return ""
    return (
        f"{reverse('goal-new', kwargs={'tenant': slug, 'plan': view.id})}?omrade={goal.area}&del-av={goal.id}"
    )


def measure_row(line: MeasureLine, *, write: bool, slug: str) -> MeasureRow:
    """Return one measure; `write` shows the way to change it."""
    here = {"tenant": slug, "measure": line.id}
    return MeasureRow(
        line.id, line.title, who(line), when(line), measure_tag(line),
        line.report.note if line.report else "", _said_by(line),
        edit_url=reverse("measure-edit", kwargs=here) if write else "",
        report_url=reverse("measure-report", kwargs=here) if line.may_report else "",
    )  # fmt: skip


def who(line: MeasureLine) -> str:
    """Return "Storgata skole, Tone Birkeland"."""
    if not line.who:
        return gettext("Ingen har ansvaret ennå")
    return f"{line.unit}, {line.who}" if line.unit else line.who


def when(line: MeasureLine) -> str:
    """Return how much, where, and from and until when."""
    days = []
    if line.starts_on and not line.done_on:
        days.append(gettext("fra %(day)s") % {"day": words.day(line.starts_on)})
    if line.due_on and not line.done_on:
        late = gettext("fristen var %(day)s") if line.late_days else gettext("innen %(day)s")
        days.append(late % {"day": words.day(line.due_on)})
    text = ", ".join([*filter(None, (line.amount, line.where)), *days])
    return text[:1].upper() + text[1:]


def _said_by(line: MeasureLine) -> str:
    if line.report is None:
        return ""
    return f"{line.report.by_name}, {words.day_and_hour(line.report.at)}"
