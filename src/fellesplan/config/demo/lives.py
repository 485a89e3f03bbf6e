"""The people of the demo: each appears when somebody reports a need, and parents when we learn of them."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from fellesplan.access.actor import Actor
from fellesplan.cases.data import ParentData, ReferralData, ReportedService
from fellesplan.cases.models import Case, Referral
from fellesplan.cases.services import progress, referrals
from fellesplan.config.demo import papers
from fellesplan.config.demo.places import Place
from fellesplan.config.demo.texts import Story
from fellesplan.people.birth_numbers import synthetic_number
from fellesplan.people.models import Employee, Person, Representation
from fellesplan.people.services import PersonData, add_representative

_BIRTHDAY_PASSED = 220
"""Days since the last birthday, at least: everybody has the same age during the whole story."""
_REPORTED_BY = {"provider": "public_nurse", "hospital": "consultant", "gp": "doctor"}
_CHANNELS = {"gp": "paper", "next_of_kin": "oral"}


@dataclass
class Life:
    """One person on the road. `number` tells them apart; days are counted from the referral."""

    place: Place
    story: Story
    number: int
    person: Person = field(init=False)
    case: Case = field(init=False)
    parents: list[Person] = field(default_factory=list)

    @property
    def name(self) -> str:
        return self.person.first_name

    @property
    def family_name(self) -> str:
        families = [*self.place.about["families"], *self.place.about["neighbours"]]
        return str(families[self.number])

    @property
    def is_child(self) -> bool:
        return bool(self.story.parents)

    @property
    def coordinator(self) -> Employee:
        return self.place.staff[self.story.post]

    @property
    def caseworker(self) -> Actor:
        """Return who handles the case, at the moment."""
        return self.place.post("second_caseworker" if self.number % 4 == 3 else "caseworker")

    def after(self, days: int) -> int:
        """Return the day so many days after the referral, counted from today; never ahead of now."""
        return min(days - self.story.days, 0)


def report(life: Life) -> None:
    """Let the referral come in as it does in reality, with the person and the case it makes."""
    place, story = life.place, life.story
    with place.days.at(-story.days, 9 + life.number % 5):
        data = _referral(life)
        registered = data.channel != Referral.Channel.WEB
        referral = referrals.register(
            actor=life.caseworker if registered else place.visitor(),
            tenant=place.municipality, data=data, attachments=papers.mandate(place, data),
        )  # fmt: skip
        life.case, life.person = referral.case, referral.case.person
        _complete(life)


def take(life: Life) -> None:
    """Let a caseworker take the case and learn who the parents are."""
    place = life.place
    with place.days.at(life.after(1), 8.5):
        progress.take(actor=life.caseworker, case=life.case)
        for number, given in enumerate(life.story.parents):
            life.parents.append(_parent(life, given, number))
    life.person.refresh_from_db()


def _referral(life: Life) -> ReferralData:
    place, story = life.place, life.story
    reporter, organisation, phone = _reporter(life)
    born = _born(life, story.years) if story.years is not None else None
    return ReferralData(
        given_name=story.given, family_name=life.family_name, birth_date=born,
        due_date=place.days.today + timedelta(days=story.due_in_days) if story.due_in_days else None,
        birth_number=_number(life, born) if born else "", phone=_phone(life, 0), language="",
        interpreter=story.interpreter, gp=f"{place.about['doctor']}, {place.about['gp']}",
        channel=_CHANNELS.get(story.reporter, "web"), reporter=story.reporter, reporter_name=reporter,
        reporter_organisation=organisation, reporter_phone=phone, wants=story.wants, need=story.need,
        parents=tuple(
            ParentData(name=f"{given} {life.family_name}", phone=_phone(life, number + 1))
            for number, given in enumerate(story.parents)
        ),
        services=tuple(
            ReportedService(name=name, kind=kind, provider=place.about.get(unit, ""))
            for name, kind, unit in story.services
        ),
        consent_obtained="oral" if story.reporter in ("self", "parent") else "no",
        wished_coordinator=place.about.get(story.wished, ""), address=_street(life),
        postal_code=place.about["postal"][0], postal_place=place.about["postal"][1],
    )  # fmt: skip


def _reporter(life: Life) -> tuple[str, str, str]:
    """Return name, workplace and telephone of who reports."""
    place, story = life.place, life.story
    if post := _REPORTED_BY.get(story.reporter):
        employee = place.staff[post]
        unit = next(p.unit for p in place.posts if p.key == post)
        return employee.name, place.about[unit], employee.phone
    given = {"self": story.given, "parent": "".join(story.parents[:1])}.get(story.reporter, "Anne")
    return f"{given} {life.family_name}", "", _phone(life, 5)


def _complete(life: Life) -> None:
    """Add what a referral does not tell: that an unborn child is invented too, the school, the login."""
    person, place = life.person, life.place
    person.synthetic = True
    person.daily_unit = place.units.get(_daily(life.story.years))
    if life.story.persona and not life.is_child:
        _may_log_in(life, person)
    person.save(update_fields=["synthetic", "daily_unit", "account"])


def _daily(years: int | None) -> str:
    if years is None or years > 16:
        return ""
    return "kindergarten" if years < 6 else "school"


def _parent(life: Life, given: str, number: int) -> Person:
    born = _born(life, 34 + number * 3 + life.number)
    data = PersonData(
        given_name=given, family_name=life.family_name, birth_date=born, birth_number=_number(life, born),
        phone=_phone(life, number + 1), address=life.person.address, postal_code=life.person.postal_code,
        postal_place=life.person.postal_place,
    )  # fmt: skip
    row = add_representative(
        actor=life.place.post("caseworker"), person=life.person, data=data, kind=Representation.Kind.PARENT,
        shared=len(life.story.parents) > 1,
    )  # fmt: skip
    parent = row.representative
    if life.story.persona == "parent" and number == 0:
        _may_log_in(life, parent)
        parent.save(update_fields=["account"])
    return parent


def _may_log_in(life: Life, person: Person) -> None:
    """Tie the person to the persona's account, also by birth number."""
    account = life.place.account(life.story.key, person.full_name, persona=life.story.persona)
    account.number_index = person.number_index
    account.save(update_fields=["number_index"])
    person.account = account


def _born(life: Life, years: int) -> date:
    """Return a birth date that gives this age since long before the referral."""
    return born_on(life.place.slug, life.number, years, life.place.days.today)


def _number(life: Life, born: date) -> str:
    return synthetic_number(born, nth(life.place.slug))


def born_on(slug: str, number: int, years: int, today: date) -> date:
    """Return the birth date of person `number` of a municipality, who is `years` old today."""
    birthday = today - timedelta(days=_BIRTHDAY_PASSED + (number * 23 + nth(slug)) % 130)
    return birthday.replace(year=birthday.year - years, day=min(birthday.day, 28))


def nth(slug: str) -> int:
    """Return which of a day's numbers a municipality uses, so that no two people have the same."""
    return 3 + sum(map(ord, slug)) % 89


def _street(life: Life) -> str:
    return life.place.say("street", number=3 + life.number * 4)


def _phone(life: Life, extra: int) -> str:
    return f"{life.place.about['phone'][:5]} {10 + life.number} {60 + extra}"
