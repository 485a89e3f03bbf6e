"""Whom the unit has named is appointed, once, with a letter; the number of persons is advice only."""

from datetime import date, timedelta

import pytest

from fellesplan.access.functions import can
from fellesplan.cases.models import Case, JournalEntry, Letter
from fellesplan.consent.models import Consent
from fellesplan.coordinators import queries
from fellesplan.coordinators.models import Appointment, CoordinatorProfile, Nomination
from fellesplan.coordinators.services import nominations
from fellesplan.coordinators.services.appointments import appoint
from fellesplan.kernel import clock
from fellesplan.kernel.errors import InvalidInput, NotAllowed, Refused
from fellesplan.people.models import Assignment, Employee, Municipality
from fellesplan.procedures.loader import load
from tests import factories as make
from tests.coordinators.world import World, granted, world
from tests.fixtures import NOW

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
TODAY = NOW.date()


def named(w: World) -> Nomination:
    return w.name(w.ask())


def follow(who: Employee, number: int) -> None:
    """Let somebody follow a number of persons."""
    for _ in range(number):
        person = make.person(who.municipality)
        Appointment.objects.create(
            municipality=who.municipality, person=person, case=make.case(person, "active"),
            kind="coordinator", employee=who, unit=who.assignments.get().unit, valid_from=TODAY,
        )  # fmt: skip


def test_appointed_coordinator_reaches_the_person_and_the_person_is_told(lund: Municipality) -> None:
    w = world(lund)
    row = appoint(actor=w.office, nomination=named(w), valid_from=TODAY)
    assert (row.person, row.employee, row.unit, row.informed_at) == (w.person, w.named, w.unit, clock.now())
    assert can(make.actor(w.named), "person.read", w.person)
    letter = Letter.objects.get(case=w.case, kind="appointment")
    assert "Marit Skogmo" in str(letter.content)
    assert JournalEntry.objects.filter(case=w.case, direction="out", document=letter.document).exists()
    case = Case.objects.get(pk=w.case.pk)
    assert case.state == "active"
    assert case.next_step not in {"appoint", "nominate", "nominate_ask"}


def test_who_is_appointed_comes_into_the_register(lund: Municipality) -> None:
    w = world(lund)
    appoint(actor=w.office, nomination=named(w), valid_from=TODAY)
    assert CoordinatorProfile.objects.get().employee == w.named


def test_twice_is_once(lund: Municipality) -> None:
    w = world(lund)
    row = named(w)
    assert appoint(actor=w.office, nomination=row, valid_from=TODAY) == appoint(
        actor=w.office, nomination=row, valid_from=TODAY
    )
    assert Letter.objects.filter(kind="appointment").count() == 1


def test_nobody_is_appointed_before_the_unit_has_named_somebody(lund: Municipality) -> None:
    w = world(lund)
    with pytest.raises(Refused) as error:
        appoint(actor=w.office, nomination=w.ask(), valid_from=TODAY)
    assert str(error.value.text) == "Hjemmetjenesten har ikke foreslått noen ennå."


def test_withdrawn_consent_stops_the_appointment(lund: Municipality) -> None:
    w = world(lund, family_name="Prøve")
    row = named(w)
    Consent.objects.update(withdrawn_at=clock.now())
    with pytest.raises(Refused, match=r"mangler\. Mina Prøve kan gi det\."):
        appoint(actor=w.office, nomination=row, valid_from=TODAY)
    assert not Appointment.objects.exists()


def test_one_who_has_left_is_not_appointed(lund: Municipality) -> None:
    w = world(lund)
    row = named(w)
    Assignment.objects.filter(employee=w.named).update(valid_to=TODAY - timedelta(days=1))
    with pytest.raises(Refused, match="Marit Skogmo arbeider ikke lenger i Hjemmetjenesten"):
        appoint(actor=w.office, nomination=row, valid_from=TODAY)


def test_a_day_that_has_been_is_refused(lund: Municipality) -> None:
    w = world(lund)
    with pytest.raises(InvalidInput) as error:
        appoint(actor=w.office, nomination=named(w), valid_from=date(2026, 11, 23))
    assert list(error.value.fields) == ["valid_from"]


@pytest.mark.parametrize("role", ["office_leader", "unit_leader", "provider", "administrator"])
def test_others_may_not_appoint(lund: Municipality, role: str) -> None:
    w = world(lund)
    row = named(w)
    with pytest.raises(NotAllowed):
        appoint(actor=make.actor(make.employee(lund, role)), nomination=row, valid_from=TODAY)


def test_a_new_coordinator_takes_over_with_overlap(lund: Municipality) -> None:
    w = world(lund)
    first = appoint(actor=w.office, nomination=named(w), valid_from=TODAY)
    other = make.employee(lund, at=w.unit, name="Ove Tangen")
    start, end = TODAY + timedelta(days=7), TODAY + timedelta(days=21)
    row = w.name(w.ask(), other)
    second = appoint(actor=w.office, nomination=row, valid_from=start, overlap_until=end)
    first.refresh_from_db()
    assert (first.valid_to, second.valid_to) == (end, None)
    letter = Letter.objects.filter(kind="appointment").order_by("-id").first()
    assert letter is not None
    assert "Marit Skogmo" in str(letter.content)


def test_without_overlap_the_earlier_ends_the_day_before(lund: Municipality) -> None:
    w = world(lund)
    first = appoint(actor=w.office, nomination=named(w), valid_from=TODAY)
    row = w.name(w.ask(), make.employee(lund, at=w.unit))
    appoint(actor=w.office, nomination=row, valid_from=TODAY + timedelta(days=7))
    first.refresh_from_db()
    assert first.valid_to == TODAY + timedelta(days=6)


def test_one_of_each_kind_may_live_together(lund: Municipality) -> None:
    w = world(lund, born=date(2012, 5, 14))
    granted(w.case, "child_coordinator")
    make.consent(w.person, "child_coordinator")
    appoint(actor=w.office, nomination=named(w), valid_from=TODAY)
    row = w.name(w.ask(kind="child_coordinator"))
    appoint(actor=w.office, nomination=row, valid_from=TODAY)
    assert Appointment.objects.filter(person=w.person, valid_to__isnull=True).count() == 2
    assert queries.workload(w.named, TODAY) == 1


def test_two_questions_at_once_are_appointed_one_after_the_other(lund: Municipality) -> None:
    w = world(lund, born=date(2012, 5, 14))
    granted(w.case, "child_coordinator")
    make.consent(w.person, "child_coordinator")
    rows = [w.name(w.ask(kind=kind)) for kind in ("coordinator", "child_coordinator")]
    for row in rows:
        appoint(actor=w.office, nomination=row, valid_from=TODAY)
    assert Case.objects.get(pk=w.case.pk).state == "active"


def test_the_sixth_person_gives_a_warning_and_no_stop(lund: Municipality) -> None:
    w = world(lund)
    procedure = load("lund", TODAY)
    follow(w.named, 4)
    assert queries.load_warning(w.named, procedure, TODAY) is None
    follow(w.named, 1)
    warning = queries.load_warning(w.named, procedure, TODAY)
    assert str(warning) == "Da følger koordinatoren 6 personer. Kommunen anbefaler høyst 5."
    appoint(actor=w.office, nomination=named(w), valid_from=TODAY)
    assert queries.workload(w.named, TODAY) == 6


def test_a_municipality_without_a_recommended_number_warns_nobody(lund: Municipality) -> None:
    w = world(lund)
    follow(w.named, 12)
    assert queries.load_warning(w.named, load("molde", TODAY), TODAY) is None


def test_a_no_from_one_unit_leaves_room_for_another(lund: Municipality) -> None:
    w = world(lund)
    nominations.answer(actor=w.lead, nomination=w.ask(), employee=None, note="Alle er fulle.")
    other = make.unit(lund, name="Skolen")
    make.employee(lund, "unit_leader", at=other)
    assert w.ask(unit=other).state == "asked"
