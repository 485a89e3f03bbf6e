"""What follows from having been let in to a plan, so that the same question is not asked six times.

The matrix often grants several actions in the same row: to the same role, in the same relation, on the same
conditions. Where these concern the person alone, an actor who reads the plan may by that also read its goals.
Where a row adds that the area must be shared, the shared areas are looked up once. Anything else a row may
add is asked of `access.visible`, which stays the definition: a test holds the two against each other.
"""

from dataclasses import dataclass, replace
from functools import cached_property, reduce
from operator import or_
from typing import Any
from uuid import UUID

from django.db.models import CharField, Exists, Model, OuterRef, QuerySet, Value

from fellesplan.access import matrix, policy
from fellesplan.access.actor import Actor, Role
from fellesplan.access.functions import M, visible
from fellesplan.access.written import ask
from fellesplan.consent.areas import HEALTH
from fellesplan.consent.policy import live_grants
from fellesplan.plans.models import Plan
from fellesplan.plans.view import Rights

READ = "plan.read"
ABOUT_THE_PERSON = frozenset(
    {"self", "represents", "coordinates", "takes_part", "consent_to_coordination", "shared_with"}
    | {"takes_part_for_health", "health_open", "emergency"}
)
BY_AREA = {"shared_with": "area_shared_with", "health_open": "health_area_open"}
_RIGHTS = {"write": "plan.write", "lead": "plan.lead", "approve": "plan.approve"}
Row = tuple[Role, str, tuple[str, ...]]


@dataclass(frozen=True)
class Scope:
    """An actor who has been let in to a person's plan, with the roles that can have let them in."""

    actor: Actor
    plan: UUID
    person: UUID
    ground: str = ""

    def rows(self, action: str, model: type[M], path: str = "plan") -> "QuerySet[M]":
        """Return the plan's rows of `model` on which the actor may do `action`."""
        here: dict[str, object] = {path: self.plan, "municipality_id": self.actor.municipality}
        if self.implies(action):
            return model._default_manager.filter(**here)
        if self._implies_by_area(action):
            here[f"{getattr(model, 'AREA', 'area')}__in"] = self.shared_areas
            return model._default_manager.filter(**here)
        return visible(self.actor, action, model).filter(**{path: self.plan})

    def values(
        self, action: str, model: type[M], columns: tuple[str, ...], path: str = "plan"
    ) -> list[tuple[Any, ...]]:
        """Return columns of the same rows, in the model's order, with SQL that is written once."""
        if self.implies(action):
            build = _Values(action, model, columns, path, whole=True)
        elif self._implies_by_area(action):
            build = _Values(action, model, columns, path, areas=self.shared_areas)
        else:
            build = _Values(action, model, columns, path)
        return ask(build, self.actor, self.plan)

    @cached_property
    def shared_areas(self) -> tuple[str, ...]:
        """Return the areas that consent, or the law on health personnel, opens to the actor now."""
        return tuple(sorted({area for (area,) in ask(_shared, self.actor, self.person, self.plan)}))

    def implies(self, action: str) -> bool:
        """Return whether every row that can have let the actor in also grants `action`."""
        read = _all_granted(READ, self.actor)
        return bool(read) and read <= _granted(action, self.actor)

    def _implies_by_area(self, action: str) -> bool:
        """Return whether the rows for `action` are those for reading, but by area instead of at all."""
        read = {
            (role, relation, _by_area(conditions))
            for role, relation, conditions in _all_granted(READ, self.actor)
        }
        return bool(read) and read == _all_granted(action, self.actor)

    def rights(self) -> Rights:
        """Return what the actor may do with the plan; a query only where the matrix leaves it open."""
        found = {name: self.implies(action) or self._by_ground(action) for name, action in _RIGHTS.items()}
        open_ = {n: a for n, a in _RIGHTS.items() if _all_granted(a, self.actor) and not found[n]}
        rights = Rights(**(found | self._asked(open_)))
        return replace(rights, emergency=Role.EMERGENCY in self.actor.roles and not rights.follows)

    def _by_ground(self, action: str) -> bool:
        """Return whether the very row that let the actor in to the plan grants the action on it too."""
        named = {
            (grant.role, grant.relation, grant.conditions)
            for grant in matrix.grants(READ, self.actor.roles)
            if grant.ground == self.ground
        }
        return bool(named) and named <= _all_granted(action, self.actor)

    def _asked(self, actions: dict[str, str]) -> dict[str, bool]:
        if not actions:
            return {}
        asked = {
            name: Exists(visible(self.actor, action, Plan).filter(pk=OuterRef("pk")))
            for name, action in actions.items()
        }
        found = Plan.objects.filter(pk=self.plan).annotate(**asked).values(*asked).get()
        return {name: bool(value) for name, value in found.items()}


@dataclass(frozen=True)
class _Values:
    """A question for `ask`: the whole plan's rows, those of some areas, or those `access.visible` gives."""

    action: str
    model: type[Model]
    columns: tuple[str, ...]
    path: str
    whole: bool = False
    areas: tuple[str, ...] | None = None

    def __call__(self, actor: Actor, plan: UUID) -> "QuerySet[Any, Any]":
        rows = self.model._default_manager.filter(municipality_id=actor.municipality)
        if self.areas is not None:
            rows = rows.filter(**{f"{getattr(self.model, 'AREA', 'area')}__in": self.areas})
        elif not self.whole:
            rows = visible(actor, self.action, self.model)
        return rows.filter(**{self.path: plan}).values_list(*self.columns)


def _shared(actor: Actor, person: UUID, plan: UUID) -> "QuerySet[Any, Any]":
    """The areas that consent opens, and the health area where the law opens it (hpl § 25)."""
    areas = live_grants(actor).filter(consent__person_id=person).order_by().values_list("area")
    rows = [grant for grant in matrix.grants(READ, actor.roles) if grant.relation == "takes_part_for_health"]
    if not rows or not actor.units:
        return areas
    opened = reduce(or_, (policy.rule(grant, actor) for grant in rows))
    health = (
        Plan.objects.filter(opened, pk=plan).order_by().values_list(Value(HEALTH, output_field=CharField()))
    )
    return areas.union(health)


def scope_of(actor: Actor, ground: str, *, plan: UUID, person: UUID) -> Scope:
    """Return the scope of an actor whom `ground`, as `access.look` gives it, has let in to the plan.

    The ground is the first row that matched: rows above it did not. A participant is the last of them, and
    sees the least, so whoever came in as something else needs no participant's rows.
    """
    came_in_as = Role(ground.partition(":")[0])
    order = [grant.role for grant in matrix.MATRIX if grant.action == READ]
    roles = set(order[order.index(came_in_as) :])
    if came_in_as is not Role.PARTICIPANT:
        roles.discard(Role.PARTICIPANT)
    return Scope(replace(actor, roles=actor.roles & roles), plan, person, ground)


def _all_granted(action: str, actor: Actor) -> frozenset[Row]:
    """Return the rows for the action."""
    grants = matrix.grants(action, actor.roles)
    return frozenset((grant.role, grant.relation, grant.conditions) for grant in grants)


def _granted(action: str, actor: Actor) -> frozenset[Row]:
    """Return the rows for the action that concern the person alone."""
    return frozenset(row for row in _all_granted(action, actor) if {row[1], *row[2]} <= ABOUT_THE_PERSON)


def _by_area(conditions: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(BY_AREA.get(name, name) for name in conditions)
