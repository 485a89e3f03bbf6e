"""What can go wrong when two people write in the same plan."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from fellesplan.kernel.errors import Conflict


@dataclass(frozen=True)
class Edited:
    """One field that two people have changed: both texts, so that neither is lost."""

    field: str
    mine: str
    theirs: str


class EditConflict(Conflict):
    """Somebody saved another text meanwhile. Carries both, and the version to write on from."""

    def __init__(
        self, mine: Mapping[str, str], theirs: Mapping[str, str], *, version: int, by_name: str = "",
        at: datetime | None = None,
    ) -> None:  # fmt: skip
        super().__init__(", ".join(sorted(mine)))
        self.edits = tuple(Edited(name, mine[name], theirs[name]) for name in mine)
        self.version, self.by_name, self.at = version, by_name, at
