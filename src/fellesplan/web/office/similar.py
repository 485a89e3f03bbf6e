"""The person, or an open case, is perhaps known already: told while one writes, and asked before saving."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __
from django.views.decorators.http import require_POST

from fellesplan.access.functions import visible
from fellesplan.cases import states
from fellesplan.cases.models import Case
from fellesplan.cases.services import intake
from fellesplan.people.models import Person
from fellesplan.people.similar import similar
from fellesplan.web.components import words
from fellesplan.web.components.forms import ChoiceField, PageForm
from fellesplan.web.components.presenters import Row
from fellesplan.web.office import links
from fellesplan.web.office.referral_form import RegisterForm
from fellesplan.web.page import PageRequest, page

NOBODY = "new"
QUERY_BUDGET = 20


class SameForm(PageForm):
    """Er det samme person?"""

    same = ChoiceField(
        label=__("Er det samme person?"),
        error_messages={"required": __("Velg om det er samme person"), "invalid_choice": __("Velg et svar")},
    )

    def __init__(self, *args: Any, found: list[Person], open_cases: dict[UUID, Case], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["same"]
        known = [(str(one.pk), _("Ja, det er %(who)s") % {"who": _who(one)}) for one in found]
        field.choices = [*known, (NOBODY, _("Nei, det er en annen person"))]
        field.hints = {str(one.pk): _what_then(open_cases.get(one.pk)) for one in found}

    @property
    def person(self) -> UUID | None:
        """Return who it is, or None for somebody new."""
        answer = self.cleaned_data["same"]
        return None if answer == NOBODY else UUID(answer)


@require_POST
@page("referral.register")
def hint(request: PageRequest) -> HttpResponse:
    """Return who may be meant, while the form is being written: a part of a page."""
    form = RegisterForm(request.POST)
    form.is_valid()
    found = matches(request, form, by_number=True)
    cases = open_cases(request, found)
    rows = tuple(
        Row(
            title=_who(one), url=links.case_url(cases[one.pk]) if one.pk in cases else "",
            text=_what_then(cases.get(one.pk)),
        )
        for one in found
    )  # fmt: skip
    return render(request, "office/parts/similar.html", {"rows": rows})


def matches(request: PageRequest, form: RegisterForm, *, by_number: bool = False) -> list[Person]:
    """Return who may be meant. One who is found by number is certain, and is asked about only as a hint."""
    data = form.cleaned_data
    found = similar(
        request.actor, given_name=data.get("given_name") or "", family_name=data.get("family_name") or "",
        birth_number=data.get("birth_number") or "", born=data.get("birth_date"),
    )  # fmt: skip
    certain = bool(data.get("birth_number")) and any(
        one.number_kind != Person.NumberKind.NONE for one in found
    )
    return [] if certain and not by_number else found


def open_cases(request: PageRequest, found: list[Person]) -> dict[UUID, Case]:
    """Return the open case of each, where the actor may see it."""
    if not found:
        return {}
    rows = visible(request.actor, "case.read", Case).filter(person__in=found).exclude(state=states.CLOSED)
    return {row.person_id: row for row in rows.select_related("municipality")}


def question(request: PageRequest, form: RegisterForm, reference: str) -> SameForm | None:
    """Return the question to ask before saving, bound to its answer; None for nobody alike, and for a form
    that has been registered already.
    """
    if intake.registered(request.tenant, reference):
        return None
    found = matches(request, form)
    if not found:
        return None
    return SameForm(
        request.POST if "same" in request.POST else None, found=found, open_cases=open_cases(request, found)
    )


def _who(person: Person) -> str:
    if person.birth_date is None:
        return person.full_name
    day = words.day(person.birth_date, year=True)
    return _("%(name)s, født %(day)s") % {"name": person.full_name, "day": day}


def _what_then(case: Case | None) -> str:
    if case is None:
        return _("Har ingen åpen sak. Meldingen blir en ny sak på samme person.")
    return _("Har åpen sak %(number)s. Meldingen legges i den.") % {"number": case.number}
