"""Reads about consent: who may give it, where it stands, what it opens. The caller has decided access."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from fellesplan.consent.circumstances import Circumstances, circumstances, circumstances_of
from fellesplan.consent.facts import ConsentLaw
from fellesplan.consent.gathering import consent_facts, person_facts, reaches
from fellesplan.consent.law import consent_law
from fellesplan.consent.models import Consent, ConsentGrant
from fellesplan.consent.rules import who_may_consent
from fellesplan.consent.status import ConsentStatus, status
from fellesplan.consent.verdicts import ConsentVerdict, Need, Role
from fellesplan.kernel.text import Text
from fellesplan.people.concealing import concealed
from fellesplan.people.models import Person, Representation
from fellesplan.people.policy import acts_on, live_on

NOT_OPENED = date.max
"""The first day of a share that waits for the other parent's yes."""
TO_COORDINATION = (Consent.Purpose.PLAN, Consent.Purpose.COORDINATOR, Consent.Purpose.CHILD_COORDINATOR)
_KINDS = {
    Role.PARENT: (Representation.Kind.PARENT,),
    Role.PARENTS: (Representation.Kind.PARENT,),
    Role.OTHER_HOLDERS: (Representation.Kind.OTHER_PARENTAL, Representation.Kind.PARENT),
    Role.CHILD_WELFARE: (Representation.Kind.CHILD_WELFARE,),
    Role.CARE_HOME: (Representation.Kind.FOSTER_PARENT,),
    Role.MINORS_GUARDIAN: (Representation.Kind.GUARDIAN,),
    Role.GUARDIAN: (Representation.Kind.GUARDIAN,),
    Role.FUTURE_ATTORNEY: (Representation.Kind.FUTURE_PROXY,),
    Role.NEXT_OF_KIN: (Representation.Kind.NEXT_OF_KIN,),
}


@dataclass(frozen=True)
class Giver:
    """Someone who can answer: role, code of Volven 7456 (empty when it has none), and name if known."""

    role: Role
    code: str
    name: str = ""
    person: Person | None = None

    @property
    def text(self) -> Text:
        return self.role.text


@dataclass(frozen=True)
class Asking:
    """Who must be asked for one purpose: the verdict with its reasons, and the people it points to."""

    verdict: ConsentVerdict
    givers: tuple[Giver, ...]


@dataclass(frozen=True)
class SharedWith:
    """One recipient of a person's information: a service or a private person, the areas, and the period."""

    name: str
    kind: str
    areas: tuple[str, ...]
    since: date
    until: date | None
    unit: UUID | None = None
    recipient: UUID | None = None


def representations(person: Person, on: date) -> "QuerySet[Representation]":
    """Return everybody who is kept as acting for the person on a day, to find out who can consent."""
    rows = Representation.objects.filter(live_on(on), person=person)
    return rows.select_related("representative").order_by("valid_from", "id")


def acting(person: Person, on: date) -> "QuerySet[Representation]":
    """Return those who act for the person on a day, and so see what the person sees."""
    return representations(person, on).filter(acts_on(on))


def who_may(person: Person, purpose: str, on: date) -> ConsentVerdict:
    """Return who must be asked, and why."""
    facts = person_facts(person, purpose, circumstances(person, on), on)
    return who_may_consent(facts, consent_law(on))


def asking(person: Person, purposes: Iterable[str], on: date) -> dict[str, Asking]:
    """Return, for each purpose, who must be asked and why, by name where we know it."""
    around, law = circumstances(person, on), consent_law(on)
    found = {}
    for purpose in map(str, purposes):
        verdict = who_may_consent(person_facts(person, purpose, around, on), law)
        rows = [row for row in around.representations if _may_speak(row, person, purpose, on)]
        named = tuple(giver for role in verdict.ask for giver in _givers(role, person, rows))
        found[purpose] = Asking(verdict, named)
    return found


def givers(person: Person, purpose: str, on: date) -> tuple[Giver, ...]:
    """Return everyone who can answer, by name where we know it."""
    return asking(person, [purpose], on)[str(purpose)].givers


def _may_speak(row: Representation, person: Person, purpose: str, on: date) -> bool:
    """Leave out the guardian or holder of a mandate that does not reach the purpose."""
    age = person.age(on)
    is_child = age is not None and age < consent_law(on).adult
    by_mandate = row.kind in (Representation.Kind.GUARDIAN, Representation.Kind.FUTURE_PROXY)
    return is_child or not by_mandate or reaches(row, purpose)


def _givers(role: Role, person: Person, rows: list[Representation]) -> list[Giver]:
    code = role.code or ""
    if role is Role.PERSON:
        return [Giver(role, code, person.full_name, person)]
    found = [row.representative for row in rows if row.kind in _KINDS.get(role, ())]
    return [Giver(role, code, who.full_name, who) for who in found] or [Giver(role, code)]


@dataclass(frozen=True)
class Standing:
    """Where the consents of one person stand by purpose, and for which purposes we know whom to ask."""

    status: Mapping[str, ConsentStatus]
    askable: frozenset[str]


def standings(persons: Iterable[Person], on: date) -> dict[UUID, Standing]:
    """Return where the consents of many persons stand on a day, by person; three to five queries."""
    people = {person.id: person for person in persons}
    rows = defaultdict(list)
    for row in Consent.objects.filter(person__in=people):
        rows[row.person_id].append(row)
    around, law = circumstances_of(people.values(), on), consent_law(on)
    return {id: _standing(person, rows[id], around[id], law, on) for id, person in people.items()}


def _standing(
    person: Person, rows: list[Consent], around: Circumstances, law: ConsentLaw, on: date
) -> Standing:
    found, askable = {}, set()
    for purpose in map(str, Consent.Purpose):
        verdict = who_may_consent(person_facts(person, purpose, around, on), law)
        need = _need(verdict)
        answers = [row for row in rows if row.purpose == purpose]
        found[purpose] = status(consent_facts(person, answers, need, law, on), on, need=need)
        askable |= {purpose} if verdict.ask else set()
    return Standing(found, frozenset(askable))


def _need(verdict: ConsentVerdict) -> int:
    both = verdict.need is Need.ALL and Role.PARENTS in verdict.ask
    return 2 if both else 1


def statuses(person: Person, on: date) -> Mapping[str, ConsentStatus]:
    """Return where each purpose stands on a day; two queries."""
    return standings([person], on)[person.id].status


def status_for(person: Person, purpose: str, on: date) -> ConsentStatus:
    """Return where one purpose stands on a day."""
    return statuses(person, on)[str(purpose)]


def live_purposes(person: Person, on: date) -> frozenset[str]:
    """Return the purposes that enough people have said yes to."""
    return frozenset(purpose for purpose, state in statuses(person, on).items() if state.is_live)


def consents_of(person: Person) -> "QuerySet[Consent]":
    """Return every answer, the newest first."""
    rows = person.consents.select_related("evidence", "received_by", "given_by")
    return rows.order_by("-given_on", "-id")


def live_rows(person: Person, on: date) -> "QuerySet[Consent]":
    """Return the answers that say yes, within their period and not withdrawn."""
    return Consent.objects.filter(
        live_on(on), person=person, answer=Consent.Answer.GIVEN, withdrawn_at__isnull=True
    )


def live_grants(person: Person, on: date) -> "QuerySet[ConsentGrant]":
    """Return what is shared on a day, row by row."""
    return ConsentGrant.objects.filter(
        live_on(on), Q(consent__in=live_rows(person, on)), withdrawn_at__isnull=True
    )


def open_or_waiting(person: Person, on: date) -> "QuerySet[ConsentGrant]":
    """Return what is shared on a day, and what waits for the other parent, row by row."""
    begun = live_on(on) | Q(valid_from=NOT_OPENED)
    return ConsentGrant.objects.filter(begun, Q(consent__in=live_rows(person, on)), withdrawn_at__isnull=True)


def waiting_for(person: Person, on: date) -> tuple[str, ...]:
    """Return the recipients that one parent has said yes to and the other has not, by name; one query."""
    rows = open_or_waiting(person, on).filter(valid_from=NOT_OPENED).select_related("unit", "recipient")
    names = {row.unit.name if row.unit else row.recipient.full_name if row.recipient else "" for row in rows}
    return tuple(sorted(names))


def answers_needed(person: Person, purpose: str, on: date) -> int:
    """Return how many people must say yes: two where parents share the responsibility; one query."""
    return _need(who_may(person, purpose, on))


def shares_for(person: Person, on: date) -> tuple[SharedWith, ...]:
    """Return who sees what on a day, one row per recipient, by name; one query."""
    rows = live_grants(person, on).select_related("unit", "recipient", "consent")
    grouped: dict[UUID | None, list[ConsentGrant]] = {}
    for row in rows.order_by("valid_from", "area", "id"):
        grouped.setdefault(row.unit_id or row.recipient_id, []).append(row)
    shares = tuple(sorted((_shared(rows) for rows in grouped.values()), key=lambda share: share.name))
    return concealed(person, shares)


def _shared(rows: list[ConsentGrant]) -> SharedWith:
    first = rows[0]
    ends = [end for row in rows for end in (row.valid_to, row.consent.valid_to) if end]
    return SharedWith(
        name=first.unit.name if first.unit else first.recipient.full_name if first.recipient else "",
        kind=first.unit.kind if first.unit else "person",
        areas=tuple(dict.fromkeys(row.area for row in rows)),
        since=first.valid_from,
        until=min(ends, default=None),
        unit=first.unit_id,
        recipient=first.recipient_id,
    )
