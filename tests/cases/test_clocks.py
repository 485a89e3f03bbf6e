"""Every limit explains itself; the night raises once, an event clears, and the same day gives the same."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection, connections
from django.test.utils import CaptureQueriesContext

from fellesplan.access import tenancy
from fellesplan.access.functions import fetch
from fellesplan.cases.clocks import clocks_of
from fellesplan.cases.facts import facts_of
from fellesplan.cases.models import Case, ClockWarning, Letter, SecondNotice
from fellesplan.cases.rules.clocks import CaseClock
from fellesplan.cases.services import decisions, letters, progress, raising
from fellesplan.coordinators.models import CoordinatorProfile
from fellesplan.kernel import clock
from fellesplan.people.models import Municipality
from fellesplan.processes import clock_round
from fellesplan.processes.clock_round import Done
from tests import factories as make
from tests.cases.world import World, world
from tests.fixtures import NOW

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
TODAY = NOW.date()


def night(where: Municipality) -> Done:
    """Do the round within this test's transaction."""
    done = clock_round.of_municipality(where)
    tenancy.use(where.pk)
    return done


def open_kinds(case: Case) -> list[str]:
    rows = ClockWarning.objects.filter(case=case, cleared_at__isnull=True)
    return sorted(rows.values_list("kind", flat=True))


def clocks(case: Case) -> dict[str, CaseClock]:
    return {one.key: one for one in clocks_of(case, facts_of(case))}


def decided(where: Municipality, outcome: str = "refused") -> World:
    here = world(where)
    here.ready(outcome=outcome, dissent="Tjenestene henger alt sammen.")
    decisions.issue(actor=here.caseworker, case=here.case)
    here.case.refresh_from_db()
    return here


def test_each_limit_has_rule_paragraph_start_and_computation(lund: Municipality) -> None:
    here = world(lund)
    here.case.referrals.update(received_at=NOW)
    found = clocks(here.case)
    reply = found["preliminary"]
    assert (reply.start, reply.due) == (TODAY, date(2026, 12, 24))
    assert (reply.rule, reply.source) == ("preliminary_reply", "fvl § 11 a tredje ledd")
    assert str(reply.steps[0]) == "Meldingen kom 24.11.2026."
    assert found["receipt"].is_met
    assert all(one.steps and one.rule for one in found.values())


def test_a_preliminary_reply_meets_its_limit(lund: Municipality) -> None:
    here = world(lund)
    letters.preliminary_reply(
        actor=here.caseworker, case=here.case, reason="Vi venter på brev.", expected_on=date(2027, 1, 8)
    )
    here.case.refresh_from_db()
    assert clocks(here.case)["preliminary"].done_on == TODAY


def test_complaint_deadline_of_a_letter_is_the_one_in_the_letter(lund: Municipality) -> None:
    here = decided(lund)
    found = clocks(here.case)
    decision = here.case.decisions.get()
    assert found["complaint"].due == decision.complaint_deadline == date(2026, 12, 22)
    assert "pbrl § 7-5" in found["complaint"].source
    assert found["second_notice"].due == date(2026, 12, 1)


def test_training_and_evaluation_belong_to_the_case() -> None:
    where = make.municipality("alesund")
    tenancy.use(where.pk)
    person = make.person(where)
    case = make.case(person, "active")
    who = make.coordinator(person, where=case)
    CoordinatorProfile.objects.create(
        municipality=where, employee=who, unit=who.assignments.get().unit, training_reported_on=TODAY
    )
    make.plan(person, evaluate_on=date(2027, 3, 1))
    found = clocks(case)
    assert found["training"].due == date(2027, 5, 24)
    assert not found["training"].by_law
    assert found["evaluation"].due == date(2027, 3, 1)


def test_the_night_raises_once_and_running_it_again_changes_nothing(lund: Municipality) -> None:
    soon = make.case(make.person(lund), received_on=date(2026, 10, 26))
    over = make.case(make.person(lund), received_on=date(2026, 9, 1))
    new = make.case(make.person(lund), received_on=TODAY)
    first = night(lund)
    assert (first.cases, first.moved, first.raised) == (3, 3, 2)
    assert open_kinds(soon) == ["preliminary_soon"]
    assert open_kinds(over) == ["preliminary_over"]
    assert open_kinds(new) == []
    before = list(ClockWarning.objects.order_by("id").values())
    assert night(lund) == Done(cases=3)
    assert list(ClockWarning.objects.order_by("id").values()) == before
    over.refresh_from_db()
    assert (over.next_step, over.next_due) == ("preliminary", date(2026, 10, 1))


def test_soon_becomes_over_and_the_first_is_cleared(lund: Municipality) -> None:
    case = make.case(make.person(lund), received_on=date(2026, 10, 26))
    night(lund)
    with clock.frozen(NOW + timedelta(days=5)):
        done = night(lund)
    assert (done.raised, done.cleared) == (1, 1)
    assert open_kinds(case) == ["preliminary_over"]


def test_an_event_clears_at_once(lund: Municipality) -> None:
    here = world(lund)
    Case.objects.filter(pk=here.case.pk).update(received_on=date(2026, 9, 1))
    here.case.refresh_from_db()
    night(lund)
    assert open_kinds(here.case) == ["preliminary_over"]
    letters.preliminary_reply(
        actor=here.caseworker, case=here.case, reason="Vi venter på brev.", expected_on=date(2027, 1, 8)
    )
    assert open_kinds(here.case) == []


def test_the_promise_of_the_municipality_is_raised_when_it_is_broken() -> None:
    where = make.municipality("luster")
    tenancy.use(where.pk)
    case = make.case(make.person(where), received_on=date(2026, 9, 1))
    weeks = facts_of(case).promise_due
    night(where)
    assert ("promise_over" in open_kinds(case)) is (weeks is not None)


def test_the_case_can_go_on_when_nobody_has_complained(lund: Municipality) -> None:
    here = decided(lund)
    with clock.frozen(datetime(2026, 12, 22, 9, tzinfo=UTC)):
        night(lund)
        assert "complaint_over" not in open_kinds(here.case)
    with clock.frozen(datetime(2026, 12, 23, 9, tzinfo=UTC)):
        night(lund)
        assert "complaint_over" in open_kinds(here.case)


def test_an_unopened_letter_is_raised_after_a_week_and_cleared_by_notice(lund: Municipality) -> None:
    here = decided(lund)
    with clock.frozen(datetime(2026, 12, 1, 9, tzinfo=UTC)):
        night(lund)
        assert open_kinds(here.case) == []
    with clock.frozen(datetime(2026, 12, 2, 9, tzinfo=UTC)):
        night(lund)
        assert open_kinds(here.case) == ["second_notice"]
        here.case.refresh_from_db()
        assert here.case.next_step == "second_notice"
        letter = here.case.letters.get()
        raising.noticed_again(actor=here.caseworker, letter=letter)
        raising.noticed_again(actor=here.caseworker, letter=letter)
        assert SecondNotice.objects.count() == 1
        here.case.refresh_from_db()
        assert here.case.next_step != "second_notice"
        assert open_kinds(here.case) == []
        assert night(lund).raised == 0


def test_a_letter_the_parent_has_opened_is_not_raised(lund: Municipality) -> None:
    here = decided(lund)
    letter = here.case.letters.get()
    with clock.frozen(datetime(2026, 11, 27, 9, tzinfo=UTC)):
        fetch(make.actor(here.parent), "letter.read", Letter, letter.pk)
    with clock.frozen(datetime(2026, 12, 2, 9, tzinfo=UTC)):
        night(lund)
        assert open_kinds(here.case) == []
        assert clocks(here.case)["second_notice"].done_on == date(2026, 11, 27)


def test_what_the_office_reads_does_not_open_the_letter(lund: Municipality) -> None:
    here = decided(lund)
    with clock.frozen(datetime(2026, 12, 2, 9, tzinfo=UTC)):
        fetch(here.caseworker, "letter.read", Letter, here.case.letters.get().pk)
        night(lund)
        assert open_kinds(here.case) == ["second_notice"]
        here.case.refresh_from_db()
        raising.opened(here.case.letters.select_related("case").get())
        assert open_kinds(here.case) == []


def test_who_gets_paper_is_not_told_again_digitally(lund: Municipality) -> None:
    here = decided(lund)
    type(here.parent).objects.filter(pk=here.parent.pk).update(account=None)
    with clock.frozen(datetime(2026, 12, 2, 9, tzinfo=UTC)):
        night(lund)
        assert open_kinds(here.case) == []


def test_nothing_is_raised_for_the_dead_or_closed(lund: Municipality) -> None:
    dead = make.case(make.person(lund, deceased_on=TODAY), received_on=date(2026, 9, 1))
    make.case(make.person(lund), "closed", received_on=date(2026, 9, 1))
    assert night(lund).cases == 1
    assert open_kinds(dead) == []


def test_many_cases_cost_no_more_queries_than_few(lund: Municipality) -> None:
    def cost() -> int:
        with CaptureQueriesContext(connection) as caught:
            night(lund)
        return len(caught)

    for _ in range(2):
        make.case(make.person(lund), received_on=date(2026, 9, 1))
    night(lund)
    few = cost()
    for _ in range(20):
        make.case(make.person(lund), received_on=date(2026, 9, 1))
    night(lund)
    assert cost() == few <= 30
    assert connections["default"].in_atomic_block


def test_progress_keeps_what_the_night_found(lund: Municipality) -> None:
    case = make.case(make.person(lund), received_on=date(2026, 9, 1))
    night(lund)
    case.refresh_from_db()
    step = progress.refresh(case)
    assert (step.key, open_kinds(case)) == ("preliminary", ["preliminary_over"])
