"""The annual report from known data, number by number."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from fellesplan.cases.models import CaseState, Referral
from fellesplan.consent.models import Consent
from fellesplan.coordinators.models import Appointment, CoordinatorProfile
from fellesplan.kernel.errors import NotFound
from fellesplan.meetings.models import Meeting
from fellesplan.people.models import Employee, Municipality, Person
from fellesplan.procedures.loader import load
from fellesplan.reporting import queries, table
from fellesplan.reporting.figures import Report
from tests import factories as make
from tests.coordinators.test_appointments import follow
from tests.coordinators.world import granted
from tests.fixtures import NOW

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
TODAY = NOW.date()


def report(where: Municipality, year: int = 2026) -> Report:
    actor = make.actor(make.employee(where, "office_leader"))
    return queries.report(actor, load("lund", TODAY), year, TODAY)


def numbers(counts: Any) -> dict[str, int]:
    return {count.code: count.number for count in counts if count.number}


def referral(of: Person, *wants: str, at: datetime = NOW) -> Person:
    case = of.cases.first() or make.case(of, "assessment")
    Referral.objects.create(
        municipality=of.municipality, case=case, reference=f"R{Referral.objects.count()}", received_at=at,
        channel="web", reporter="self", reporter_name="x", wants=list(wants), need="x", consent_obtained="no",
    )  # fmt: skip
    return of


def meeting(of: Person, by: Employee | None, kind: str = "ansvarsgruppemote", **values: Any) -> None:
    starts = values.pop("starts_at", NOW)
    Meeting.objects.create(
        municipality=of.municipality, person=of, kind=kind, starts_at=starts,
        ends_at=starts.replace(hour=10), called_by=by, **({"state": "held"} | values),
    )  # fmt: skip


def test_an_empty_municipality_has_an_empty_report(lund: Municipality) -> None:
    found = report(lund)
    assert (found.referrals, found.meetings, found.load.coordinators) == (0, 0, 0)
    assert numbers(found.cases) == {}
    assert [count.code for count in found.plans] == ["1", "2", "3", "4", "9"]


def test_cases_stand_where_they_stood(lund: Municipality) -> None:
    for state in ("received", "assessment", "assessment", "active"):
        make.case(make.person(lund), state)
    make.case(make.person(lund), "closed", closed_at=NOW)
    make.case(make.person(lund), "closed", closed_at=datetime(2025, 5, 5, tzinfo=UTC))
    assert numbers(report(lund).cases) == {"received": 1, "assessment": 2, "active": 1, "closed": 1}


def test_an_earlier_year_shows_its_last_day(lund: Municipality) -> None:
    case = make.case(make.person(lund), "active")
    type(case).objects.update(opened_at=datetime(2025, 11, 3, tzinfo=UTC), received_on=date(2025, 11, 3))
    for event, state, at in (
        ("registered", "received", datetime(2025, 11, 3, tzinfo=UTC)),
        ("consent_obtained", "assessment", datetime(2025, 12, 31, 22, 59, tzinfo=UTC)),
        ("decided", "decided", datetime(2025, 12, 31, 23, 0, tzinfo=UTC)),
    ):
        CaseState.objects.create(municipality=lund, case=case, event=event, state=state, at=at)
    assert numbers(report(lund, 2025).cases) == {"assessment": 1}
    assert report(lund, 2025).on == date(2025, 12, 31)
    actor = make.actor(make.employee(lund, "office_leader"))
    assert queries.years(actor, TODAY) == (2026, 2025)


def test_referrals_of_the_year_are_counted(lund: Municipality) -> None:
    person = referral(make.person(lund), "plan")
    referral(person, "plan", at=datetime(2025, 12, 31, 22, 59, tzinfo=UTC))
    referral(person, "plan", at=datetime(2025, 12, 31, 23, 1, tzinfo=UTC))
    assert report(lund).referrals == 2


def test_plans_by_volven_9336(lund: Municipality) -> None:
    people = {code: make.person(lund) for code in ("1", "1b", "2", "2b", "3", "3b", "4", "9", "ended")}
    for person in people.values():
        make.case(person, "active")
    make.plan(people["1"], state="approved")
    make.plan(people["1b"], state="draft", approved_at=NOW)
    make.plan(people["2"], state="draft")
    granted(people["2b"].cases.get(), "plan")
    make.consent(people["3"], Consent.Purpose.PLAN, answer="refused")
    referral(people["3"], "plan")
    make.plan(people["3b"], tool="service_overview")
    granted(people["4"].cases.get(), "plan", "refused")
    make.plan(people["ended"], state="ended", approved_at=NOW)
    granted(people["ended"].cases.get(), "plan")
    make.case(make.person(lund), "closed", closed_at=NOW)
    assert numbers(report(lund).plans) == {"1": 2, "2": 3, "3": 2, "4": 1, "9": 1}


def test_a_later_yes_replaces_a_no(lund: Municipality) -> None:
    person = referral(make.person(lund), "plan")
    make.consent(person, Consent.Purpose.PLAN, answer="refused")
    make.consent(person, Consent.Purpose.PLAN)
    assert numbers(report(lund).plans) == {"2": 1}


def test_decisions_by_right_and_outcome(lund: Municipality) -> None:
    case = make.case(make.person(lund))
    granted(case, "plan", "partly")
    granted(case, "coordinator")
    granted(make.case(make.person(lund)), "coordinator", "dismissed")
    found = {each.right: each for each in report(lund).decisions}
    assert (found["plan"].partly, found["plan"].number) == (1, 1)
    assert (found["coordinator"].granted, found["coordinator"].other) == (1, 1)
    assert found["child_coordinator"].number == 0


def test_load_of_coordinators(lund: Municipality) -> None:
    busy, calm = (make.employee(lund, at=make.unit(lund)) for _ in range(2))
    follow(busy, 6)
    follow(calm, 1)
    child = make.person(lund)
    Appointment.objects.create(
        municipality=lund, person=child, case=make.case(child, "active"), kind="child_coordinator",
        employee=calm, unit=calm.assignments.get().unit, valid_from=TODAY,
    )  # fmt: skip
    load_ = report(lund).load
    assert (load_.coordinators, load_.persons, load_.children) == (2, 8, 1)
    assert dict(load_.loads) == {1: 0, 2: 1, 3: 0, 4: 0, 5: 0, 6: 1}
    assert load_.above(5) == 1
    assert load_.above(None) == 0
    assert report(lund, 2025).load.coordinators == 0


def test_meetings_by_type_and_unit(lund: Municipality) -> None:
    unit = make.unit(lund, name="Storgata skole")
    who = make.employee(lund, at=unit)
    CoordinatorProfile.objects.create(municipality=lund, employee=who, unit=unit)
    person = make.person(lund)
    meeting(person, who)
    meeting(person, who)
    meeting(person, None, "annet")
    meeting(person, who, state="planned")
    meeting(person, who, starts_at=datetime(2025, 5, 5, 8, tzinfo=UTC))
    found = report(lund)
    assert found.meetings == 3
    assert [(str(c.label), c.number) for c in found.meetings_by_kind] == [
        ("Ansvarsgruppemøte", 2), ("annet", 1),
    ]  # fmt: skip
    assert [(str(c.label), c.number) for c in found.meetings_by_unit] == [
        ("Storgata skole", 2), ("Uten virksomhet i registeret", 1),
    ]  # fmt: skip


def test_the_number_of_queries_does_not_grow(lund: Municipality) -> None:
    def count() -> int:
        actor = make.actor(make.employee(lund, "office_leader"))
        with CaptureQueriesContext(connection) as found:
            queries.report(actor, load("lund", TODAY), 2026, TODAY)
        return len(found)

    before = count()
    for _ in range(5):
        person = make.person(lund)
        follow(make.employee(lund, at=make.unit(lund)), 2)
        make.plan(person)
        meeting(person, None)
    assert count() == before <= 10


@pytest.mark.parametrize("role", ["unit_leader", "provider", "administrator"])
def test_others_get_no_figures(lund: Municipality, role: str) -> None:
    with pytest.raises(NotFound):
        queries.report(make.actor(make.employee(lund, role)), load("lund", TODAY), 2026, TODAY)


def test_csv_has_a_row_per_number_and_runs_nothing(lund: Municipality) -> None:
    unit = make.unit(lund, name="=SUM(A1)")
    who = make.employee(lund, at=unit)
    CoordinatorProfile.objects.create(municipality=lund, employee=who, unit=unit)
    meeting(make.person(lund), who)
    lines = table.as_csv(report(lund), str).splitlines()
    assert lines[0] == "Del;Hva;Kode;Antall"
    assert "Individuell plan (Volven 9336);Ja, har virksom plan;1;0" in lines
    assert "Møter etter virksomhet;'=SUM(A1);;1" in lines
