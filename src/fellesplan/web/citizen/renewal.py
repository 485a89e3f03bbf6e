"""One press makes it last; a form makes a yes to plan or coordinator longer or shorter."""

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from fellesplan.access.functions import fetch
from fellesplan.consent import services
from fellesplan.consent.data import Share
from fellesplan.consent.models import Consent
from fellesplan.consent.queries import SharedWith, shares_for
from fellesplan.kernel import clock
from fellesplan.kernel.errors import NotFound
from fellesplan.web.citizen.answers import TITLES
from fellesplan.web.citizen.grants import recipient_of
from fellesplan.web.citizen.hearing import ask_child
from fellesplan.web.citizen.period_form import PeriodForm, RenewForm
from fellesplan.web.citizen.room import Room, enter
from fellesplan.web.citizen.saving import attempt, posted, status_of
from fellesplan.web.components import words
from fellesplan.web.page import PageRequest, page


@page("consent.give")
@require_POST
def share(request: PageRequest, person: UUID, recipient: UUID) -> HttpResponse:
    """Let a recipient see the same until a later day. Pressed twice, it is done once."""
    room = enter(request, person)
    whom, form = recipient_of(room, recipient), RenewForm(request.POST)
    if ask_child(room, clock.today()) or not form.is_valid():
        return redirect(room.url("my-share-change", recipient=recipient))
    share, until = Share(areas=(), unit=whom.unit, recipient=whom.person), form.cleaned_data["until"]
    if not attempt(
        form,
        lambda: services.extend_share(actor=room.actor, person=room.person, whom=share, until=until),
    ):
        return _refused(room, form)
    _receipt(room, whom.name, _shared(room, recipient), until)
    return redirect(room.url("my-consents"))


def _shared(room: Room, recipient: UUID) -> SharedWith | None:
    rows = shares_for(room.person, clock.today())
    return next((one for one in rows if recipient in (one.unit, one.recipient)), None)


def _receipt(room: Room, name: str, now: SharedWith | None, wanted: date) -> None:
    """Say until when it holds; where both parents must agree, that the other is asked."""
    if now and now.until and now.until < wanted:
        text = _("Svaret ditt er lagret. %(name)s kan se lenger når den andre forelderen også har sagt ja.")
        messages.success(room.request, text % {"name": name})
        return
    until = {"name": name, "day": words.day(wanted, year=True)}
    messages.success(room.request, _("Lagret. %(name)s kan se det samme til %(day)s.") % until)


@page("consent.give")
@require_POST
def answer(request: PageRequest, person: UUID, consent: UUID) -> HttpResponse:
    """Say the same yes to plan or coordinator again, until a later day."""
    room = enter(request, person)
    row, form = _consent(room, consent), RenewForm(request.POST)
    if ask_child(room, clock.today()) or not form.is_valid():
        return redirect(room.url("my-consent-period", consent=consent))
    until = form.cleaned_data["until"]
    if not attempt(form, lambda: services.extend(actor=room.actor, consent=row, until=until)):
        return _refused(room, form)
    messages.success(request, _saved(until))
    return redirect(room.url("my-consents"))


@page("consent.give")
@require_http_methods(["GET", "HEAD", "POST"])
def period(request: PageRequest, person: UUID, consent: UUID) -> HttpResponse:
    """Choose how long a yes to plan or coordinator holds: longer is a new yes, shorter holds as it is."""
    room = enter(request, person)
    row, on = _consent(room, consent), clock.today()
    form = PeriodForm(posted(request), now=row.valid_to, ask_child=ask_child(room, on))
    if request.method == "POST" and form.is_valid() and _changed(room, row, form):
        messages.success(request, _saved(form.last_day))
        return redirect(room.url("my-consents"))
    return room.show(
        "period", at="my-consents", form=form, title=TITLES[row.purpose], row=row, status=status_of(form)
    )


def _changed(room: Room, row: Consent, form: PeriodForm) -> bool:
    return attempt(form, lambda: _change(room, row, form)) is not None


def _change(room: Room, row: Consent, form: PeriodForm) -> object:
    if row.valid_to is None or form.last_day <= row.valid_to:
        return services.limit(actor=room.actor, consent=row, until=form.last_day)
    heard = form.cleaned_data.get("child_heard", "")
    return services.extend(actor=room.actor, consent=row, until=form.last_day, child_heard=heard)


def _saved(until: date) -> str:
    return _("Lagret. Svaret gjelder til %(day)s.") % {"day": words.day(until, year=True)}


def _refused(room: Room, form: RenewForm) -> HttpResponse:
    """Say why it was not done; nothing is saved."""
    return room.show("not-done", at="my-consents", reasons=form.error_lines, status=409)


def _consent(room: Room, pk: UUID) -> Consent:
    row = fetch(room.actor, "consent.read", Consent, pk)
    if row.person_id != room.person.pk or row.purpose not in TITLES or row.answer != Consent.Answer.GIVEN:
        raise NotFound
    return row
