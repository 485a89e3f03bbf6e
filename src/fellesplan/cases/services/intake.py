"""A referral that an employee was told, or got on paper, with what is known about the parents."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from fellesplan.access.actor import Actor
from fellesplan.access.functions import fetch
from fellesplan.cases.data import ParentData, ReferralData
from fellesplan.cases.models import Referral
from fellesplan.cases.services import progress, referrals, relatives
from fellesplan.documents.uploads import Upload
from fellesplan.kernel.ids import is_reference
from fellesplan.people.models import Municipality, Person, Representation
from fellesplan.people.services import numbers

SHARED, ALONE = "shared", "alone"


def register_told(
    *,
    actor: Actor,
    tenant: Municipality,
    data: ReferralData,
    attachments: Sequence[Upload] = (),
    responsibility: str = "",
    reference: str = "",
    same_as: UUID | None = None,
) -> Referral:
    """Keep the referral; keep the parents too when it is known who has parental responsibility.

    `reference` makes a form that is sent twice one referral; nonsense is left out. The employee takes the
    case when nobody has it. `same_as` is the person it is about, when the employee has recognised them: a
    number they did not have is then kept. Raises as `referrals.register` does, and NotFound.
    """
    known = replace(data, reference=reference if is_reference(reference) else "")
    person = _recognised(actor, same_as, data.birth_number) if same_as else None
    referral = referrals.register(
        actor=actor, tenant=tenant, data=known, attachments=attachments, person=person
    )
    if referral.case.caseworker_id is None and actor.employee:
        progress.take(actor=actor, case=referral.case)
    for parent in _responsible(data, responsibility):
        relatives.add(
            actor=actor, case=referral.case, name=parent.name, phone=parent.phone,
            kind=Representation.Kind.PARENT, shared=responsibility == SHARED,
        )  # fmt: skip
    return referral


def registered(tenant: Municipality, reference: str) -> bool:
    """Return whether a form with this reference has been registered."""
    return Referral.objects.filter(municipality=tenant, reference=reference).exists()


def _recognised(actor: Actor, same_as: UUID, number: str) -> Person:
    person = fetch(actor, "person.read", Person, same_as, information=("name",))
    if number and person.number_kind == Person.NumberKind.NONE:
        return numbers.set_number(actor=actor, person=person, number=number)
    return person


def _responsible(data: ReferralData, responsibility: str) -> tuple[ParentData, ...]:
    if responsibility == ALONE:
        return data.parents[:1]
    return data.parents if responsibility == SHARED else ()
