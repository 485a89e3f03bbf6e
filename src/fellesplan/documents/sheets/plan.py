"""Individuell plan on paper (IPf § 9): own words first, then goals, who does what, and the rest."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from fellesplan.documents.glyphs import paragraphs, tidy
from fellesplan.documents.letters.facts import Sender
from fellesplan.documents.letters.language import Speaker
from fellesplan.documents.letters.words import Language
from fellesplan.documents.render import render
from fellesplan.documents.sheets.frame import frame, pairs


@dataclass(frozen=True, slots=True)
class PlanMeasure:
    """Tiltak: one row of the table under a goal. `state` is a word such as "Pågår"."""

    what: str
    who: str
    where_how: str = ""
    how_much: str = ""
    until: date | None = None
    state: str = ""


@dataclass(frozen=True, slots=True)
class PlanGoal:
    """Mål in the person's own words, with what is done to reach it and how it goes."""

    words: str
    measures: tuple[PlanMeasure, ...] = ()
    progress: str = ""


@dataclass(frozen=True, slots=True)
class LifeArea:
    """Livsområde with its goals."""

    name: str
    goals: tuple[PlanGoal, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanParticipant:
    """Deltaker: who they are, what they contribute and what they see."""

    name: str
    role: str
    contributes: str = ""
    sees: str = ""


@dataclass(frozen=True, slots=True)
class PlanFact:
    """One point of IPf § 9 that has no place of its own in the plan; an empty answer is shown as missing."""

    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class Approval:
    """Godkjenning by the owner or whoever consents for the owner."""

    who: str
    on: date
    how: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanSheet:
    """Everything that is printed of one version of a plan."""

    sender: Sender
    person_name: str
    printed_on: date
    version: int
    born: date | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    review_on: date | None = None
    matters: str = ""
    resources: str = ""
    needs: str = ""
    background: str = ""
    coordinator: str = ""
    responsible: str = ""
    areas: tuple[LifeArea, ...] = ()
    participants: tuple[PlanParticipant, ...] = ()
    facts: tuple[PlanFact, ...] = ()
    approval: Approval | None = None


def render_plan(sheet: PlanSheet, language: Language) -> bytes:
    """Return the plan as PDF/A-2a and PDF/UA-1."""
    return render("plan", plan_data(sheet, language), language=language)


def plan_data(sheet: PlanSheet, language: Language) -> dict[str, Any]:
    """Return what typst/plan.typ reads."""
    speaker = Speaker(language)
    return {
        **frame(
            sheet.sender,
            speaker,
            word=speaker.say("plan.word"),
            title=speaker.say("plan.title", name=tidy(sheet.person_name)),
            date=sheet.printed_on.isoformat(),
        ),
        "labels": speaker.table("plan"),
        "meta": _meta(sheet, speaker),
        "matters": paragraphs(sheet.matters),
        "about": [
            [speaker.say(f"plan.{part}"), paragraphs(text)]
            for part, text in (
                ("resources", sheet.resources),
                ("needs", sheet.needs),
                ("background", sheet.background),
            )
            if text.strip()
        ],
        "areas": [_area(area, speaker) for area in sheet.areas],
        "participants": [
            [tidy(p.name), tidy(p.role), tidy(p.contributes), tidy(p.sees)] for p in sheet.participants
        ],
        "facts": [[tidy(fact.question), paragraphs(fact.answer)] for fact in sheet.facts],
        "approval": _approval(sheet.approval, speaker),
    }


def _meta(sheet: PlanSheet, speaker: Speaker) -> list[list[str]]:
    day = speaker.day
    return pairs(
        (speaker.say(f"plan.{label}"), value)
        for label, value in (
            ("born", day(sheet.born) if sheet.born else ""),
            ("version", str(sheet.version)),
            ("printed", day(sheet.printed_on)),
            ("period", _period(sheet, speaker)),
            ("review", day(sheet.review_on) if sheet.review_on else ""),
            ("coordinator", sheet.coordinator),
            ("responsible", sheet.responsible),
        )
    )


def _period(sheet: PlanSheet, speaker: Speaker) -> str:
    if not sheet.starts_on:
        return ""
    start = speaker.day(sheet.starts_on)
    if not sheet.ends_on:
        return speaker.say("plan.period_open", start=start)
    return speaker.say("plan.period_value", start=start, end=speaker.day(sheet.ends_on))


def _area(area: LifeArea, speaker: Speaker) -> dict[str, Any]:
    return {"name": tidy(area.name), "goals": [_goal(goal, speaker) for goal in area.goals]}


def _goal(goal: PlanGoal, speaker: Speaker) -> dict[str, Any]:
    rows = [_measure(measure, speaker) for measure in goal.measures]
    return {"words": tidy(goal.words), "progress": paragraphs(goal.progress), "measures": rows}


def _measure(measure: PlanMeasure, speaker: Speaker) -> list[str]:
    until = speaker.day(measure.until) if measure.until else "–"
    texts = (measure.what, measure.state, measure.who, measure.where_how, measure.how_much)
    return [*(tidy(text) for text in texts), until]


def _approval(approval: Approval | None, speaker: Speaker) -> str:
    if approval is None:
        return speaker.say("plan.not_approved")
    key = "plan.approved_how" if approval.how else "plan.approved"
    return speaker.say(key, who=tidy(approval.who), date=speaker.day(approval.on), how=tidy(approval.how))
