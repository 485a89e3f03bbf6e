"""Saker: search by name or number, and filter."""

from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from fellesplan.access import matrix
from fellesplan.cases import lists, states
from fellesplan.cases.models import Case
from fellesplan.people import birth_numbers
from fellesplan.web.components.glue import translate
from fellesplan.web.components.presenters import Action, Choice, Column, Sentence, Table
from fellesplan.web.components.tables import Cell
from fellesplan.web.office import links
from fellesplan.web.office.steps import state_tag
from fellesplan.web.office.worklist_rows import age_words
from fellesplan.web.page import PageRequest, page

PER_PAGE = 25
QUERY_BUDGET = 14


@require_http_methods(["GET", "HEAD", "POST"])
@page("case.list")
def cases(request: PageRequest) -> HttpResponse:
    """Show the cases that are searched for, the newest first.

    The search is sent by POST, so that a birth number never stands in an address; other words go on to one.
    """
    sent = request.POST if request.method == "POST" else request.GET
    words, state, who = (sent.get(name, "").strip() for name in ("q", "status", "hvem"))
    by_number = birth_numbers.is_valid(words)
    if request.method == "POST" and not by_number:
        asked = {name: text for name, text in (("q", words), ("status", state), ("hvem", who)) if text}
        return HttpResponseRedirect(f"{request.path}?{urlencode(asked)}" if asked else request.path)
    found = lists.search(request.actor, words, state, who)
    if by_number and request.method != "POST":
        words, found = "", found.none()
    rows = Paginator(found, PER_PAGE).get_page(request.GET.get("side"))
    context = {
        "q": words, "state": state, "who": who, "page": rows, "table": _table(list(rows)),
        "sentence": _sentence(request, words, state, who), "total": rows.paginator.count,
        "may_handle": bool(matrix.grants("referral.register", request.actor.roles)),
    }  # fmt: skip
    return render(request, "office/cases.html", context)


def _table(rows: list[Case]) -> Table:
    columns = (
        Column(_("Navn")), Column(_("Sak")), Column(_("Hvor i saken")), Column(_("Melding kom")),
        Column(_("Saksbehandler")),
    )  # fmt: skip
    return Table(_("Saker, de nyeste først"), columns, tuple(map(_row, rows)))


def _row(case: Case) -> tuple[Cell, ...]:
    name = ", ".join(part for part in (case.person.full_name, age_words(case)) if part)
    return (
        Action(name, links.case_url(case)),
        case.number,
        state_tag(case, states.CASE.states[case.state]),
        case.received_on,
        case.caseworker.name if case.caseworker else _("Ledig"),
    )


def _sentence(request: PageRequest, words: str, state: str, who: str) -> Sentence:
    stated = [(key, translate(text).lower()) for key, text in states.CASE.states.items()]
    status = (("", _("hva som helst")), ("open", _("åpen")), *stated)
    choices = (
        Choice("hvem", _("Hvem som har sakene"), (
            ("", _("alle saker")), ("mine", _("mine saker")), ("free", _("saker uten saksbehandler")),
        ), who),
        Choice("status", _("Hvor sakene er"), status, state),
    )  # fmt: skip
    return Sentence.build(_("Vis {hvem} der status er {status}."), choices, action_url=request.path)
