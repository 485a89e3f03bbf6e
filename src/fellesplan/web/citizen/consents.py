"""Who can see, and what has been said yes to."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from fellesplan.cases.facts import procedure_of
from fellesplan.consent import services
from fellesplan.consent.models import Consent
from fellesplan.kernel import clock
from fellesplan.kernel.errors import NotFound
from fellesplan.web.citizen.answers import MEANINGS, TITLES, may_answer, others_to_ask, question
from fellesplan.web.citizen.consent_page import consent_page
from fellesplan.web.citizen.give_form import GiveForm
from fellesplan.web.citizen.hearing import ask_child
from fellesplan.web.citizen.room import Room, enter
from fellesplan.web.citizen.saving import attempt, posted, status_of
from fellesplan.web.page import PageRequest, page


@page("share.read")
@require_safe
def consents(request: PageRequest, person: UUID) -> HttpResponse:
    """Show who can see what and until when, and every answer."""
    room = enter(request, person)
    on = clock.today()
    following = procedure_of(room.person.municipality, on)
    shown = consent_page(room, following, on, _opened(request.GET.get("vis", "")))
    return room.show("consents", at="my-consents", page=shown)


def _opened(key: str) -> UUID | None:
    try:
        return UUID(key)
    except ValueError:
        return None


@page("consent.give")
@require_http_methods(["GET", "HEAD", "POST"])
def give(request: PageRequest, person: UUID, purpose: str) -> HttpResponse:
    """Answer yes or no, with one's own click."""
    room = enter(request, person)
    on = clock.today()
    if purpose not in TITLES:
        raise NotFound
    form = GiveForm(posted(request), ask_child=ask_child(room, on))
    if request.method == "POST" and form.is_valid():
        data = form.answer(purpose)
        if attempt(form, lambda: services.give_digitally(actor=room.actor, person=room.person, data=data)):
            _thank(room, data.answer)
            return redirect(room.url("my-consents"))
    effect = procedure_of(room.person.municipality, on).rule("consent.withdrawal_effect").text
    return room.show(
        "give", at="my-consents", form=form, question=question(room, purpose), meaning=MEANINGS[purpose],
        effect=effect,
        may_answer=may_answer(room, purpose, on), others=others_to_ask(room, purpose, on),
        status=status_of(form),
    )  # fmt: skip


def _thank(room: Room, answer: str) -> None:
    if answer == Consent.Answer.GIVEN:
        messages.success(room.request, _("Takk. Svaret ditt er lagret. Du kan ta det tilbake når du vil."))
    else:
        messages.success(room.request, _("Takk for svaret. Det er helt greit å si nei."))
