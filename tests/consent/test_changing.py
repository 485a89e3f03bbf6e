"""Limiting and extending, also where two parents must agree."""

from datetime import date, timedelta

import pytest

from fellesplan.access.actor import Actor
from fellesplan.consent import services
from fellesplan.consent.data import Share
from fellesplan.consent.models import ConsentGrant
from fellesplan.consent.queries import shares_for, waiting_for
from fellesplan.kernel import clock
from fellesplan.kernel.errors import InvalidInput, NotAllowed, Refused
from fellesplan.people.models import Municipality, Person, Unit
from tests import factories as make
from tests.fixtures import NOW

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
TODAY = NOW.date()
SHORT, LONG = date(2027, 1, 31), date(2027, 11, 24)


def _seen(person: Person) -> list[tuple[tuple[str, ...], date | None]]:
    return [(tuple(sorted(share.areas)), share.until) for share in shares_for(person, clock.today())]


@pytest.fixture
def person(lund: Municipality) -> Person:
    return make.person(lund, login=True)


@pytest.fixture
def school(lund: Municipality) -> Unit:
    return make.unit(lund)


def test_limiting_closes_and_shortens_and_opens_nothing(person: Person, school: Unit) -> None:
    make.share(person, school, "daytime", "health", valid_to=LONG)
    less = Share(areas=("daytime", "economy"), unit=school)
    services.limit_share(actor=make.actor(person), person=person, whom=less, until=SHORT)
    assert _seen(person) == [(("daytime",), SHORT)]
    services.limit_share(actor=make.actor(person), person=person, whom=less, until=LONG)
    assert _seen(person) == [(("daytime",), SHORT)]


def test_the_days_must_be_ahead_and_something_must_be_shared(person: Person, school: Unit) -> None:
    me, whom = make.actor(person), Share(areas=("daytime",), unit=school)
    with pytest.raises(Refused, match="Ingenting er endret"):
        services.limit_share(actor=me, person=person, whom=whom, until=SHORT)
    make.share(person, school, "daytime")
    for act in (services.limit_share, services.extend_share):
        with pytest.raises(InvalidInput):
            act(actor=me, person=person, whom=whom, until=TODAY - timedelta(days=1))


def test_another_may_neither_limit_nor_extend(person: Person, school: Unit, lund: Municipality) -> None:
    make.share(person, school, "daytime", valid_to=SHORT)
    other = make.actor(make.person(lund, login=True))
    for act in (services.limit_share, services.extend_share):
        with pytest.raises(NotAllowed):
            act(actor=other, person=person, whom=Share(areas=("daytime",), unit=school), until=SHORT)


def test_the_same_day_with_another_period_is_another_answer(person: Person, school: Unit) -> None:
    make.share(person, school, "daytime", valid_to=SHORT)
    me, whom = make.actor(person), Share(areas=(), unit=school)
    services.extend_share(actor=me, person=person, whom=whom, until=LONG)
    services.limit_share(actor=me, person=person, whom=Share(areas=("daytime",), unit=school), until=SHORT)
    services.extend_share(actor=me, person=person, whom=whom, until=LONG)
    assert _seen(person) == [(("daytime",), LONG)]


class TestTwoParents:
    """Both have said yes until January; each alone can make it shorter, and only both can make it longer."""

    @pytest.fixture
    def child(self, lund: Municipality) -> Person:
        return make.person(lund, born=date(2017, 3, 3))

    @pytest.fixture
    def parents(self, child: Person, school: Unit) -> tuple[Actor, Actor]:
        one, other = make.parent_of(child), make.parent_of(child)
        child.representations.update(shared=True)
        actors = make.actor(one), make.actor(other)
        for actor in actors:
            self.say(actor, child, school, SHORT)
        assert _seen(child) == [(("daytime",), SHORT)]
        return actors

    def say(self, actor: Actor, child: Person, school: Unit, until: date) -> None:
        share = Share(areas=("daytime",), unit=school)
        data = services.ConsentData(
            purposes=("sharing",), answer="given", form="digital", capacity="3", given_by_name="",
            given_on=TODAY, valid_to=until, shares=(share,), child_heard="Ja",
        )  # fmt: skip
        services.give_digitally(actor=actor, person=child, data=data)

    def extend(self, actor: Actor, child: Person, school: Unit) -> None:
        whom = Share(areas=(), unit=school)
        services.extend_share(actor=actor, person=child, whom=whom, until=LONG, child_heard="Ja, sier hun")

    def test_one_alone_does_not_make_it_longer(
        self, child: Person, school: Unit, parents: tuple[Actor, Actor]
    ) -> None:
        self.extend(parents[0], child, school)
        assert _seen(child) == [(("daytime",), SHORT)]
        assert waiting_for(child, TODAY) == (school.name,)

    def test_both_make_it_longer(self, child: Person, school: Unit, parents: tuple[Actor, Actor]) -> None:
        for parent in parents:
            self.extend(parent, child, school)
        ends = ConsentGrant.objects.filter(withdrawn_at__isnull=True, valid_from__lte=TODAY)
        assert max(end for end in ends.values_list("valid_to", flat=True) if end) == LONG
        assert waiting_for(child, TODAY) == ()

    def test_a_shorter_yes_from_one_ends_it_for_both(
        self, child: Person, school: Unit, parents: tuple[Actor, Actor]
    ) -> None:
        self.say(parents[1], child, school, date(2026, 12, 24))
        assert _seen(child) == [(("daytime",), date(2026, 12, 24))]

    def test_what_waits_never_opens_after_it_is_taken_away(
        self, child: Person, school: Unit, parents: tuple[Actor, Actor]
    ) -> None:
        self.extend(parents[0], child, school)
        services.withdraw_share(actor=parents[0], person=child, unit=school)
        self.say(parents[1], child, school, LONG)
        assert _seen(child) == []

    def test_the_child_must_be_heard(self, child: Person, school: Unit, parents: tuple[Actor, Actor]) -> None:
        whom = Share(areas=(), unit=school)
        with pytest.raises(InvalidInput) as error:
            services.extend_share(actor=parents[0], person=child, whom=whom, until=LONG)
        assert list(error.value.fields) == ["child_heard"]
        assert waiting_for(child, TODAY) == ()
