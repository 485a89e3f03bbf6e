"""Copies of the decision: who gets a letter of their own, who does not, and that each reads only theirs."""

from datetime import date

import pytest

from fellesplan.access.functions import can, visible
from fellesplan.cases import deciding
from fellesplan.cases.models import Letter
from fellesplan.cases.services import decisions
from fellesplan.documents.models import Document
from fellesplan.kernel.text import Text
from fellesplan.people.models import Municipality, Person, Representation
from tests import factories as make
from tests.cases.world import World, world
from tests.documents.reading import faults

pytestmark = pytest.mark.django_db(databases=["default", "audit"])


def aged(where: Municipality, years: int, **values: str) -> World:
    here = world(where, wants=("plan",))
    here.child.birth_date = date(2026 - years, 5, 14)
    here.child.save()
    here.ready("plan", "granted", **values)
    return here


def represent(here: World, kind: str, name: str, **values: object) -> Person:
    other = make.person(here.child.municipality, given_name=name, family_name="Vik")
    Representation.objects.create(
        municipality=here.child.municipality, person=here.child, representative=other, kind=kind,
        valid_from=date(2026, 1, 1), **values,
    )  # fmt: skip
    return other


def sent(here: World) -> tuple[Letter, list[str]]:
    letter = decisions.issue(actor=here.caseworker, case=here.case)
    return letter, [copy.recipient_name for copy in letter.copies.order_by("at", "id")]


@pytest.mark.parametrize(
    ("years", "basis", "first", "copies"),
    [
        (7, "pbrl_2_5", "parent", []),
        (13, "pbrl_2_5", "parent", ["Jonas Fjellbekk"]),
        (13, "sotjl_28", "parent", []),
        (15, "sotjl_28", "parent", ["Jonas Fjellbekk"]),
        (16, "pbrl_2_5", "child", []),
        (16, "sotjl_28", "child", ["parent"]),
        (18, "pbrl_2_5", "child", []),
    ],
)
def test_age_and_basis_decide(
    lund: Municipality, years: int, basis: str, first: str, copies: list[str]
) -> None:
    here = aged(lund, years, legal_basis=basis)
    letter, got = sent(here)
    names = {"parent": here.parent.full_name, "child": here.child.full_name}
    assert (letter.recipient_name, got) == (names[first], [names.get(name, name) for name in copies])


def test_a_copy_is_a_letter_of_its_own(lund: Municipality) -> None:
    here = aged(lund, 13)
    letter, _ = sent(here)
    copy = letter.copies.get()
    entry = here.case.journal.get(document=copy.document)
    assert (copy.recipient, copy.kind, copy.case) == (here.child, "decision", here.case)
    assert copy.why.endswith("(pbrl §§ 3-4 første ledd og 6-5)")
    assert (entry.direction, entry.counterpart) == ("out", "Jonas Fjellbekk")
    assert entry.public_title == "Kopi av vedtak om koordinerte tjenester"
    assert copy.content["title"] == "Du får individuell plan"
    assert letter.content["title"] == "Jonas får individuell plan"
    assert faults(bytes(copy.document.content.data)) == []


def test_issuing_twice_sends_no_second_copy(lund: Municipality) -> None:
    here = aged(lund, 13)
    assert sent(here) == sent(here)
    assert Letter.objects.count() == 2


def test_each_reads_only_their_own(lund: Municipality) -> None:
    here = aged(lund, 13)
    letter, _ = sent(here)
    copy = letter.copies.get()
    for one in (here.child, here.parent):
        one.account = make.account()
        one.save()
    child, parent = make.actor(here.child), make.actor(here.parent)
    assert can(child, "letter.read", copy)
    assert not can(parent, "letter.read", copy)
    assert can(parent, "letter.read", letter)
    assert set(visible(parent, "document.read", Document)) == {letter.document}
    assert copy.document in visible(child, "document.read", Document)
    assert can(here.caseworker, "letter.read", copy)


def test_care_taken_over_leaves_the_parents_out(lund: Municipality) -> None:
    here = aged(lund, 7)
    welfare = represent(here, "child_welfare", "Barnevernet", care="care_order_5_1")
    home = represent(here, "foster_parent", "Fosterhjem")
    letter, copies = sent(here)
    assert letter.recipient_name == ", ".join((welfare.full_name, home.full_name))
    assert here.parent.full_name not in copies


def test_a_guardian_and_a_proxy_get_copies(lund: Municipality) -> None:
    here = aged(lund, 30)
    represent(here, "guardian", "Verge", matters=["personal"])
    represent(here, "guardian", "Pengeverge", matters=["economy"])
    represent(here, "proxy", "Fullmektig")
    letter, copies = sent(here)
    assert letter.recipient_name == "Jonas Fjellbekk"
    assert copies == ["Verge Vik", "Fullmektig Vik"]


def test_parents_of_a_youth_are_not_sent_everything(lund: Municipality) -> None:
    here = aged(lund, 16)
    found = deciding.view(here.case, here.caseworker)
    assert [one.name for one in found.withheld] == [here.parent.full_name]
    assert str(found.withheld[0].said).startswith("Bare det som er nødvendig")
    assert found.copies == ()


def test_a_child_that_wants_secrecy_gets_the_letter_alone(lund: Municipality) -> None:
    from fellesplan.consent.models import Withholding

    here = aged(lund, 13)
    Withholding.objects.create(
        municipality=lund,
        person=here.child,
        area="all",
        basis="own_wish",
        valid_from=date(2026, 11, 1),
        valid_to=date(2027, 11, 1),
    )
    letter, copies = sent(here)
    assert (letter.recipient_name, copies) == ("Jonas Fjellbekk", [])


def test_two_bases_in_one_letter_give_only_what_both_allow(lund: Municipality) -> None:
    here = aged(lund, 13)
    here.decide("plan", "granted", legal_basis="sotjl_28")
    here.decide("coordinator", "granted")
    found = deciding.view(here.case, here.caseworker)
    assert [one.name for one in found.withheld] == ["Jonas Fjellbekk"]


def test_missing_child_welfare_is_said(lund: Municipality) -> None:
    here = aged(lund, 7)
    represent(here, "child_welfare", "Barnevernet", care="no_move_4_3")
    found = deciding.view(here.case, here.caseworker)
    unknown = [one for one in found.withheld if one.person is None]
    assert all(isinstance(one.name, Text) for one in unknown)
    assert "Legg til hvem det er" in str(unknown[0].said)
