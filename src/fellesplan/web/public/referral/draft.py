"""What has been written so far: in the server's session, encrypted, for as long as the session lasts."""

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

Typed = dict[str, list[str]]


@dataclass
class Draft:
    """Answers by step, as they were typed. `reference` makes sure that a form sent twice is one referral."""

    reference: str = field(default_factory=new_reference)
    saved_at: datetime | None = None
    steps: dict[str, Typed] = field(default_factory=dict)

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
    if not token:
        return None
    raw: dict[str, Any] = json.loads(vault().decrypt(token.encode()))
    saved = raw["saved_at"]
    return Draft(raw["reference"], datetime.fromisoformat(saved) if saved else None, raw["steps"])


def save(session: SessionBase, tenant: Municipality, draft: Draft) -> None:
    """Keep the draft in the session."""
    saved = draft.saved_at.isoformat() if draft.saved_at else None
    raw = {"reference": draft.reference, "saved_at": saved, "steps": draft.steps}
    session[_key(tenant)] = vault().encrypt(json.dumps(raw)).decode()


def delete(session: SessionBase, tenant: Municipality) -> None:
    """Forget the draft."""
    session.pop(_key(tenant), None)


def _key(tenant: Municipality) -> str:
    return f"melding:{tenant.slug}"
