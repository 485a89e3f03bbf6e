"""Gjester i planen: those from other organisations, who see this plan and nothing else here."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from fellesplan.access import audit
from fellesplan.access.actor import Actor
from fellesplan.access.functions import ground, require
from fellesplan.kernel import clock
from fellesplan.kernel.errors import InvalidInput
from fellesplan.kernel.text import Text, t
from fellesplan.people.models import Assignment, Employee, Unit
from fellesplan.plans.models import Participant, Plan
from fellesplan.plans.services.participants import invite
from fellesplan.plans.services.writing import locked

KINDS = (
    Unit.Kind.HOSPITAL,
    Unit.Kind.GP,
    Unit.Kind.NAV,
    Unit.Kind.UPPER_SECONDARY,
    Unit.Kind.CHILD_WELFARE,
    Unit.Kind.OTHER,
)
"""What an organisation outside the municipality may be."""


@dataclass(frozen=True, kw_only=True)
class GuestData:
    """Who is invited from outside. `organisation` is kept by its name; `kind` is asked for a new one."""

    name: str
    title: str
    email: str
    organisation: str
    kind: str = Unit.Kind.OTHER
    phone: str = ""


def invite_guest(
    *, actor: Actor, plan: Plan, guest: GuestData, role: str, purpose: str, valid_to: date | None = None
) -> Participant:
    """Invite somebody from outside the municipality, for a purpose and a period.

    The guest becomes nobody's employee here: the only thing the row gives is to take part. Somebody with the
    same e-mail in the same organisation is the same. Raises InvalidInput, or Refused if they take part.
    """
    held = locked(plan)
    require(actor, "plan.lead", held)
    if wrong := _wrong(held, guest, purpose, valid_to):
        raise InvalidInput(wrong)
    unit = _unit(actor, held, guest)
    who = _known(unit, guest) or _added(actor, held, unit, guest, valid_to)
    _let_last(actor, held, who, unit, valid_to)
    return invite(
        actor=actor, plan=held, employee=who, unit=unit, role=role, purpose=purpose, valid_to=valid_to
    )


def _wrong(plan: Plan, guest: GuestData, purpose: str, valid_to: date | None) -> dict[str, Text]:
    wrong: dict[str, Text] = {}
    for field, text in (
        ("name", t("Skriv navnet.")),
        ("title", t("Skriv stillingen.")),
        ("organisation", t("Skriv hvor deltakeren arbeider.")),
        ("email", t("Skriv e-posten i jobben.")),
    ):
        if not getattr(guest, field).strip():
            wrong[field] = text
    if not purpose.strip():
        wrong["purpose"] = t("Skriv hvorfor det er nyttig at deltakeren er med.")
    if valid_to and valid_to < clock.today():
        wrong["valid_to"] = t("Siste dag må være i dag eller senere.")
    if guest.kind not in KINDS:
        wrong["kind"] = t("Velg hva slags virksomhet det er.")
    if _named(plan, guest).filter(external=False).exists():
        wrong["organisation"] = t("Dette er en virksomhet i kommunen. Søk opp den ansatte i stedet.")
    return wrong


def _named(plan: Plan, guest: GuestData) -> "QuerySet[Unit]":
    return Unit.objects.filter(municipality=plan.municipality_id, name__iexact=guest.organisation.strip())


def _unit(actor: Actor, plan: Plan, guest: GuestData) -> Unit:
    found = _named(plan, guest).first()
    if found:
        return found
    unit = Unit.objects.create(
        municipality_id=plan.municipality_id, name=guest.organisation.strip(), kind=guest.kind, external=True
    )
    _log(actor, plan, unit, ["name", "kind", "external"])
    return unit


def _known(unit: Unit, guest: GuestData) -> Employee | None:
    """Return the one with this e-mail in the organisation."""
    same = Employee.objects.filter(municipality=unit.municipality_id, email__iexact=guest.email.strip())
    return same.filter(assignments__unit=unit).order_by("pk").first()


def _added(actor: Actor, plan: Plan, unit: Unit, guest: GuestData, valid_to: date | None) -> Employee:
    who = Employee.objects.create(
        municipality_id=plan.municipality_id, name=guest.name.strip(), title=guest.title.strip(),
        email=guest.email.strip(), phone=guest.phone,
    )  # fmt: skip
    Assignment.objects.create(
        municipality_id=plan.municipality_id, employee=who, unit=unit, valid_from=clock.today(),
        valid_to=valid_to, role=Assignment.AssignedRole.PROVIDER,
    )  # fmt: skip
    _log(actor, plan, who, ["name", "title", "email", "unit"])
    return who


def _let_last(actor: Actor, plan: Plan, who: Employee, unit: Unit, valid_to: date | None) -> None:
    """Let a guest who is known already be one for as long as the longest invitation."""
    row = who.assignments.filter(unit=unit).order_by("-valid_from", "-id").first()
    if row and row.valid_to and (valid_to is None or row.valid_to < valid_to):
        row.valid_to = valid_to
        row.save(update_fields=["valid_to"])
        _log(actor, plan, row, ["valid_to"])


def _log(actor: Actor, plan: Plan, row: Unit | Employee | Assignment, fields: list[str]) -> None:
    audit.changed(
        actor,
        "plan.lead",
        row,
        subject=plan.person_id,
        fields=fields,
        ground=ground(actor, "plan.lead", plan),
    )
