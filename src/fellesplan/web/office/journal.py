"""Journal: what has come in and gone out in a period, as a page and as a file; and correcting an entry."""

from datetime import date, timedelta
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from fellesplan.access import matrix
from fellesplan.access.functions import fetch
from fellesplan.cases import journal_list
from fellesplan.cases.journal_list import Chosen, Line
from fellesplan.cases.models import JournalEntry
from fellesplan.cases.services import corrections
from fellesplan.kernel import clock
from fellesplan.kernel.errors import InvalidInput
from fellesplan.web.about import render_about
from fellesplan.web.components.fields import DateField
from fellesplan.web.components.forms import ChoiceField, PageForm, TextField
from fellesplan.web.components.glue import translate
from fellesplan.web.office import links
from fellesplan.web.page import PageRequest, page

QUERY_BUDGET = 14
PER_PAGE = 50
PERIOD = timedelta(days=30)


class PeriodForm(PageForm):
    """Which days, which way, and whether names are shown. Everything may stand open."""

    fra = DateField(label=gettext_lazy("Fra og med"), required=False)
    til = DateField(label=gettext_lazy("Til og med"), required=False)
    retning = ChoiceField(
        label=gettext_lazy("Hva vil du se?"),
        required=False,
        choices=(("", gettext_lazy("Alt")), *((key, text) for key, text in journal_list.DIRECTIONS.items())),
    )
    navn = ChoiceField(
        label=gettext_lazy("Navn"),
        required=False,
        choices=(
            ("", gettext_lazy("Skjerm navn, for innsyn og offentlig journal")),
            ("vis", gettext_lazy("Vis navn. Det blir logget at du har sett dem")),
        ),
    )

    def clean(self) -> None:
        """Turn away a period that ends before it begins."""
        since, until = self.cleaned_data.get("fra"), self.cleaned_data.get("til")
        if since and until and until < since:
            self.add_error("til", _("Siste dag må være samme dag som den første, eller senere."))


class CorrectionForm(PageForm):
    """What is wrong, and what is right."""

    text = TextField(label=gettext_lazy("Hva er feil, og hva er riktig?"), rows=6, max_length=20_000)


@require_safe
@page("journal.read")
def journal(request: PageRequest) -> HttpResponse:
    """Show the journal of a period, the newest first."""
    form, chosen = _chosen(request)
    found = Paginator(journal_list.entries(request.actor, chosen), PER_PAGE)
    rows = found.get_page(request.GET.get("side"))
    context = {
        "form": form, "chosen": chosen, "page": rows, "total": found.count,
        "lines": _lines(request, rows, chosen), "query": request.GET.urlencode(),
        "may_correct": bool(matrix.grants("case.handle", request.actor.roles)),
    }  # fmt: skip
    return render(request, "office/journal.html", context, status=422 if form.errors else 200)


@require_safe
@page("journal.read")
def export(request: PageRequest) -> HttpResponse:
    """Give the journal of a period as a file that a spreadsheet and the archive read."""
    form, chosen = _chosen(request)
    if form.errors:
        return HttpResponseRedirect(
            f"{reverse('journal', args=[request.tenant.slug])}?{request.GET.urlencode()}"
        )
    rows = _lines(request, journal_list.entries(request.actor, chosen), chosen)
    name = f"journal-{request.tenant.slug}-{chosen.since:%Y%m%d}-{chosen.until:%Y%m%d}.csv"
    return HttpResponse(
        "\ufeff" + journal_list.as_csv(rows, translate),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"},
    )


@require_http_methods(["GET", "HEAD", "POST"])
@page("case.handle")
def correct(request: PageRequest, pk: UUID) -> HttpResponse:
    """Write what is right beside an entry that is wrong; the entry itself is left as it was."""
    related = ("case__person", "case__municipality")
    entry = fetch(request.actor, "journal.read", JournalEntry, pk, related=related, information=("journal",))
    form = CorrectionForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            corrections.correct(actor=request.actor, entry=entry, text=form.cleaned_data["text"])
        except InvalidInput as error:
            form.take(error)
        else:
            messages.success(request, _("Rettingen ligger i journalen."))
            return HttpResponseRedirect(links.case_url(entry.case) + "#journal")
    context = {"form": form, "entry": entry, "case": entry.case}
    status = 422 if form.errors else 200
    return render_about(request, entry.case.person, "office/journal_correct.html", context, status)


def _lines(request: PageRequest, rows: object, chosen: Chosen) -> tuple[Line, ...]:
    return journal_list.lines(request.actor, rows, names=chosen.names)  # type: ignore[arg-type]


def _chosen(request: PageRequest) -> tuple[PeriodForm, Chosen]:
    """Return the form and what it asks for: the last thirty days unless days are given."""
    today = clock.today()
    form = PeriodForm(request.GET if request.GET else None)
    data = form.cleaned_data if form.is_valid() else {}
    until: date = data.get("til") or today
    since: date = data.get("fra") or until - PERIOD
    return form, Chosen(since, until, data.get("retning", ""), data.get("navn", "") == "vis")
