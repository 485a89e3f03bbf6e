"""What every page's template knows: the municipality, who is acting, and the way around."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from fellesplan.access import matrix
from fellesplan.access.actor import Actor
from fellesplan.kernel import clock
from fellesplan.people.models import Municipality
from fellesplan.procedures.loader import load
from fellesplan.web.components.presenters import NavItem
from fellesplan.web.emergency.banner import banner
from fellesplan.web.navigation import navigation, role_name


def page(request: HttpRequest) -> dict[str, Any]:
    """Return the shared template context."""
    tenant: Municipality | None = getattr(request, "tenant", None)
    actor: Actor | None = getattr(request, "actor", None)
    context: dict[str, Any] = {"tenant": tenant, "actor": actor, "demo": settings.DEMO}
    if tenant:
        context |= _of_municipality(tenant)
    if tenant and actor and actor.account:
        context |= _of_actor(tenant, actor, request.path)
    return context


def _of_municipality(tenant: Municipality) -> dict[str, Any]:
    at = {"tenant": tenant.slug}
    return {
        "office_name": load(tenant.profile, clock.today()).office_name,
        "login_url": reverse("login", kwargs=at),
        "foot_links": (
            NavItem(_("Tilgjengelighetserklæring"), reverse("accessibility", kwargs=at)),
            NavItem(_("Slik bruker vi opplysninger om deg"), reverse("privacy", kwargs=at)),
        ),
    }


def _of_actor(tenant: Municipality, actor: Actor, path: str) -> dict[str, Any]:
    finds = bool(matrix.grants("case.list", actor.roles))
    reviews = matrix.grants("emergency.review", actor.roles)
    return {
        "review_url": reverse("emergency", kwargs={"tenant": tenant.slug}) if reviews else "",
        "nav": navigation(actor, tenant.slug, path),
        "emergency": banner(actor, tenant.slug),
        "actor_name": actor.name,
        "actor_role": role_name(actor),
        "search_url": reverse("cases", kwargs={"tenant": tenant.slug}) if finds else "",
    }
