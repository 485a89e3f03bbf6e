"""What the coordinating unit does: assess, decide, ask a unit, appoint, close."""

from datetime import date, timedelta

from fellesplan.cases import assessing, states
from fellesplan.cases.assessing import NO, YES, AssessmentView, Item
from fellesplan.cases.correspondence import suggestions
from fellesplan.cases.facts import facts_for
from fellesplan.cases.models import Case, Decision
from fellesplan.cases.rules import next_step
from fellesplan.cases.services import assessment, closing, decisions, progress
from fellesplan.cases.services.assessment import Answer, Changes
from fellesplan.cases.services.decisions import Draft
from fellesplan.config.demo.lives import Life
from fellesplan.coordinators.models import Appointment, Nomination
from fellesplan.coordinators.services import appointments, nominations
from fellesplan.kernel import clock
from fellesplan.people.models import Employee
from fellesplan.procedures.verdicts import Verdict

SIMPLE = "refused"
"""The stage where the need is short and simple, so that the answer is no."""
WAITS = "drafted"
"""The stage where the letter has not gone, so that its dates are ahead."""
ANSWER_WITHIN = 14
NAME_WITHIN = 14
STARTS_AFTER = 3


def answer(life: Life, days: int, count: int | None = None) -> None:
    """Answer the first `count` questions of the assessment, all if not said, with a reason each."""
    with life.place.days.at(life.after(days), 13):
        found = assessing.view(life.case)
        answers = tuple(_answer(life, found, item) for item in found.items[:count])
        texts = {"longterm": life.place.say(_duration(life)), "person_view": _person_view(life)}
        if life.story.heard:
            texts["child_view"] = life.story.heard
        changes = Changes(answers=answers, services=found.services, texts=texts)
        assessment.save(actor=life.caseworker, case=life.case, changes=changes)


def draft(life: Life, days: int) -> None:
    """Draft what the answers point to. The letter ends the assessment; where it waits, somebody says so."""
    with life.place.days.at(life.after(days), 14):
        if life.story.stage == WAITS:
            assessment.finish(actor=life.caseworker, case=life.case)
        found = assessing.view(life.case)
        drafts = [_draft(found, verdict) for verdict in found.verdicts]
        weight = life.place.say("child_weight", name=life.name) if life.story.heard else ""
        name_by = life.place.days.day((0 if life.story.stage == WAITS else life.after(days)) + NAME_WITHIN)
        texts: dict[str, str | date | None] = {"child_weight": weight, "name_by": name_by}
        decisions.save(actor=life.caseworker, case=life.case, drafts=drafts, texts=texts)


def issue(life: Life, days: int) -> None:
    """Send the letter; where two people stand behind it, the leader sends it."""
    with life.place.days.at(life.after(days), 15):
        two = life.place.procedure.flag("two_person_control")
        actor = life.place.post("ke_leader") if two else life.caseworker
        decisions.issue(actor=actor, case=life.case)


def note(life: Life, days: int) -> None:
    """Write down a telephone call."""
    with life.place.days.at(life.after(days), 11):
        title, text = life.place.say("call_note_title"), life.place.say("call_note", name=_caller(life))
        progress.note(actor=life.caseworker, case=life.case, title=title, text=text)


def ask_unit(life: Life, days: int, unit: str) -> Nomination:
    """Ask a unit for a coordinator."""
    with life.place.days.at(life.after(days), 9) as today:
        return nominations.ask(
            actor=life.caseworker, case=life.case, kind=_kind(life), unit=life.place.units[unit],
            answer_by=life.place.days.day(life.after(days) + ANSWER_WITHIN) if life.after(days) else today,
            message=life.place.say("ask_unit"), wished=life.place.about.get(life.story.wished, ""),
        )  # fmt: skip


def appoint(life: Life, days: int) -> Appointment:
    """Let the unit name the coordinator of the story, and appoint."""
    place, who = life.place, life.coordinator
    post = next(post for post in place.posts if post.key == life.story.post)
    nomination = ask_unit(life, days, post.unit)
    with place.days.at(life.after(days + 5), 13):
        leader = place.actor(_leader(life, post.unit))
        nominations.answer(actor=leader, nomination=nomination, employee=who)
    with place.days.at(life.after(days + 7), 10) as today:
        starts = max(today, place.days.day(life.after(days + 7 + STARTS_AFTER)))
        return appointments.appoint(actor=life.caseworker, nomination=nomination, valid_from=starts)


def close(life: Life, appointment: Appointment, days: int) -> None:
    """End the appointment and close the case."""
    with life.place.days.at(days, 14) as today:
        appointment.valid_to = today - timedelta(days=1)
        appointment.save(update_fields=["valid_to"])
        closing.close(actor=life.caseworker, case=life.case, reason="no_need", note=life.place.say("ended"))


def refresh_worklist() -> None:
    """Find the next step of every open case as it is now; much has happened in the plans since."""
    cases = list(Case.objects.exclude(state=states.CLOSED).select_related("person", "municipality"))
    known = facts_for(cases)
    for case in cases:
        step = next_step(known[case.pk], clock.today())
        case.next_step, case.next_due = step.key, step.due
    Case.objects.bulk_update(cases, ["next_step", "next_due"])


def _answer(life: Life, found: AssessmentView, item: Item) -> Answer:
    yes = life.story.stage != SIMPLE or item.key.startswith("wants_")
    reasons = life.place.reasons
    reason = reasons.get(item.key, reasons["wish"])
    given = YES if yes else NO
    if item.is_number:
        given = str(found.count.number)
    elif item.key == "municipal_and_hospital":
        yes = any(unit == "hospital" for _, _, unit in life.story.services)
        given = YES if yes else NO
    elif item.is_optional:
        return Answer(item.key, "")
    names = ", ".join(row.name.lower() for row in found.services)
    text = (reason.yes if yes else reason.no).format(name=life.name, services=names)
    return Answer(item.key, given, text, _source(life))


def _draft(found: AssessmentView, verdict: Verdict) -> Draft:
    """Follow the proposal, with the reasons that the answers give."""
    right, outcome = str(verdict.right), suggestions.proposed(verdict)
    return Draft(right, outcome, suggestions.reason(found, right, outcome))


def _source(life: Life) -> str:
    if life.is_child:
        return life.place.say("told_parents")
    return life.place.say("told_us", name=life.name)


def _duration(life: Life) -> str:
    return "short_term" if life.story.stage == SIMPLE else "longterm"


def _person_view(life: Life) -> str:
    return life.place.say("person_view", name=_caller(life))


def _caller(life: Life) -> str:
    return life.parents[0].first_name if life.parents else life.name


def _kind(life: Life) -> str:
    granted = life.case.decisions.filter(outcome=Decision.Outcome.GRANTED).values_list("right", flat=True)
    return "child_coordinator" if "child_coordinator" in granted else "coordinator"


def _leader(life: Life, unit: str) -> Employee:
    post = next(post for post in life.place.posts if post.unit == unit and post.role == "unit_leader")
    return life.place.staff[post.key]
