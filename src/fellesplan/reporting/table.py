"""The report as rows, for a spreadsheet."""

import csv
import io
from collections.abc import Callable, Iterator
from typing import Any

from fellesplan.kernel.text import Text, t
from fellesplan.reporting.figures import Count, Decided, Report

Row = tuple[Text | str, Text | str, str, int]
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def rows(report: Report) -> Iterator[Row]:
    """Yield part, what is counted, its code and the number."""
    yield t("Meldinger"), t("Meldinger om behov i året"), "", report.referrals
    yield from _part(t("Saker"), report.cases)
    for each in report.decisions:
        for name, number in _outcomes(each):
            yield t("Avgjørelser"), t("{right}: {outcome}", right=each.label, outcome=name), "", number
    yield from _part(t("Individuell plan (Volven 9336)"), report.plans)
    load = report.load
    yield t("Koordinatorer"), t("Koordinatorer som følger noen"), "", load.coordinators
    yield t("Koordinatorer"), t("Personer med koordinator eller barnekoordinator"), "", load.persons
    yield t("Koordinatorer"), t("Personer med barnekoordinator"), "", load.children
    for persons, number in load.loads:
        yield t("Koordinatorer"), t("Koordinatorer etter antall personer"), str(persons), number
    yield from _part(t("Møter etter type"), report.meetings_by_kind)
    yield from _part(t("Møter etter virksomhet"), report.meetings_by_unit)


def as_csv(report: Report, translate: Callable[[Any], str]) -> str:
    """Return the rows as semicolon-separated text; a cell that a spreadsheet would run is disarmed."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    head = (t("Del"), t("Hva"), t("Kode"), t("Antall"))
    writer.writerow([translate(cell) for cell in head])
    for part, what, code, number in rows(report):
        writer.writerow([_harmless(translate(cell)) for cell in (part, what, code)] + [number])
    return out.getvalue()


def _part(name: Text, counts: tuple[Count, ...]) -> Iterator[Row]:
    for count in counts:
        yield name, count.label, count.code, count.number


def _outcomes(each: Decided) -> Iterator[tuple[Text, int]]:
    yield t("innvilget"), each.granted
    yield t("delvis innvilget"), each.partly
    yield t("avslag"), each.refused
    yield t("avvist eller trukket"), each.other


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
