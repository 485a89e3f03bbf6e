"""Trygghet: what is kept from the parents, who of health personnel sees, and what has been decided."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from fellesplan.access.functions import fetch
from fellesplan.consent import services
from fellesplan.consent.law import consent_law
from fellesplan.consent.models import Objection, Withholding
from fellesplan.kernel import clock
from fellesplan.kernel.errors import NotFound
from fellesplan.procedures import law
from fellesplan.web.citizen.keeping_form import AskToKeepForm, ObjectForm
from fellesplan.web.citizen.room import Room, enter
from fellesplan.web.citizen.safeguards_page import may_ask, safeguards_page
from fellesplan.web.citizen.saving import attempt, posted, status_of
from fellesplan.web.components.forms import PageForm
from fellesplan.web.page import PageRequest, page


def _done(form: PageForm, act: Callable[[], object]) -> bool:
    return attempt(form, act) is not None


def handed_over(room: Room) -> HttpResponse:
    """Tell a child under 16 that the wish has been handed on; nothing has been closed."""
    messages.success(
        room.request,
        _(
            "Foreldrene dine har sagt ja til dette, så det gjelder fortsatt. Koordinatoren har fått vite "
            "hva du vil, og snakker med deg."
        ),
    )
    return redirect(room.url("my-safeguards"))


@page("objection.read")
@require_safe
def safeguards(request: PageRequest, person: UUID) -> HttpResponse:
    """Show what is kept, who has been said no to, and what has been decided."""
    room = enter(request, person)
    return room.show("safeguards", at="my-safeguards", page=safeguards_page(room, clock.today()))


@page("withholding.read")
@require_http_methods(["GET", "HEAD", "POST"])
def keep(request: PageRequest, person: UUID) -> HttpResponse:
    """Let a child of 12 to 15 keep something from the parents."""
    room, on = enter(request, person), clock.today()
    if not may_ask(room, on):
        raise NotFound
    form = AskToKeepForm(posted(request), person=room.person, on=on)
    sent = request.method == "POST" and form.is_valid()
    if sent and _done(
        form, lambda: services.ask_to_keep(actor=room.actor, person=room.person, **form.chosen())
    ):
        messages.success(request, _("Det vises ikke for foreldrene dine lenger. Det gjelder fra nå av."))
        return redirect(room.url("my-safeguards"))
    rules = consent_law(on)
    return room.show("keep", at="my-safeguards", form=form, until=rules.adult, status=status_of(form))


@page("withholding.read")
@require_http_methods(["GET", "HEAD", "POST"])
def show_again(request: PageRequest, person: UUID, withholding: UUID) -> HttpResponse:
    """Let the parents see again what the child asked to keep."""
    room = enter(request, person)
    row = fetch(room.actor, "withholding.read", Withholding, withholding)
    if row.person_id != room.person.pk or not row.asked_by_child or row.ended_at:
        raise NotFound
    if request.method == "POST":
        services.show_again(actor=room.actor, row=row)
        messages.success(request, _("Foreldrene dine kan se det igjen."))
        return redirect(room.url("my-safeguards"))
    return room.show(
        "confirm", at="my-safeguards", title=_("Vil du vise det for foreldrene dine igjen?"),
        text=_("De kan se det med en gang. Du kan be om at det ikke vises, en gang til."),
        yes=_("Ja, vis det"), no=_("Nei, ikke vis det"),
    )  # fmt: skip


@page("objection.read")
@require_http_methods(["GET", "HEAD", "POST"])
def object_to(request: PageRequest, person: UUID) -> HttpResponse:
    """Say no to health personnel seeing the health area."""
    room = enter(request, person)
    form = ObjectForm(posted(request), person=room.person)
    sent = request.method == "POST" and form.is_valid()
    if sent and _done(
        form, lambda: services.object_to_health(actor=room.actor, person=room.person, **form.chosen())
    ):
        messages.success(request, _("Vi har skrevet ned at du sier nei. Det gjelder fra nå av."))
        return redirect(room.url("my-safeguards"))
    rule = law.rule("consent.sharing.health_direct_access", clock.today())
    return room.show("object", at="my-safeguards", form=form, rule=rule.text, status=status_of(form))


@page("objection.read")
@require_http_methods(["GET", "HEAD", "POST"])
def end_objection(request: PageRequest, person: UUID, objection: UUID) -> HttpResponse:
    """Take the no back."""
    room = enter(request, person)
    row = fetch(room.actor, "objection.read", Objection, objection, related=("unit",))
    if row.person_id != room.person.pk or row.withdrawn_on:
        raise NotFound
    if request.method == "POST":
        services.withdraw_objection(actor=room.actor, objection=row)
        messages.success(request, _("Du har tatt tilbake neiet."))
        return redirect(room.url("my-safeguards"))
    return room.show(
        "confirm", at="my-safeguards", title=_("Vil du ta tilbake neiet?"),
        text=_("Da kan de se det som står om helse, når de er med i planen og trenger det."),
        yes=_("Ja, ta det tilbake"), no=_("Nei, behold det"),
    )  # fmt: skip
