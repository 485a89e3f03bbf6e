"""Letting somebody see, changing what they see, taking it away, and regretting it."""

from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from fellesplan.cases.facts import procedure_of
from fellesplan.consent import services
from fellesplan.consent.data import ConsentData, Share
from fellesplan.consent.models import Consent
from fellesplan.kernel import clock
from fellesplan.kernel.errors import NotFound, Refused
from fellesplan.kernel.text import t
from fellesplan.web.citizen import reads
from fellesplan.web.citizen.consent_page import ShareCard, area_names, share_card
from fellesplan.web.citizen.grants import Ended, Recipient, ended, recipient_of, recipients
from fellesplan.web.citizen.hearing import ask_child
from fellesplan.web.citizen.room import Room, enter
from fellesplan.web.citizen.saving import attempt, posted, status_of
from fellesplan.web.citizen.share_form import ShareForm
from fellesplan.web.citizen.withholding import handed_over
from fellesplan.web.page import PageRequest, page


@page("consent.give")
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: PageRequest, person: UUID) -> HttpResponse:
    """Choose who shall see, what, and until when."""
    room = enter(request, person)
    known = recipients(room)
    form = _form(
        room, people={str(one.key): one.name for one in known}, initial={"who": request.GET.getlist("hvem")}
    )
    if request.method == "POST" and form.is_valid():
        chosen = [one for one in known if str(one.key) in form.cleaned_data["who"]]
        if _share(room, form, chosen):
            messages.success(request, _("Nå kan de se det du valgte. Du kan endre det når du vil."))
            return redirect(room.url("my-consents"))
    return room.show("share", at="my-consents", form=form, status=status_of(form))


@page("share.withdraw")
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: PageRequest, person: UUID, recipient: UUID) -> HttpResponse:
    """Change what one recipient sees, and until when. Less takes effect as it is; more is a new yes."""
    room = enter(request, person)
    if request.method == "POST":
        services.hold(person=room.person)
    card = _card(room, recipient)
    if card is None:
        return _no_longer(room, recipient)
    initial = {
        "areas": card.areas,
        "until": card.until.isoformat() if card.until else "",
        "as_read": card.mark,
    }
    form = _form(room, people=None, now=card.until, initial=initial)
    if request.method == "POST" and form.is_valid() and _changed(room, form, card):
        messages.success(request, _("Lagret. %(name)s ser bare det du har valgt.") % {"name": card.name})
        return redirect(room.url("my-consents"))
    return room.show("share", at="my-consents", form=form, card=card, status=status_of(form))


def _changed(room: Room, form: ShareForm, card: ShareCard) -> object:
    """Save; nothing if another window has changed the same meanwhile."""
    whom, until = recipient_of(room, card.key), form.last_day
    share = Share(areas=tuple(form.cleaned_data["areas"]), unit=whom.unit, recipient=whom.person)

    def act() -> object:
        if form.cleaned_data["as_read"] not in ("", card.mark):
            raise Refused(_ELSEWHERE)
        if form.is_only_less(frozenset(card.areas), card.until):
            services.limit_share(actor=room.actor, person=room.person, whom=share, until=until)
            return True
        heard = form.cleaned_data.get("child_heard", "")
        return services.extend_share(
            actor=room.actor, person=room.person, whom=share, until=until, child_heard=heard
        )

    return attempt(form, act)


_ELSEWHERE = t(
    "Tilgangen er endret i et annet vindu. Ingenting er lagret nå. Se over listen, og endre på nytt."
)


def _no_longer(room: Room, recipient: UUID) -> HttpResponse:
    """Tell that the access is gone already, when it is; it may have been taken away in another window."""
    if ended(room, recipient) is None:
        raise NotFound
    if room.request.method == "POST":
        messages.info(room.request, _("Tilgangen var alt tatt bort. Ingenting er endret nå."))
    return redirect(room.url("my-share-withdrawn", recipient=recipient))


@page("share.withdraw")
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: PageRequest, person: UUID, recipient: UUID) -> HttpResponse:
    """First press: what it means. Second press: it is done, and it bites at once."""
    room = enter(request, person)
    card = _card(room, recipient)
    if card is None:
        return _no_longer(room, recipient)
    if request.method == "POST":
        whom = recipient_of(room, recipient)
        closed = services.withdraw_share(
            actor=room.actor, person=room.person, unit=whom.unit, recipient=whom.person
        )
        if not closed:
            return handed_over(room)
        return redirect(room.url("my-share-withdrawn", recipient=recipient))
    effect = procedure_of(room.person.municipality, clock.today()).rule("consent.withdrawal_effect").text
    left = reads.promises_of(room.actor, room.person, recipient)
    return room.show("withdraw", at="my-consents", card=card, effect=effect, left=left)


@page("share.withdraw")
@require_http_methods(["GET", "HEAD", "POST"])
def withdrawn(request: PageRequest, person: UUID, recipient: UUID) -> HttpResponse:
    """Tell that it is done, and when. POST regrets it."""
    room = enter(request, person)
    last = ended(room, recipient)
    if last is None:
        raise NotFound
    if request.method == "POST":
        if ask_child(room, clock.today()) and not last.child_heard:
            return redirect(f"{room.url('my-share')}?hvem={recipient}")
        _give(room, _again(last))
        messages.success(request, _("%(name)s kan se planen igjen, som før.") % {"name": last.whom.name})
        return redirect(room.url("my-consents"))
    return room.show("withdrawn", at="my-consents", last=last)


def _card(room: Room, recipient: UUID) -> ShareCard | None:
    on = clock.today()
    return share_card(room, recipient, procedure_of(room.person.municipality, on), on)


def _form(room: Room, **kwargs: object) -> ShareForm:
    areas = area_names(procedure_of(room.person.municipality, clock.today()))
    asked = ask_child(room, clock.today())
    return ShareForm(posted(room.request), areas=areas, ask_child=asked, **kwargs)  # type: ignore[arg-type]


def _share(room: Room, form: ShareForm, whom: Iterable[Recipient]) -> object:
    areas = tuple(form.cleaned_data["areas"])
    shares = tuple(Share(areas=areas, unit=one.unit, recipient=one.person) for one in whom)
    heard = form.cleaned_data.get("child_heard", "")
    data = replace(_answer(shares), valid_to=form.last_day, child_heard=heard)
    return attempt(form, lambda: _give(room, data))


def _again(last: Ended) -> ConsentData:
    share = Share(areas=last.areas, unit=last.whom.unit, recipient=last.whom.person)
    return replace(_answer((share,)), valid_to=last.valid_to, child_heard=last.child_heard)


def _answer(shares: tuple[Share, ...]) -> ConsentData:
    """Return a yes to sharing; who gives it and how follow from the login."""
    return ConsentData(
        purposes=(Consent.Purpose.SHARING,), answer=Consent.Answer.GIVEN, form=Consent.Form.DIGITAL,
        capacity=Consent.Capacity.SELF, given_by_name="", given_on=clock.today(), shares=shares,
    )  # fmt: skip


def _give(room: Room, data: ConsentData) -> list[Consent]:
    return services.give_digitally(actor=room.actor, person=room.person, data=data)
