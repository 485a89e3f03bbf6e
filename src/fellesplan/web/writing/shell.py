"""The room in which versions are read: that of staff, or the person's own. The pages are otherwise alike."""

from typing import Any, Protocol
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from fellesplan.access.actor import Actor
from fellesplan.plans.models import Plan
from fellesplan.plans.versions import plan_for_versions
from fellesplan.web.page import PageRequest


class Shell(Protocol):
    """Where the pages stand: whose plan, who reads, how they are linked and shown."""

    plan: Plan

    @property
    def actor(self) -> Actor: ...

    def url(self, name: str, **kwargs: Any) -> str:
        """Return the address of one of the pages: versions, compare, restore, field or home."""
        ...

    def show(self, page: str, *, status: int = 200, **context: Any) -> HttpResponse:
        """Render one of the pages."""
        ...


STAFF = {
    "versions": "plan-versions", "compare": "plan-compare", "restore": "plan-version-restore",
    "field": "plan-field-restore", "home": "plan", "drafts": "plan-drafts",
}  # fmt: skip


class StaffShell:
    """The staff room; raises NotFound for who may not write in the plan."""

    def __init__(self, request: PageRequest, plan: UUID) -> None:
        self.request, self.plan = request, plan_for_versions(request.actor, plan)

    @property
    def actor(self) -> Actor:
        return self.request.actor

    def url(self, name: str, **kwargs: Any) -> str:
        where = {"tenant": self.request.tenant.slug, "plan": self.plan.pk}
        return reverse(STAFF[name], kwargs=where | kwargs)

    def show(self, page: str, *, status: int = 200, **context: Any) -> HttpResponse:
        shown = {"layout": "layouts/staff.html", "plan": self.plan} | links(self) | context
        return render(self.request, f"writing/{page}.html", shown, status=status)


def links(shell: Shell) -> dict[str, str]:
    """Return the addresses that all the pages link to."""
    return {f"{name}_url": shell.url(name) for name in ("home", "versions", "compare")}
