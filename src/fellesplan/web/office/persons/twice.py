"""Those who may be kept twice."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from fellesplan.people.merging.candidates import Pair, pairs
from fellesplan.web.components.glue import translate
from fellesplan.web.components.presenters import Row
from fellesplan.web.office.persons.shared import url
from fellesplan.web.page import PageRequest, page

QUERY_BUDGET = 14


@require_safe
@page("person.merge")
def twice(request: PageRequest) -> HttpResponse:
    """List the pairs that may be one human; somebody looks at each."""
    found = tuple(row(request, pair) for pair in pairs(request.actor))
    return render(request, "office/persons/twice.html", {"rows": found})


def row(request: PageRequest, pair: Pair) -> Row:
    """Return a pair with the way to where the two stand side by side."""
    names = dict.fromkeys((pair.first.full_name, pair.second.full_name))
    return Row(
        title=_(" og ").join(names), url=url(request, "person-merge", pair.first.pk, pair.second.pk),
        text=translate(pair.why),
    )  # fmt: skip
