"""Everything the annual report shows: sentences, tables and one chart."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __
from django.utils.translation import ngettext

from fellesplan.coordinators.candidates import MAX_PERSONS
from fellesplan.people.models import Municipality
from fellesplan.procedures import deadlines
from fellesplan.procedures.loader import Procedure
from fellesplan.reporting.figures import Count, Report, total
from fellesplan.web.components import words
from fellesplan.web.components.glue import translate
from fellesplan.web.components.presenters import Choice, Column, Sentence, Table
from fellesplan.web.components.workload import Histogram


@dataclass(frozen=True)
class ReportPage:
    """One year in words and tables."""

    report: Report
    lead: str
    due: str
    sentence: Sentence
    cases: Table
    cases_text: str
    decisions: Table
    plans: Table
    plans_text: str
    load_text: str
    histogram: Histogram | None
    meetings_text: str
    kinds: Table | None
    units: Table | None


def report_page(
    report: Report, years: Iterable[int], procedure: Procedure, tenant: Municipality, today: date
) -> ReportPage:
    """Return the page; no query is made here."""
    choice = Choice("aar", _("År"), tuple((str(y), str(y)) for y in years), str(report.year))
    return ReportPage(
        report=report,
        lead=_lead(report, tenant, today),
        due=_due(procedure, report.year),
        sentence=Sentence.build(_("Vis tallene for {aar}."), [choice]),
        cases=_table(_("Saker etter hvor de står"), __("Hvor saken står"), report.cases, sums=True),
        cases_text=_cases(report),
        decisions=_decisions(report),
        plans=_table(
            _("Individuell plan etter Volven 9336"),
            __("Individuell plan"),
            report.plans,
            code=True,
            sums=True,
        ),
        plans_text=_plans(report),
        load_text=_load(report, procedure.number(MAX_PERSONS)),
        histogram=_histogram(report, procedure.number(MAX_PERSONS)),
        meetings_text=_meetings(report),
        kinds=_meeting_table(_("Møter etter type"), __("Type møte"), report.meetings_by_kind),
        units=_meeting_table(
            _("Møter etter virksomhet"), __("Koordinatorens virksomhet"), report.meetings_by_unit
        ),
    )


def _lead(report: Report, tenant: Municipality, today: date) -> str:
    day = words.day(report.on, year=True)
    if report.on == today:
        text = _(
            "Slik ser det ut i %(place)s i dag, %(day)s. Tallene telles på nytt hver gang du åpner siden."
        )
    else:
        text = _("Slik så det ut i %(place)s %(day)s.")
    return text % {"place": tenant.name, "day": day}


def _due(procedure: Procedure, year: int) -> str:
    """The municipality's own date, where it has one."""
    found = procedure.word("report.due").removeprefix("--")
    if not found:
        return ""
    month, day = (int(part) for part in found.split("-"))
    due = deadlines.report_due(year, month=month, day=day).date
    return _("Kommunens egen frist for årsrapporten er %(day)s.") % {"day": words.day(due)}


def _cases(report: Report) -> str:
    text = ngettext(
        "%(n)s melding om behov har kommet i %(year)s.",
        "%(n)s meldinger om behov har kommet i %(year)s.",
        report.referrals,
    )
    return text % {"n": _big(words.number(report.referrals, "ei")), "year": report.year}


def _plans(report: Report) -> str:
    everybody, having = total(report.plans), report.plans[0].number
    if not everybody:
        return _("Ingen har åpen sak.")
    text = ngettext(
        "%(having)s av %(n)s person med åpen sak har virksom plan.",
        "%(having)s av %(n)s personer med åpen sak har virksom plan.",
        everybody,
    )
    return text % {"having": _big(words.number(having)), "n": words.number(everybody)}


def _load(report: Report, limit: int | None) -> str:
    load = report.load
    if not load.coordinators:
        return _("Ingen er koordinator for noen.")
    many = ngettext("%(n)s koordinator følger", "%(n)s koordinatorer følger", load.coordinators)
    people = ngettext("%(n)s person.", "%(n)s personer.", load.persons)
    said = [
        f"{_big(many % {'n': words.number(load.coordinators)})} {people % {'n': words.number(load.persons)}}",
        _("%(n)s av personene har barnekoordinator.") % {"n": _big(words.number(load.children))},
    ]
    if limit:
        over = _("%(n)s følger flere enn %(limit)s, som er det kommunen anbefaler.")
        said.append(over % {"n": _big(words.number(load.above(limit))), "limit": words.number(limit)})
    return " ".join(said)


def _histogram(report: Report, limit: int | None) -> Histogram | None:
    bars = tuple(pair for pair in report.load.loads if pair[0] <= 12)
    return Histogram(bars, __("Hvor mange hver koordinator følger"), limit) if bars else None


def _meetings(report: Report) -> str:
    if not report.meetings:
        return _("Ingen møter er gjennomført i %(year)s.") % {"year": report.year}
    text = ngettext(
        "%(n)s møte er gjennomført i %(year)s.", "%(n)s møter er gjennomført i %(year)s.", report.meetings
    )
    return text % {"n": _big(words.number(report.meetings, "ett")), "year": report.year}


def _meeting_table(caption: str, head: object, counts: tuple[Count, ...]) -> Table | None:
    return _table(caption, head, counts, sums=True) if counts else None


def _table(
    caption: str, head: object, counts: tuple[Count, ...], *, code: bool = False, sums: bool = False
) -> Table:
    columns = (Column(translate(head)), *((Column(__("Kode")),) if code else ()), _NUMBER)
    rows = [(each.label, *((each.code,) if code else ()), str(each.number)) for each in counts]
    if sums:
        rows.append((_("Til sammen"), *(("",) if code else ()), str(total(counts))))
    return Table(caption, columns, tuple(rows))


def _decisions(report: Report) -> Table:
    columns = (
        Column(__("Rettighet")),
        Column(__("Innvilget"), css="num"),
        Column(__("Delvis"), css="num"),
        Column(__("Avslag"), css="num"),
        Column(__("Avvist eller trukket"), css="num"),
    )
    rows = tuple(
        (_big(translate(each.label)), str(each.granted), str(each.partly), str(each.refused), str(each.other))
        for each in report.decisions
    )
    return Table(_("Avgjørelser etter rettighet"), columns, rows)


def _big(text: str) -> str:
    return text[:1].upper() + text[1:]


_NUMBER = Column(__("Antall"), css="num")
