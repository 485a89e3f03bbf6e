"""What has been written so far: encrypted in the server's session, and under a code if one is asked for."""

import json
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.contrib.sessions.backends.base import SessionBase
from django.http import QueryDict

from fellesplan.kernel import clock
from fellesplan.kernel.ids import new_reference
from fellesplan.people.models import Municipality
from fellesplan.people.models.person import vault
from fellesplan.web.public.referral import coded

Typed = dict[str, list[str]]


@dataclass
class Draft:
    """Answers by step, as they were typed. `reference` makes sure that a form sent twice is one referral.

    `code` is what the writer goes on with from another device, when one has been asked for.
    """

    reference: str = field(default_factory=new_reference)
    saved_at: datetime | None = None
    steps: dict[str, Typed] = field(default_factory=dict)
    code: str = ""

    def typed(self, step: str) -> QueryDict:
        """Return what was typed in a step, in the shape a form takes."""
        values = QueryDict(mutable=True)
        for name, texts in self.steps.get(step, {}).items():
            values.setlist(name, texts)
        return values

    def keep(self, step: str, values: QueryDict, names: list[str]) -> None:
        """Keep what was typed, right or wrong: nothing is lost."""
        self.steps[step] = {name: list(values.getlist(name)) for name in names if name in values}
        self.saved_at = clock.now()

    def first(self, step: str, name: str) -> str:
        """Return one typed value, or an empty text."""
        return next(iter(self.steps.get(step, {}).get(name, [])), "")


def load(session: SessionBase, tenant: Municipality) -> Draft | None:
    """Return the draft of this session in a municipality, if one has been begun."""
    token = session.get(_key(tenant))
    return opened(token.encode()) if token else None


def save(session: SessionBase, tenant: Municipality, draft: Draft) -> None:
    """Keep the draft in the session, and under its code if it has one."""
    token = sealed(draft)
    session[_key(tenant)] = token.decode()
    if draft.code:
        coded.update(tenant, draft.code, token)


def delete(session: SessionBase, tenant: Municipality) -> None:
    """Forget the draft, also what lies under its code."""
    draft = load(session, tenant)
    if draft and draft.code:
        coded.delete(tenant, draft.code)
    leave(session, tenant)


def leave(session: SessionBase, tenant: Municipality) -> None:
    """Take the draft away from this browser only."""
    session.pop(_key(tenant), None)


def sealed(draft: Draft) -> bytes:
    """Return the draft encrypted."""
    saved = draft.saved_at.isoformat() if draft.saved_at else None
    raw = {"reference": draft.reference, "saved_at": saved, "steps": draft.steps, "code": draft.code}
    return vault().encrypt(json.dumps(raw))


def opened(token: bytes) -> Draft:
    """Return the draft that was sealed."""
    raw: dict[str, Any] = json.loads(vault().decrypt(token))
    saved = raw["saved_at"]
    moment = datetime.fromisoformat(saved) if saved else None
    return Draft(raw["reference"], moment, raw["steps"], raw.get("code", ""))


def _key(tenant: Municipality) -> str:
    return f"melding:{tenant.slug}"
