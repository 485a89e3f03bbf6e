"""Writing the plan's own texts, its period, and what is said of an area."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from fellesplan.access.functions import fetch, visible
from fellesplan.kernel import clock
from fellesplan.kernel.errors import NotFound
from fellesplan.plans import services, tools
from fellesplan.plans.models import AreaNote, Plan
from fellesplan.web.components.glue import translate
from fellesplan.web.coordinator.plan.forms import AreaForm, PeriodForm, PlanTextForm
from fellesplan.web.coordinator.plan.saving import EditPage, plan_url, to_plan, write
from fellesplan.web.page import PageRequest, page
from fellesplan.web.writing.desk import WritingDesk

TEXTS = {
    "matters": (
        _("Viktig for {name}"),
        _("Skriv det slik {name} sier det. Dette står øverst i planen."),
    ),
    "resources": (_("Det {name} er god på"), _("Det som går bra, og det {name} har å støtte seg til.")),
    "person_contributes": (
        _("Det {name} selv bidrar med"),
        _("Det {name} gjør selv, og det {name} vil gjøre for å nå målene."),
    ),
    "family_contributes": (_("Det familien bidrar med"), ""),
    "child_participation": (
        _("Slik har {name} vært med"),
        _("Hvordan {name} har fått si hva som er viktig, og hva dere har gjort med det."),
    ),
    "cooperation": (_("Samarbeid med andre"), _("Samarbeid som trengs, eller som {name} ønsker.")),
    "contact_doctor": (
        _("Kontaktlege"),
        _("Om {name} har fått tilbud om kontaktlege på sykehuset, og hvem det er."),
    ),
    "made_by": (_("Hvem som lager planen"), ""),
}


@page("plan.write")
@require_http_methods(["GET", "HEAD", "POST"])
def text(request: PageRequest, plan: UUID, field: str) -> HttpResponse:
    """Write one of the plan's texts."""
    if field not in TEXTS:
        raise NotFound
    row = fetch(request.actor, "plan.write", Plan, plan, related=("person",))
    title, hint = (str(part).format(name=row.person.first_name) for part in TEXTS[field])
    desk = WritingDesk(request, f"text:{plan}:{field}", person=row.person_id, title=title)
    if answer := desk.answer():
        return answer
    form = PlanTextForm(
        desk.data, name=field, label=title, hint=hint,
        initial=desk.initial({field: getattr(row, field), "version": row.version}),
    )  # fmt: skip
    if desk.posted and form.is_valid():
        written, version = form.cleaned_data[field], form.cleaned_data["version"] or 0
        saved = desk.attempt(
            form,
            lambda: services.update_text(
                actor=request.actor, plan=row, field=field, text=written, version=version
            ),
        )
        if saved:
            return to_plan(request, plan, gettext("Teksten er lagret."), field)
    shown = EditPage(title=title, submit=_("Lagre teksten"), back_url=plan_url(request, plan, field))
    return write(request, form, shown, desk)


@page("plan.write")
@require_http_methods(["GET", "HEAD", "POST"])
def period(request: PageRequest, plan: UUID) -> HttpResponse:
    """Set how long the plan lasts, and when it is looked at anew."""
    row = fetch(request.actor, "plan.write", Plan, plan)
    shown = EditPage(title=_("Planperiode"), submit=_("Lagre perioden"), back_url=plan_url(request, plan))
    desk = WritingDesk(request, f"period:{plan}", person=row.person_id, title=shown.title)
    if answer := desk.answer():
        return answer
    names = ("period_from", "period_to", "evaluate_on", "version")
    form = PeriodForm(desk.data, initial=desk.initial({name: getattr(row, name) for name in names}))
    if desk.posted and form.is_valid():
        kept = form.cleaned_data
        if desk.attempt(form, lambda: services.set_period(actor=request.actor, plan=row, **kept)):
            return to_plan(request, plan, gettext("Planperioden er lagret."))
    return write(request, form, shown, desk)


@page("area.write")
@require_http_methods(["GET", "HEAD", "POST"])
def area(request: PageRequest, plan: UUID, area: str) -> HttpResponse:
    """Write what the person says, and needs, in one area."""
    row = fetch(request.actor, "plan.write", Plan, plan, related=("person",))
    note = visible(request.actor, "area.write", AreaNote).filter(plan=row, area=area).first()
    name = translate(tools.area_name(tools.procedure(request.tenant, clock.today()), area))
    desk = WritingDesk(request, f"area:{plan}:{area}", person=row.person_id, title=name)
    if answer := desk.answer():
        return answer
    names = ("own_words", "resources", "needs", "version")
    now = {name: getattr(note, name) for name in names} if note else {}
    form = AreaForm(desk.data, initial=desk.initial(now or {"version": 0}))
    if desk.posted and form.is_valid():
        kept = form.cleaned_data | {"version": form.cleaned_data["version"] or 0}
        if desk.attempt(form, lambda: services.area(actor=request.actor, plan=row, key=area, **kept)):
            return to_plan(request, plan, gettext("Teksten er lagret."), f"omrade-{area}")
    back = plan_url(request, plan, f"omrade-{area}")
    return write(request, form, EditPage(title=name, submit=_("Lagre teksten"), back_url=back), desk)
