"""A municipality begins: the row itself, its office, and someone who can add the rest."""

from dataclasses import dataclass

from django.db import IntegrityError

from fellesplan.access.tenancy import working_in
from fellesplan.kernel import clock
from fellesplan.people.models import Account, Assignment, Employee, Municipality, Unit

RESERVED = frozenset({"demo", "healthz", "readyz", "sprak", "logg-ut", "static"})
"""First parts of an address that are not municipalities."""


@dataclass(frozen=True, kw_only=True)
class Founding:
    """What a new municipality starts with. `subject` is the administrator's identifier from the login
    service.
    """

    slug: str
    name: str
    number: str
    profile: str
    language: str
    phone: str
    address: str
    administrator: str
    subject: str


def found(data: Founding) -> Municipality:
    """Add the municipality with an office and an administrator. Raises ValueError with one sentence."""
    if data.slug in RESERVED or not data.slug.replace("-", "").isalnum() or not data.slug.isascii():
        raise ValueError(f"{data.slug} cannot be part of an address.")
    if len(data.number) != 4 or not data.number.isdecimal():
        raise ValueError("The number of a municipality has four digits.")
    municipality = Municipality(
        slug=data.slug, name=data.name, number=data.number, profile=data.profile,
        language=data.language, phone=data.phone, address=data.address,
    )  # fmt: skip
    try:
        with working_in(municipality.id):
            municipality.save(force_insert=True)
            _first_administrator(municipality, data)
    except IntegrityError:
        raise ValueError(f"There is already a municipality {data.slug} or {data.number}.") from None
    return municipality


def _first_administrator(municipality: Municipality, data: Founding) -> None:
    account = Account.objects.get_or_create(subject=data.subject, defaults={"name": data.administrator})[0]
    office = Unit.objects.create(
        municipality=municipality, name="Koordinerende enhet", kind=Unit.Kind.OFFICE, phone=data.phone
    )
    employee = Employee.objects.create(
        municipality=municipality, account=account, name=data.administrator, title="Administrator"
    )
    Assignment.objects.create(
        municipality=municipality, employee=employee, unit=office, valid_from=clock.today(),
        role=Assignment.AssignedRole.ADMINISTRATOR,
    )  # fmt: skip
