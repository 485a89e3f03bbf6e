"""What is kept from parents, what they are told, objections, and a child's wish."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from fellesplan.access.functions import fetch
from fellesplan.consent import services
from fellesplan.consent.law import consent_law
from fellesplan.consent.models import ChildsWish, Objection, Withholding
from fellesplan.consent.secrecy import Basis, may_be_kept, the_limit
from fellesplan.kernel import clock
from fellesplan.kernel.text import t
from fellesplan.procedures import law
from fellesplan.procedures.reasons import Reason
from fellesplan.web.components.forms import PageForm
from fellesplan.web.office.safeguards.forms import InformForm, KeepForm, ObjectionForm, WhyForm, WishForm
from fellesplan.web.office.safeguards.saving import back, enter, saved, sent, show
from fellesplan.web.page import PageRequest, page

_HEARD = Reason(t("Fra 12 år skal det legges stor vekt på hva barnet mener."), "pbrl § 4-4 femte ledd")


@require_http_methods(["GET", "HEAD", "POST"])
@page("consent.register")
def keep(request: PageRequest, person: UUID) -> HttpResponse:
    """Keep something from the parents."""
    found, today = enter(request, person), clock.today()
    form = KeepForm(sent(request), person=found, on=today, initial={"child_told_on": today})
    if saved(
        request, form,
        lambda: services.keep_from_parents(actor=request.actor, person=found, data=form.keep()),
        _("Det vises ikke for foreldrene fra nå av."),
    ):  # fmt: skip
        return back(found)
    rules, age = consent_law(today), found.age(today)
    reasons = [may_be_kept(age, basis, rules) for basis in Basis]
    return show(
        request, found, form, title=_("Hva skal ikke vises for foreldrene?"),
        lead=_("Det gjelder med en gang. %(name)s ser hva som er skjult, og hvorfor.")
        % {"name": found.first_name},
        button=_("Ikke vis det"),
        reasons=(*(one.reasons[0] for one in reasons), *the_limit(rules)),
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@page("withholding.read")
def look(request: PageRequest, withholding: UUID) -> HttpResponse:
    """Let what is kept stand, or show it again."""
    row = fetch(request.actor, "withholding.read", Withholding, withholding, related=("person",))
    found = enter(request, row.person_id)
    form = WhyForm(sent(request))
    stands = request.method == "POST" and "stand" in request.POST
    if stands and saved(
        request, form, lambda: services.look_at(actor=request.actor, row=row),
        _("Det er vurdert, og vises fortsatt ikke for foreldrene."),
    ):  # fmt: skip
        return back(found)
    if not stands and saved(
        request, form,
        lambda: services.show_again(actor=request.actor, row=row, why=form.cleaned_data["why"]),
        _("Foreldrene kan se det igjen."),
    ):  # fmt: skip
        return back(found)
    asked = _("%(name)s har selv bedt om det. Snakk sammen om det først.") % {"name": found.first_name}
    return show(
        request, found, form, title=_("Skal det vises for foreldrene igjen?"),
        lead=asked if row.asked_by_child else row.reason,
        button=_("Vis det for foreldrene igjen"), reasons=the_limit(consent_law(clock.today())),
        second=_("La det stå") if row.looked_at is None else "",
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@page("consent.register")
def inform(request: PageRequest, person: UUID) -> HttpResponse:
    """Tell the parents what they must know."""
    found, today = enter(request, person), clock.today()
    form = InformForm(sent(request), initial={"given_on": today, "child_told_on": today})
    if saved(
        request, form,
        lambda: services.inform_parents(actor=request.actor, person=found, data=form.information()),
        _("Foreldrene kan lese det nå, og %(name)s ser at de får det.") % {"name": found.first_name},
    ):  # fmt: skip
        return back(found)
    return show(
        request, found, form, title=_("Hva må foreldrene få vite?"),
        lead=_("Foreldrene leser det til %(name)s er 18 år. %(name)s leser det også.")
        % {"name": found.first_name},
        button=_("Gi foreldrene informasjonen"), reasons=the_limit(consent_law(today)),
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@page("consent.register")
def object_to(request: PageRequest, person: UUID) -> HttpResponse:
    """Register a no to health personnel looking."""
    found, today = enter(request, person), clock.today()
    form = ObjectionForm(sent(request), person=found, initial={"who": found.full_name})
    if saved(
        request, form,
        lambda: services.object_to_health(
            actor=request.actor, person=found, unit=form.chosen, note=form.cleaned_data["note"],
            on_behalf_of=form.cleaned_data["who"],
        ),
        _("Neiet gjelder fra nå av."),
    ):  # fmt: skip
        return back(found)
    rule = law.rule("consent.sharing.health_direct_access", today)
    return show(
        request, found, form, title=_("Nei til at helsepersonell ser helseopplysninger"),
        lead=_("Det gjelder det som står om helse i planen. Andre tjenester må uansett ha samtykke."),
        button=_("Registrer neiet"), reasons=(Reason(rule.text, rule.reference),),
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@page("objection.read")
def end_objection(request: PageRequest, objection: UUID) -> HttpResponse:
    """Take a no back."""
    row = fetch(request.actor, "objection.read", Objection, objection, related=("unit",))
    found = enter(request, row.person_id)
    form = PageForm(sent(request))
    if saved(
        request, form,
        lambda: services.withdraw_objection(
            actor=request.actor, objection=row, on_behalf_of=found.full_name
        ),
        _("Neiet gjelder ikke lenger."),
    ):  # fmt: skip
        return back(found)
    name = row.unit.name if row.unit else _("alt helsepersonell")
    return show(
        request, found, form, title=_("Vil %(name)s ta tilbake neiet?") % {"name": found.first_name},
        lead=_("Da kan %(whom)s se det som står om helse, når de er med i planen.") % {"whom": name},
        button=_("Ja, ta tilbake neiet"),
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@page("childs_wish.read")
def wish(request: PageRequest, wish: UUID) -> HttpResponse:
    """Follow up what a child wants to take back."""
    row = fetch(request.actor, "childs_wish.read", ChildsWish, wish)
    found = enter(request, row.person_id)
    form = WishForm(sent(request))
    if saved(
        request, form,
        lambda: services.answer_wish(actor=request.actor, wish=row, answer=form.cleaned_data["answer"]),
        _("Takk. %(name)s kan lese hva dere ble enige om.") % {"name": found.first_name},
    ):  # fmt: skip
        return back(found)
    return show(
        request, found, form,
        title=_("Hva ble dere enige om med %(name)s?") % {"name": found.first_name},
        lead=_("%(name)s vil ta tilbake noe foreldrene har sagt ja til. Snakk med %(name)s og foreldrene.")
        % {"name": found.first_name},
        button=_("Lagre"), reasons=(_HEARD,),
    )  # fmt: skip
