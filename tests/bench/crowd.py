"""A municipality with many invented people, put in by bulk: rows enough for the pages that are measured."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Model

from fellesplan.access import tenancy
from fellesplan.cases import states
from fellesplan.cases.models import Case, Referral
from fellesplan.consent.models import Consent, ConsentGrant
from fellesplan.coordinators.models import Appointment, CoordinatorProfile
from fellesplan.kernel import clock
from fellesplan.people.models import Account, Assignment, Employee, Municipality, Person, Unit
from fellesplan.people.models.person import vault
from fellesplan.plans.models import Goal, Measure, Participant, Plan
from fellesplan.procedures.loader import load

STATES = tuple(states.CASE.states)
AREAS = ("health", "daytime", "housing", "leisure")
PLAN_EVERY = 3
"""Every third person has a coordinator and a plan."""
GOALS, MEASURES, TAKERS = 4, 20, 5
BATCH = 2000


@dataclass(frozen=True)
class Crowd:
    """Those who open pages, and the plan they open."""

    tenant: Municipality
    caseworker: Account
    participant: Account
    plan: Plan


def populate(slug: str, persons: int) -> Crowd:
    """Make a municipality with so many people, in the running transaction, which then sees only it."""
    procedure = load(slug, clock.today())
    tenant = Municipality.objects.create(
        number=procedure.municipality.number, slug=slug, name=procedure.name, profile=slug,
        language=procedure.language, phone="00 00 00 10", address="Postboks 1",
    )  # fmt: skip
    tenancy.use(tenant.pk)
    units = _save(Unit(municipality=tenant, name=str(kind.label), kind=kind) for kind in Unit.Kind)
    staff = _staff(tenant, units)
    people = _people(tenant, persons)
    cases = _cases(tenant, people, staff)
    planned = list(zip(people, cases, strict=True))[::PLAN_EVERY]
    _appoint(tenant, planned, staff)
    plans = _plans(tenant, [person for person, _ in planned], staff)
    teacher, office = staff[0], staff[-1]
    return Crowd(tenant, _account(office), _account(teacher), plans[0])


def _account(employee: Employee) -> Account:
    account = employee.account
    if account is None:
        raise ValueError("Everybody here can log in")
    return account


def _save(rows: Iterable[Model]) -> list:  # type: ignore[type-arg]
    """Insert rows of one model and return them."""
    made = list(rows)
    return list(type(made[0])._default_manager.bulk_create(made, batch_size=BATCH)) if made else []


def _staff(tenant: Municipality, units: list[Unit]) -> list[Employee]:
    """Make forty providers, and a caseworker who comes last."""
    names = [f"Ansatt Nr{n}" for n in range(41)]
    accounts = _save(Account(subject=f"bench:{tenant.slug}-{name}", name=name) for name in names)
    staff: list[Employee] = _save(
        Employee(municipality=tenant, account=account, name=account.name, title="Rådgiver")
        for account in accounts
    )
    office = next(unit for unit in units if unit.kind == Unit.Kind.OFFICE)
    homes = [unit for unit in units if unit is not office]
    since = clock.today() - timedelta(days=900)
    _save(
        Assignment(
            municipality=tenant, employee=one, unit=homes[n % len(homes)], role="provider", valid_from=since
        )
        for n, one in enumerate(staff[:-1])
    )
    _save(
        [
            Assignment(
                municipality=tenant, employee=staff[-1], unit=office, role="caseworker", valid_from=since
            )
        ]
    )
    _save(
        CoordinatorProfile(municipality=tenant, employee=one, unit=homes[n % len(homes)])
        for n, one in enumerate(staff[:-1])
    )
    return staff


def _people(tenant: Municipality, persons: int) -> list[Person]:
    safe = vault()
    return _save(
        Person(
            municipality=tenant, given_name=f"Oppdiktet{n}", family_name=f"Prøvesen{n % 97}", synthetic=True,
            birth_date=date(1945, 1, 1) + timedelta(days=n * 28 % 29000), number_kind="birth",
            number_encrypted=safe.encrypt(f"{n:011}"), number_index=safe.fingerprint(f"{tenant.slug}{n}"),
        )
        for n in range(persons)
    )  # fmt: skip


def _cases(tenant: Municipality, people: list[Person], staff: list[Employee]) -> list[Case]:
    today, now = clock.today(), clock.now()
    cases: list[Case] = _save(
        Case(
            municipality=tenant, person=person, number=f"1999/{n:04}", profile_version="bench",
            state=states.ACTIVE if n % PLAN_EVERY == 0 else STATES[n % len(STATES)], opened_at=now,
            received_on=today - timedelta(days=n % 300), caseworker=staff[-1] if n % 2 else None,
            next_step="criteria", next_due=today + timedelta(days=n % 60 - 20),
        )
        for n, person in enumerate(people)
    )  # fmt: skip
    _save(
        Referral(
            municipality=tenant, case=case, reference=f"REF{n:07}", received_at=now, channel="web",
            reporter="self", reporter_name="Oppdiktet", wants=["coordinator", "plan"], need="Mange tjenester",
            services=[{"name": "Fysioterapi", "kind": "fysioterapi", "provider": "Kommunen"}],
            consent_obtained="oral",
        )
        for n, case in enumerate(cases)
    )  # fmt: skip
    _save(_consent(tenant, p, purpose) for p in people for purpose in ("coordinator", "plan"))
    return cases


def _consent(tenant: Municipality, person: Person, purpose: str) -> Consent:
    return Consent(
        municipality=tenant, person=person, purpose=purpose, answer="given", form="written", capacity="1",
        given_by=person, given_by_name=person.full_name, given_on=clock.today(), valid_from=clock.today(),
    )  # fmt: skip


def _appoint(tenant: Municipality, planned: list[tuple[Person, Case]], staff: list[Employee]) -> None:
    units = _units(staff)
    _save(
        Appointment(
            municipality=tenant, person=person, case=case, kind="coordinator", valid_from=clock.today(),
            employee=staff[1 + n % 39], unit=units[staff[1 + n % 39].pk],
        )
        for n, (person, case) in enumerate(planned)
    )  # fmt: skip


def _units(staff: list[Employee]) -> dict[object, Unit]:
    rows = Assignment.objects.filter(employee__in=staff).select_related("unit")
    return {row.employee_id: row.unit for row in rows}


def _plans(tenant: Municipality, people: list[Person], staff: list[Employee]) -> list[Plan]:
    """Make a plan each: goals, measures and participants, with a share of every area for each of them."""
    units, today = _units(staff), clock.today()
    plans: list[Plan] = _save(
        Plan(municipality=tenant, person=person, state="approved", period_from=today, matters="Ro",
             resources="Tålmodig", profile_version="bench", approved_at=clock.now())
        for person in people
    )  # fmt: skip
    goals: list[Goal] = _save(
        Goal(municipality=tenant, plan=plan, area=AREAS[n], title=f"Jeg vil klare dette, mål {n}", order=n,
             now="Det går bedre enn før.", progress=n - 2)
        for plan in plans for n in range(GOALS)
    )  # fmt: skip
    takers: list[Participant] = _save(
        Participant(municipality=tenant, plan=plan, employee=staff[who], unit=units[staff[who].pk],
                    role="Tjenesteyter", valid_from=today)
        for number, plan in enumerate(plans)
        for who in sorted({(number * 7 + n) % 40 for n in range(TAKERS)})
    )  # fmt: skip
    by_plan: dict[object, list[Participant]] = {}
    for taker in takers:
        by_plan.setdefault(taker.plan_id, []).append(taker)
    _save(
        Measure(municipality=tenant, goal=goal, title=f"Gjøre noe nyttig, tiltak {n}", where="Hjemme",
                amount="En gang i uka", due_on=today + timedelta(days=n * 9 - 20), order=n,
                responsible=by_plan[goal.plan_id][n % TAKERS], state="started" if n % 2 else "planned")
        for goal in goals for n in range(MEASURES // GOALS)
    )  # fmt: skip
    consents = _save(_consent(tenant, person, "sharing") for person in people)
    _save(
        ConsentGrant(municipality=tenant, consent=consent, unit_id=unit, area=area, valid_from=today)
        for consent, plan in zip(consents, plans, strict=True)
        for unit in {taker.unit_id for taker in by_plan[plan.pk]}
        for area in (*AREAS, "minutes", "contact")
    )
    return plans
