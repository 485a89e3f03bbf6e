"""Drafts that lie under a code: kept for fourteen days after they were last written in, then deleted."""

from datetime import timedelta

from fellesplan.kernel import clock
from fellesplan.kernel.ids import is_reference, new_reference
from fellesplan.people.models import Municipality
from fellesplan.people.models.person import vault
from fellesplan.web.models import ReferralDraft

KEPT = timedelta(days=14)
LENGTH = 12
"""Twelve letters of thirty-one: sixty bits."""


def new_code() -> str:
    return new_reference(LENGTH)


def grouped(code: str) -> str:
    """Return the code as it is shown: four letters at a time."""
    return "-".join(code[at : at + 4] for at in range(0, len(code), 4))


def cleaned(typed: str) -> str:
    """Return the code as it was given out, however it was typed; empty if it cannot be one."""
    code = "".join(sign for sign in typed.upper() if sign.isalnum())
    return code if is_reference(code, LENGTH) else ""


def create(tenant: Municipality, code: str, content: bytes) -> None:
    """Keep an encrypted draft under a new code."""
    now = clock.now()
    ReferralDraft.objects.create(
        municipality=tenant, code=_hash(tenant, code), content=content, saved_at=now, expires_at=now + KEPT
    )


def update(tenant: Municipality, code: str, content: bytes) -> None:
    """Keep what has been written since. What has been sent or deleted elsewhere stays gone."""
    now = clock.now()
    rows = ReferralDraft.objects.filter(municipality=tenant, code=_hash(tenant, code), expires_at__gt=now)
    rows.update(content=content, saved_at=now, expires_at=now + KEPT)


def find(tenant: Municipality, code: str) -> bytes | None:
    """Return what lies under the code, still encrypted."""
    rows = ReferralDraft.objects.filter(municipality=tenant, code=_hash(tenant, code))
    content = rows.filter(expires_at__gt=clock.now()).values_list("content", flat=True).first()
    return bytes(content) if content else None


def delete(tenant: Municipality, code: str) -> None:
    """Delete the draft under the code."""
    ReferralDraft.objects.filter(municipality=tenant, code=_hash(tenant, code)).delete()


def purge() -> int:
    """Delete what has expired, in the municipality of the running transaction; return how many."""
    return ReferralDraft.objects.filter(expires_at__lte=clock.now()).delete()[0]


def _hash(tenant: Municipality, code: str) -> bytes:
    return vault().fingerprint(f"referral-draft:{tenant.pk}:{code}")
