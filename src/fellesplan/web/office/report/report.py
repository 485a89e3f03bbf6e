"""Årsoversikt: the page, and the same numbers for a spreadsheet."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from fellesplan.cases.facts import procedure_of
from fellesplan.kernel import clock
from fellesplan.reporting import queries, table
from fellesplan.reporting.figures import Report
from fellesplan.web.components.glue import translate
from fellesplan.web.office.report.report_page import report_page
from fellesplan.web.page import PageRequest, page


@require_safe
@page("report.read")
def report(request: PageRequest) -> HttpResponse:
    """Show the numbers of a year."""
    today = clock.today()
    years = queries.years(request.actor, today)
    figures = _figures(request, years)
    procedure = procedure_of(request.tenant, today)
    context = {"shown": report_page(figures, years, procedure, request.tenant, today)}
    return render(request, "office/report/report.html", context)


@require_safe
@page("report.read")
def report_csv(request: PageRequest) -> HttpResponse:
    """Give the numbers of a year as a file that Excel opens with the right letters."""
    figures = _figures(request, queries.years(request.actor, clock.today()))
    text = "\ufeff" + table.as_csv(figures, translate)
    name = f"{_('arsoversikt')}-{request.tenant.slug}-{figures.year}.csv"
    return HttpResponse(
        text,
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _figures(request: PageRequest, years: tuple[int, ...]) -> Report:
    wanted, today = request.GET.get("aar", str(years[0])), clock.today()
    if wanted not in {str(year) for year in years}:
        raise Http404
    return queries.report(request.actor, procedure_of(request.tenant, today), int(wanted), today)
