"""The demo's personas: which invented people one may become, and where each of them starts."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from fellesplan.people.models import Account, Municipality

ROLES = {
    "owner": _("har en plan"),
    "youth": _("ungdom, samtykker selv"),
    "parent": _("forelder"),
    "caseworker": _("saksbehandler"),
    "system-coordinator": _("systemkoordinator"),
    "ke-leader": _("leder for koordinerende enhet"),
    "unit-leader": _("leder for en virksomhet"),
    "coordinator": _("koordinator"),
    "participant": _("deltaker i en plan"),
    "outsider": _("tjenesteyter uten tilknytning til planene"),
    "admin": _("kommuneadministrator"),
}


@dataclass(frozen=True)
class Persona:
    """One invented person: `slug` is `<municipality>-<role>` and never changes."""

    slug: str
    role: str
    name: str
    municipality: str

    @property
    def role_name(self) -> Promise:
        return ROLES[self.role]

    def as_json(self) -> dict[str, str]:
        start = reverse("start", kwargs={"tenant": self.municipality})
        return {
            "slug": self.slug,
            "role": self.role,
            "name": self.name,
            "tenant": self.municipality,
            "start": start,
        }


@dataclass(frozen=True)
class Group:
    """The personas of one municipality."""

    slug: str
    name: str
    personas: tuple[Persona, ...]


def personas() -> tuple[Group, ...]:
    """Return the personas of every municipality in the order of `ROLES`; two queries."""
    names = dict(Account.objects.filter(subject__startswith="demo:").values_list("subject", "name"))
    return tuple(
        Group(m.slug, m.name, tuple(_personas_of(m.slug, names)))
        for m in Municipality.objects.order_by("name")
    )


def _personas_of(municipality: str, names: dict[str, str]) -> list[Persona]:
    slugs = [(role, f"{municipality}-{role}") for role in ROLES]
    return [Persona(s, role, names[f"demo:{s}"], municipality) for role, s in slugs if f"demo:{s}" in names]
