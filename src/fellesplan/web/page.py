"""The one door to a page: municipality, actor, access, language, log and errors, in that order."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django_htmx.middleware import HtmxDetails

from fellesplan.access import audit, matrix, tenancy
from fellesplan.access.actor import Actor
from fellesplan.access.functions import turned_away
from fellesplan.kernel.errors import Conflict, NotAllowed, NotFound, Refused
from fellesplan.people import queries
from fellesplan.people.models import Municipality
from fellesplan.web.middleware import chosen_language
from fellesplan.web.moved import new_address
from fellesplan.web.writing.carrying import carry

View = Callable[..., HttpResponseBase]


class PageRequest(HttpRequest):
    """A request as the views get it."""

    actor: Actor
    tenant: Municipality
    htmx: HtmxDetails


def page(*actions: str, public: bool = False) -> Callable[[View], View]:
    """Guard a view. `actions` are those of the matrix that the page serves; a role without them gets 404.

    The view is called as `view(request, **rest_of_the_address)` inside one transaction that sees only this
    municipality. NotFound gives 404, NotAllowed 403, Refused and Conflict 409; nothing is then saved.
    """
    if not public and not actions:
        raise ValueError("A page is public or names its actions")
    if unknown := set(actions) - set(matrix.ACTIONS):
        raise ValueError(f"Unknown actions: {sorted(unknown)}")

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: PageRequest, tenant: str, **kwargs: Any) -> HttpResponseBase:
            municipality = queries.municipality(tenant)
            if municipality is None:
                raise Http404
            request.tenant = municipality
            tenancy.use(municipality.id)
            account = request.user if request.user.is_authenticated else None
            request.actor = queries.actor_for(account, municipality.id)
            with translation.override(chosen_language(request) or municipality.language), audit.buffered():
                if not public and account is None:
                    return carry(request, municipality) or _to_login(request)
                return _answer(request, view, actions, public, kwargs)

        guarded.actions = actions  # type: ignore[attr-defined]
        guarded.public = public  # type: ignore[attr-defined]
        return guarded

    return decorate


def _answer(
    request: PageRequest, view: View, actions: tuple[str, ...], public: bool, kwargs: dict[str, Any]
) -> HttpResponseBase:
    try:
        if not public and not any(matrix.grants(action, request.actor.roles) for action in actions):
            turned_away(request.actor, actions[0], [id for id in kwargs.values() if isinstance(id, UUID)])
            raise NotFound
        return view(request, **kwargs)
    except (NotFound, Http404):
        if moved := new_address(request, kwargs):
            return HttpResponseRedirect(moved)
        return _error(request, "errors/404.html", 404)
    except NotAllowed:
        return _error(request, "errors/403.html", 403)
    except Refused as error:
        return _error(request, "errors/409.html", 409, text=error.text)
    except Conflict:
        return _error(request, "errors/conflict.html", 409)


def _error(request: PageRequest, template: str, status: int, **context: Any) -> HttpResponse:
    transaction.set_rollback(True)
    return render(request, template, context, status=status)


def _to_login(request: PageRequest) -> HttpResponse:
    query = urlencode({"next": request.get_full_path()})
    return HttpResponseRedirect(f"{reverse('login', kwargs={'tenant': request.tenant.slug})}?{query}")
