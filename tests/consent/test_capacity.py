"""Capacity: presumed, and lost only by a written decision for the very purpose (pbrl § 4-3)."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from fellesplan.consent import queries, services
from fellesplan.consent.capacity import CapacityDecision, capacity_on, lasts_to
from fellesplan.consent.facts import Capacity, Purpose
from fellesplan.consent.models import CapacityAssessment, Consent
from fellesplan.consent.services import CapacityData
from fellesplan.consent.verdicts import Role
from fellesplan.kernel.errors import InvalidInput, NotAllowed
from fellesplan.people.models import Municipality, Person, Representation
from tests import factories as make
from tests.consent.test_services import answer
from tests.fixtures import NOW

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
TODAY = NOW.date()
MADE = CapacityDecision(covers=frozenset({"plan"}), decided_on=date(2026, 6, 1), valid_to=date(2026, 12, 1))


@pytest.mark.parametrize(
    ("decision", "purpose", "on", "expected"),
    [
        (MADE, "plan", date(2026, 5, 31), Capacity.PRESUMED),
        (MADE, "plan", date(2026, 6, 1), Capacity.LACKING),
        (MADE, "plan", date(2026, 12, 1), Capacity.LACKING),
        (MADE, "plan", date(2026, 12, 2), Capacity.PRESUMED),
        (MADE, "sharing", date(2026, 7, 1), Capacity.PRESUMED),
        (replace(MADE, ended_on=date(2026, 7, 1)), "plan", date(2026, 6, 30), Capacity.LACKING),
        (replace(MADE, ended_on=date(2026, 7, 1)), "plan", date(2026, 7, 1), Capacity.PRESUMED),
        (replace(MADE, reasoned=False), "plan", date(2026, 7, 1), Capacity.DOUBTED),
        (replace(MADE, written=False), "plan", date(2026, 7, 1), Capacity.DOUBTED),
    ],
)
def test_capacity_by_day(decision: CapacityDecision, purpose: str, on: date, expected: Capacity) -> None:
    assert capacity_on([decision], Purpose(purpose), on) is expected
    lacking = expected is not Capacity.PRESUMED
    assert lasts_to([decision], Purpose(purpose), on) == (decision.valid_to if lacking else None)


DATA = CapacityData(
    covers=("coordinator", "sharing"), decided_on=TODAY, decided_by_name="Liv Lege", decided_by_title="Lege",
    decided_by_unit="Legesenteret", reason="Forstår ikke hva samtykket gjelder.",
    valid_to=TODAY + timedelta(days=100), shown_to_person_on=TODAY, shown_to_kin_on=TODAY,
)  # fmt: skip


@pytest.fixture
def clerk(lund: Municipality) -> Any:
    return make.actor(make.employee(lund, "caseworker"))


def _guardian(person: Person, *matters: str, **values: Any) -> Person:
    guardian = make.person(person.municipality, login=True, given_name="Vera")
    Representation.objects.create(
        municipality=person.municipality, person=person, representative=guardian, kind="guardian",
        matters=list(matters), valid_from=TODAY, **values,
    )  # fmt: skip
    return guardian


def test_a_decision_moves_the_question_to_the_guardian_whose_mandate_covers_it(
    lund: Municipality, clerk: Any
) -> None:
    person = make.person(lund)
    guardian = _guardian(person, "personal")
    assert queries.who_may(person, "coordinator", TODAY).ask == (Role.PERSON,)
    services.register_capacity(actor=clerk, person=person, data=DATA)
    asking = queries.asking(person, ["coordinator", "plan"], TODAY)
    assert [one.person for one in asking["coordinator"].givers] == [guardian]
    assert asking["plan"].verdict.ask == (Role.PERSON,)
    sources = [reason.source for reason in asking["coordinator"].verdict.reasons]
    assert sources[0] == "pbrl § 4-3 andre og fjerde ledd"


@pytest.mark.parametrize(
    ("matters", "role"),
    [((), Role.PROVIDER), (("economy",), Role.PROVIDER), (("health",), Role.GUARDIAN)],
)
def test_the_mandate_decides(lund: Municipality, matters: tuple[str, ...], role: Role) -> None:
    person = make.person(lund)
    _guardian(person, *matters)
    make.lacks_capacity(person)
    assert queries.who_may(person, "coordinator", TODAY).ask == (role,)


def test_what_the_person_says_no_to_nobody_can_say_yes_to(lund: Municipality, clerk: Any) -> None:
    person = make.person(lund)
    guardian = _guardian(person, "personal")
    make.lacks_capacity(person)
    services.register(actor=clerk, person=person, data=answer(person, answer="refused"))
    data = answer(person, capacity="7", given_by=guardian, given_by_name=guardian.full_name)
    with pytest.raises(InvalidInput) as error:
        services.register(actor=clerk, person=person, data=data)
    assert "sier nei" in str(error.value.fields["capacity"])


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"covers": ()}, "covers"),
        ({"covers": ("tullball",)}, "covers"),
        ({"reason": " "}, "reason"),
        ({"decided_by_name": ""}, "decided_by_name"),
        ({"decided_on": TODAY + timedelta(days=1)}, "decided_on"),
        ({"valid_to": TODAY - timedelta(days=1)}, "valid_to"),
        ({"shown_to_kin_on": None}, "why_not_shown"),
        ({"shown_to_person_on": TODAY - timedelta(days=1)}, "shown_to_person_on"),
    ],
)
def test_a_decision_must_be_reasoned_written_and_shown(
    lund: Municipality, clerk: Any, values: dict[str, Any], field: str
) -> None:
    person = make.person(lund)
    with pytest.raises(InvalidInput) as error:
        services.register_capacity(actor=clerk, person=person, data=replace(DATA, **values))
    assert next(iter(error.value.fields)) == field
    assert not CapacityAssessment.objects.exists()


def test_no_decision_is_made_for_a_child_and_nobody_else_makes_one(lund: Municipality, clerk: Any) -> None:
    child, adult = make.person(lund, born=date(2010, 11, 25)), make.person(lund)
    with pytest.raises(InvalidInput) as error:
        services.register_capacity(actor=clerk, person=child, data=DATA)
    assert list(error.value.fields) == ["covers"]
    with pytest.raises(NotAllowed):
        services.register_capacity(actor=make.actor(make.employee(lund)), person=adult, data=DATA)


def test_sent_twice_it_is_kept_once(lund: Municipality, clerk: Any) -> None:
    person = make.person(lund)
    first = services.register_capacity(actor=clerk, person=person, data=DATA)
    assert services.register_capacity(actor=clerk, person=person, data=DATA) == first


def test_when_capacity_is_back_what_others_said_yes_to_ends(lund: Municipality, clerk: Any) -> None:
    person = make.person(lund)
    guardian = _guardian(person, "personal")
    decision = services.register_capacity(actor=clerk, person=person, data=DATA)
    data = answer(person, capacity="7", given_by=guardian, given_by_name=guardian.full_name)
    services.register(actor=clerk, person=person, data=data)
    assert Consent.objects.get().valid_to == DATA.valid_to
    assert services.end_capacity(actor=clerk, assessment=decision) == 1
    assert services.end_capacity(actor=clerk, assessment=decision) == 0
    assert not queries.live_rows(person, TODAY).exists()


def test_an_ended_mandate_is_told_in_plain_words(lund: Municipality, clerk: Any) -> None:
    person = make.person(lund)
    guardian = _guardian(person, "personal", valid_to=TODAY)
    Representation.objects.update(valid_from=date(2026, 1, 1), valid_to=date(2026, 11, 1))
    make.lacks_capacity(person)
    data = answer(person, capacity="7", given_by_name=guardian.full_name)
    with pytest.raises(InvalidInput) as error:
        services.register(actor=clerk, person=person, data=data)
    assert "gikk ut 1.11.2026" in str(error.value.fields["given_by_name"])


def test_a_fremtidsfullmektig_answers_without_a_code_of_the_list(lund: Municipality, clerk: Any) -> None:
    person, niece = make.person(lund), make.person(lund, login=True)
    Representation.objects.create(
        municipality=lund, person=person, representative=niece, kind="future_proxy", valid_from=TODAY
    )
    make.lacks_capacity(person)
    row = services.give_digitally(actor=make.actor(niece), person=person, data=answer(person))[0]
    capacity = Consent.Capacity(row.capacity)
    assert (capacity.volven, str(capacity.label)) == (None, "Fremtidsfullmektig")
