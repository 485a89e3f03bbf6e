"""The limits of a case with their explanation, from its rows. The caller has decided access."""

from collections.abc import Callable, Iterable, Iterator

from fellesplan.cases.facts import preliminary_reply, procedure_of
from fellesplan.cases.models import Case, Decision, Letter, Referral, SecondNotice
from fellesplan.cases.rules import CaseFacts
from fellesplan.cases.rules.clocks import CaseClock, from_deadline, in_order
from fellesplan.cases.unopened import KINDS, deadline, opened_at, reached_digitally
from fellesplan.kernel import clock
from fellesplan.kernel.text import t
from fellesplan.procedures import deadlines, legal_numbers
from fellesplan.procedures.clock_starts import digital_start
from fellesplan.procedures.legal_basis import LegalBasis

Contribution = Callable[[Case], Iterable[CaseClock]]
_contributions: list[Contribution] = []


def adds_clocks(contribution: Contribution) -> Contribution:
    """Let a package above this one add limits of its own; registering again does nothing."""
    if contribution not in _contributions:
        _contributions.append(contribution)
    return contribution


def clocks_of(case: Case, facts: CaseFacts) -> tuple[CaseClock, ...]:
    """Return every limit of the case: those that run first, the nearest first; at most nine queries."""
    found = [*_receipt(case), _preliminary(case, facts), *_promise(case, facts), *_letters(case)]
    for contribution in _contributions:
        found += contribution(case)
    return in_order(found)


def _receipt(case: Case) -> Iterator[CaseClock]:
    """The rule is for electronic messages; the page with the reference is the confirmation."""
    rows = case.referrals.filter(channel=Referral.Channel.WEB).order_by("received_at", "id")
    for row in rows[:1]:
        day = clock.civil_day(row.received_at)
        steps = (
            t("Meldingen kom på nett {day}.", day=day),
            t("Den som melder, skal få bekreftelse med en gang, med referansenummer og tidspunkt."),
        )
        yield CaseClock(
            key="receipt", title=t("Bekreftelse på meldingen"), start=day, due=day, rule="casework.receipt",
            source="eFvf § 6", steps=steps, done_on=day,
            done=t("Vist med referanse {reference}", reference=row.reference),
        )  # fmt: skip


def _preliminary(case: Case, facts: CaseFacts) -> CaseClock:
    met = facts.preliminary_sent_on or facts.letter_sent_on
    done = t("Foreløpig svar ble sendt {day}", day=met) if facts.preliminary_sent_on else None
    if met and not done:
        done = t("Saken ble avgjort {day}", day=met)
    return from_deadline(
        "preliminary", t("Foreløpig svar"), preliminary_reply(case.received_on), done_on=met, done=done
    )


def _promise(case: Case, facts: CaseFacts) -> Iterator[CaseClock]:
    """Counted from receipt, by the municipality's own rule; where it says nothing, there is none."""
    rule = procedure_of(case.municipality, case.received_on).find("casework.promise_weeks")
    if rule is None or not isinstance(rule.value, int):
        return
    met = facts.letter_sent_on
    yield from_deadline(
        "promise", t("Svaret {name} har lovet", name=case.municipality.name),
        deadlines.service_promise(case.received_on, weeks=rule.value, source=rule.source), by_law=False,
        done_on=met, done=t("Svart {day}", day=met) if met else None,
    )  # fmt: skip


def _letters(case: Case) -> Iterator[CaseClock]:
    letters = list(case.letters.filter(kind__in=KINDS).defer("content").order_by("id"))
    if not letters:
        return
    issued = Decision.objects.filter(case=case, letter__in=letters, complaint_deadline__isnull=False)
    for decision in issued.order_by("issued_at", "id"):
        yield _complaint(decision)
    if case.person_id in reached_digitally({case.person_id}, clock.today()):
        yield from _second_notices(case, letters)


def _complaint(decision: Decision) -> CaseClock:
    """The date stands in the letter and binds; the computation is shown as the law was that day."""
    basis, due = LegalBasis(decision.legal_basis), decision.complaint_deadline
    if decision.issued_at is None or due is None:
        raise ValueError("A decision with a complaint deadline is issued")
    day = clock.civil_day(decision.issued_at)
    weeks = legal_numbers.complaint_weeks(basis, day)
    found = deadlines.complaint(basis, digital_start(day, day), weeks=weeks)
    title = t("Klagefrist: {right}", right=t(str(decision.get_right_display())))
    made = from_deadline("complaint", title, found, letter=str(decision.letter_id))
    if found.date == due:
        return made
    steps = (*found.steps, t("I brevet står {day}. Den datoen gjelder.", day=due))
    return CaseClock(
        key=made.key, title=title, start=made.start, due=due, rule=made.rule, source=made.source, steps=steps,
        likely=made.likely, letter=made.letter,
    )  # fmt: skip


def _second_notices(case: Case, letters: list[Letter]) -> Iterator[CaseClock]:
    opened = opened_at({case.pk: case}, letters)
    again = {row.letter_id: row for row in SecondNotice.objects.filter(letter__in=letters)}
    for letter in letters:
        due = deadline(letter)
        if due is None:
            continue
        done, day = None, None
        if letter.pk in opened:
            day = clock.civil_day(opened[letter.pk])
            done = t("Brevet ble åpnet {day}", day=day)
        elif letter.pk in again:
            day = clock.civil_day(again[letter.pk].at)
            done = t("Varslet én gang til {day}", day=day)
        title = t("Brevet «{title}» åpnes", title=letter.title)
        yield from_deadline("second_notice", title, due, done_on=day, done=done, letter=str(letter.pk))
