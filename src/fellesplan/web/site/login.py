"""Logging in and out, and choosing a language. In the demo one becomes a persona; see `demo.py`."""

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_POST

from fellesplan.people.models import Municipality
from fellesplan.web.middleware import LANGUAGE_COOKIE
from fellesplan.web.navigation import home
from fellesplan.web.page import PageRequest, page


@page(public=True)
def login(request: PageRequest) -> HttpResponse:
    """Send the visitor to where one logs in."""
    if settings.DEMO:
        return HttpResponseRedirect(f"{reverse('demo')}?{request.GET.urlencode()}#{request.tenant.slug}")
    return render(request, "site/login.html")


@page(public=True)
def start(request: PageRequest) -> HttpResponse:
    """Send the visitor to the start page of their role."""
    return HttpResponseRedirect(home(request.actor, request.tenant.slug))


@require_POST
def log_out(request: HttpRequest) -> HttpResponse:
    """End the session."""
    logout(request)
    return HttpResponseRedirect(safe_next(request))


@require_POST
def set_language(request: HttpRequest) -> HttpResponse:
    """Remember the visitor's language for a year and show the same page in it."""
    response = HttpResponseRedirect(safe_next(request))
    language = request.POST.get("language", "")
    if language in dict(settings.LANGUAGES):
        response.set_cookie(
            LANGUAGE_COOKIE, language, max_age=31_536_000, samesite="Lax", secure=settings.PRODUCTION
        )
    return response


@require_GET
def root(request: HttpRequest) -> HttpResponse:
    """Show which municipalities are here."""

    return render(request, "site/root.html", {"municipalities": Municipality.objects.order_by("name")})


def safe_next(request: HttpRequest) -> str:
    """Return where to go next, if it is on this site; else the root."""
    target = request.POST.get("next") or request.GET.get("next") or "/"
    ours = url_has_allowed_host_and_scheme(target, {request.get_host()}, require_https=request.is_secure())
    return target if ours else "/"
