"""The demo's door: become one of the invented people. Only with the demo setting, never in production."""

from django.conf import settings
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from fellesplan.people.models import Account, Municipality
from fellesplan.web.site.backend import account_with_number
from fellesplan.web.site.login import safe_next
from fellesplan.web.site.personas import personas


@require_GET
def demo(request: HttpRequest) -> HttpResponse:
    """Show all personas, by municipality."""
    _only_in_demo()
    context = {"groups": personas(), "next": request.GET.get("next", "")}
    return render(request, "site/demo.html", context)


@require_GET
def personas_json(request: HttpRequest) -> HttpResponse:
    """Return the personas for programs: see docs/reference/surface.md."""
    _only_in_demo()
    found = [p.as_json() for group in personas() for p in group.personas]
    return JsonResponse({"personas": found, "login": reverse("demo-login")})


@require_POST
def demo_login(request: HttpRequest) -> HttpResponse:
    """Become the persona named in the form."""
    _only_in_demo()
    slug = request.POST.get("persona", "")
    account = get_object_or_404(Account, subject=f"demo:{slug}")
    login(request, account, backend="fellesplan.web.site.backend.DemoBackend")
    target = safe_next(request)
    start = reverse("start", kwargs={"tenant": _municipality_of(slug).slug})
    return HttpResponseRedirect(start if target == "/" else target)


@require_POST
def number_login(request: HttpRequest) -> HttpResponse:
    """Become the invented person with the synthetic birth number in the form."""
    _only_in_demo()
    account = account_with_number(request.POST.get("number", ""))
    if account is None:
        context = {"groups": personas(), "wrong_number": True, "number": request.POST.get("number", "")}
        return render(request, "site/demo.html", context, status=422)
    login(request, account, backend="fellesplan.web.site.backend.DemoBackend")
    return HttpResponseRedirect(safe_next(request))


def _municipality_of(slug: str) -> Municipality:
    for municipality in Municipality.objects.all():
        if slug.startswith(f"{municipality.slug}-"):
            return municipality
    raise Http404


def _only_in_demo() -> None:
    if not settings.DEMO or settings.PRODUCTION:
        raise Http404
