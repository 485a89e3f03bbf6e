"""A new municipality runs on the law's own minimum, with an administrator who can add the rest."""

from dataclasses import replace

import pytest

from fellesplan.access import tenancy
from fellesplan.access.actor import Role
from fellesplan.people import queries
from fellesplan.people.founding import Founding, found
from fellesplan.people.models import Account, Municipality, Unit

pytestmark = pytest.mark.django_db(databases=["default", "audit"])

NEW = Founding(
    slug="hamar", name="Hamar", number="3403", profile="nasjonal", language="nb", phone="", address="",
    administrator="Kari Prøve", subject="test:hamar",
)  # fmt: skip


def test_the_administrator_can_log_in_and_has_an_office() -> None:
    municipality = found(NEW)
    tenancy.use(municipality.id)
    actor = queries.actor_for(Account.objects.get(subject="test:hamar"), municipality.id)
    assert Role.ADMINISTRATOR in actor.roles
    assert Unit.objects.get().kind == Unit.Kind.OFFICE


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"slug": "demo"}, "cannot be part of an address"),
        ({"slug": "å b"}, "cannot be part of an address"),
        ({"number": "12"}, "four digits"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(change: dict[str, str], sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        found(replace(NEW, **change))
    assert not Municipality.objects.exists()


def test_the_same_municipality_is_not_added_twice() -> None:
    found(NEW)
    with pytest.raises(ValueError, match="already"):
        found(NEW)
    assert Municipality.objects.count() == 1
