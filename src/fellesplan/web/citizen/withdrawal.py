"""Taking back a yes to plan or coordinator. Nobody asks why."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from fellesplan.access.functions import fetch
from fellesplan.cases.facts import procedure_of
from fellesplan.consent import services
from fellesplan.consent.data import ConsentData
from fellesplan.consent.models import Consent
from fellesplan.consent.queries import TO_COORDINATION, live_purposes
from fellesplan.kernel import clock
from fellesplan.kernel.errors import NotFound
from fellesplan.web.citizen.answers import TITLES
from fellesplan.web.citizen.hearing import ask_child
from fellesplan.web.citizen.room import Room, enter
from fellesplan.web.citizen.withholding import handed_over
from fellesplan.web.page import PageRequest, page


@page("consent.withdraw")
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: PageRequest, person: UUID, consent: UUID) -> HttpResponse:
    """First press: what it means. Second press: it is done."""
    room = enter(request, person)
    row = _consent(room, consent)
    if row.withdrawn_at:
        return redirect(room.url("my-consent-withdrawn", consent=consent))
    if request.method == "POST":
        if services.withdraw(actor=room.actor, consent=row).withdrawn_at is None:
            return handed_over(room)
        return redirect(room.url("my-consent-withdrawn", consent=consent))
    on = clock.today()
    effect = procedure_of(room.person.municipality, on).rule("consent.withdrawal_effect")
    rest = live_purposes(room.person, on) & set(TO_COORDINATION) - {row.purpose}
    return room.show(
        "withdraw-consent", at="my-consents", title=TITLES[row.purpose], effect=effect.text, stops=not rest
    )


@page("consent.withdraw")
@require_http_methods(["GET", "HEAD", "POST"])
def withdrawn(request: PageRequest, person: UUID, consent: UUID) -> HttpResponse:
    """Tell that it is done, and when. POST regrets it."""
    room = enter(request, person)
    row = _consent(room, consent)
    if row.withdrawn_at is None:
        raise NotFound
    if request.method == "POST":
        if ask_child(room, clock.today()) and not row.child_heard:
            return redirect(room.url("my-consent-give", purpose=row.purpose))
        services.give_digitally(actor=room.actor, person=room.person, data=_again(row))
        messages.success(request, _("Takk. Svaret er ja igjen."))
        return redirect(room.url("my-consents"))
    return room.show("withdrawn-consent", at="my-consents", title=TITLES[row.purpose], row=row)


def _consent(room: Room, pk: UUID) -> Consent:
    row = fetch(room.actor, "consent.read", Consent, pk)
    if row.person_id != room.person.pk or row.purpose not in TITLES or row.answer != Consent.Answer.GIVEN:
        raise NotFound
    return row


def _again(row: Consent) -> ConsentData:
    """Return the same yes; who gives it and how follow from the login."""
    today = clock.today()
    lasts = row.valid_to if row.valid_to and row.valid_to >= today else None
    return ConsentData(
        purposes=(row.purpose,), answer=Consent.Answer.GIVEN, form=Consent.Form.DIGITAL,
        capacity=row.capacity, given_by_name="", given_on=today, valid_to=lasts, child_heard=row.child_heard,
    )  # fmt: skip
