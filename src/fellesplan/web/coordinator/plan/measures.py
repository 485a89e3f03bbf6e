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
from fellesplan.web.coordinator.plan.saving import EditPage, attempt, edit, plan_url, to_plan
from fellesplan.web.page import PageRequest, page

RELATED = ("goal__plan__person__municipality",)


@page("goal.write")
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: PageRequest, goal: UUID) -> HttpResponse:
    """Add a measure under a goal."""
    row = fetch(request.actor, "goal.write", Goal, goal, related=("plan__person__municipality",))
    form = MeasureForm(request.POST or None, people=responsible_for(request.actor, row.plan))
    if request.method == "POST" and form.is_valid():
        saved = attempt(
            form, lambda: services.add_measure(actor=request.actor, goal=row, data=form.measure())
        )
        if saved:
            return to_plan(request, row.plan_id, gettext("Tiltaket er lagret."), f"mal-{goal}")
    back = plan_url(request, row.plan_id, f"mal-{goal}")
    shown = EditPage(_("Nytt tiltak"), _("Lagre tiltaket"), back, lead=_goal_line(row))
    return edit(request, form, shown)


@page("measure.write")
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: PageRequest, measure: UUID) -> HttpResponse:
    """Change a measure."""
    row = fetch(request.actor, "measure.write", Measure, measure, related=RELATED)
    plan = row.goal.plan
    people = responsible_for(request.actor, plan, now=row.responsible_id)
    form = MeasureForm(request.POST or None, people=people, initial=MeasureForm.initial_of(row))
    if request.method == "POST" and form.is_valid():
        version = form.cleaned_data["version"] or 0
        saved = attempt(
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
    return edit(request, form, EditPage(_("Endre tiltaket"), _("Lagre tiltaket"), back, remove=removal))


@page("measure.report")
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: PageRequest, measure: UUID) -> HttpResponse:
    """Tell how a measure goes."""
    row = fetch(request.actor, "measure.report", Measure, measure, related=RELATED)
    form = ReportForm(request.POST or None, initial={"event": "" if row.state == "planned" else row.state})
    if request.method == "POST" and form.is_valid():
        kept = form.cleaned_data
        saved = attempt(form, lambda: services.report_measure(actor=request.actor, measure=row, **kept))
        if saved:
            return to_plan(request, row.goal.plan_id, gettext("Takk. Det er lagret."), f"tiltak-{measure}")
    back = plan_url(request, row.goal.plan_id, f"tiltak-{measure}")
    return edit(
        request,
        form,
        EditPage(row.title, _("Lagre"), back, lead=_goal_line(row.goal)),
    )


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
