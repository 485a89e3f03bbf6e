"""A referral that an employee was told, or got on paper, with what is known about the parents."""

from collections.abc import Sequence
from dataclasses import replace

from fellesplan.access.actor import Actor
from fellesplan.cases.data import ParentData, ReferralData
from fellesplan.cases.models import Referral
from fellesplan.cases.services import progress, referrals, relatives
from fellesplan.documents.uploads import Upload
from fellesplan.kernel.ids import is_reference
from fellesplan.people.models import Municipality, Representation

SHARED, ALONE = "shared", "alone"


def register_told(
    *,
    actor: Actor,
    tenant: Municipality,
    data: ReferralData,
    attachments: Sequence[Upload] = (),
    responsibility: str = "",
    reference: str = "",
) -> Referral:
    """Keep the referral; keep the parents too when it is known who has parental responsibility.

    `reference` makes a form that is sent twice one referral; nonsense is left out. The employee takes the
    case when nobody has it. Raises as `referrals.register` does.
    """
    known = replace(data, reference=reference if is_reference(reference) else "")
    referral = referrals.register(actor=actor, tenant=tenant, data=known, attachments=attachments)
    if referral.case.caseworker_id is None and actor.employee:
        progress.take(actor=actor, case=referral.case)
    for parent in _responsible(data, responsibility):
        relatives.add(
            actor=actor, case=referral.case, name=parent.name, phone=parent.phone,
            kind=Representation.Kind.PARENT, shared=responsibility == SHARED,
        )  # fmt: skip
    return referral


def _responsible(data: ReferralData, responsibility: str) -> tuple[ParentData, ...]:
    if responsibility == ALONE:
        return data.parents[:1]
    return data.parents if responsibility == SHARED else ()
