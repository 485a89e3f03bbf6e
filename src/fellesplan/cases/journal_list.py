"""Journalen for et tidsrom: as lines to read or hand to the archive, with or without names (offl § 13)."""

import csv
import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import QuerySet

from fellesplan.access import audit, matrix
from fellesplan.access.actor import Actor
from fellesplan.access.functions import visible
from fellesplan.cases.models import JournalEntry
from fellesplan.kernel import clock
from fellesplan.kernel.text import Text, t
from fellesplan.people import protection

READ = "journal.read"
SHIELDED = t("Skjermet")
SECRECY = "offl § 13"
DIRECTIONS: dict[str, Text] = {"in": t("Inn"), "out": t("Ut"), "note": t("Notat")}
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_HEAD = (
    t("Journalnummer"), t("Sak"), t("Journalført"), t("Dokumentets dato"), t("Retning"), t("Tittel"),
    t("Avsender eller mottaker"), t("Skjermet etter"), t("Dokument"), t("Retter"),
)  # fmt: skip


@dataclass(frozen=True)
class Chosen:
    """Which days (both included), which way, and whether names are shown."""

    since: date
    until: date
    direction: str = ""
    names: bool = False


@dataclass(frozen=True)
class Line:
    """One entry as the list shows it. `title` and `party` name nobody while `shielded`."""

    entry: JournalEntry
    title: str
    party: str | Text
    shielded: bool

    @property
    def direction(self) -> Text:
        return DIRECTIONS[self.entry.direction]

    @property
    def corrects(self) -> str:
        return self.entry.corrects.number if self.entry.corrects else ""


def entries(actor: Actor, chosen: Chosen) -> "QuerySet[JournalEntry]":
    """Return what was entered in the journal on the days, the newest first."""
    rows = visible(actor, READ, JournalEntry).filter(
        at__gte=_start(chosen.since), at__lt=_start(chosen.until + timedelta(days=1))
    )
    if chosen.direction in DIRECTIONS:
        rows = rows.filter(direction=chosen.direction)
    return rows.select_related("case__person__municipality", "document", "corrects").order_by("-at", "-id")


def _start(day: date) -> datetime:
    """Return when a Norwegian civil day begins."""
    return datetime.combine(day, time.min, tzinfo=clock.NORWAY)


def lines(actor: Actor, rows: Iterable[JournalEntry], *, names: bool) -> tuple[Line, ...]:
    """Return the lines; each that shows a name is written down as read. Protected people stay shielded."""
    found = tuple(_line(row, names=names and not protection.is_protected(row.case.person)) for row in rows)
    grounds = matrix.grants(READ, actor.roles)
    for line in found:
        if not line.shielded:
            subject = line.entry.case.person_id
            audit.read(
                actor, READ, line.entry, ground=grounds[0].ground, subject=subject, information=("journal",)
            )
    return found


def _line(entry: JournalEntry, *, names: bool) -> Line:
    if names:
        return Line(entry, entry.title, entry.counterpart, shielded=False)
    return Line(entry, entry.public_title, SHIELDED if entry.counterpart else "", shielded=True)


def as_csv(rows: Iterable[Line], translate: Callable[[Any], str]) -> str:
    """Return the lines as semicolon-separated text; a cell that a spreadsheet would run is disarmed."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([translate(cell) for cell in _HEAD])
    for line in rows:
        writer.writerow([_harmless(translate(cell)) for cell in _cells(line)])
    return out.getvalue()


def _cells(line: Line) -> tuple[Text | str, ...]:
    entry = line.entry
    return (
        entry.number, entry.case.number, clock.civil_day(entry.at).isoformat(), entry.dated.isoformat(),
        line.direction, line.title, line.party, SECRECY if line.shielded else "",
        str(entry.document_id or ""), line.corrects,
    )  # fmt: skip


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
