"""What holds for every date and every fact: the deadlines, the ages, the place of local rules."""

import json
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from fellesplan.consent.facts import Parents, Purpose
from fellesplan.procedures.counting import is_free_day
from fellesplan.procedures.legal_basis import LegalBasis, Sector
from fellesplan.procedures.values import in_force
from fellesplan.processes.law_questions import Asked, BadQuestion, Question, Voice, as_json, ask, questions
from fellesplan.processes.law_questions.answers import Answer
from fellesplan.processes.law_questions.fields import municipalities
from tests.law.strategies import DAYS, JSON, facts

LATEST = DAYS.filter(lambda day: day >= date(2024, 8, 1))
SINCE_2023 = DAYS.filter(lambda day: day >= date(2023, 1, 1))
BASES = st.sampled_from(LegalBasis)
BOKMAL = Voice("nb", str)
FEW = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def answer(question: str, **told: object) -> Answer:
    plain = {name: value.isoformat() if isinstance(value, date) else value for name, value in told.items()}
    return ask({"question": question, "facts": plain}).answer


def tried(raw: object) -> tuple[Asked | None, set[str]]:
    """Return the answer, or None with the fields that are wrong; anything but BadQuestion is a fault."""
    try:
        return ask(raw), set()
    except BadQuestion as error:
        return None, {problem.field for problem in error.problems}


def day(question: str, **told: object) -> date:
    found = answer(question, **told).date
    assert found is not None
    return found


def shortest(basis: LegalBasis) -> timedelta:
    """Four weeks on health grounds (pbrl § 7-5), else three (fvl § 29)."""
    return timedelta(weeks=4 if basis.sector is Sector.HEALTH else 3)


def deadline(basis: LegalBasis, start: date) -> date:
    return day("complaint_deadline", basis=basis, delivery="paper", letter_arrived=start)


@given(BASES, SINCE_2023)
def test_a_complaint_deadline_is_never_early_and_never_ends_on_a_free_day(
    basis: LegalBasis, start: date
) -> None:
    due = deadline(basis, start)
    assert timedelta(0) <= due - (start + shortest(basis)) <= timedelta(days=5)  # Easter is the longest
    assert not is_free_day(due)
    assert due.weekday() < 5
    assert all(
        is_free_day(due - timedelta(days=n)) for n in range(1, (due - start - shortest(basis)).days + 1)
    )


@given(BASES, SINCE_2023, st.integers(0, 60))
def test_a_later_start_never_gives_an_earlier_deadline(basis: LegalBasis, start: date, later: int) -> None:
    assert deadline(basis, start) <= deadline(basis, start + timedelta(days=later))


@given(BASES, SINCE_2023, st.integers(0, 20))
def test_digital_counts_from_the_later_of_the_two_days(basis: LegalBasis, first: date, later: int) -> None:
    second = first + timedelta(days=later)
    told = {"basis": basis, "delivery": "digital"}
    one = day("complaint_deadline", **told, available=first, notified=second)
    other = day("complaint_deadline", **told, available=second, notified=first)
    assert one == other == deadline(basis, second)


@given(BASES, SINCE_2023)
def test_only_complaints_know_free_days(basis: LegalBasis, start: date) -> None:
    """Fvl § 30 and dl § 149 are for complaints: every other date is the bare count."""
    reply = day("preliminary_reply", basis=basis, received=start)
    assert timedelta(days=28) <= reply - start <= timedelta(days=31)
    assert reply.day == start.day or (reply + timedelta(days=1)).day == 1
    assert day("second_notice", available=start, notified=start) == start + timedelta(weeks=1)
    trained = day("training", reported=max(start, date(2024, 1, 1)), municipality="alesund")
    assert trained.day == max(start, date(2024, 1, 1)).day or (trained + timedelta(days=1)).day == 1


@given(BASES, SINCE_2023, st.integers(0, 60))
def test_a_later_message_never_gives_an_earlier_reply(basis: LegalBasis, received: date, later: int) -> None:
    second = received + timedelta(days=later)
    assert day("preliminary_reply", basis=basis, received=received) <= day(
        "preliminary_reply", basis=basis, received=second
    )


@given(BASES, SINCE_2023, st.integers(0, 800))
def test_a_complaint_grows_older_one_way(basis: LegalBasis, decided: date, after: int) -> None:
    """In time, then late, then too late; never back."""
    order = ["in_time", "late", "too_late"]
    told = {"basis": basis, "delivery": "paper", "letter_arrived": decided, "decided": decided}
    first, second = (
        answer("late_complaint", **told, channel="post", handed_over=decided + timedelta(days=n)).outcome
        for n in (after, after + 1)
    )
    assert order.index(first) <= order.index(second)
    assert (first == "in_time") == (after <= (deadline(basis, decided) - decided).days)


@given(LATEST, DAYS, st.sampled_from(["plan", "coordinator", "sharing"]), st.sampled_from(Parents))
def test_who_consents_changes_once_at_sixteen(on: date, born: date, purpose: str, parents: Parents) -> None:
    """Pbrl § 4-3: one's own from the birthday itself, never before without a reason of § 3-4."""
    assume(born <= on and (born.month, born.day) != (2, 29))
    found = answer("who_may_consent", on=on, birth_date=born, purpose=purpose, parents=parents)
    asked = [role["role"] for role in found.more.get("ask", [])]  # type: ignore[attr-defined]
    sixteenth = born.replace(year=born.year + 16)
    assert (asked == ["person"]) == (on >= sixteenth)


@given(LATEST, DAYS, st.booleans(), st.booleans())
def test_parents_always_get_what_they_need_until_eighteen(
    on: date, born: date, secret: bool, weighty: bool
) -> None:
    """Pbrl § 3-4 fjerde ledd: everybody under 18."""
    assume(born <= on and (born.month, born.day) != (2, 29))
    found = answer(
        "parents_information", on=on, birth_date=born, does_not_want=secret, weighty_considerations=weighty
    )
    adult = on >= born.replace(year=born.year + 18)
    assert (found.outcome == "nothing") == adult
    assert not (weighty and found.outcome == "whole")


@FEW
@given(st.data(), st.sampled_from(["right_to_plan", "right_to_coordinator", "right_to_child_coordinator"]))
def test_a_local_rule_never_changes_an_outcome(data: st.DataObject, name: str) -> None:
    told = {**data.draw(facts(questions()[name])), "on": "2026-11-24"}
    told = {
        key: value for key, value in told.items() if key not in {"municipality", "due_date", "birth_date"}
    }
    services = data.draw(
        st.lists(st.sampled_from(["fastlege", "helsesykepleier", "fysioterapeut"]), max_size=4)
    )
    told["services"] = [{"name": kind, "kind": kind, "provider": kind} for kind in services]
    outcomes = {
        ask({"question": name, "facts": {**told, "municipality": slug}}).answer.outcome
        for slug in municipalities()
    }
    assert outcomes == {ask({"question": name, "facts": told}).answer.outcome}


@pytest.mark.parametrize("question", questions().values(), ids=lambda question: question.name)
@FEW
@given(data=st.data())
def test_every_question_answers_or_says_why_not(question: Question, data: st.DataObject) -> None:
    raw = {"question": question.name, "facts": data.draw(facts(question))}
    asked, fields = tried(raw)
    assert fields <= {field.name for field in question.fields} | {"on"}
    if asked is None:
        return
    assert not question.outcomes or asked.answer.outcome in question.outcomes
    said = as_json(asked, BOKMAL)
    assert json.loads(json.dumps(said)) == said
    assert said == as_json(ask(raw), BOKMAL)
    for rule in asked.answer.rules:
        assert in_force(rule.valid_from, rule.valid_to, asked.on) or rule.id.startswith("right.")


@FEW
@given(st.sampled_from(list(questions())) | st.text(max_size=10), JSON, JSON)
def test_anything_else_is_refused_in_words(name: str, told: object, extra: object) -> None:
    for raw in (
        told,
        {"question": name, "facts": told},
        {"question": name, "facts": {"on": extra, "x": told}},
    ):
        asked, fields = tried(raw)
        assert asked is not None or fields


def test_purposes_are_all_asked_about() -> None:
    assert {purpose.value for purpose in Purpose} == {"plan", "coordinator", "child_coordinator", "sharing"}
