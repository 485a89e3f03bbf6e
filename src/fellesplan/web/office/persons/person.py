"""The page of a person for the office: who they are, who acts for them, and whether they are kept twice."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from fellesplan.access.functions import can, fetch
from fellesplan.consent import queries
from fellesplan.kernel import clock
from fellesplan.people.merging.candidates import pairs
from fellesplan.people.models import Person, PersonMerge
from fellesplan.web.office.persons import presenting, twice
from fellesplan.web.office.persons.shared import RELATED, url
from fellesplan.web.page import PageRequest, page

QUERY_BUDGET = 24
INFORMATION = ("person", "representatives")


@require_safe
@page("case.read")
def person(request: PageRequest, person: UUID) -> HttpResponse:
    """Show the person. One who has been merged into another leads to the other."""
    row = fetch(request.actor, "person.read", Person, person, related=RELATED, information=INFORMATION)
    if row.merged_into_id:
        return HttpResponseRedirect(url(request, "person", row.merged_into_id))
    on, may = clock.today(), can(request.actor, "person.edit", row)
    merges = PersonMerge.objects.filter(survivor=row, undone_at__isnull=True).select_related("loser")
    context = {
        "person": row,
        "may": may,
        "facts": presenting.facts(row),
        "tags": presenting.tags(row),
        "cases": presenting.cases(request.actor, row),
        "acting": presenting.acting(queries.representations(row, on).prefetch_related("limits"), on),
        "history": presenting.history(row.history.order_by("-at", "-id")[:20]),
        "twice": [twice.row(request, pair) for pair in pairs(request.actor, row)] if may else (),
        "merges": [(one.loser.full_name, one.pk, one.at) for one in merges.order_by("-at")],
        "title": ", ".join(filter(None, (row.full_name, _age(row)))),
    }
    return render(request, "office/persons/person.html", context)


def _age(row: Person) -> str:
    age = row.age(clock.today())
    return "" if age is None or row.deceased_on else _("%(age)s år") % {"age": age}
