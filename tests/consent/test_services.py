"""Consent is registered, given and withdrawn; what it opened closes at once."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from fellesplan.access.functions import can
from fellesplan.consent import queries, services
from fellesplan.consent.models import Consent, ConsentGrant
from fellesplan.consent.services import ConsentData, Share
from fellesplan.consent.status import ConsentStatus
from fellesplan.documents.uploads import Upload
from fellesplan.kernel.errors import InvalidInput, NotAllowed, Refused
from fellesplan.people.models import Municipality, Person, Representation
from tests import factories as make
from tests.fixtures import NOW

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
TODAY = NOW.date()


def answer(person: Person, **values: Any) -> ConsentData:
    values.setdefault("purposes", ("coordinator",))
    values.setdefault("answer", "given")
    values.setdefault("form", "written")
    values.setdefault("capacity", Consent.Capacity.SELF)
    values.setdefault("given_by_name", person.full_name)
    values.setdefault("given_on", TODAY)
    return ConsentData(**values)


@pytest.fixture
def clerk(lund: Municipality) -> Any:
    return make.actor(make.employee(lund, "caseworker"))


def test_register_keeps_one_row_per_purpose_with_its_evidence(lund: Municipality, clerk: Any) -> None:
    person = make.person(lund)
    paper = Upload("samtykke.pdf", "application/pdf", b"%PDF-1.7", "consent")
    rows = services.register(
        actor=clerk, person=person, data=answer(person, purposes=("plan", "coordinator")), evidence=paper
    )
    assert [row.purpose for row in rows] == ["plan", "coordinator"]
    assert rows[0].evidence is not None
    assert rows[0].evidence == rows[1].evidence
    assert queries.status_for(person, "plan", TODAY) is ConsentStatus.WRITTEN


def test_the_same_answer_sent_twice_is_kept_once(lund: Municipality, clerk: Any) -> None:
    person, school = make.person(lund), make.unit(lund)
    data = answer(person, purposes=("sharing",), shares=(Share(unit=school, areas=("daytime",)),))
    first = services.register(actor=clerk, person=person, data=data)
    assert services.register(actor=clerk, person=person, data=data) == first
    assert ConsentGrant.objects.count() == 1


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"purposes": ()}, "purposes"),
        ({"purposes": ("sharing",)}, "shares"),
        ({"given_on": date(2026, 11, 25)}, "given_on"),
        ({"valid_to": date(2026, 11, 23)}, "valid_to"),
        ({"given_by_name": " "}, "given_by_name"),
    ],
)
def test_register_says_what_is_wrong(
    lund: Municipality, clerk: Any, values: dict[str, Any], field: str
) -> None:
    person = make.person(lund)
    with pytest.raises(InvalidInput) as error:
        services.register(actor=clerk, person=person, data=answer(person, **values))
    assert list(error.value.fields) == [field]


def test_child_of_seven_must_be_heard_when_others_say_yes(lund: Municipality, clerk: Any) -> None:
    child = make.person(lund, born=date(2019, 5, 14))
    data = answer(child, capacity=Consent.Capacity.BOTH_PARENTS, given_by_name="Mona og Even")
    with pytest.raises(InvalidInput) as error:
        services.register(actor=clerk, person=child, data=data)
    assert list(error.value.fields) == ["child_heard"]


def test_parents_consent_ends_the_day_before_the_youth_decides(lund: Municipality, clerk: Any) -> None:
    child = make.person(lund, born=date(2011, 3, 12))
    data = answer(
        child, capacity=Consent.Capacity.ONE_PARENT, given_by_name="Mona", child_heard="Vil gjerne."
    )
    row = services.register(actor=clerk, person=child, data=data)[0]
    assert row.valid_to == date(2027, 3, 11)
    assert queries.status_for(child, "coordinator", date(2027, 3, 11)) is ConsentStatus.WRITTEN
    assert queries.status_for(child, "coordinator", date(2027, 3, 12)) is ConsentStatus.TO_RENEW


def test_parents_cannot_answer_for_a_youth_of_sixteen(lund: Municipality, clerk: Any) -> None:
    youth = make.person(lund, born=date(2010, 11, 24))
    data = answer(youth, capacity=Consent.Capacity.ONE_PARENT, given_by_name="Mona")
    with pytest.raises(Refused):
        services.register(actor=clerk, person=youth, data=data)


def test_one_of_two_parents_is_not_enough(lund: Municipality, clerk: Any) -> None:
    child = make.person(lund, born=date(2022, 5, 14))
    one, two = make.parent_of(child), make.parent_of(child)
    Representation.objects.filter(person=child).update(shared=True)
    for parent, status in ((one, ConsentStatus.NOT_OBTAINED), (two, ConsentStatus.DIGITAL)):
        services.give_digitally(actor=make.actor(parent), person=child, data=answer(child))
        assert queries.status_for(child, "coordinator", TODAY) is status


def test_withdrawal_by_one_of_two_parents_closes_what_both_opened(lund: Municipality) -> None:
    child = make.person(lund, born=date(2022, 5, 14))
    school = make.unit(lund)
    parents = [make.parent_of(child), make.parent_of(child)]
    Representation.objects.filter(person=child).update(shared=True)
    data = answer(child, purposes=("sharing",), shares=(Share(unit=school, areas=("daytime",)),))
    given = [
        services.give_digitally(actor=make.actor(parent), person=child, data=data)[0] for parent in parents
    ]
    services.withdraw(actor=make.actor(parents[0]), consent=given[0])
    assert not queries.shares_for(child, TODAY)
    assert queries.status_for(child, "sharing", TODAY) is ConsentStatus.WITHDRAWN


def test_giver_name_and_capacity_come_from_the_login(lund: Municipality) -> None:
    person = make.person(lund, login=True)
    data = answer(person, form="oral", capacity=Consent.Capacity.GUARDIAN, given_by_name="En annen")
    row = services.give_digitally(actor=make.actor(person), person=person, data=data)[0]
    assert (row.form, row.capacity, row.given_by_name) == ("digital", "1", person.full_name)


def test_a_proxy_cannot_consent(lund: Municipality) -> None:
    person, friend = make.person(lund), make.person(lund, login=True)
    Representation.objects.create(
        municipality=lund, person=person, representative=friend, kind="proxy", valid_from=TODAY
    )
    with pytest.raises(Refused):
        services.give_digitally(actor=make.actor(friend), person=person, data=answer(person))


def test_strangers_and_unit_leaders_may_not_register(lund: Municipality) -> None:
    person = make.person(lund)
    for role in ("unit_leader", "office_leader", "provider"):
        with pytest.raises(NotAllowed):
            services.register(actor=make.actor(make.employee(lund, role)), person=person, data=answer(person))


def test_withdrawn_sharing_bites_at_once_and_withdrawing_again_changes_nothing(lund: Municipality) -> None:
    owner = make.person(lund, login=True)
    plan, teacher = make.plan(owner), make.employee(lund, at=make.unit(lund))
    make.participant(plan, teacher)
    consent = make.share(owner, teacher.assignments.get().unit)
    reader = make.actor(teacher)
    assert can(reader, "plan.read", plan)
    services.withdraw(actor=make.actor(owner), consent=consent)
    assert not can(reader, "plan.read", plan)
    again = services.withdraw(actor=make.actor(owner), consent=consent)
    assert again.withdrawn_by_name == owner.full_name


def test_withdraw_share_closes_one_recipient_only(lund: Municipality) -> None:
    owner, school, nav = make.person(lund, login=True), make.unit(lund), make.unit(lund, "nav")
    make.share(owner, school, "daytime", "health")
    make.share(owner, nav, "economy")
    actor = make.actor(owner)
    assert services.withdraw_share(actor=actor, person=owner, unit=school, areas=("health",)) == 1
    assert {share.name: share.areas for share in queries.shares_for(owner, TODAY)} == {
        school.name: ("daytime",),
        nav.name: ("economy",),
    }
    assert services.withdraw_share(actor=actor, person=owner, unit=school) == 1
    assert [share.name for share in queries.shares_for(owner, TODAY)] == [nav.name]


def test_a_new_scope_replaces_what_the_recipient_had(lund: Municipality, clerk: Any) -> None:
    person, school = make.person(lund), make.unit(lund)
    for areas in (("daytime", "health"), ("leisure",)):
        services.register(
            actor=clerk, person=person,
            data=answer(person, purposes=("sharing",), shares=(Share(unit=school, areas=areas),)),
        )  # fmt: skip
    assert queries.shares_for(person, TODAY)[0].areas == ("leisure",)


def test_a_no_takes_back_an_earlier_yes(lund: Municipality, clerk: Any) -> None:
    person = make.person(lund)
    services.register(actor=clerk, person=person, data=answer(person))
    services.register(actor=clerk, person=person, data=answer(person, answer="refused"))
    assert queries.status_for(person, "coordinator", TODAY) is ConsentStatus.REFUSED
    assert not queries.live_rows(person, TODAY).exists()


def test_givers_are_named(lund: Municipality) -> None:
    child = make.person(lund, born=date(2022, 5, 14))
    parent = make.parent_of(child)
    giver = queries.givers(child, "plan", TODAY)[0]
    assert (giver.person, giver.code, str(giver.text)) == (
        parent, "3", "Den forelderen som har foreldreansvaret",
    )  # fmt: skip


def test_sharing_waits_until_both_parents_have_said_yes_to_it(lund: Municipality) -> None:
    child, school = make.person(lund, born=date(2022, 5, 14)), make.unit(lund)
    parents = [make.parent_of(child), make.parent_of(child)]
    Representation.objects.filter(person=child).update(shared=True)
    scopes = (("daytime", "health"), ("daytime", "leisure"))
    for parent, areas, opened in zip(parents, scopes, (set(), {"daytime"}), strict=True):
        data = answer(child, purposes=("sharing",), shares=(Share(unit=school, areas=areas),))
        services.give_digitally(actor=make.actor(parent), person=child, data=data)
        found = {area for share in queries.shares_for(child, TODAY) for area in share.areas}
        assert found == opened
    assert queries.waiting_for(child, TODAY) == (school.name,)


def test_one_parent_can_narrow_but_not_widen_what_both_opened(lund: Municipality, clerk: Any) -> None:
    child, school = make.person(lund, born=date(2022, 5, 14)), make.unit(lund)
    parent = make.parent_of(child)
    make.parent_of(child)
    Representation.objects.filter(person=child).update(shared=True)
    both = answer(child, purposes=("sharing",), capacity="4", given_by_name="Begge",
                  shares=(Share(unit=school, areas=("daytime", "health")),))  # fmt: skip
    services.register(actor=clerk, person=child, data=both)
    own = answer(child, purposes=("sharing",), shares=(Share(unit=school, areas=("daytime", "leisure")),))
    services.give_digitally(actor=make.actor(parent), person=child, data=own)
    assert queries.shares_for(child, TODAY)[0].areas == ("daytime",)


@pytest.mark.parametrize(
    ("born", "purpose", "may"),
    [
        (date(2010, 11, 25), "coordinator", False),
        (date(2010, 11, 24), "coordinator", True),
        (date(2010, 11, 24), "child_coordinator", False),
        (date(2008, 11, 24), "child_coordinator", False),
    ],
)
def test_a_child_cannot_say_yes_alone_on_the_web(
    lund: Municipality, born: date, purpose: str, *, may: bool
) -> None:
    child = make.person(lund, born=born, login=True)
    make.parent_of(child)
    data = answer(child, purposes=(purpose,))
    if may:
        assert services.give_digitally(actor=make.actor(child), person=child, data=data)
    else:
        with pytest.raises((Refused, InvalidInput)):
            services.give_digitally(actor=make.actor(child), person=child, data=data)
        assert not Consent.objects.exists()


def test_a_child_may_always_say_no(lund: Municipality) -> None:
    child = make.person(lund, born=date(2014, 5, 14), login=True)
    data = answer(child, answer="refused")
    assert services.give_digitally(actor=make.actor(child), person=child, data=data)[0].answer == "refused"


def test_a_guardian_cannot_say_yes_for_one_who_can_answer(lund: Municipality) -> None:
    person, guardian = make.person(lund), make.person(lund, login=True)
    Representation.objects.create(
        municipality=lund, person=person, representative=guardian, kind="guardian", valid_from=TODAY,
        matters=["personal"],
    )  # fmt: skip
    with pytest.raises(Refused):
        services.give_digitally(actor=make.actor(guardian), person=person, data=answer(person))


@pytest.mark.parametrize(
    ("capacity", "purpose", "kind"),
    [("7", "coordinator", "guardian"), ("8", "sharing", "next_of_kin"), ("9", "coordinator", "")],
)
def test_others_answer_for_an_adult_only_when_lack_of_capacity_is_decided(
    lund: Municipality, clerk: Any, capacity: str, purpose: str, kind: str
) -> None:
    person, other, school = make.person(lund), make.person(lund), make.unit(lund)
    if kind:
        Representation.objects.create(
            municipality=lund, person=person, representative=other, kind=kind, matters=["personal"],
            valid_from=TODAY,
        )  # fmt: skip
    shares = (Share(unit=school, areas=("daytime",)),) if purpose == "sharing" else ()
    data = answer(
        person, purposes=(purpose,), capacity=capacity, given_by_name=other.full_name, shares=shares
    )
    with pytest.raises(InvalidInput) as error:
        services.register(actor=clerk, person=person, data=data)
    assert list(error.value.fields) == ["capacity"]
    make.lacks_capacity(person, purpose)
    row = services.register(actor=clerk, person=person, data=data)[0]
    assert row.valid_to == TODAY + timedelta(days=180)


def test_a_child_of_twelve_may_answer_alone_for_written_reasons(lund: Municipality, clerk: Any) -> None:
    child, young = make.person(lund, born=date(2014, 11, 24)), make.person(lund, born=date(2014, 11, 25))
    with pytest.raises(InvalidInput) as error:
        services.register(actor=clerk, person=child, data=answer(child))
    assert list(error.value.fields) == ["note"]
    told = "Barnet vil av gode grunner ikke at foreldrene får vite om det."
    assert services.register(actor=clerk, person=child, data=answer(child, note=told))
    with pytest.raises(InvalidInput):
        services.register(actor=clerk, person=young, data=answer(young, note=told))


def test_nobody_says_yes_to_a_child_coordinator_for_an_adult(lund: Municipality, clerk: Any) -> None:
    person = make.person(lund, born=date(2008, 11, 24))
    with pytest.raises(InvalidInput) as error:
        services.register(actor=clerk, person=person, data=answer(person, purposes=("child_coordinator",)))
    assert list(error.value.fields) == ["purposes"]


def test_one_of_two_parents_is_enough_for_a_written_reason_unless_the_other_says_no(
    lund: Municipality, clerk: Any
) -> None:
    child, school = make.person(lund, born=date(2022, 5, 14)), make.unit(lund)
    one, two = make.parent_of(child), make.parent_of(child)
    Representation.objects.filter(person=child).update(shared=True)
    alone = answer(child, purposes=("coordinator", "sharing"), capacity="3", given_by=one,
                   given_by_name=one.full_name, why_one="Den andre er ikke å få tak i.",
                   shares=(Share(unit=school, areas=("daytime",)),))  # fmt: skip
    services.register(actor=clerk, person=child, data=alone)
    assert queries.status_for(child, "coordinator", TODAY) is ConsentStatus.WRITTEN
    assert queries.shares_for(child, TODAY)[0].areas == ("daytime",)
    no = answer(child, purposes=("coordinator", "sharing"), answer="refused")
    services.give_digitally(actor=make.actor(two), person=child, data=no)
    assert not queries.live_purposes(child, TODAY)
    assert not queries.shares_for(child, TODAY)
    with pytest.raises(InvalidInput) as error:
        services.register(actor=clerk, person=child, data=replace(alone, note="På nytt"))
    assert list(error.value.fields) == ["why_one"]
