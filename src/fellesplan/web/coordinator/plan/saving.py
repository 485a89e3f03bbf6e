"""What every edit page does: save, or say what is wrong, or show both texts when two have written."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar
from uuid import UUID

from django import forms
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

T = TypeVar("T")


@dataclass(frozen=True)
class Theirs:
    """What somebody else saved in a field meanwhile."""

    label: str
    text: str


@dataclass(frozen=True)
class Merge:
    """Two have written: theirs is shown beside mine, which still stands in the form."""

    by_name: str
    theirs: tuple[Theirs, ...]


class WritingForm(PageForm):
    """A form that knows which version the writer began with."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    merge: Merge | None = None

    def meet(self, conflict: EditConflict) -> None:
        """Keep mine in the fields, show theirs, and write on from their version."""
        self.merge = Merge(conflict.by_name, tuple(self._theirs(e.field, e.theirs) for e in conflict.edits))
        self.data = {**self.data.dict(), "version": str(conflict.version)}  # type: ignore[attr-defined]

    def _theirs(self, name: str, text: str) -> Theirs:
        field = self.fields.get(name)
        return Theirs(str(field.label) if field else name, self.shown(name, text))

    def shown(self, name: str, text: str) -> str:
        """Return a field's text as people read it."""
        choices = getattr(self.fields.get(name), "choices", ())
        return str({str(value): label for value, label in choices}.get(text, text))


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


def plan_url(request: PageRequest, plan: UUID, anchor: str = "") -> str:
    """Return the address of the plan page."""
    url = reverse("plan", kwargs={"tenant": request.tenant.slug, "plan": plan})
    return f"{url}#{anchor}" if anchor else url


def to_plan(request: PageRequest, plan: UUID, said: str = "", anchor: str = "") -> HttpResponse:
    """Go back to the plan and say what was done."""
    if said:
        messages.success(request, said)
    return HttpResponseRedirect(plan_url(request, plan, anchor))
