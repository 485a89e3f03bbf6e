"""Questions about the clocks of a case: receipt, preliminary reply, promises, notices, training, reports."""

from datetime import date

from fellesplan.coordinators.rules import workload_warning
from fellesplan.procedures import deadlines
from fellesplan.procedures.clock_starts import digital_start
from fellesplan.procedures.counting import add_months
from fellesplan.procedures.legal_basis import LegalBasis, Sector
from fellesplan.procedures.profile import Rule
from fellesplan.procedures.reasons import Reason
from fellesplan.processes.law_questions.answers import Answer, counted, found, reasons_of, said, the, whole
from fellesplan.processes.law_questions.fields import choice, count, day, flag, municipality
from fellesplan.processes.law_questions.given import Given
from fellesplan.processes.law_questions.problems import bad
from fellesplan.processes.law_questions.question import Question, from_fact

_REPLY = "casework.preliminary_reply"
BASIS = choice("basis", LegalBasis, "the provision the decision rests on", required=True)
RECEIVED = day("received", "the message reached the municipality", required=True)


def receipt(_given: Given, on: date) -> Answer:
    """eFvf § 6."""
    rule = the("casework.receipt", on)
    return Answer(outcome=str(rule.value), reasons=said(rule), rules=(rule,))


def preliminary_reply(given: Given, on: date) -> Answer:
    """Fvl § 11 a: a month from receipt, never moved."""
    basis, received = given.one("basis", LegalBasis), given.day("received")
    part = Sector.SOCIAL if basis.sector is Sector.NAV else basis.sector
    rule, special = found(_REPLY, f"{_REPLY}.{part}", on=on)
    deadline = deadlines.preliminary_reply(received, basis, months=whole(special, "months"))
    replied = given.maybe_day("replied")
    if replied is not None and replied < received:
        raise bad("replied", f"is before the message was received, {received}")
    outcome = "due" if replied is None else "late" if deadline.is_past(replied) else "in_time"
    return Answer(
        outcome=outcome,
        date=deadline.date,
        certainty=special.certainty,
        reasons=reasons_of(said(special), counted(deadline)),
        rules=(special,) if special.tried else (rule, special),
    )


def service_promise(given: Given, on: date) -> Answer:
    """The municipality's own promise: not law, never moved."""
    rule, weeks = _local(given, "casework.promise_weeks", on)
    if rule is None:
        return Answer(outcome="none")
    deadline = deadlines.service_promise(given.day("received"), weeks=weeks, source=rule.source)
    return Answer(outcome="promised", date=deadline.date, reasons=counted(deadline), more=_beside(rule))


def prior_notice(given: Given, on: date) -> Answer:
    """Fvl § 16; on health grounds chapter IV does not apply (pbrl § 2-7), but it is good practice."""
    rule, outside = found("casework.prior_notice", "letter.chapters_iv_and_v", on=on)
    if given.flag("applied_or_spoken"):
        return Answer(outcome="not_needed", reasons=said(rule), rules=(rule,))
    health = given.one("basis", LegalBasis).sector is Sector.HEALTH
    rules = (rule, outside) if health else (rule,)
    return Answer(outcome="should" if health else "must", reasons=said(*rules), rules=rules)


def second_notice(given: Given, on: date) -> Answer:
    """eFvf § 8 femte ledd: a week unopened; the complaint period does not begin anew."""
    rule = the("casework.second_notice", on)
    available, notified, opened = given.day("available"), given.day("notified"), given.maybe_day("opened")
    start = digital_start(available, notified)
    if opened is not None and opened < available:
        raise bad("opened", f"is before the letter was available, {available}")
    deadline = deadlines.second_notice(
        start, weeks=whole(rule, "weeks"), to_own_address=given.flag("to_own_address")
    )
    if deadline is None:
        return Answer(outcome="not_needed", reasons=said(rule), rules=(rule,))
    in_time = opened is not None and not deadline.is_past(opened)
    return Answer(
        outcome="not_needed" if in_time else "due",
        date=None if in_time else deadline.date,
        reasons=reasons_of(said(rule), counted(deadline)),
        rules=(rule,),
    )


def contact_details(given: Given, on: date) -> Answer:
    """eFvf § 32: details not confirmed for 18 months are not used for notices."""
    rule, confirmed = the("casework.contact_details_max_age", on), given.day("confirmed")
    if confirmed > on:
        raise bad("confirmed", f"is after {on}")
    last = add_months(confirmed, whole(rule, "months"))
    outcome = "usable" if on <= last else "too_old"
    return Answer(outcome=outcome, date=last, reasons=said(rule), rules=(rule,))


def training(given: Given, on: date) -> Answer:
    """The office trains coordinators (hol § 7-3); when is a local rule."""
    duty = the("office.duties", on)
    rule, months = _local(given, "training.deadline_months", on)
    if rule is None:
        return Answer(outcome="no_deadline", reasons=said(duty), rules=(duty,))
    deadline = deadlines.training(given.day("reported"), months=months, source=rule.source)
    reasons = reasons_of(counted(deadline), said(duty))
    return Answer(outcome="due", date=deadline.date, reasons=reasons, rules=(duty,), more=_beside(rule))


def report(given: Given, on: date) -> Answer:
    """The yearly report of a unit: a local rule, the same date every year."""
    rule = given.procedure(on).find("report.due")
    if rule is None:
        return Answer(outcome="none")
    month, day_ = (int(part) for part in str(rule.value).removeprefix("--").split("-"))
    deadline = deadlines.report_due(given.number("year"), month=month, day=day_, source=rule.source)
    return Answer(outcome="due", date=deadline.date, reasons=counted(deadline), more=_beside(rule))


def workload(given: Given, on: date) -> Answer:
    """How many persons a coordinator follows: the law has no number (hol § 7-2)."""
    duties = the("coordinator.duties", on)
    rule, most = _local(given, "coordinator.max_persons", on)
    if rule is None:
        return Answer(outcome="no_limit", reasons=said(duties), rules=(duties,))
    warning = workload_warning(given.number("persons"), recommended_max=most)
    own: tuple[Reason, ...] = (Reason(warning, rule.source),) if warning else ()
    outcome = "above_recommended" if warning else "within_recommended"
    return Answer(outcome=outcome, reasons=reasons_of(own, said(duties)), rules=(duties,), more=_beside(rule))


def _local(given: Given, key: str, on: date) -> tuple[Rule | None, int]:
    procedure = given.procedure(on)
    return procedure.find(key), procedure.number(key) or 0


def _beside(rule: Rule) -> dict[str, object]:
    """A local rule, which never refuses and is never law."""
    return {
        "local_rule": {"key": rule.key, "text": rule.text, "source": rule.source, "status": rule.legal_status}
    }


QUESTIONS = (
    Question(
        "receipt", "When must an electronic message be confirmed?", (), receipt, ("at_once",),
        {"on": "2026-11-24"},
    ),
    Question(
        "preliminary_reply", "When must a preliminary reply be sent at the latest, and was it?",
        (RECEIVED, BASIS, day("replied", "the reply, preliminary or final, was sent")),
        preliminary_reply, ("due", "in_time", "late"),
        {"received": "2026-01-31", "basis": "pbrl_2_5", "replied": "2026-02-27"}, from_fact("received"),
    ),
    Question(
        "service_promise", "What has the municipality itself promised about the time a reply takes?",
        (RECEIVED, municipality(required=True)), service_promise, ("promised", "none"),
        {"received": "2026-11-24", "municipality": "luster"}, from_fact("received"),
    ),
    Question(
        "prior_notice", "Must the person be told and heard before the decision?",
        (BASIS, flag("applied_or_spoken", "the person has applied or already spoken in the case")),
        prior_notice, ("must", "should", "not_needed"),
        {"basis": "sotjl_28", "applied_or_spoken": False, "on": "2026-11-24"},
    ),
    Question(
        "second_notice", "When must a person who has not opened a digital letter be told again?",
        (
            day("available", "the letter lay ready in the inbox", required=True),
            day("notified", "the first notice was sent", required=True),
            day("opened", "the person opened it"),
            flag("to_own_address", "it was sent to an electronic address the person gave, at their wish"),
        ),
        second_notice, ("due", "not_needed"),
        {"available": "2026-11-24", "notified": "2026-11-24"}, from_fact("notified"),
    ),
    Question(
        "contact_details", "May contact details in the national register be used for notices?",
        (day("confirmed", "they were last updated or confirmed", required=True),),
        contact_details, ("usable", "too_old"), {"confirmed": "2025-05-24", "on": "2026-11-24"},
    ),
    Question(
        "training", "When must a coordinator have had training?",
        (day("reported", "the need for training was reported", required=True), municipality(required=True)),
        training, ("due", "no_deadline"),
        {"reported": "2026-08-31", "municipality": "alesund"}, from_fact("reported"),
    ),
    Question(
        "report", "When is the yearly report of a unit due?",
        (count("year", "the year", required=True, least=1900, most=2199), municipality(required=True)),
        report, ("due", "none"), {"year": 2026, "municipality": "alesund", "on": "2026-11-24"},
    ),
    Question(
        "workload", "Does a coordinator follow more persons than the municipality recommends?",
        (count("persons", "how many are followed, or would be", required=True), municipality()),
        workload, ("within_recommended", "above_recommended", "no_limit"),
        {"persons": 6, "municipality": "lund", "on": "2026-11-24"},
    ),
)  # fmt: skip
