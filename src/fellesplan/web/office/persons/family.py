"""What one who acts for the person may see is limited, opened again or ended. The others keep theirs."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from fellesplan.kernel import clock
from fellesplan.kernel.errors import InvalidInput, NotFound
from fellesplan.people.models import Person, Representation
from fellesplan.people.services import limits
from fellesplan.web.office.persons.forms import EndForm, LimitForm, ReasonForm
from fellesplan.web.office.persons.shared import ask, done, open_person, sent
from fellesplan.web.page import PageRequest, page


def _row(request: PageRequest, person: UUID, representation: UUID) -> tuple[Person, Representation]:
    found = open_person(request, person, "person.limit")
    row = found.representations.select_related("representative").filter(pk=representation).first()
    if row is None:
        raise NotFound
    return found, row


def _names(person: Person, row: Representation) -> dict[str, Any]:
    return {"who": row.representative.full_name, "name": person.first_name}


@require_http_methods(["GET", "HEAD", "POST"])
@page("person.limit")
def limit(request: PageRequest, person: UUID, representation: UUID) -> HttpResponse:
    """Close the pages to one who acts for the person."""
    found, row = _row(request, person, representation)
    form = LimitForm(sent(request))
    if form.is_valid():
        try:
            limits.limit(actor=request.actor, representation=row, **form.cleaned_data)
        except InvalidInput as error:
            form.take(error)
        else:
            return done(
                request, found, _("%(who)s ser ikke lenger sidene til %(name)s.") % _names(found, row)
            )
    return ask(
        request, found, form, title=_("Skal %(who)s ikke se sidene til %(name)s?") % _names(found, row),
        here=_("Begrens innsyn"), submit=_("Begrens innsynet"),
        lead=_("Det gjelder med en gang, og bare denne ene. Hvem dere må spørre om samtykke, blir som før."),
        note=_("Etter barnelova § 47 kan opplysninger nektes når de kan skade barnet. Et nei kan påklages."),
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@page("person.limit")
def lift(request: PageRequest, person: UUID, representation: UUID) -> HttpResponse:
    """Open the pages again."""
    found, row = _row(request, person, representation)
    form = ReasonForm(sent(request))
    if form.is_valid():
        try:
            limits.lift(actor=request.actor, representation=row, **form.cleaned_data)
        except InvalidInput as error:
            form.take(error)
        else:
            return done(request, found, _("%(who)s ser sidene til %(name)s igjen.") % _names(found, row))
    return ask(
        request, found, form, title=_("Skal %(who)s se sidene til %(name)s igjen?") % _names(found, row),
        here=_("Åpne innsyn"), submit=_("Åpne innsynet"),
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@page("person.limit")
def end(request: PageRequest, person: UUID, representation: UUID) -> HttpResponse:
    """Let somebody no longer act for the person."""
    found, row = _row(request, person, representation)
    form = EndForm(sent(request), initial={"last_day": clock.today()})
    if form.is_valid():
        try:
            limits.end(actor=request.actor, representation=row, **form.cleaned_data)
        except InvalidInput as error:
            form.take(error)
        else:
            return done(request, found, _("Registrert. Det gjelder til og med den siste dagen."))
    return ask(
        request, found, form, here=_("Avslutt"), submit=_("Avslutt"),
        title=_("Skal %(who)s ikke lenger handle på vegne av %(name)s?") % _names(found, row),
        lead=_("Tilgangen slutter etter den siste dagen, og dere spør ikke lenger denne om samtykke."),
    )  # fmt: skip
