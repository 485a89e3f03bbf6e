"""The register of coordinators: who may be one, what they have learned, how many they have room for."""

from dataclasses import dataclass
from datetime import date

from fellesplan.access import audit
from fellesplan.access.actor import Actor
from fellesplan.access.functions import require
from fellesplan.coordinators.models import CoordinatorProfile
from fellesplan.coordinators.services.nominations import works_at
from fellesplan.kernel import clock
from fellesplan.kernel.errors import InvalidInput
from fellesplan.kernel.text import t
from fellesplan.people.models import Employee, Municipality, Unit


@dataclass(frozen=True, kw_only=True)
class CoordinatorData:
    """What the register keeps. `max_persons`: how many there is room for, None if not said."""

    trained_on: date | None = None
    training_reported_on: date | None = None
    max_persons: int | None = None
    languages: str = ""
    active: bool = True


def add(
    *, actor: Actor, tenant: Municipality, employee: Employee, unit: Unit, data: CoordinatorData
) -> CoordinatorProfile:
    """Put an employee in the register, once. Raises InvalidInput for one who does not work at the unit."""
    require(actor, "case.work", tenant)
    if not works_at(employee, unit, clock.today()):
        raise InvalidInput(
            {"employee": t("{name} arbeider ikke i {unit}.", name=employee.name, unit=unit.name)}
        )
    row, created = CoordinatorProfile.objects.get_or_create(
        employee=employee, defaults={"municipality": tenant, "unit": unit}
    )
    return update(actor=actor, profile=row, data=data) if created else row


def update(*, actor: Actor, profile: CoordinatorProfile, data: CoordinatorData) -> CoordinatorProfile:
    """Change what the register says. Raises InvalidInput for a day that has not come."""
    row = CoordinatorProfile.objects.select_for_update().get(pk=profile.pk)
    require(actor, "coordinator.edit", row)
    late = [name for name in ("trained_on", "training_reported_on") if _not_come(getattr(data, name))]
    if late:
        raise InvalidInput(dict.fromkeys(late, t("Velg i dag eller en tidligere dag.")))
    changed = [name for name, value in vars(data).items() if getattr(row, name) != value]
    for name in changed:
        setattr(row, name, getattr(data, name))
    if changed:
        row.save(update_fields=changed)
        audit.changed(actor, "coordinator.edit", row, subject=None, fields=changed)
    return row


def _not_come(day: date | None) -> bool:
    return day is not None and day > clock.today()
