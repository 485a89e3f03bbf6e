"""A municipality with its units and the people who work there."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any
from uuid import UUID

from fellesplan.access import tenancy
from fellesplan.access.actor import Actor, nobody
from fellesplan.cases.correspondence.parties import named
from fellesplan.config.demo.days import Days
from fellesplan.config.demo.texts import Post, Raw, Reason, phrases, plans, posts, reasons
from fellesplan.kernel import clock
from fellesplan.people import queries
from fellesplan.people.models import Account, Assignment, Employee, Municipality, Person, Unit
from fellesplan.procedures.loader import Procedure, load

UNITS = (
    "school", "kindergarten", "health_station", "home_care", "rehabilitation", "disability", "hospital",
    "nav", "gp",
)  # fmt: skip
OUTSIDE = ("hospital", "nav", "gp")
_PLAIN = str.maketrans("øå ", "oa.")
_SERVED_FOR = 1200
"""Days that everybody has worked where they work."""


@dataclass
class Place:
    """A municipality while its people are made. `about` is what municipalities.toml says of it."""

    municipality: Municipality
    about: Raw
    days: Days
    units: dict[str, Unit] = field(default_factory=dict)
    staff: dict[str, Employee] = field(default_factory=dict)
    _actors: dict[UUID, Actor] = field(default_factory=dict)

    @property
    def slug(self) -> str:
        return self.municipality.slug

    @property
    def language(self) -> str:
        return self.municipality.language

    @property
    def procedure(self) -> Procedure:
        """Return the procedure as it stands at the moment."""
        return load(self.municipality.profile, clock.today())

    @cached_property
    def reasons(self) -> dict[str, Reason]:
        return reasons(self.language)

    @cached_property
    def posts(self) -> tuple[Post, ...]:
        return posts(self.language)

    @cached_property
    def plans(self) -> dict[str, Raw]:
        return plans()

    @cached_property
    def _phrases(self) -> dict[str, str]:
        return phrases(self.language)

    def say(self, phrase: str, **values: object) -> str:
        """Return a phrase in the municipality's written form."""
        return self._phrases[phrase].format(**values)

    def text(self, both: Mapping[str, Any]) -> Any:
        """Return what is said in the municipality's written form."""
        return both[self.language]

    def actor(self, who: Employee | Person) -> Actor:
        """Return who an employee or a person is when logged in, at the moment."""
        if who.account is None:
            raise ValueError("Only somebody with an account acts")
        if who.pk not in self._actors:
            self._actors[who.pk] = queries.actor_for(who.account, self.municipality.pk)
        return replace(self._actors[who.pk], at=clock.now())

    def post(self, key: str) -> Actor:
        """Return who holds a post, when logged in."""
        return self.actor(self.staff[key])

    def visitor(self) -> Actor:
        """Return somebody who has not logged in."""
        return nobody(self.municipality.pk)

    def account(self, key: str, name: str, *, persona: str = "") -> Account:
        """Make an account; that of a persona has the slug which programs know."""
        subject = f"demo:{self.slug}-{persona}" if persona else f"invented:{self.slug}-{key}"
        account: Account = Account.objects.create(subject=subject, name=name)
        return account


def municipality(slug: str, about: Raw, days: Days) -> Municipality:
    """Make the municipality as its procedure describes it."""
    procedure = load(slug, days.today)
    made: Municipality = Municipality.objects.create(
        number=procedure.municipality.number, slug=slug, name=procedure.name, profile=slug,
        language=procedure.language, phone=about["phone"], address=about["address"],
    )  # fmt: skip
    return made


def settle(place: Place) -> Place:
    """Make the units and everybody who works in them. The transaction then sees this municipality only."""
    tenancy.use(place.municipality.pk)
    office = named(place.procedure.value("office_name"), place.language)
    names = {"office": office} | {key: place.about[key] for key in UNITS}
    made = [_unit(place, key, name, number) for number, (key, name) in enumerate(names.items())]
    place.units = dict(zip(names, Unit.objects.bulk_create(made), strict=True))
    since = place.days.day(-_SERVED_FOR)
    for number, post in enumerate(place.posts):
        employee = _employee(place, post, number)
        place.staff[post.key] = employee
        Assignment.objects.create(
            municipality=place.municipality, employee=employee, unit=place.units[post.unit], role=post.role,
            valid_from=since,
        )  # fmt: skip
    return place


def _unit(place: Place, key: str, name: str, number: int) -> Unit:
    return Unit(
        municipality=place.municipality, name=name, kind=key, external=key in OUTSIDE,
        phone=_phone(place, 20 + number),
    )  # fmt: skip


def _employee(place: Place, post: Post, number: int) -> Employee:
    name = place.about[post.key]
    employee: Employee = Employee.objects.create(
        municipality=place.municipality, account=place.account(post.key, name, persona=post.persona),
        name=name, title=post.title, email=_email(name, place.slug), phone=_phone(place, 30 + number),
    )  # fmt: skip
    return employee


def _email(name: str, slug: str) -> str:
    plain = name.lower().translate(_PLAIN)
    return f"{plain}@{slug}.example"


def _phone(place: Place, number: int) -> str:
    return f"{place.about['phone'][:8]} {number:02}"
