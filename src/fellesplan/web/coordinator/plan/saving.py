"""What every edit page does: save, or say what is wrong, or show both texts when two have written."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from fellesplan.kernel.errors import InvalidInput, Refused
from fellesplan.plans.errors import EditConflict
from fellesplan.web.components.forms import PageForm
from fellesplan.web.components.glue import Words
from fellesplan.web.components.presenters import Action
from fellesplan.web.page import PageRequest
from fellesplan.web.writing.desk import WritingDesk
from fellesplan.web.writing.forms import Merge, Theirs, WritingForm

__all__ = ["EditPage", "Merge", "Theirs", "WritingForm", "attempt", "edit", "plan_url", "to_plan", "write"]

T = TypeVar("T")


@dataclass(frozen=True)
class EditPage:
    """The words around a form."""

    title: Words
    submit: Words
    back_url: str
    lead: Words = ""
    remove: Action | None = None
    person: str = ""


def attempt(form: PageForm, act: Callable[[], T]) -> T | None:
    """Do it, or let the form say why not. Nothing is half saved."""
    try:
        with transaction.atomic():
            return act()
    except (InvalidInput, Refused) as error:
        form.take(error)
    except EditConflict as conflict:
        if not isinstance(form, WritingForm):
            raise
        form.meet(conflict)
    return None


def edit(request: PageRequest, form: PageForm, page: EditPage, **context: Any) -> HttpResponse:
    """Show a form; 409 when somebody else has written meanwhile, 422 when something must be put right."""
    merge = getattr(form, "merge", None)
    status = 409 if merge else 422 if form.is_bound and form.errors else 200
    shown = {"form": form, "page": page, "merge": merge, **context}
    return render(request, "coordinator/edit.html", shown, status=status)


def write(request: PageRequest, form: PageForm, page: EditPage, desk: WritingDesk) -> HttpResponse:
    """Show a form in which somebody writes, or the merge page when two have written the same."""
    status = desk.status(form)
    shown = {"form": form, "page": page, "desk": desk, "merge": desk.merge}
    template = "coordinator/merge.html" if desk.merge else "coordinator/edit.html"
    return render(request, template, shown, status=status)


def plan_url(request: PageRequest, plan: UUID, anchor: str = "") -> str:
    """Return the address of the plan page."""
    url = reverse("plan", kwargs={"tenant": request.tenant.slug, "plan": plan})
    return f"{url}#{anchor}" if anchor else url


def to_plan(request: PageRequest, plan: UUID, said: str = "", anchor: str = "") -> HttpResponse:
    """Go back to the plan and say what was done."""
    if said:
        messages.success(request, said)
    return HttpResponseRedirect(plan_url(request, plan, anchor))
