"""Evaluating a plan: what everybody thinks of each goal, and what follows from it."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from fellesplan.access.functions import fetch, visible
from fellesplan.plans import services
from fellesplan.plans.evaluation import evaluations, ratings, scale_words
from fellesplan.plans.fields import SCALE
from fellesplan.plans.models import Evaluation, Goal, Plan
from fellesplan.plans.queries import plan_view
from fellesplan.web.coordinator.plan.evaluation_forms import EvaluationForm, LevelForm, ScaleForm
from fellesplan.web.coordinator.plan.evaluation_page import evaluation_page
from fellesplan.web.coordinator.plan.saving import EditPage, plan_url, to_plan, write
from fellesplan.web.page import PageRequest, page
from fellesplan.web.writing.desk import WritingDesk


@page("plan.lead")
@require_http_methods(["GET", "HEAD", "POST"])
def evaluation(request: PageRequest, plan: UUID) -> HttpResponse:
    """Look at every goal together, and agree on what follows."""
    row = fetch(request.actor, "plan.lead", Plan, plan, related=("person",))
    view = plan_view(request.actor, plan)
    title = gettext("Evaluering av planen til %(name)s") % {"name": view.first_name}
    desk = WritingDesk(request, f"evaluation:{plan}", person=row.person_id, title=title)
    if answer := desk.answer():
        return answer
    due = view.evaluate_on is not None and view.evaluate_on <= view.on
    start = desk.initial(EvaluationForm.start(view.version, due=due))
    form = EvaluationForm(desk.data, goals=view.goals, initial=start)
    if desk.posted and form.is_valid():
        data = form.data_for_plan
        kept = desk.attempt(form, lambda: services.evaluate(actor=request.actor, plan=row, data=data))
        if kept:
            return _after(request, plan, kept)
    goals = visible(request.actor, "goal.read", Goal).filter(plan_id=plan)
    shown = evaluation_page(
        view, form, ratings(request.actor, plan), {goal.pk: scale_words(goal) for goal in goals},
        evaluations(request.actor, plan), request.tenant.slug,
    )  # fmt: skip
    context = {"page": shown, "form": form, "desk": desk}
    return render(request, "coordinator/evaluation.html", context, status=desk.status(form))


def _after(request: PageRequest, plan: UUID, kept: Evaluation) -> HttpResponse:
    """Lead on to the first goal that is to be changed, or back to the plan."""
    changes = kept.outcomes.filter(choice="change").order_by("goal__order", "id")
    first = changes.values_list("goal_id", flat=True).first()
    if first is None:
        return to_plan(request, plan, gettext("Evalueringen er lagret."))
    return HttpResponseRedirect(reverse("goal-edit", kwargs={"tenant": request.tenant.slug, "goal": first}))


@page("goal.rate")
@require_http_methods(["GET", "HEAD", "POST"])
def rate(request: PageRequest, goal: UUID) -> HttpResponse:
    """Say how far a goal has come, as the one who coordinates or answers for a measure sees it."""
    row = fetch(request.actor, "goal.rate", Goal, goal, related=("plan",))
    desk = WritingDesk(request, f"level:{goal}", person=row.plan.person_id, title=row.title)
    if answer := desk.answer():
        return answer
    form = LevelForm(desk.data, own=scale_words(row), initial=desk.initial({}))
    if desk.posted and form.is_valid():
        given = form.rating
        if desk.attempt(form, lambda: services.rate_goal(actor=request.actor, goal=row, data=given)):
            return to_plan(request, row.plan_id, gettext("Takk. Det er lagret."), f"mal-{goal}")
    lead = gettext("Svar slik du ser det i dag. Det andre har svart, blir stående.")
    shown = EditPage(row.title, _("Lagre"), plan_url(request, row.plan_id, f"mal-{goal}"), lead=lead)
    return write(request, form, shown, desk)


@page("goal.write")
@require_http_methods(["GET", "HEAD", "POST"])
def scale(request: PageRequest, goal: UUID) -> HttpResponse:
    """Write what each of the five steps means for the goal."""
    row = fetch(request.actor, "goal.write", Goal, goal, related=("plan__person",))
    title = gettext("Ord for trinnene: %(goal)s") % {"goal": row.title}
    desk = WritingDesk(request, f"scale:{goal}", person=row.plan.person_id, title=title)
    if answer := desk.answer():
        return answer
    now = {name: getattr(row, name) for name in (*SCALE, "version")}
    form = ScaleForm(desk.data, initial=desk.initial(now))
    if desk.posted and form.is_valid():
        version, told = form.cleaned_data["version"] or 0, form.words
        if desk.attempt(
            form, lambda: services.set_scale(actor=request.actor, goal=row, words=told, version=version)
        ):
            return to_plan(request, row.plan_id, gettext("Ordene er lagret."), f"mal-{goal}")
    lead = gettext("Skriv det slik %(name)s ville sagt det. Da er det lett å se hvor dere står.")
    told_lead = lead % {"name": row.plan.person.first_name}
    shown = EditPage(title, _("Lagre ordene"), plan_url(request, row.plan_id, f"mal-{goal}"), lead=told_lead)
    return write(request, form, shown, desk)
