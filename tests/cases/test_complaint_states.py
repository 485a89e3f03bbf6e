"""Every state of a complaint against every event: the target, or the refusal with its sentence."""

from itertools import product

import pytest

from fellesplan.cases import complaint_states as states
from fellesplan.cases.complaint_states import COMPLAINT
from fellesplan.cases.rules import ComplaintStanding, complaint_step, waiting_for_body
from fellesplan.kernel.errors import Refused
from fellesplan.procedures.complaints import ComplaintTiming
from tests.cases.complaint_table import EXPECTED, TODAY


@pytest.mark.parametrize(("state", "event"), list(product(COMPLAINT.states, COMPLAINT.events)))
def test_each_event_leads_where_it_should_or_is_refused(state: str, event: str) -> None:
    target = EXPECTED.get((state, event))
    assert COMPLAINT.allows(state, event) is (target is not None)
    if target is not None:
        assert COMPLAINT.after(state, event) == target
    else:
        with pytest.raises(Refused, match="Dette kan ikke gjøres nå") as caught:
            COMPLAINT.after(state, event)
        assert str(COMPLAINT.states[state]) in str(caught.value)


def test_the_table_has_no_move_that_is_not_expected() -> None:
    assert {(s, m.event) for m in COMPLAINT.transitions for s in m.sources} == set(EXPECTED)


def test_every_state_can_be_reached_and_ends() -> None:
    reached, wave = {COMPLAINT.initial}, {COMPLAINT.initial}
    while wave:
        wave = {target for (state, _), target in EXPECTED.items() if state in wave} - reached
        reached |= wave
    assert reached == set(COMPLAINT.states)
    assert set(states.OPEN) | set(states.ENDED) == set(COMPLAINT.states)
    assert not set(states.OPEN) & set(states.ENDED)


def standing(state: str, **changes: object) -> ComplaintStanding:
    values = {
        "state": state, "received_on": TODAY, "timing": ComplaintTiming.IN_TIME, "answer_by": TODAY,
        "body": "Statsforvalteren i Rogaland", "sent_on": TODAY,
    }  # fmt: skip
    return ComplaintStanding(**{**values, **changes})  # type: ignore[arg-type]


@pytest.mark.parametrize("state", COMPLAINT.states)
def test_the_office_has_a_step_for_each_state_that_is_its_own(state: str) -> None:
    step = complaint_step(standing(state), TODAY)
    own = state in states.OPEN and state != states.SENT
    assert (step is not None) is own
    if step:
        assert str(step.what).strip()
        assert str(step.why.text).strip()


@pytest.mark.parametrize(
    ("changes", "what", "source"),
    [
        ({}, "Vurder klagen", "fvl § 33 andre ledd"),
        ({"timing": ComplaintTiming.UNKNOWN}, "Finn ut når klagen ble postet eller levert", "fvl § 30"),
        ({"timing": ComplaintTiming.LATE}, "Avgjør om den sene klagen tas opp", "fvl § 31"),
        ({"timing": ComplaintTiming.TOO_LATE}, "Avvis klagen", "fvl § 31 tredje ledd"),
        ({"defects": ("x",)}, "Be om det som mangler i klagen", "fvl § 32, pbrl § 7-3"),
    ],
)
def test_what_comes_first_follows_from_time_and_form(
    changes: dict[str, object], what: str, source: str
) -> None:
    step = complaint_step(standing(states.RECEIVED, **changes), TODAY)
    assert step
    assert (str(step.what), step.why.source, step.due) == (what, source, TODAY)


def test_a_complaint_at_the_body_waits_for_nobody_here() -> None:
    step = waiting_for_body(standing(states.SENT))
    assert str(step.what) == "Vent på svar fra Statsforvalteren i Rogaland"
    assert complaint_step(standing(states.SENT), TODAY) is None
