"""What can go wrong when two people write in the same plan."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from fellesplan.kernel.errors import Conflict


@dataclass(frozen=True)
class Edited:
    """One field that two people have changed: both texts, so that neither is lost.

    `base` is what stood there when the writer began, if it is known.
    """

    field: str
    mine: str
    theirs: str
    base: str | None = None


class EditConflict(Conflict):
    """Somebody saved another text meanwhile. Carries both, and the version to write on from.

    `base`, `now` and `merged` hold every field: what stood there when the writer began (None: not known),
    what stands there now, and what shall stand there, with the writer's own text where the two clash.
    """

    def __init__(
        self, mine: Mapping[str, str], theirs: Mapping[str, str], *, version: int, by_name: str = "",
        at: datetime | None = None, base: Mapping[str, str] | None = None,
        merged: Mapping[str, str] | None = None,
    ) -> None:  # fmt: skip
        super().__init__(", ".join(sorted(mine)))
        began = base or {}
        self.edits = tuple(Edited(name, mine[name], theirs[name], began.get(name)) for name in mine)
        self.version, self.by_name, self.at = version, by_name, at
        self.base, self.now, self.merged = base, dict(theirs), dict(merged or mine)
