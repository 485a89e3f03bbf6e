"""Writing measures, and telling how they go."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from fellesplan.access.functions import fetch
from fellesplan.plans import services
from fellesplan.plans.choices import responsible_for
from fellesplan.plans.models import Goal, Measure
from fellesplan.web.components.presenters import Action
from fellesplan.web.coordinator.plan.forms import MeasureForm, ReportForm
from fellesplan.web.coordinator.plan.saving import EditPage, plan_url, to_plan, write
from fellesplan.web.page import PageRequest, page
from fellesplan.web.writing.desk import WritingDesk

RELATED = ("goal__plan__person__municipality",)


@page("goal.write")
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: PageRequest, goal: UUID) -> HttpResponse:
    """Add a measure under a goal."""
    row = fetch(request.actor, "goal.write", Goal, goal, related=("plan__person__municipality",))
    title = gettext("Nytt tiltak for målet %(goal)s") % {"goal": row.title}
    desk = WritingDesk(request, f"measure-new:{goal}", person=row.plan.person_id, title=title)
    if answer := desk.answer():
        return answer
    people = responsible_for(request.actor, row.plan)
    form = MeasureForm(desk.data, people=people, initial=desk.initial({}))
    if desk.posted and form.is_valid():
        saved = desk.attempt(
            form, lambda: services.add_measure(actor=request.actor, goal=row, data=form.measure())
        )
        if saved:
            return to_plan(request, row.plan_id, gettext("Tiltaket er lagret."), f"mal-{goal}")
    back = plan_url(request, row.plan_id, f"mal-{goal}")
    shown = EditPage(_("Nytt tiltak"), _("Lagre tiltaket"), back, lead=_goal_line(row))
    return write(request, form, shown, desk)


@page("measure.write")
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: PageRequest, measure: UUID) -> HttpResponse:
    """Change a measure."""
    row = fetch(request.actor, "measure.write", Measure, measure, related=RELATED)
    plan = row.goal.plan
    people = responsible_for(request.actor, plan, now=row.responsible_id)
    title = gettext("Endre tiltaket: %(measure)s") % {"measure": row.title}
    desk = WritingDesk(request, f"measure:{measure}", person=plan.person_id, title=title)
    if answer := desk.answer():
        return answer
    form = MeasureForm(desk.data, people=people, initial=desk.initial(MeasureForm.initial_of(row)))
    if desk.posted and form.is_valid():
        version = form.cleaned_data["version"] or 0
        saved = desk.attempt(
            form,
            lambda: services.update_measure(
                actor=request.actor, measure=row, data=form.measure(), version=version
            ),
        )
        if saved:
            return to_plan(request, plan.pk, gettext("Tiltaket er lagret."), f"tiltak-{measure}")
    url = reverse("measure-archive", kwargs={"tenant": request.tenant.slug, "measure": measure})
    removal = Action(_("Ta tiltaket ut av planen"), url, post=True, kind="tertiary")
    back = plan_url(request, plan.pk, f"tiltak-{measure}")
    shown = EditPage(_("Endre tiltaket"), _("Lagre tiltaket"), back, remove=removal)
    return write(request, form, shown, desk)


@page("measure.report")
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: PageRequest, measure: UUID) -> HttpResponse:
    """Tell how a measure goes."""
    row = fetch(request.actor, "measure.report", Measure, measure, related=RELATED)
    desk = WritingDesk(request, f"report:{measure}", person=row.goal.plan.person_id, title=row.title)
    if answer := desk.answer():
        return answer
    now = desk.initial({"event": "" if row.state == "planned" else row.state})
    form = ReportForm(desk.data, initial=now)
    if desk.posted and form.is_valid():
        kept = form.cleaned_data
        saved = desk.attempt(form, lambda: services.report_measure(actor=request.actor, measure=row, **kept))
        if saved:
            return to_plan(request, row.goal.plan_id, gettext("Takk. Det er lagret."), f"tiltak-{measure}")
    back = plan_url(request, row.goal.plan_id, f"tiltak-{measure}")
    return write(request, form, EditPage(row.title, _("Lagre"), back, lead=_goal_line(row.goal)), desk)


@page("measure.write")
@require_POST
def archive(request: PageRequest, measure: UUID) -> HttpResponse:
    """Take a measure out of the plan; it can be brought back from the plan page."""
    row = fetch(request.actor, "measure.write", Measure, measure, related=RELATED)
    services.archive_measure(actor=request.actor, measure=row)
    said = gettext("Tiltaket er tatt ut av planen. Du kan hente det tilbake nederst på siden.")
    return to_plan(request, row.goal.plan_id, said, "tatt-ut")


@page("measure.write")
@require_POST
def restore(request: PageRequest, measure: UUID) -> HttpResponse:
    """Bring a measure back."""
    row = fetch(request.actor, "measure.write", Measure, measure, related=RELATED)
    services.restore_measure(actor=request.actor, measure=row)
    return to_plan(request, row.goal.plan_id, gettext("Tiltaket er hentet tilbake."), f"tiltak-{measure}")


def _goal_line(goal: Goal) -> str:
    return gettext("Målet: %(goal)s") % {"goal": goal.title}
