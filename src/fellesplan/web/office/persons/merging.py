"""Two persons side by side: are they one? And the way back."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from fellesplan.kernel.errors import NotFound, Refused
from fellesplan.people.merging.rules import obstacles
from fellesplan.people.models import PersonMerge
from fellesplan.people.services import merging
from fellesplan.web.components.forms import PageForm
from fellesplan.web.components.glue import translate
from fellesplan.web.components.presenters import Column, Table
from fellesplan.web.office.persons import presenting
from fellesplan.web.office.persons.shared import ask, done, open_person, sent, url
from fellesplan.web.page import PageRequest, page

QUERY_BUDGET = 40


@require_http_methods(["GET", "HEAD", "POST"])
@page("person.merge")
def merge(request: PageRequest, person: UUID, other: UUID) -> HttpResponse:
    """Show both side by side and ask once; POST makes them one. `person` is the one that stays."""
    if person == other:
        raise NotFound
    survivor, loser = (open_person(request, pk, "person.merge") for pk in (person, other))
    if request.method == "POST":
        try:
            made = merging.merge(actor=request.actor, survivor=survivor, loser=loser)
        except Refused as error:
            messages.error(request, translate(error.text))
            return HttpResponseRedirect(request.path)
        messages.success(request, _("De to er én nå. Du kan angre nederst på siden."))
        return HttpResponseRedirect(f"{url(request, 'person', made.survivor_id)}#slatt-sammen")
    columns = (Column(""), Column(_("Denne blir stående")), Column(_("Denne slås inn")))
    context = {
        "person": survivor,
        "other": loser,
        "table": Table(_("De to side om side"), columns, presenting.side_by_side(survivor, loser)),
        "obstacles": obstacles(survivor, loser),
        "swap_url": url(request, "person-merge", loser.pk, survivor.pk),
        "cases": presenting.cases(request.actor, survivor) + presenting.cases(request.actor, loser),
    }
    return render(request, "office/persons/merge.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@page("person.merge")
def undo(request: PageRequest, person: UUID, merge: UUID) -> HttpResponse:
    """Make the two two again."""
    survivor = open_person(request, person, "person.merge")
    row = PersonMerge.objects.filter(survivor=survivor, pk=merge).select_related("loser", "survivor").first()
    if row is None:
        raise NotFound
    form = PageForm(sent(request))
    if form.is_valid():
        try:
            merging.undo(actor=request.actor, merge=row)
        except Refused as error:
            form.take(error)
        else:
            return done(request, survivor, _("De er to personer igjen, slik de var."))
    return ask(
        request, survivor, form, title=_("Skal de bli to personer igjen?"), here=_("Angre"),
        submit=_("Ja, angre sammenslåingen"),
        lead=_("Alt som ble flyttet, går tilbake dit det var. Det som er nytt siden, blir hos %(name)s.")
        % {"name": survivor.full_name},
    )  # fmt: skip
