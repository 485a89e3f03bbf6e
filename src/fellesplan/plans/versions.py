"""Reading the versions of a plan: all of them, or two beside each other. For those who may write in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Max

from fellesplan.access.actor import Actor
from fellesplan.access.functions import fetch
from fellesplan.kernel import clock
from fellesplan.kernel.errors import NotFound
from fellesplan.kernel.text import Text
from fellesplan.plans import tools
from fellesplan.plans.comparing import PartChange, compare
from fellesplan.plans.models import Plan, PlanVersion
from fellesplan.plans.telling import change_of, told

COLUMNS = ("number", "kind", "by_name", "at", "content__changed")


@dataclass(frozen=True)
class Version:
    """A version, told in a sentence."""

    number: int
    kind: str
    by_name: str
    at: datetime
    text: Text

    @property
    def is_snapshot(self) -> bool:
        return self.kind != PlanVersion.Kind.CHANGE


@dataclass(frozen=True)
class Comparison:
    """Two versions and what differs; `newest` is the number of the plan as it is now."""

    before: Version
    after: Version
    changes: tuple[PartChange, ...]
    newest: int


class Versions(Sequence[Version]):
    """All versions of a plan, the newest first, read a page at a time."""

    def __init__(self, plan: Plan, kind: str = "") -> None:
        rows = PlanVersion.objects.filter(plan=plan).order_by("-number")
        self._rows = rows.filter(kind=kind) if kind else rows

    def __len__(self) -> int:
        return self._rows.count()

    def __getitem__(self, wanted):  # type: ignore[no-untyped-def]
        found = self._rows.values_list(*COLUMNS)[wanted]
        return [_version(*row) for row in found] if isinstance(wanted, slice) else _version(*found)


def plan_for_versions(actor: Actor, plan: UUID) -> Plan:
    """Return the plan if the actor may write in it; raises NotFound."""
    return fetch(
        actor, "plan.write", Plan, plan, related=("person__municipality",), information=("versions",)
    )


def comparison(plan: Plan, before: int, after: int) -> Comparison:
    """Return two versions beside each other, the older first. Raises NotFound."""
    first, last = sorted((before, after))
    rows = PlanVersion.objects.filter(plan=plan, number__in=[first, last])
    found = {row.number: row for row in rows}
    if first not in found or last not in found:
        raise NotFound
    following = tools.procedure(plan.person.municipality, clock.today())
    names = {area.key: area.name for area in tools.life_areas(following)}
    changes = compare(found[first].content, found[last].content, names, plan.person.first_name)
    newest = PlanVersion.objects.filter(plan=plan).aggregate(Max("number"))["number__max"]
    return Comparison(_of(found[first]), _of(found[last]), changes, newest)


def _of(row: PlanVersion) -> Version:
    return _version(row.number, row.kind, row.by_name, row.at, row.content["changed"])


def _version(number: int, kind: str, by_name: str, at: datetime, changed: dict[str, object]) -> Version:
    return Version(number, kind, by_name, at, told(change_of(changed), by_name))
