"""Protection of the address, and death."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from fellesplan.kernel.errors import InvalidInput
from fellesplan.people.models import Person
from fellesplan.people.services import death as deaths
from fellesplan.people.services import protecting
from fellesplan.web.components import words
from fellesplan.web.office.persons.forms import DeathForm, ProtectionForm, ReasonForm
from fellesplan.web.office.persons.shared import ask, done, open_person, sent
from fellesplan.web.page import PageRequest, page


@require_http_methods(["GET", "HEAD", "POST"])
@page("person.protect")
def protection(request: PageRequest, person: UUID) -> HttpResponse:
    """Set or lift the protection of the address."""
    row = open_person(request, person, "person.protect")
    form = ProtectionForm(sent(request), initial={"level": row.protection})
    if form.is_valid():
        try:
            row = protecting.protect(actor=request.actor, person=row, **form.cleaned_data)
        except InvalidInput as error:
            form.take(error)
        else:
            return done(request, row, _("Skjermingen gjelder fra nå."))
    return ask(
        request, row, form, title=_("Skjerming av adressen til %(name)s") % {"name": row.full_name},
        here=_("Skjerming"), submit=_("Lagre"),
        lead=_("Adresse, fastlege, skole og fasttelefon vises da ingen steder, heller ikke i brev."),
        note=_("Er den strengt fortrolig, kan bare saksbehandleren i saken og lederne åpne den."),
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@page("person.deceased")
def death(request: PageRequest, person: UUID) -> HttpResponse:
    """Register a death, or take back one that was registered by mistake."""
    row = open_person(request, person, "person.deceased")
    return _undo(request, row) if row.deceased_on else _register(request, row)


def _register(request: PageRequest, row: Person) -> HttpResponse:
    form = DeathForm(sent(request))
    if form.is_valid():
        data = form.cleaned_data
        try:
            deaths.register(actor=request.actor, person=row, on=data["died_on"], source=data["source"])
        except InvalidInput as error:
            form.take(error)
        else:
            return done(request, row, _("Dødsfallet er registrert. Det neste er å avslutte saken."))
    return ask(
        request, row, form, title=_("Er %(name)s død?") % {"name": row.full_name}, here=_("Dødsfall"),
        submit=_("Registrer dødsfallet"),
        lead=_("Andre mister tilgangen med en gang. Planlagte møter blir avlyst, og brevene stanser."),
        note=_("Ingenting blir slettet. Er dødsfallet registrert ved en feil, kan dere angre."),
    )  # fmt: skip


def _undo(request: PageRequest, row: Person) -> HttpResponse:
    form = ReasonForm(sent(request))
    if form.is_valid():
        try:
            deaths.undo(actor=request.actor, person=row, reason=form.cleaned_data["reason"])
        except InvalidInput as error:
            form.take(error)
        else:
            return done(request, row, _("Dødsfallet er tatt bort. De som hadde tilgang, har den igjen."))
    day = words.day(row.deceased_on, year=True) if row.deceased_on else ""
    return ask(
        request, row, form, title=_("Er dødsfallet registrert ved en feil?"), here=_("Dødsfall"),
        submit=_("Ja, ta det bort"),
        lead=_("%(name)s er registrert som død %(day)s. Tar dere det bort, får andre tilgangen tilbake.")
        % {"name": row.full_name, "day": day},
        note=_("Møter som er avlyst, må kalles inn på nytt."),
    )  # fmt: skip
