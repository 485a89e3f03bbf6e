"""What cases announce."""

from dataclasses import dataclass
from typing import Any

from fellesplan.kernel.events import Happening


@dataclass(frozen=True, kw_only=True)
class CaseClosed(Happening):
    """A case has ended; `reason` is a key of `services.closing.REASONS`."""

    case: Any
    reason: str


@dataclass(frozen=True)
class DecisionIssued(Happening):
    """The decisions of a case were issued in one letter. `granted` are the rights given, fully or in part."""

    case: Any
    granted: tuple[str, ...]
