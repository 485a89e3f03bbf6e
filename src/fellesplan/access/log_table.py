"""A person's whole log as rows, for a spreadsheet."""

import csv
import io
from collections.abc import Callable, Iterable
from typing import Any

from fellesplan.access import explanations
from fellesplan.access.log import parts_of
from fellesplan.access.models import Event
from fellesplan.kernel import clock
from fellesplan.kernel.text import Text, t

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
HEAD = (
    t("Dato"), t("Klokkeslett"), t("Navn"), t("Stilling"), t("Arbeidssted"), t("Hva"), t("Det gjaldt"),
    t("Hvorfor"),
)  # fmt: skip


def as_csv(rows: Iterable[Event], translate: Callable[[Any], str]) -> str:
    """Return the rows as semicolon-separated text; a cell that a spreadsheet would run is disarmed."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([translate(cell) for cell in HEAD])
    for row in rows:
        writer.writerow([_harmless(cell) for cell in _cells(row, translate)])
    return out.getvalue()


def _cells(row: Event, translate: Callable[[Any], str]) -> list[str]:
    at = row.at.astimezone(clock.NORWAY)
    what: Text = explanations.what(row.kind, row.action, row.object_type)
    why = explanations.why(row.kind, row.ground)
    return [
        f"{at:%d.%m.%Y}", f"{at:%H.%M}", row.name, row.title, row.organisation, translate(what),
        ", ".join(translate(part) for part in parts_of([row])), translate(why) if why else "",
    ]  # fmt: skip


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
