"""Questions about complaints: the right, the deadline, the body (pbrl kap. 7; fvl kap. VI; IPf § 11)."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from enum import StrEnum

from fellesplan.kernel.text import Text
from fellesplan.procedures import complaints, deadlines, law
from fellesplan.procedures.clock_starts import paper_start
from fellesplan.procedures.complaints import Channel, ComplaintFacts, ComplaintTiming
from fellesplan.procedures.deadlines import Deadline
from fellesplan.procedures.law import LawRule
from fellesplan.procedures.legal_basis import BodyKind, LegalBasis, Sector, complaint_body
from fellesplan.procedures.reasons import Reason
from fellesplan.procedures.sentences import say
from fellesplan.processes.law_questions.answers import (
    Answer,
    counted,
    found,
    reasons_of,
    said,
    the,
    weakest,
    whole,
)
from fellesplan.processes.law_questions.casework import BASIS
from fellesplan.processes.law_questions.fields import choice, day, municipality
from fellesplan.processes.law_questions.given import Given
from fellesplan.processes.law_questions.problems import bad
from fellesplan.processes.law_questions.question import Question
from fellesplan.processes.law_questions.starts import FIELDS as START
from fellesplan.processes.law_questions.starts import ON_FROM, start_of, start_rules


class About(StrEnum):
    """What somebody wants to complain about."""

    PLAN = "plan"
    COORDINATOR = "coordinator"
    CHILD_COORDINATOR = "child_coordinator"
    CHOICE_OF_PERSON = "choice_of_person"


_USUAL = {
    About.PLAN: LegalBasis.PBRL_2_5,
    About.COORDINATOR: LegalBasis.PBRL_2_5B,
    About.CHILD_COORDINATOR: LegalBasis.PBRL_2_5C,
}


def right_to_complain(given: Given, on: date) -> Answer:
    """Whether there is a complaint, and to whom; over who was chosen there is only feedback."""
    about = given.one("about", About)
    if about is About.CHOICE_OF_PERSON:
        rule = the("right.complaint.choice_of_person", on)
        return Answer(outcome=str(rule.value), certainty=rule.certainty, reasons=said(rule), rules=(rule,))
    basis = _basis(given, about, on)
    rule_id = f"right.complaint.{about}"
    if not law.applies(rule_id, on):
        first = law.versions(rule_id)[0]
        return Answer(outcome="no", reasons=(Reason(say("not_yet_law"), first.reference),), rules=(first,))
    health = basis.sector is Sector.HEALTH
    rules = found(rule_id, on=on) if health else ()
    if any(rule.value is False for rule in rules):
        return Answer(outcome="no", reasons=said(*rules), rules=rules)
    to = found(f"complaint.body.{basis.sector}", "complaint.sent_to", "complaint.form", on=on)
    return Answer(
        outcome="yes",
        body=_body(to[0], given, on),
        certainty=weakest(*(rule.certainty for rule in (*rules, *to))),
        reasons=said(*rules, *to),
        rules=(*rules, *to),
    )


def body(given: Given, on: date) -> Answer:
    """Who decides a complaint."""
    basis = given.one("basis", LegalBasis)
    rule = the(f"complaint.body.{basis.sector}", on)
    return Answer(outcome=str(rule.value), body=_body(rule, given, on), reasons=said(rule), rules=(rule,))


def deadline(given: Given, on: date) -> Answer:
    """The complaint deadline, moved from a free day."""
    basis = given.one("basis", LegalBasis)
    due, rules = _deadline(basis, given, on)
    return _answer(basis, given, on, due, rules)


def after_reasons(given: Given, on: date) -> Answer:
    """The deadline when somebody asked for the reasons (fvl §§ 24 og 29 tredje ledd)."""
    basis = given.one("basis", LegalBasis)
    current, rules = _deadline(basis, given, on)
    requested, received = given.day("requested"), given.maybe_day("reasons_arrived")
    if received is not None and received < requested:
        raise bad("reasons_arrived", f"is before the reasons were asked for, {requested}")
    health = basis.sector is Sector.HEALTH
    restart = the("complaint.reasons_restart.health" if health else "complaint.reasons_restart", on)
    in_time = requested <= current.date
    restarts = in_time and restart.value is True
    if received is None and restarts:
        return Answer(outcome="interrupted", reasons=said(restart), rules=(*rules, restart))
    start, weeks = paper_start(received or requested), whole(rules[0], "weeks")
    if restarts:
        due = deadlines.complaint(basis, start, weeks=weeks)
    else:
        due = deadlines.after_reasons(basis, current, requested=requested, given=start, weeks=weeks)
    return _answer(basis, given, on, due, (*rules, restart), outcome="restarted" if restarts else "stands")


def late(given: Given, on: date) -> Answer:
    """Whether a complaint came in time, is late, or too late to be one (fvl §§ 30 og 31; eFvf § 11)."""
    basis, decided = given.one("basis", LegalBasis), given.day("decided")
    start = start_of(given)
    if start.day < decided:
        raise bad("decided", f"is after the complaint period began, {start.day}")
    due, rules = _deadline(basis, given, on)
    years, electronic, paper = found(
        "complaint.latest", "complaint.electronic_in_time", "complaint.paper_in_time", on=on
    )
    last = deadlines.latest_complaint(decided, years=whole(years, "years"))
    facts = _delivered(given, decided)
    verdict = complaints.assess(facts, due, last, sent_is_enough=electronic.value == "sent")
    used = (electronic if facts.channel is Channel.ELECTRONIC else paper, years)
    return Answer(
        outcome=str(verdict.timing),
        date=due.date,
        certainty=weakest(due.certainty, *(rule.certainty for rule in rules)),
        reasons=reasons_of(verdict.reasons, said(*used), counted(due)),
        rules=(*rules, *used),
        more={"latest": last.date},
    )


def _delivered(given: Given, decided: date) -> ComplaintFacts:
    handed_over, arrived = given.maybe_day("handed_over"), given.maybe_day("arrived")
    for name, told in (("handed_over", handed_over), ("arrived", arrived)):
        if told is not None and told < decided:
            raise bad(name, f"is before the decision, {decided}")
    if handed_over is not None and arrived is not None and arrived < handed_over:
        raise bad("arrived", f"is before handed_over, {handed_over}")
    return ComplaintFacts(given.one("channel", Channel), handed_over, arrived)


def _deadline(basis: LegalBasis, given: Given, on: date) -> tuple[Deadline, tuple[LawRule, ...]]:
    period, moves = found(f"complaint.period.{basis.sector}", "complaint.moves_from_free_days", on=on)
    due = deadlines.complaint(basis, start_of(given), weeks=whole(period, "weeks"))
    if moves.value is not True and due.moved_from:
        due = replace(due, date=due.moved_from, moved_from=None, steps=due.steps[:2])
    return due, (period, moves, *start_rules(basis, given, on))


def _answer(
    basis: LegalBasis,
    given: Given,
    on: date,
    due: Deadline,
    rules: tuple[LawRule, ...],
    outcome: str = "due",
) -> Answer:
    to = the(f"complaint.body.{basis.sector}", on)
    return Answer(
        outcome=outcome,
        date=due.date,
        body=_body(to, given, on),
        certainty=weakest(due.certainty, *(rule.certainty for rule in rules)),
        reasons=reasons_of(said(*rules[:1]), counted(due), said(*rules[1:], to)),
        rules=(*rules, to),
        more={"start": due.start} | ({"moved_from": due.moved_from} if due.moved_from else {}),
    )


def _basis(given: Given, about: About, on: date) -> LegalBasis:
    """Return the basis told, or the usual one. Raises BadQuestion when the right cannot rest on it."""
    basis = given.maybe("basis", LegalBasis) or _USUAL[about]
    if about not in rights_on(basis):
        fitting = ", ".join(f'"{each}"' for each in LegalBasis if about in rights_on(each))
        raise bad("basis", f'does not go with "{about}", which rests on {fitting}')
    return basis


def rights_on(basis: LegalBasis) -> Iterable[str]:
    """Return the rights a basis gives."""
    value = law.versions(f"basis.{basis}")[-1].value
    rights = value["rights"] if not isinstance(value, bool | int | str | date | tuple) else ()
    return tuple(str(right) for right in rights) if isinstance(rights, tuple) else ()


def _body(rule: LawRule, given: Given, on: date) -> Text:
    """Return who decides; the state administrator by name where the municipality is known."""
    if rule.value not in list(BodyKind):
        raise bad("law", f"{rule.id} must be one of {', '.join(BodyKind)}")
    state = rule.value == BodyKind.STATE_ADMINISTRATOR
    if state and given.has("municipality"):
        return given.procedure(on).county_governor
    return complaint_body(LegalBasis.PBRL_2_5 if state else LegalBasis.NAVL_15).text


QUESTIONS = (
    Question(
        "right_to_complain", "Can one complain over this, and to whom?",
        (
            choice("about", About, "what the complaint is about", required=True),
            choice("basis", LegalBasis, "the provision the decision rests on; the usual one if left out"),
            municipality(),
        ),
        right_to_complain, ("yes", "no", "feedback"),
        {"about": "coordinator", "municipality": "luster", "on": "2026-11-24"},
    ),
    Question(
        "complaint_body", "Who decides a complaint?", (BASIS, municipality()), body,
        ("state_administrator", "nearest_superior"), {"basis": "navl_15", "on": "2026-11-24"},
    ),
    Question(
        "complaint_deadline", "What is the last day to complain?", (BASIS, *START, municipality()), deadline,
        ("due",),
        {"basis": "pbrl_2_5b", "delivery": "digital", "available": "2026-12-03", "notified": "2026-12-04"},
        ON_FROM,
    ),
    Question(
        "deadline_after_reasons", "What is the last day to complain when one has asked for the reasons?",
        (
            BASIS, *START,
            day("requested", "the reasons were asked for", required=True),
            day("reasons_arrived", "the reasons reached the person"), municipality(),
        ),
        after_reasons, ("restarted", "interrupted", "stands"),
        {
            "basis": "sotjl_28", "delivery": "paper", "letter_arrived": "2026-11-02",
            "requested": "2026-11-10", "reasons_arrived": "2026-11-17",
        },
        ON_FROM,
    ),
    Question(
        "late_complaint", "Did a complaint come in time, and if not, can it be taken up?",
        (
            BASIS, *START,
            day("decided", "the decision was made", required=True),
            choice("channel", Channel, "how the complaint was delivered", required=True),
            day("handed_over", "it was posted, sent, or given to an employee"),
            day("arrived", "it reached the municipality"),
        ),
        late, tuple(ComplaintTiming),
        {
            "basis": "pbrl_2_5", "delivery": "paper", "letter_arrived": "2026-11-24", "decided": "2026-11-20",
            "channel": "electronic", "arrived": "2026-12-23",
        },
        ON_FROM,
    ),
)  # fmt: skip
