"""How to reach the person is for those it is shared with; a protected address is for nobody."""

import pytest

from fellesplan.people.models import Municipality, Person
from fellesplan.plans.contact import contact_of
from tests import factories as make

pytestmark = pytest.mark.django_db(databases=["default", "audit"])


def test_contact_data_need_their_own_area(lund: Municipality) -> None:
    person = make.person(lund, phone="51234567", address="Veien 1", postal_code="4460", postal_place="Moi")
    plan, school = make.plan(person), make.unit(lund)
    teacher = make.employee(lund, at=school)
    make.participant(plan, teacher)
    make.share(person, school, "leisure")
    assert contact_of(make.actor(teacher), person.pk) is None
    make.share(person, school, "contact")
    assert contact_of(make.actor(teacher), person.pk) == ("51234567", "", "Veien 1, 4460 Moi")
    Person.objects.filter(pk=person.pk).update(protection="confidential")
    found = contact_of(make.actor(teacher), person.pk)
    assert found is not None
    assert found.address == ""
