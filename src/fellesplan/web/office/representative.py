"""Who acts for the person: parents, guardian, next of kin. It decides who can consent."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from fellesplan.access.functions import fetch
from fellesplan.cases import lists
from fellesplan.cases.models import Case
from fellesplan.cases.services import relatives
from fellesplan.consent import queries
from fellesplan.kernel import clock
from fellesplan.kernel.errors import InvalidInput
from fellesplan.web.about import render_about
from fellesplan.web.office import case_page, links
from fellesplan.web.office.case_forms import RepresentativeForm
from fellesplan.web.page import PageRequest, page


@require_http_methods(["GET", "HEAD", "POST"])
@page("case.handle")
def representative(request: PageRequest, pk: UUID) -> HttpResponse:
    """Show who acts for the person, and add one. What a referral told stands ready in the form."""
    case = fetch(request.actor, "case.handle", Case, pk, related=lists.RELATED)
    acting = list(queries.representations(case.person, clock.today()))
    told = [parent for parent in relatives.told_parents(case) if parent["name"] not in _names(acting)]
    form = (
        RepresentativeForm(request.POST)
        if request.method == "POST"
        else RepresentativeForm(initial=_first(told))
    )
    if form.is_valid():
        try:
            relatives.add(actor=request.actor, case=case, **form.values())
        except InvalidInput as error:
            form.take(error)
        else:
            messages.success(request, _("%(name)s er lagt til.") % {"name": form.cleaned_data["name"]})
            more = "case-representative" if len(told) > 1 else "case"
            return HttpResponseRedirect(links.case_url(case, more))
    context = {
        "form": form,
        "case": case,
        "acting": [case_page.acting_chip(row) for row in acting],
        "told": told,
    }
    return render_about(request, case.person, "office/case_representative.html", context)


def _names(acting: list[Any]) -> set[str]:
    return {row.representative.full_name for row in acting}


def _first(told: list[dict[str, str]]) -> dict[str, Any]:
    if not told:
        return {}
    return {"name": told[0]["name"], "phone": told[0].get("phone", ""), "kind": "parent"}
