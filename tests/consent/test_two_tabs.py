"""Two windows at once, with real threads and real commits: one after the other, never half."""

import time
from collections.abc import Callable
from datetime import date
from threading import Event

import pytest

from fellesplan.access.actor import Actor
from fellesplan.access.tenancy import working_in
from fellesplan.consent import services
from fellesplan.consent.data import Share
from fellesplan.consent.models import Consent, ConsentGrant
from fellesplan.consent.queries import shares_for
from fellesplan.kernel import clock
from fellesplan.kernel.errors import Refused
from fellesplan.people.models import Person, Unit
from tests import factories as make
from tests.beside import Running, committed

__all__ = ["committed"]
pytestmark = pytest.mark.usefixtures("committed")
LATER = date(2027, 11, 24)


class Scene:
    """A grown person who has let a school see two areas, and the person as an actor."""

    def __init__(self) -> None:
        where = make.municipality()
        self.where = where.pk
        with working_in(self.where):
            self.person: Person = make.person(where, login=True)
            self.school: Unit = make.unit(where)
            make.share(self.person, self.school, "daytime", "health", valid_to=date(2026, 12, 3))
            self.actor: Actor = make.actor(self.person)

    @property
    def whom(self) -> Share:
        return Share(areas=(), unit=self.school)

    def extend(self) -> object:
        return services.extend_share(actor=self.actor, person=self.person, whom=self.whom, until=LATER)

    def withdraw(self) -> object:
        return services.withdraw_share(actor=self.actor, person=self.person, unit=self.school)

    def limit(self) -> object:
        less = Share(areas=("daytime",), unit=self.school)
        return services.limit_share(actor=self.actor, person=self.person, whom=less)

    def seen(self) -> list[tuple[tuple[str, ...], date | None]]:
        with working_in(self.where):
            return [(tuple(sorted(s.areas)), s.until) for s in shares_for(self.person, clock.today())]

    def given(self) -> int:
        with working_in(self.where):
            return Consent.objects.filter(form="digital").count()

    def at_once(self, first: Callable[[], object], second: Callable[[], object]) -> Running:
        """Do the first and hold its transaction open until the second has come to the same place."""
        begun, go = Event(), Event()

        def hold() -> None:
            with working_in(self.where):
                first()
                begun.set()
                go.wait(10)

        def follow() -> object:
            with working_in(self.where):
                return second()

        ahead = Running(hold)
        assert begun.wait(10)
        behind = Running(follow)
        time.sleep(0.3)
        assert behind.is_running, "The second did not wait for the first"
        go.set()
        ahead.result()
        return behind


def test_extending_what_another_window_is_taking_away_is_refused_whole() -> None:
    scene = Scene()
    with pytest.raises(Refused, match="Tilgangen er tatt bort"):
        scene.at_once(scene.withdraw, scene.extend).result()
    assert scene.seen() == []
    assert scene.given() == 0


def test_taking_away_what_another_window_is_extending_takes_all_of_it() -> None:
    scene = Scene()
    scene.at_once(scene.extend, scene.withdraw).result()
    assert scene.seen() == []
    with working_in(scene.where):
        assert not ConsentGrant.objects.filter(withdrawn_at__isnull=True).exists()


def test_a_double_press_is_kept_once() -> None:
    scene = Scene()
    scene.at_once(scene.extend, scene.extend).result()
    assert scene.seen() == [(("daytime", "health"), LATER)]
    assert scene.given() == 1


def test_limiting_what_another_window_is_taking_away_is_refused() -> None:
    scene = Scene()
    with pytest.raises(Refused, match="Ingenting er endret"):
        scene.at_once(scene.withdraw, scene.limit).result()
    assert scene.seen() == []


def test_extending_after_another_window_has_limited_keeps_the_limit() -> None:
    scene = Scene()
    scene.at_once(scene.limit, scene.extend).result()
    assert scene.seen() == [(("daytime",), LATER)]
