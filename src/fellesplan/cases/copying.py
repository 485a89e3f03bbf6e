"""Hvem som får vedtaksbrevet: the rule of `rules.copies` asked about the people around one person."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from fellesplan.cases.correspondence.parties import Parties, recipients
from fellesplan.cases.rules.copies import Copy, CopyFacts, Extent, Recipient, copies
from fellesplan.consent.circumstances import circumstances
from fellesplan.consent.facts import Care, Purpose
from fellesplan.consent.gathering import person_facts, reaches
from fellesplan.consent.law import consent_law
from fellesplan.kernel.text import Text, t
from fellesplan.people.models import Person, Representation
from fellesplan.people.policy import live_on, not_barred
from fellesplan.procedures import law
from fellesplan.procedures.legal_basis import LegalBasis
from fellesplan.procedures.reasons import Reason

Kind = Representation.Kind
_KINDS = {
    Recipient.PARENTS: (Kind.PARENT, Kind.OTHER_PARENTAL),
    Recipient.CHILD_WELFARE: (Kind.CHILD_WELFARE,),
    Recipient.CARE_HOME: (Kind.FOSTER_PARENT,),
    Recipient.GUARDIAN: (Kind.GUARDIAN, Kind.FUTURE_PROXY),
    Recipient.PROXY: (Kind.PROXY,),
}
NAMES: dict[Recipient, Text] = {
    Recipient.PARENTS: t("Foreldrene"),
    Recipient.CHILD_WELFARE: t("Barnevernstjenesten"),
    Recipient.CARE_HOME: t("Fosterhjemmet eller institusjonen"),
    Recipient.GUARDIAN: t("Vergen"),
    Recipient.PROXY: t("Fullmektigen"),
}
_MIXED = Reason(
    t("Brevet gjelder også noe som mottakeren ikke skal ha. Send et eget utdrag."),
    "pbrl § 3-4, fvl §§ 13 og 27",
)
_UNKNOWN = t("Er ikke registrert i saken. Legg til hvem det er, så går kopien dit.")


@dataclass(frozen=True)
class Receives:
    """Somebody the law says something about; `person` is None when nobody is registered as it."""

    to: Recipient
    extent: Extent
    why: Reason
    person: Person | None = None

    @property
    def name(self) -> str | Text:
        return self.person.full_name if self.person else NAMES[self.to]

    @property
    def gets_copy(self) -> bool:
        """Return whether a letter goes by itself: the whole of it, to somebody we know.

        What parents need beyond that is chosen by a person, not by a program (pbrl § 3-4 fjerde ledd).
        """
        return self.person is not None and self.extent is Extent.WHOLE

    @property
    def said(self) -> Text:
        """Return why, or what to do where nobody is known."""
        return self.why.text if self.person else _UNKNOWN


def receives(person: Person, bases: Collection[LegalBasis], on: date) -> tuple[Receives, ...]:
    """Return who gets a letter that rests on `bases`, the person first. Four queries at most.

    Who may have only what one of the bases covers, does not get the whole letter.
    """
    rows = list(_around(person, on))
    found = _merged([_by_law(person, basis, rows, on) for basis in sorted(bases)])
    return tuple(one for copy in found for one in _people(copy, person, rows, on))


def reader(person: Person, receiving: Collection[Receives], on: date) -> Parties:
    """Return who the first letter is to: those who act for the person, unless they may not have all of it."""
    usual = recipients(person, on)
    if usual.is_subject or not receiving:
        return usual
    may = {one.person for one in receiving if one.gets_copy}
    left = tuple(one for one in usual.people if one in may)
    return Parties(left, False) if left else Parties((person,), True)


def _around(person: Person, on: date) -> "QuerySet[Representation]":
    rows = Representation.objects.filter(live_on(on), not_barred(on), person=person)
    alive = rows.filter(representative__deceased_on__isnull=True)
    return alive.select_related("representative").order_by("id")


def _by_law(person: Person, basis: LegalBasis, rows: list[Representation], on: date) -> tuple[Copy, ...]:
    numbers, around = consent_law(on), circumstances(person, on)
    facts = CopyFacts(
        age=person.age(on) or 0,
        basis=basis,
        care=person_facts(person, Purpose.PLAN, around, on).care if _is_minor(person, on) else Care.NONE,
        wants_secrecy=around.secret,
        guardian=any(_covers(row) for row in rows if row.kind in _KINDS[Recipient.GUARDIAN]),
        proxy=any(_covers(row) for row in rows if row.kind == Kind.PROXY),
    )
    return copies(facts, numbers, own_notices=law.number("age.own_notices", on))


def _merged(answers: list[tuple[Copy, ...]]) -> list[Copy]:
    """Return one answer for each recipient: the narrowest, since the letter tells everything at once."""
    found: dict[Recipient, list[Copy]] = {}
    for answer in answers:
        for copy in answer:
            found.setdefault(copy.to, []).append(copy)
    return [_narrowest(to, rows, len(answers)) for to, rows in found.items()]


def _narrowest(to: Recipient, rows: list[Copy], wanted: int) -> Copy:
    if part := next((copy for copy in rows if copy.extent is Extent.NECESSARY), None):
        return part
    return rows[0] if len(rows) == wanted else Copy(to, Extent.NECESSARY, _MIXED)


def _people(copy: Copy, person: Person, rows: list[Representation], on: date) -> list[Receives]:
    if copy.to is Recipient.PERSON:
        return [Receives(copy.to, copy.extent, copy.why, person)]
    kinds = set(_KINDS[copy.to])
    if copy.to is Recipient.PARENTS:
        kinds.add(Kind.GUARDIAN)
    by_mandate = copy.to in (Recipient.GUARDIAN, Recipient.PROXY)
    them = [row.representative for row in rows if row.kind in kinds and (not by_mandate or _covers(row))]
    found = [Receives(copy.to, copy.extent, copy.why, one) for one in dict.fromkeys(them)]
    return found or [Receives(copy.to, copy.extent, copy.why)]


def _covers(row: Representation) -> bool:
    """Return whether a mandate reaches this; a written one that names nothing is not limited."""
    return reaches(row, Purpose.PLAN) or (row.kind == Kind.PROXY and not row.matters)


def _is_minor(person: Person, on: date) -> bool:
    age = person.age(on)
    return age is None or age < consent_law(on).adult
