"""What the pages of a person have in common."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from fellesplan.access.functions import can, fetch
from fellesplan.people.models import Person
from fellesplan.web.components.forms import PageForm
from fellesplan.web.page import PageRequest

RELATED = ("municipality", "daily_unit")
FORM = "office/persons/form.html"


def open_person(request: PageRequest, person: UUID, action: str = "person.edit") -> Person:
    """Return the person, if the actor may do the action; raises NotFound."""
    return fetch(request.actor, action, Person, person, related=RELATED, information=("person",))


def url(request: PageRequest, name: str, *args: Any) -> str:
    """Return an address in this municipality."""
    return reverse(name, args=[request.tenant.slug, *args])


def done(request: PageRequest, person: Person, text: str) -> HttpResponse:
    """Say what was done and go back to the person; to the cases when the person is closed to the actor."""
    messages.success(request, text)
    seen = can(request.actor, "person.read", person)
    return HttpResponseRedirect(url(request, "person", person.pk) if seen else url(request, "cases"))


def ask(request: PageRequest, person: Person, form: PageForm, **words: Any) -> HttpResponse:
    """Show a form about the person: `title`, `lead`, `submit`, and what else the page says."""
    return render(request, FORM, {"person": person, "form": form, **words})


def sent(request: PageRequest) -> Any:
    """Return what was sent, or None."""
    return request.POST if request.method == "POST" else None
