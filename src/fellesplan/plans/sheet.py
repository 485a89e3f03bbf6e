"""The plan on paper, as far as one actor may see it."""

from django.utils import translation
from django.utils.translation import gettext

from fellesplan.documents.letters.facts import Sender
from fellesplan.documents.letters.words import Language
from fellesplan.documents.sheets import (
    Approval,
    LifeArea,
    PlanFact,
    PlanGoal,
    PlanMeasure,
    PlanParticipant,
    PlanSheet,
    render_plan,
)
from fellesplan.kernel import clock
from fellesplan.kernel.text import Text, t
from fellesplan.people.models import Municipality
from fellesplan.plans import tools
from fellesplan.plans.view import AreaLine, GoalLine, MeasureLine, ParticipantLine, PlanView

_FACTS = (
    ("family_contributes", t("Hva bidrar familien med?")),
    ("cooperation", t("Hvilket samarbeid med andre trengs eller er ønsket?")),
)
_CHILD = ("child_participation", t("Hvordan har barnet vært med?"))


def plan_pdf(view: PlanView, municipality: Municipality, language: Language) -> bytes:
    """Return what is in the view as PDF/A-2a and PDF/UA-1; nothing else is printed."""
    with translation.override(language):
        sheet = plan_sheet(view, municipality)
    return render_plan(sheet, language)


def plan_sheet(view: PlanView, municipality: Municipality) -> PlanSheet:
    """Return the sheet of a view, in the language that is active."""
    questions = (*_FACTS, _CHILD) if view.is_child else _FACTS
    return PlanSheet(
        sender=_sender(municipality), person_name=view.name, printed_on=view.on, version=view.version,
        born=view.birth_date if view.rights.follows else None, starts_on=view.period_from,
        ends_on=view.period_to, review_on=view.evaluate_on, matters=view.matters, resources=view.resources,
        needs="\n\n".join(f"{_said(area.name)}: {area.needs}" for area in view.areas if area.needs),
        coordinator=", ".join(one.name for one in view.coordinators), responsible=view.made_by,
        areas=tuple(_area(area) for area in view.areas if area.goals),
        participants=tuple(_participant(one) for one in view.participants),
        facts=tuple(
            PlanFact(_said(question), text) for field, question in questions if (text := getattr(view, field))
        ),
        approval=_approval(view),
    )  # fmt: skip


def _sender(municipality: Municipality) -> Sender:
    return Sender(
        municipality=f"{municipality.name.removesuffix(' kommune')} kommune",
        unit=_said(tools.procedure(municipality, clock.today()).office_name),
        phone=municipality.phone,
        address=municipality.address,
    )


def _area(area: AreaLine) -> LifeArea:
    return LifeArea(_said(area.name), tuple(_goal(goal) for goal in area.goals))


def _goal(goal: GoalLine) -> PlanGoal:
    return PlanGoal(goal.title, tuple(_measure(line) for line in goal.measures), goal.now)


def _measure(line: MeasureLine) -> PlanMeasure:
    who = f"{line.who}, {line.unit}" if line.unit else line.who
    return PlanMeasure(line.title, who, line.where, line.amount, line.due_on, _said(line.text))


def _participant(one: ParticipantLine) -> PlanParticipant:
    role = f"{one.role}, {one.unit}" if one.unit else one.role
    return PlanParticipant(one.name, role, one.contribution, _sees(one))


def _sees(one: ParticipantLine) -> str:
    if one.sees is None:
        return ""
    return _said(t("Hele planen")) if one.sees_all else ", ".join(_said(area) for area in one.sees)


def _approval(view: PlanView) -> Approval | None:
    last = view.approval
    return Approval(last.by_name, clock.civil_day(last.at)) if last and view.state == "approved" else None


def _said(text: Text) -> str:
    return text.render(gettext)
