"""Writing goals."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from fellesplan.access.functions import fetch, visible
from fellesplan.kernel import clock
from fellesplan.plans import services, tools
from fellesplan.plans.models import Goal, Plan
from fellesplan.web.components.presenters import Action
from fellesplan.web.coordinator.plan.forms import GoalForm
from fellesplan.web.coordinator.plan.saving import EditPage, plan_url, to_plan, write
from fellesplan.web.page import PageRequest, page
from fellesplan.web.writing.desk import WritingDesk

RELATED = ("plan__person__municipality",)


@page("plan.write")
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: PageRequest, plan: UUID) -> HttpResponse:
    """Add a goal."""
    row = fetch(request.actor, "plan.write", Plan, plan, related=("person",))
    title = gettext("Nytt mål for %(name)s") % {"name": row.person.first_name}
    desk = WritingDesk(request, f"goal-new:{plan}", person=row.person_id, title=title)
    if answer := desk.answer():
        return answer
    start = desk.initial({"area": request.GET.get("omrade", ""), "parent": request.GET.get("del-av", "")})
    form = GoalForm(desk.data, areas=_areas(request), wholes=_wholes(request, plan), initial=start)
    if desk.posted and form.is_valid():
        made = desk.attempt(form, lambda: services.add_goal(actor=request.actor, plan=row, data=form.goal()))
        if made:
            said = gettext("Målet er lagret. Legg til det dere skal gjøre for å komme dit.")
            return to_plan(request, plan, said, f"mal-{made.pk}")
    return write(request, form, EditPage(title, _("Lagre målet"), plan_url(request, plan)), desk)


@page("goal.write")
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: PageRequest, goal: UUID) -> HttpResponse:
    """Change a goal."""
    row = fetch(request.actor, "goal.write", Goal, goal, related=RELATED)
    title = gettext("Endre målet: %(goal)s") % {"goal": row.title}
    desk = WritingDesk(request, f"goal:{goal}", person=row.plan.person_id, title=title)
    if answer := desk.answer():
        return answer
    wholes = [] if row.parts.exists() else [one for one in _wholes(request, row.plan_id) if one != row]
    form = GoalForm(
        desk.data, areas=_areas(request), wholes=wholes, initial=desk.initial(GoalForm.initial_of(row))
    )
    if desk.posted and form.is_valid():
        version = form.cleaned_data["version"] or 0
        saved = desk.attempt(
            form,
            lambda: services.update_goal(actor=request.actor, goal=row, data=form.goal(), version=version),
        )
        if saved:
            return to_plan(request, row.plan_id, gettext("Målet er lagret."), f"mal-{goal}")
    back = plan_url(request, row.plan_id, f"mal-{goal}")
    shown = EditPage(_("Endre målet"), _("Lagre målet"), back, remove=_removal(request, goal))
    return write(request, form, shown, desk)


@page("goal.write")
@require_POST
def archive(request: PageRequest, goal: UUID) -> HttpResponse:
    """Take a goal out of the plan; it can be brought back from the plan page."""
    row = fetch(request.actor, "goal.write", Goal, goal, related=RELATED)
    services.archive_goal(actor=request.actor, goal=row)
    said = gettext("Målet er tatt ut av planen. Du kan hente det tilbake nederst på siden.")
    return to_plan(request, row.plan_id, said, "tatt-ut")


@page("goal.write")
@require_POST
def restore(request: PageRequest, goal: UUID) -> HttpResponse:
    """Bring a goal back."""
    row = fetch(request.actor, "goal.write", Goal, goal, related=RELATED)
    services.restore_goal(actor=request.actor, goal=row)
    return to_plan(request, row.plan_id, gettext("Målet er hentet tilbake."), f"mal-{goal}")


def _removal(request: PageRequest, goal: UUID) -> Action:
    url = reverse("goal-archive", kwargs={"tenant": request.tenant.slug, "goal": goal})
    return Action(_("Ta målet ut av planen"), url, post=True, kind="tertiary")


def _areas(request: PageRequest) -> tuple[tools.LifeArea, ...]:
    return tools.life_areas(tools.procedure(request.tenant, clock.today()))


def _wholes(request: PageRequest, plan: UUID) -> list[Goal]:
    """Return the goals that can be divided."""
    rows = visible(request.actor, "goal.write", Goal).filter(plan_id=plan, parent__isnull=True)
    return list(rows.filter(archived_at__isnull=True))
