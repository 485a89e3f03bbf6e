"""Who acts for the person in a case; the case then knows whom to ask for consent."""

from fellesplan.access.actor import Actor
from fellesplan.cases.models import Case
from fellesplan.cases.services import progress
from fellesplan.people.models import Representation
from fellesplan.people.services import (
    NO_MANDATE,
    Mandate,
    PersonData,
    add_representative,
    split_name,
)


def add(
    *,
    actor: Actor,
    case: Case,
    name: str,
    kind: str,
    phone: str = "",
    shared: bool | None = None,
    evidence: str = "",
    mandate: Mandate = NO_MANDATE,
) -> Representation:
    """Keep that someone acts for the person. Raises InvalidInput by field."""
    given, family = split_name(name)
    data = PersonData(given_name=given, family_name=family, phone=phone)
    row = add_representative(
        actor=actor, person=case.person, data=data, kind=kind, shared=bool(shared), evidence=evidence,
        mandate=mandate,
    )  # fmt: skip
    progress.refresh(progress.lock(case))
    return row


def told_parents(case: Case) -> list[dict[str, str]]:
    """Return the parents that the referrals name, as they were named."""
    told = case.referrals.order_by("received_at").values_list("extra", flat=True)
    return [parent for extra in told for parent in extra.get("parents", []) if parent.get("name")]
