"""From rows to the facts that the pure rules ask for."""

from collections.abc import Iterable
from datetime import date

from fellesplan.consent.capacity import capacity_on
from fellesplan.consent.circumstances import Circumstances
from fellesplan.consent.facts import Care, ConsentLaw, Guardian, Parents, PersonFacts, Purpose
from fellesplan.consent.models import Consent
from fellesplan.consent.renewal import renewal
from fellesplan.consent.status import Answer, ConsentFact, ConsentForm
from fellesplan.consent.verdicts import Role
from fellesplan.kernel import clock
from fellesplan.people.models import Person, Representation

Kind = Representation.Kind
Capacity = Consent.Capacity

_ROLES = {
    Capacity.SELF: Role.PERSON,
    Capacity.SELF_IMPLIED: Role.PERSON,
    Capacity.ONE_PARENT: Role.PARENT,
    Capacity.BOTH_PARENTS: Role.PARENTS,
    Capacity.OTHER_PARENTAL: Role.OTHER_HOLDERS,
    Capacity.CHILD_WELFARE: Role.CHILD_WELFARE,
    Capacity.NEXT_OF_KIN: Role.NEXT_OF_KIN,
    Capacity.HEALTH_PERSONNEL: Role.PROVIDER,
    Capacity.CARE_HOME: Role.CARE_HOME,
    Capacity.FUTURE_PROXY: Role.FUTURE_ATTORNEY,
}
Matter = Representation.Matter
_COVERED = {
    Purpose.PLAN: {Matter.PERSONAL, Matter.HEALTH},
    Purpose.COORDINATOR: {Matter.PERSONAL, Matter.HEALTH},
    Purpose.CHILD_COORDINATOR: {Matter.PERSONAL, Matter.HEALTH},
    Purpose.SHARING: {Matter.PERSONAL, Matter.INFORMATION},
}


def person_facts(person: Person, purpose: str, around: Circumstances, on: date) -> PersonFacts:
    """Return what decides who may consent; `around` is what lives on the day."""
    rows, about = around.representations, Purpose(purpose)
    kinds = [row.kind for row in rows]
    return PersonFacts(
        age=person.age(on),
        purpose=about,
        capacity=capacity_on(around.capacity, about, on),
        parents=_parents(list(rows)),
        care=next((_care(row) for row in rows if row.kind == Kind.CHILD_WELFARE), Care.NONE),
        guardian=_guardian(rows, about),
        future_mandate=any(row.kind == Kind.FUTURE_PROXY and reaches(row, purpose) for row in rows),
        next_of_kin=Kind.NEXT_OF_KIN in kinds,
        written_mandate=Kind.PROXY in kinds,
        wants_secrecy=around.secret,
        objects=purpose in around.against,
    )


def reaches(row: Representation, purpose: str) -> bool:
    """Return whether a mandate covers a purpose. A fremtidsfullmakt that names nothing is not limited
    (vgml § 80 første ledd); that of a guardian must say what it covers (§ 21 tredje ledd).
    """
    if not row.matters:
        return row.kind == Kind.FUTURE_PROXY
    return bool(set(row.matters) & _COVERED[Purpose(purpose)])


def _care(row: Representation) -> Care:
    return Care(row.care) if row.care else Care.CARE_ORDER


def _guardian(rows: Iterable[Representation], purpose: Purpose) -> Guardian:
    guardians = [row for row in rows if row.kind == Kind.GUARDIAN]
    covering = [row for row in guardians if reaches(row, purpose)]
    if any(row.deprived for row in covering):
        return Guardian.DEPRIVED
    if covering:
        return Guardian.COVERS_THIS
    if any(not row.matters for row in guardians):
        return Guardian.UNKNOWN
    return Guardian.OTHER_MATTERS if guardians else Guardian.NONE


def _parents(rows: list[Representation]) -> Parents:
    parents = [row for row in rows if row.kind == Kind.PARENT]
    if len(parents) > 1 or any(row.shared for row in parents):
        return Parents.JOINT
    if parents:
        return Parents.ALONE
    return Parents.OTHERS if any(row.kind == Kind.OTHER_PARENTAL for row in rows) else Parents.UNKNOWN


def role_of(capacity: str, person: Person, law: ConsentLaw, on: date) -> Role:
    """Return who answered, from the code of Volven 7456."""
    if capacity == Capacity.GUARDIAN:
        age = person.age(on)
        return Role.MINORS_GUARDIAN if age is not None and age < law.adult else Role.GUARDIAN
    return _ROLES[Capacity(capacity)]


def renew_from(
    person: Person, purpose: str, role: Role, law: ConsentLaw, *, lacks_capacity: bool = False
) -> date | None:
    """Return the day from which somebody else must answer, or None when the answer stands."""
    if person.birth_date is None:
        return None
    due = renewal(person.birth_date, Purpose(purpose), role, law, lacks_capacity=lacks_capacity)
    return due.asked_by if due else None


def consent_facts(
    person: Person, rows: Iterable[Consent], need: int, law: ConsentLaw, on: date
) -> list[ConsentFact]:
    """Return the answers as facts. What both parents signed together counts as `need` answers."""
    return [fact for row in rows for fact in _facts_of(row, need, _renewed(person, row, law, on))]


def _renewed(person: Person, row: Consent, law: ConsentLaw, on: date) -> date | None:
    """A period past the first birthday that counts shows that the youth lacked capacity (pbrl § 4-5)."""
    role = role_of(row.capacity, person, law, on)
    day = renew_from(person, row.purpose, role, law)
    lacked = day and row.valid_to and row.valid_to >= day
    return renew_from(person, row.purpose, role, law, lacks_capacity=True) if lacked else day


def _facts_of(row: Consent, need: int, renewed: date | None) -> list[ConsentFact]:
    giver = str(row.given_by_id or row.given_by_name.casefold())
    givers = [giver, *(f"{giver}+{n}" for n in range(1, need))] if counts_for_all(row) else [giver]
    withdrawn = clock.civil_day(row.withdrawn_at) if row.withdrawn_at else None
    return [
        ConsentFact(
            giver=name, answer=Answer(row.answer), form=ConsentForm(row.form), given_on=row.given_on,
            valid_from=row.valid_from, valid_to=row.valid_to, withdrawn_on=withdrawn, renew_from=renewed,
        )
        for name in givers
    ]  # fmt: skip


def counts_for_all(row: Consent) -> bool:
    """Return whether one row holds the answer of all who must answer, or is accepted as enough."""
    alone = row.capacity == Capacity.ONE_PARENT and bool(row.why_one)
    return alone or row.capacity in (Capacity.BOTH_PARENTS, Capacity.OTHER_PARENTAL, Capacity.CHILD_WELFARE)
