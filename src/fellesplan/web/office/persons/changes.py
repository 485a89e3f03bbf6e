"""Name and contact data, the number, and an expected child that is born."""

from collections.abc import Collection
from uuid import UUID

from django.core import signing
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from fellesplan.access.functions import can, visible
from fellesplan.kernel.errors import InvalidInput, Refused
from fellesplan.people import protection
from fellesplan.people.models import Person, Unit
from fellesplan.people.services import details as service
from fellesplan.people.services import numbers
from fellesplan.web.components.presenters import Action
from fellesplan.web.office.persons.forms import PLACES, BornForm, DetailsForm, NumberForm
from fellesplan.web.office.persons.shared import ask, done, open_person, sent, url
from fellesplan.web.page import PageRequest, page

SEEN = "sett"


@require_http_methods(["GET", "HEAD", "POST"])
@page("person.edit")
def details(request: PageRequest, person: UUID) -> HttpResponse:
    """Put right name and contact data. Two pages open at once do not undo each other."""
    row = open_person(request, person)
    units = visible(request.actor, "unit.read", Unit).filter(active=True).order_by("name")
    hidden, seen = protection.is_protected(row), _seen(request, row)
    initial = {name: getattr(row, name) for name in service.OPEN_FIELDS}
    initial["daily_unit"] = str(row.daily_unit_id or "")
    left_out = (*PLACES, *_hidden_phone(row)) if hidden else ()
    form = DetailsForm(sent(request), initial=initial, left_out=left_out, units=list(units))
    if form.is_valid():
        try:
            service.change(actor=request.actor, person=row, data=form.details, seen=seen)
        except InvalidInput as error:
            form.take(error)
        else:
            return done(request, row, _("Opplysningene er lagret."))
    note = _("Adressen er skjermet. Derfor vises ikke adresse, fastlege og skole her.") if hidden else ""
    return ask(
        request, row, form, title=_("Endre opplysningene om %(name)s") % {"name": row.full_name},
        here=_("Endre"), submit=_("Lagre"), note=note, token_name=SEEN,
        token=_sealed(seen, left_out, person),
    )  # fmt: skip


def _hidden_phone(row: Person) -> tuple[str, ...]:
    return ("phone",) if row.phone and not protection.phone(row) else ()


def _sealed(seen: dict[str, str], left_out: Collection[str], person: UUID) -> str:
    """Return what the page shows, to send along with the form; never what tells a protected place."""
    known = {name: text for name, text in seen.items() if name not in left_out}
    return signing.dumps({**known, "person": str(person)}, salt=SEEN)


def _seen(request: PageRequest, row: Person) -> dict[str, str]:
    """Return what the page showed when it was opened; what it shows now, if that did not come along."""
    try:
        found: dict[str, str] = signing.loads(request.POST.get(SEEN, ""), salt=SEEN)
    except signing.BadSignature:
        return service.shown(row)
    return found if found.pop("person", "") == str(row.pk) else service.shown(row)


@require_http_methods(["GET", "HEAD", "POST"])
@page("person.edit")
def number(request: PageRequest, person: UUID) -> HttpResponse:
    """Fill in the number. When somebody else has it, the page leads on to making the two one."""
    row = open_person(request, person)
    form, same = NumberForm(sent(request)), None
    if form.is_valid():
        try:
            numbers.set_number(actor=request.actor, person=row, number=form.cleaned_data["birth_number"])
        except InvalidInput as error:
            form.take(error)
        except numbers.NumberTaken as error:
            form.take(error)
            same = _merge_link(request, row, error.other)
        else:
            return done(request, row, _("Nummeret er lagret."))
    return ask(
        request, row, form, title=_("Fødselsnummeret til %(name)s") % {"name": row.full_name},
        here=_("Nummer"), submit=_("Lagre nummeret"), action=same,
        lead=_("Nummeret vises ikke igjen. Et tidligere d-nummer beholdes, så personen finnes med begge."),
    )  # fmt: skip


def _merge_link(request: PageRequest, row: Person, other: Person) -> Action | None:
    """Return the way to making the two one, when the actor may see the other."""
    if not can(request.actor, "person.merge", other):
        return None
    return Action(_("Se om det er samme person"), url(request, "person-merge", other.pk, row.pk))


@require_http_methods(["GET", "HEAD", "POST"])
@page("person.edit")
def born(request: PageRequest, person: UUID) -> HttpResponse:
    """Let an expected child be born."""
    row = open_person(request, person)
    form = BornForm(sent(request), initial={"given_name": row.given_name})
    if form.is_valid():
        try:
            service.born(actor=request.actor, person=row, **form.cleaned_data)
        except (InvalidInput, Refused) as error:
            form.take(error)
        else:
            return done(request, row, _("Barnet er registrert som født. Saken og samtykkene fortsetter."))
    return ask(
        request, row, form, title=_("Er barnet født?"), here=_("Født"), submit=_("Lagre"),
        lead=_("Saken og samtykkene fortsetter som før. Fødselsnummeret kan dere legge inn senere."),
    )  # fmt: skip
