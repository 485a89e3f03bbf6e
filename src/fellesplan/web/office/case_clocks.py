"""Frister i saken: every limit with its rule, where it stands, its start and the computation in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from fellesplan.access.functions import can, fetch
from fellesplan.cases import lists
from fellesplan.cases.clocks import clocks_of
from fellesplan.cases.facts import facts_of
from fellesplan.cases.models import Case, ClockWarning, Letter
from fellesplan.cases.rules import CaseFacts
from fellesplan.cases.rules.clocks import CaseClock
from fellesplan.cases.rules.raising import TEXTS
from fellesplan.cases.services import raising
from fellesplan.kernel import clock
from fellesplan.kernel.errors import NotFound
from fellesplan.kernel.text import Text
from fellesplan.web.components import words
from fellesplan.web.components.glue import translate
from fellesplan.web.office import links
from fellesplan.web.office.steps import rule_words
from fellesplan.web.page import PageRequest, page

QUERY_BUDGET = 45


@dataclass(frozen=True)
class ClockRow:
    """A limit as it is read. `state` tells how much time is left, or how it was met."""

    title: str
    start: date
    due: date
    kind: str
    state: str
    source: str
    status: str
    steps: tuple[str, ...]
    letter: str = ""


@dataclass(frozen=True)
class RaisedLine:
    """Something the system has told of: what, and when."""

    text: Text
    on: date
    cleared_on: date | None


@require_http_methods(["GET", "HEAD", "POST"])
@page("case.read")
def clocks(request: PageRequest, pk: UUID) -> HttpResponse:
    """Show the limits of the case; a POST notes that the person has been told of a letter once more."""
    case = fetch(request.actor, "case.read", Case, pk, related=lists.RELATED, information=("case",))
    if request.method == "POST":
        raising.noticed_again(actor=request.actor, letter=_letter(case, request.POST.get("brev", "")))
        messages.success(request, _("Det er skrevet ned at personen er varslet én gang til."))
        return HttpResponseRedirect(links.case_url(case, "case-clocks"))
    context = {
        "case": case, "rows": rows_of(case, facts_of(case)), "raised": _raised(case),
        "may_handle": can(request.actor, "case.handle", case),
    }  # fmt: skip
    return render(request, "office/case_clocks.html", context)


def rows_of(case: Case, facts: CaseFacts) -> tuple[ClockRow, ...]:
    """Return every limit of the case; none once it is closed."""
    return tuple(_row(one, clock.today()) for one in _shown(case, facts))


def _shown(case: Case, facts: CaseFacts) -> Sequence[CaseClock]:
    return () if facts.closed or facts.deceased else clocks_of(case, facts)


def _row(one: CaseClock, today: date) -> ClockRow:
    late = one.key == "second_notice" and one.is_over(today)
    return ClockRow(
        title=translate(one.title),
        start=one.start,
        due=one.due,
        kind=_kind(one, today),
        state=translate(one.done) if one.done else _left(one.due, today),
        source=rule_words(one.source) if one.source else "",
        status=_status(one),
        steps=tuple(translate(step) for step in one.steps),
        letter=one.letter if late else "",
    )


def _left(due: date, today: date) -> str:
    return str(words.time_left(due, today))


def _kind(one: CaseClock, today: date) -> str:
    """A complaint deadline that has passed is not late: nobody had to complain."""
    if one.is_met:
        return "success"
    if one.is_over(today):
        return "neutral" if one.key == "complaint" else "danger"
    return "info"


def _status(one: CaseClock) -> str:
    if not one.by_law:
        return _("Kommunens eller partenes egen frist")
    return _("Følger av loven, slik den vanligvis leses") if one.likely else _("Følger av loven")


def _letter(case: Case, pk: str) -> Letter:
    try:
        found = Letter.objects.select_related("case").filter(case=case, pk=UUID(pk)).first()
    except ValueError:
        found = None
    if found is None:
        raise NotFound
    return found


def _raised(case: Case) -> tuple[RaisedLine, ...]:
    rows = ClockWarning.objects.filter(case=case, kind__in=TEXTS).order_by("-raised_at", "id")
    return tuple(
        RaisedLine(
            TEXTS[row.kind], clock.civil_day(row.raised_at),
            clock.civil_day(row.cleared_at) if row.cleared_at else None,
        )
        for row in rows
    )  # fmt: skip
