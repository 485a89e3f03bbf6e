"""What every page's template knows: the municipality, who is acting, and the way around."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from fellesplan.web.navigation import navigation, role_name


def page(request: HttpRequest) -> dict[str, Any]:
    """Return the shared template context."""
    tenant, actor = getattr(request, "tenant", None), getattr(request, "actor", None)
    context: dict[str, Any] = {"tenant": tenant, "actor": actor, "demo": settings.DEMO, "nav": ()}
    if tenant and actor and actor.account:
        context |= {
            "nav": navigation(actor, tenant.slug, request.path),
            "actor_name": actor.name,
            "actor_role": role_name(actor),
        }
    return context
