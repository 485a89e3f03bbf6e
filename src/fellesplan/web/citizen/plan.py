"""My plan: what is next, what is agreed, what matters to me."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from fellesplan.access.functions import fetch
from fellesplan.kernel import clock
from fellesplan.kernel.errors import NotFound
from fellesplan.plans import services
from fellesplan.plans.errors import EditConflict
from fellesplan.plans.models import Measure, Plan
from fellesplan.plans.queries import live_plan_of, plan_view
from fellesplan.web.citizen import reads
from fellesplan.web.citizen.emergency import used_lately
from fellesplan.web.citizen.ending import first_ending
from fellesplan.web.citizen.forms import ReportForm, WordsForm
from fellesplan.web.citizen.meeting_lines import next_meeting
from fellesplan.web.citizen.plan_page import plan_page
from fellesplan.web.citizen.room import Room, enter
from fellesplan.web.citizen.saving import write
from fellesplan.web.page import PageRequest, page
from fellesplan.web.writing.desk import WritingDesk


@page("plan.read")
@require_safe
def plan(request: PageRequest, person: UUID) -> HttpResponse:
    """Show the plan, or what comes before there is one."""
    room = enter(request, person)
    found = live_plan_of(room.actor, room.person)
    meeting, used = next_meeting(room), used_lately(room)
    if found is None:
        helpers = reads.coordinators_of(room.actor, room.person, clock.today())
        case = reads.case_of(room.actor, room.person)
        return room.show("no-plan", at="my-plan", meeting=meeting, coordinators=helpers, case=case, used=used)
    shown = plan_page(room, plan_view(room.actor, found.pk))
    ending = first_ending(room, clock.today())
    return room.show(
        "plan", at="my-plan", plan=shown, view=shown.view, meeting=meeting, ending=ending, used=used
    )


@page("plan.write")
@require_http_methods(["GET", "HEAD", "POST"])
def own_words(request: PageRequest, person: UUID) -> HttpResponse:
    """Change what matters to the person, in the person's own words."""
    room = enter(request, person)
    row = _own_plan(room)
    desk = WritingDesk(request, f"words:{row.pk}", person=room.person.pk, title=_("Viktig for meg"))
    if answer := desk.answer():
        return answer
    form = WordsForm(desk.data, initial=desk.initial({"text": row.matters, "version": row.version}))
    if desk.posted and form.is_valid():
        written, version = form.cleaned_data["text"], form.cleaned_data["version"] or 0
        if desk.attempt(
            form,
            lambda: services.update_text(
                actor=room.actor, plan=row, field="matters", text=written, version=version
            ),
        ):
            messages.success(request, _("Det er lagret. Det som sto her før, kan hentes tilbake."))
            return redirect(room.url("my-plan"))
    return write(room, "own-words", form, desk)


@page("measure.report")
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: PageRequest, person: UUID) -> HttpResponse:
    """Say that something does not work."""
    room = enter(request, person)
    view = plan_view(room.actor, _own_plan(room).pk)
    lines = [line for line in view.measures if line.is_open and line.may_report]
    desk = WritingDesk(request, f"my-report:{view.id}", person=room.person.pk, title=_("Noe fungerer ikke"))
    if answer := desk.answer():
        return answer
    form = ReportForm(desk.data, lines=lines, initial=desk.initial({"measure": request.GET.get("tiltak")}))
    if desk.posted and form.is_valid():
        row = fetch(room.actor, "measure.report", Measure, form.measure_id, related=("goal__plan",))
        note = form.cleaned_data["note"] or _("Det fungerer ikke slik det er nå.")
        if desk.attempt(
            form,
            lambda: services.report_measure(actor=room.actor, measure=row, event="not_working", note=note),
        ):
            messages.success(request, _("Takk for at du sa fra. %(who)s ser det med en gang.") % _who(view))
            return redirect(room.url("my-plan"))
    who = _who(view)["who"]
    return write(room, "report", form, desk, who=who, lines=lines)


def _who(view: object) -> dict[str, str]:
    found = next(iter(getattr(view, "coordinators", ())), None)
    return {"who": found.name if found else _("Koordinatoren")}


@page("measure.report")
@require_POST
def measure(request: PageRequest, person: UUID, measure: UUID) -> HttpResponse:
    """Tell that a measure is done, or works again."""
    room = enter(request, person)
    row = fetch(room.actor, "measure.report", Measure, measure, related=("goal__plan",))
    if row.goal.plan.person_id != room.person.pk:
        raise NotFound
    event = "started" if request.POST.get("event") == "started" else "done"
    services.report_measure(actor=room.actor, measure=row, event=event)
    said = _("Så bra at det er gjort.") if event == "done" else _("Så bra at det fungerer nå.")
    messages.success(request, said)
    return redirect(room.url("my-plan") + "#hvem")


@page("plan.approve")
@require_http_methods(["GET", "HEAD", "POST"])
def approve(request: PageRequest, person: UUID) -> HttpResponse:
    """Say yes to the plan as it stands."""
    room = enter(request, person)
    view = plan_view(room.actor, _own_plan(room).pk)
    if request.method != "POST":
        return room.show("approve", at="my-plan", plan=plan_page(room, view), view=view)
    read = request.POST.get("version", "")
    try:
        services.approve(actor=room.actor, plan=_own_plan(room), version=int(read) if read.isdecimal() else 0)
    except EditConflict:
        shown = {"plan": plan_page(room, view), "view": view, "changed": True}
        return room.show("approve", at="my-plan", status=409, **shown)
    messages.success(request, _("Planen er godkjent. Du kan endre den når du vil."))
    return redirect(room.url("my-plan"))


def _own_plan(room: Room) -> Plan:
    found = live_plan_of(room.actor, room.person)
    if found is None:
        raise NotFound
    return found
