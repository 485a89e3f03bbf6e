"""Two rows that are the same human: nothing is lost when they become one, and all is put back when undone."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.apps import apps
from django.db.models import ForeignKey

from fellesplan.access.functions import visible
from fellesplan.access.models import Event
from fellesplan.cases.services import progress
from fellesplan.documents.models import Document, store
from fellesplan.kernel import clock
from fellesplan.kernel.errors import NotAllowed, Refused
from fellesplan.meetings.models import Invitation, Meeting, Task
from fellesplan.people.birth_numbers import synthetic_number
from fellesplan.people.merging.candidates import pairs
from fellesplan.people.merging.links import links
from fellesplan.people.merging.recorder import plain
from fellesplan.people.models import Municipality, Person, PersonMerge, PersonNumber, Representation
from fellesplan.people.services import find_by_number, merging, numbers
from tests import factories as make
from tests.access.world import ConsentState, build

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
BORN = date(1990, 3, 3)
HISTORY = {"people.PersonMerge", "people.MergedRow", "people.PersonState", "access.Event", "access.Link"}


def everything() -> dict[tuple[str, str], dict[str, Any]]:
    """Return every row of every table of the house, as plain values."""
    found = {}
    for model in apps.get_models():
        if not model.__module__.startswith("fellesplan.") or model._meta.label in HISTORY:
            continue
        for row in model._base_manager.all().values():
            found[(model._meta.label, str(row[model._meta.pk.attname]))] = {
                k: plain(v) for k, v in row.items()
            }
    return found


@pytest.fixture
def clerk(lund: Municipality) -> Any:
    return make.actor(make.employee(lund, "caseworker"))


def twin(of: Person, **values: Any) -> Person:
    values = {"born": of.birth_date, "given_name": of.given_name, "family_name": of.family_name} | values
    return make.person(of.municipality, **values)


def test_every_column_that_points_to_a_person_is_known() -> None:
    """Found from the models: a new one is taken along by itself, unless it is written once."""
    pointing = {
        (model._meta.label, field.name)
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if isinstance(field, ForeignKey) and field.related_model is Person
        and not getattr(model, "append_only", False)
    }  # fmt: skip
    known = {(link.model._meta.label, link.name) for link in links()}
    assert pointing - known == {
        ("people.PersonMerge", "loser"), ("people.PersonMerge", "survivor"),
        ("cases.Complaint", "complainant"),
    }  # fmt: skip


def test_a_whole_life_becomes_the_survivors_and_is_put_back_exactly(lund: Municipality, clerk: Any) -> None:
    loser = build(lund, ConsentState.LIVE).objects["people.Person"]
    assert isinstance(loser, Person)
    survivor = twin(loser)
    progress.refresh(loser.cases.get())
    before = everything()
    made = merging.merge(actor=clerk, survivor=survivor, loser=loser)
    for link in links():
        left = list(link.model._base_manager.filter(**{link.name: loser}))
        assert left == [], (link.model, link.name)
    assert everything() != before
    merging.undo(actor=clerk, merge=made)
    assert everything() == before


def test_what_is_written_once_is_read_for_the_survivor(lund: Municipality, clerk: Any) -> None:
    loser = make.person(lund)
    document = store(person=loser, kind="letter", title="Brev", media_type="application/pdf", data=b"%PDF-")
    Event.objects.create(municipality=lund, kind="read", action="x", subject=loser.pk, object_type="x")
    survivor = twin(loser, login=True)
    owner = make.actor(survivor)
    assert list(visible(owner, "document.read", Document)) == []
    made = merging.merge(actor=clerk, survivor=survivor, loser=loser)
    assert list(visible(owner, "document.read", Document)) == [document]
    assert visible(owner, "log.read", Event).filter(subject=loser.pk, action="x").exists()
    merging.undo(actor=clerk, merge=made)
    assert list(visible(owner, "document.read", Document)) == []


def test_two_open_cases_stand_in_the_way_and_say_what_to_do(lund: Municipality, clerk: Any) -> None:
    survivor, loser = make.person(lund), make.person(lund)
    make.case(survivor), make.case(loser)
    with pytest.raises(Refused, match="åpen sak"):
        merging.merge(actor=clerk, survivor=survivor, loser=loser)
    assert not PersonMerge.objects.exists()


def test_two_live_plans_and_two_coordinators_stand_in_the_way(lund: Municipality, clerk: Any) -> None:
    survivor, loser = make.person(lund), make.person(lund)
    make.plan(survivor), make.plan(loser)
    with pytest.raises(Refused, match="plan"):
        merging.merge(actor=clerk, survivor=survivor, loser=loser)
    one, other = make.person(lund), make.person(lund)
    closed = make.case(other, "closed")
    make.coordinator(one), make.coordinator(other, where=closed)
    with pytest.raises(Refused, match="koordinator"):
        merging.merge(actor=clerk, survivor=one, loser=other)


def test_a_closed_case_goes_along(lund: Municipality, clerk: Any) -> None:
    survivor, loser = make.person(lund), make.person(lund)
    make.case(survivor), make.case(loser, "closed")
    merging.merge(actor=clerk, survivor=survivor, loser=loser)
    assert survivor.cases.count() == 2


def _number(nth: int, *, d: bool = False) -> str:
    return synthetic_number(BORN, nth, d_number=d)


def test_a_d_number_and_a_birth_number_both_find_the_one(lund: Municipality, clerk: Any) -> None:
    survivor, loser = make.person(lund), make.person(lund)
    numbers.set_number(actor=clerk, person=survivor, number=_number(0, d=True))
    numbers.set_number(actor=clerk, person=loser, number=_number(0))
    made = merging.merge(actor=clerk, survivor=survivor, loser=loser)
    survivor.refresh_from_db()
    assert survivor.number_kind == "birth"
    assert {find_by_number(lund, _number(0)), find_by_number(lund, _number(0, d=True))} == {survivor}
    merging.undo(actor=clerk, merge=made)
    assert find_by_number(lund, _number(0)) == loser
    assert find_by_number(lund, _number(0, d=True)) == survivor
    assert not PersonNumber.objects.exists()


def test_two_birth_numbers_are_two_people(lund: Municipality, clerk: Any) -> None:
    survivor, loser = make.person(lund), make.person(lund)
    numbers.set_number(actor=clerk, person=survivor, number=_number(0))
    numbers.set_number(actor=clerk, person=loser, number=_number(1))
    with pytest.raises(Refused):
        merging.merge(actor=clerk, survivor=survivor, loser=loser)


def test_a_parent_kept_twice_acts_once(lund: Municipality, clerk: Any) -> None:
    child = make.person(lund, born=date(2019, 1, 1))
    one, other = make.parent_of(child), make.person(lund, given_name="Anne")
    Representation.objects.create(
        municipality=lund, person=child, representative=other, kind="parent", valid_from=date(2019, 1, 1)
    )
    before = everything()
    made = merging.merge(actor=clerk, survivor=one, loser=other)
    assert child.representations.filter(valid_to__isnull=True).count() == 1
    assert set(child.representations.values_list("representative", flat=True)) == {one.pk}
    merging.undo(actor=clerk, merge=made)
    assert everything() == before


def test_called_twice_to_one_meeting_stays_as_it_was(lund: Municipality, clerk: Any) -> None:
    survivor, loser = make.person(lund), make.person(lund)
    meeting = Meeting.objects.create(
        municipality=lund, person=survivor, kind="x", starts_at=clock.now(),
        ends_at=clock.now().replace(hour=23),
    )  # fmt: skip
    for who in (survivor, loser):
        Invitation.objects.create(municipality=lund, meeting=meeting, invited_person=who, purpose="x")
    Task.objects.create(municipality=lund, person=loser, title="x")
    merging.merge(actor=clerk, survivor=survivor, loser=loser)
    assert Task.objects.get().person == survivor
    assert meeting.invitations.filter(invited_person=loser).count() == 1


def test_what_is_missing_is_filled_and_the_stricter_protection_holds(lund: Municipality, clerk: Any) -> None:
    survivor = make.person(lund, phone="")
    loser = make.person(lund, phone="40000001", address="Veien 1", protection="confidential")
    merging.merge(actor=clerk, survivor=survivor, loser=loser)
    survivor.refresh_from_db()
    assert (survivor.phone, survivor.address, survivor.protection) == ("40000001", "Veien 1", "confidential")


def test_merging_twice_is_once_and_a_later_merge_is_undone_first(lund: Municipality, clerk: Any) -> None:
    a, b, c = make.person(lund), make.person(lund), make.person(lund)
    first = merging.merge(actor=clerk, survivor=b, loser=a)
    assert merging.merge(actor=clerk, survivor=b, loser=a) == first
    second = merging.merge(actor=clerk, survivor=c, loser=b)
    assert set(Person.objects.filter(merged_into=c)) == {a, b}
    with pytest.raises(Refused):
        merging.undo(actor=clerk, merge=first)
    merging.undo(actor=clerk, merge=second)
    merging.undo(actor=clerk, merge=first)
    assert not Person.objects.filter(merged_into__isnull=False).exists()


def test_only_the_office_merges(lund: Municipality) -> None:
    a, b = make.person(lund), make.person(lund)
    for role in ("office_leader", "unit_leader", "administrator", "provider"):
        with pytest.raises(NotAllowed):
            merging.merge(actor=make.actor(make.employee(lund, role)), survivor=a, loser=b)


def _named(lund: Municipality, given: str, family: str, **values: Any) -> Person:
    return make.person(lund, given_name=given, family_name=family, **values)


def _found(clerk: Any) -> Iterator[set[Person]]:
    return ({pair.first, pair.second} for pair in pairs(clerk))


def test_candidates_share_name_and_day_phone_or_expectation(lund: Municipality, clerk: Any) -> None:
    a, b = _named(lund, "Ola", "Nord"), _named(lund, "ola", "nord")
    _named(lund, "Ola", "Nord", born=date(2001, 1, 1))
    c = _named(lund, "Per", "Vik", born=None, phone="40 00 00 01")
    d = _named(lund, "Per", "Vik", phone="+47 40000001")
    e = _named(lund, "", "Øst", born=None, due_date=date(2026, 10, 1))
    f = _named(lund, "Liv", "Øst", born=date(2026, 9, 20))
    assert sorted(_found(clerk), key=str) == sorted([{a, b}, {c, d}, {e, f}], key=str)


def test_a_child_expected_is_not_one_born_long_before(lund: Municipality, clerk: Any) -> None:
    expected = make.person(lund, born=None, due_date=date(2026, 12, 1))
    with pytest.raises(Refused, match="ikke født ennå"):
        merging.merge(actor=clerk, survivor=make.person(lund), loser=expected)
    merging.merge(actor=clerk, survivor=make.person(lund, born=date(2026, 11, 20)), loser=expected)
