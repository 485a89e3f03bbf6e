"""What each of these pages does: one person, one form, saved whole or not at all."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from fellesplan.access.functions import fetch
from fellesplan.kernel.errors import InvalidInput, Refused
from fellesplan.people.models import Person
from fellesplan.procedures.reasons import Reason
from fellesplan.web.components.forms import PageForm
from fellesplan.web.components.glue import translate
from fellesplan.web.office.steps import rule_words
from fellesplan.web.page import PageRequest


def enter(request: PageRequest, person: UUID) -> Person:
    """Return a person whose consent the actor may register; raises NotFound."""
    return fetch(
        request.actor, "consent.register", Person, person, related=("municipality",),
        information=("name", "consent"),
    )  # fmt: skip


def sent(request: PageRequest) -> Any:
    """Return what was sent, also when it is nothing; None when the page is only read."""
    return request.POST if request.method == "POST" else None


def home(person: Person) -> str:
    """Return the page all of these lead back to."""
    return reverse("safeguards", args=[person.municipality.slug, person.pk])


def saved(request: PageRequest, form: PageForm, act: Callable[[], Any], receipt: str) -> bool:
    """Do it and say so, or let the form say why not."""
    if not (request.method == "POST" and form.is_valid()):
        return False
    try:
        with transaction.atomic():
            act()
    except (InvalidInput, Refused) as error:
        form.take(error)
        return False
    messages.success(request, receipt)
    return True


def back(person: Person) -> HttpResponseRedirect:
    """Go back to the overview."""
    return HttpResponseRedirect(home(person))


def show(
    request: PageRequest, person: Person, form: PageForm, *, title: str, lead: str, button: str,
    reasons: tuple[Reason, ...] = (), **more: Any,
) -> HttpResponse:  # fmt: skip
    """Show a form with what it rests on."""
    context = {
        "person": person, "form": form, "title": title, "lead": lead, "button": button, "back": home(person),
        "reasons": [(translate(one.text), rule_words(one.source)) for one in reasons],
    }  # fmt: skip
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "office/safeguards/form.html", context | more, status=status)
