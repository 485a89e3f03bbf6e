"""A text that meets the login page, or a page that has become too old, is kept as a draft and comes along."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from fellesplan.people.models import Municipality
from fellesplan.plans.services import drafts
from fellesplan.web.writing import token


def carry(request: HttpRequest, tenant: Municipality) -> HttpResponse | None:
    """Keep what somebody has typed who is no longer logged in, and send them to log in and find it again.

    Returns None when there is nothing to keep. The transaction must see the municipality.
    """
    desk = kept(request, tenant)
    if desk is None:
        return None
    again = f"{desk.address}?{urlencode({'utkast': desk.id})}"
    login = f"{reverse('login', kwargs={'tenant': tenant.slug})}?{urlencode({'next': again})}"
    if token.KEEP in request.POST:
        said = _("Du er logget ut. Det du har skrevet, er lagret som utkast.")
        return JsonResponse({"text": said, "url": login, "label": _("Logg inn igjen")}, status=401)
    return HttpResponseRedirect(login)


def reopen(request: HttpRequest, tenant: Municipality) -> HttpResponse | None:
    """Keep what was typed on a page whose protection has run out, and open the page anew with it."""
    desk = kept(request, tenant)
    if desk is None:
        return None
    again = f"{desk.address}?{urlencode({'utkast': desk.id})}"
    if token.KEEP in request.POST:
        said = _("Siden er blitt for gammel. Det du har skrevet, er lagret som utkast.")
        return JsonResponse({"text": said, "url": again, "label": _("Åpne utkastet")}, status=401)
    return HttpResponseRedirect(again)


def kept(request: HttpRequest, tenant: Municipality) -> drafts.Desk | None:
    """Keep what was typed for the account whose page it is; None when it is no such page."""
    desk = token.read(request.POST.get(token.TOKEN, "")) if request.method == "POST" else None
    if desk is None or desk.municipality != tenant.id:
        return None
    drafts.keep(desk, token.typed(request.POST), token.seq(request.POST))
    return desk
