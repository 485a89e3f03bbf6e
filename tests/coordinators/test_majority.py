"""A barnekoordinator is for a child: the task ends at 18 by itself (hol § 7-2 a tredje ledd)."""

from datetime import date

import pytest

from fellesplan.access.functions import can
from fellesplan.coordinators import queries
from fellesplan.coordinators.models import Appointment
from fellesplan.coordinators.services.appointments import appoint
from fellesplan.kernel import clock
from fellesplan.kernel.errors import InvalidInput
from fellesplan.people.models import Municipality
from tests import factories as make
from tests.coordinators.world import granted, world

pytestmark = pytest.mark.django_db(databases=["default", "audit"])


@pytest.mark.parametrize(
    ("born", "kind", "sees"),
    [
        (date(2008, 11, 25), "child_coordinator", True),
        (date(2008, 11, 24), "child_coordinator", False),
        (date(2008, 11, 24), "coordinator", True),
        (None, "child_coordinator", True),
    ],
)
def test_a_child_coordinator_leads_until_the_eighteenth_birthday(
    lund: Municipality, born: date | None, kind: str, sees: bool
) -> None:
    youth = make.person(lund, born=born)
    who = make.coordinator(youth)
    Appointment.objects.filter(person=youth).update(kind=kind)
    assert can(make.actor(who), "plan.lead", make.plan(youth)) is sees
    assert queries.workload(who, clock.today()) == int(sees)


def test_nobody_is_appointed_from_the_eighteenth_birthday(lund: Municipality) -> None:
    w = world(lund, born=date(2008, 11, 30))
    granted(w.case, "child_coordinator")
    make.consent(w.person, "child_coordinator")
    row = w.name(w.ask(kind="child_coordinator"))
    with pytest.raises(InvalidInput) as error:
        appoint(actor=w.office, nomination=row, valid_from=date(2026, 11, 30))
    assert list(error.value.fields) == ["valid_from"]
    assert appoint(actor=w.office, nomination=row, valid_from=date(2026, 11, 29)).employee == w.named
