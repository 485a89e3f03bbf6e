"""Arbeidsliste: what waits for the office, the most urgent first."""

from collections.abc import Iterable
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from fellesplan.access import matrix, questions
from fellesplan.access.actor import Actor
from fellesplan.access.functions import fetch
from fellesplan.cases import lists, saved_views
from fellesplan.cases.models import Case
from fellesplan.cases.rules import Actor as Who
from fellesplan.cases.rules import NextStep as Rule
from fellesplan.cases.services import progress
from fellesplan.kernel import clock
from fellesplan.people.emergency_reads import to_review
from fellesplan.web.components.presenters import Action, NextStep
from fellesplan.web.office import links, steps, worklist_filters, worklist_rows
from fellesplan.web.page import PageRequest, page

PER_PAGE = 25
QUERY_BUDGET = 32
WAITING_SHOWN = 30


@require_safe
@page("case.work", "case.overview")
def worklist(request: PageRequest) -> HttpResponse:
    """Show the next step, and below it every case that waits for the office."""
    today, actor = clock.today(), request.actor
    handles = bool(matrix.grants("case.handle", actor.roles))
    chosen = worklist_filters.chosen(request.GET, "mine_and_free" if handles else "all")
    cases = Paginator(lists.worklist(request.actor, chosen, today), PER_PAGE).get_page(
        request.GET.get("side")
    )
    others = list(lists.on_others(request.actor, today)[: WAITING_SHOWN + 1])
    found = worklist_rows.steps_of([*cases, *others])
    rows = worklist_rows.rows(cases, found, actor)
    context = {
        "by_step": worklist_filters.counted(request, lists.by_step(actor, chosen, today)),
        "views": saved_views.views_of(actor),
        "query": saved_views.cleaned(request.GET.urlencode()),
        "counts": lists.counts(request.actor, today),
        "sentence": worklist_filters.sentence(request, handles),
        "groups": worklist_rows.grouped(rows, today) if chosen.sort == "due" else _one(rows),
        "page": cases,
        "next": _next(_own(cases, found, handles), found, actor)
        if cases.number == 1 and chosen.sort == "due"
        else None,
        "others": worklist_rows.rows(others[:WAITING_SHOWN], found, actor),
        "more_others": len(others) > WAITING_SHOWN,
        "here": request.get_full_path(),
        "may_handle": handles,
        "emergencies": _emergencies(actor),
        "log_questions": questions.waiting(actor),
    }
    template = "office/parts/worklist_table.html" if request.htmx else "office/worklist.html"
    return render(request, template, context)


def _emergencies(actor: Actor) -> int:
    """Return how many uses of emergency access wait for the actor's review."""
    return to_review(actor).count() if matrix.grants("emergency.review", actor.roles) else 0


def _own(cases: Iterable[Case], found: dict[str, Rule], handles: bool) -> list[Case]:
    """Return the cases the actor can move: the leader only those that wait for approval."""
    return [case for case in cases if handles or found[str(case.id)].who is Who.APPROVER]


def _next(cases: list[Case], found: dict[str, Rule], actor: Actor) -> NextStep | None:
    if not cases:
        return None
    case = cases[0]
    step = found[str(case.id)]
    title = _("%(what)s: %(name)s") % {"what": steps.what_words(step), "name": case.person.full_name}
    see = Action(_("Se saken først"), links.case_url(case), kind="tertiary")
    return steps.next_step(step, case, actor, title=title, others=(see,))


def _one(rows: tuple[worklist_rows.WorkRow, ...]) -> tuple[worklist_rows.Group, ...]:
    return (worklist_rows.Group("", rows),) if rows else ()


@require_POST
@page("case.handle")
def take(request: PageRequest, pk: UUID) -> HttpResponse:
    """Take a case that nobody has."""
    case = fetch(request.actor, "case.handle", Case, pk, related=lists.RELATED)
    progress.take(actor=request.actor, case=case)
    messages.success(request, _("Du har tatt saken til %(name)s.") % {"name": case.person.full_name})
    target = request.POST.get("next", "")
    ours = url_has_allowed_host_and_scheme(target, {request.get_host()}, require_https=request.is_secure())
    return HttpResponseRedirect(target if ours else reverse("worklist", args=[request.tenant.slug]))
