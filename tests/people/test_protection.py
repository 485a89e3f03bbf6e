"""What may be shown of a person whose address is protected."""

from dataclasses import dataclass

import pytest

from fellesplan.kernel.errors import InvalidInput
from fellesplan.kernel.text import Text, t
from fellesplan.people import protection
from fellesplan.people.concealing import GONE, concealed
from fellesplan.people.models import Municipality, Person, PersonState
from fellesplan.people.services import protecting
from tests import factories as make

pytestmark = pytest.mark.django_db(databases=["default", "audit"])


@dataclass(frozen=True)
class Line:
    """A line of a view."""

    text: str
    what: Text
    more: tuple[str, ...] = ()


@pytest.fixture
def hidden(lund: Municipality) -> Person:
    school = make.unit(lund, "school", name="Havlys barneskole")
    return make.person(
        lund, protection="confidential", address="Skjulveien 13", postal_code="4999",
        postal_place="Bortgjemt", phone="51223344", gp="Dr. Fjellro", daily_unit=school,
    )  # fmt: skip


def test_nothing_that_tells_the_place_is_shown(hidden: Person) -> None:
    shown = protection.contact(hidden)
    assert (shown.address, shown.phone, shown.daily, shown.gp, shown.hidden) == ((), "", "", "", True)
    assert "Skjulveien" not in str(shown)


@pytest.mark.parametrize(
    ("number", "shown"), [("40000117", True), ("+4790000117", True), ("51223344", False)]
)
def test_a_mobile_tells_no_place(hidden: Person, number: str, *, shown: bool) -> None:
    hidden.phone = number
    assert bool(protection.phone(hidden)) is shown


def test_a_unit_is_called_by_its_kind(hidden: Person) -> None:
    assert protection.unit_name(hidden, hidden.daily_unit) == "Skole"
    assert protection.unit_name(make.person(hidden.municipality), hidden.daily_unit) == "Havlys barneskole"
    assert protection.unit_name(hidden, None) == ""


def test_words_are_taken_out_of_whatever_is_shown(hidden: Person) -> None:
    line = Line("Møt på Havlys barneskole", t("{where} er stedet", where="Skjulveien 13"), ("Bortgjemt",))
    told = concealed(hidden, {"line": line, "rows": [hidden]})
    assert told["line"] == Line("Møt på Skole", t("{where} er stedet", where=GONE), (GONE,))
    assert told["rows"][0].address == GONE
    assert hidden.address == "Skjulveien 13"


def test_for_everybody_else_nothing_is_copied(lund: Municipality) -> None:
    line = Line("Havlys barneskole", t("Her"))
    assert concealed(make.person(lund), line) is line


def test_the_municipality_is_no_secret(hidden: Person) -> None:
    hidden.postal_place = "Lund"
    assert concealed(hidden, "Lund kommune") == "Lund kommune"


def test_protection_has_a_reason_and_is_written_down(lund: Municipality) -> None:
    clerk, person = make.actor(make.employee(lund, "caseworker")), make.person(lund)
    with pytest.raises(InvalidInput):
        protecting.protect(actor=clerk, person=person, level="strict", reason=" ")
    with pytest.raises(InvalidInput):
        protecting.protect(actor=clerk, person=person, level="secret", reason="x")
    for _twice in range(2):
        protecting.protect(actor=clerk, person=person, level="confidential", reason="Folkeregisteret")
    row = PersonState.objects.get(person=person)
    assert (row.event, row.state, row.note) == ("protected", "confidential", "Folkeregisteret")
