"""Everything the register of coordinators shows, gathered before it is drawn."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Page, Paginator
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __
from django.utils.translation import ngettext

from fellesplan.access.actor import Actor
from fellesplan.coordinators import overview
from fellesplan.coordinators.candidates import MAX_PERSONS
from fellesplan.coordinators.overview import Totals
from fellesplan.people.models import Municipality
from fellesplan.procedures.loader import Procedure
from fellesplan.web.components import words
from fellesplan.web.components.presenters import Action, Column, Fact, NextStep, Sentence
from fellesplan.web.components.workload import Histogram, Workload
from fellesplan.web.office.coordination import register_filter
from fellesplan.web.office.coordination.training import Training, training

PER_PAGE = 20


@dataclass(frozen=True)
class RegisterRow:
    """One coordinator."""

    name: str
    url: str
    unit: str
    load: Workload
    role: str | Promise
    training: Training
    languages: str
    active: bool


@dataclass(frozen=True)
class RegisterPage:
    """The register as one actor sees it."""

    lead: str
    next: NextStep | None
    sentence: Sentence
    histogram: Histogram | None
    columns: tuple[Column, ...]
    rows: tuple[RegisterRow, ...]
    page: Page[Any]
    note: str


def register_page(
    actor: Actor, tenant: Municipality, procedure: Procedure, query: Mapping[str, str], today: date
) -> RegisterPage:
    """Gather the register in a fixed number of queries."""
    everybody, limit = overview.register(actor, today), procedure.number(MAX_PERSONS)
    url = reverse("coordinators", args=[tenant.slug])
    found = overview.filtered(everybody, register_filter.wanted(query), limit)
    found = found.select_related("employee", "unit").order_by(*register_filter.order(query))
    page = Paginator(found, PER_PAGE).get_page(query.get("side", "1"))
    totals = overview.totals(everybody, limit)
    return RegisterPage(
        lead=lead(totals, limit),
        next=_next(everybody, totals, limit, tenant),
        sentence=register_filter.sentence(everybody, query, limit, url),
        histogram=_histogram(totals, limit),
        columns=_columns(query, url),
        rows=tuple(_row(row, limit, procedure, tenant.slug, today) for row in page),
        page=page,
        note=_note(procedure),
    )


def lead(totals: Totals, limit: int | None) -> str:
    """Return "38 koordinatorer følger 128 personer. Tre følger flere enn fem, ..."."""
    if not totals.coordinators:
        return _("Registeret er tomt. Her kommer de som er, eller kan bli, koordinator.")
    many = ngettext("%(n)s koordinator", "%(n)s koordinatorer", totals.coordinators)
    people = ngettext("%(n)s person", "%(n)s personer", totals.persons)
    said = [
        _("%(many)s følger %(people)s.")
        % {
            "many": _big(many % {"n": words.number(totals.coordinators)}),
            "people": people % {"n": words.number(totals.persons)},
        }
    ]
    if totals.over and limit:
        over = _("%(n)s følger flere enn %(limit)s.")
        said.append(over % {"n": _big(words.number(totals.over)), "limit": words.number(limit)})
    if totals.untrained:
        said.append(_("%(n)s mangler opplæring.") % {"n": _big(words.number(totals.untrained))})
    said.append(_("%(n)s har ledig plass.") % {"n": _big(words.number(totals.with_room))})
    return " ".join(said)


def _next(rows: Any, totals: Totals, limit: int | None, tenant: Municipality) -> NextStep | None:
    """Who follows too many comes first; nothing else is more than the table tells."""
    if not totals.over or not limit:
        return None
    top = rows.select_related("employee", "unit").order_by("-persons", "employee__name", "id").first()
    title = _("Avlast %(name)s, som følger %(n)s personer")
    why = _("%(place)s anbefaler høyst %(limit)s. %(free)s har ledig plass.")
    url = reverse("coordinator", args=[tenant.slug, top.pk])
    return NextStep(
        title % {"name": top.employee.name, "n": words.number(top.persons)},
        facts=(
            Fact(_("Hvor"), top.unit.name),
            Fact(
                _("Hvorfor"),
                why
                % {
                    "place": tenant.name,
                    "limit": words.number(limit),
                    "free": _big(words.number(totals.with_room)),
                },
            ),
        ),
        action=Action(_("Se hvem det gjelder"), url),
        others=(Action(_("Vis dem som har ledig plass"), "?plass=ledig"),),
    )


def _histogram(totals: Totals, limit: int | None) -> Histogram | None:
    if not totals.coordinators:
        return None
    bars = tuple((persons, number) for persons, number in totals.loads if persons <= 12)
    return Histogram(bars, __("Hvor mange hver koordinator følger"), limit)


def _columns(query: Mapping[str, str], url: str) -> tuple[Column, ...]:
    by_name = query.get("sorter") == "navn"
    kept = "".join(f"&{key}={query[key]}" for key in ("hvem", "enhet", "plass", "sprak") if query.get(key))
    return (
        Column(__("Koordinator"), f"{url}?sorter=navn{kept}", "ascending" if by_name else ""),
        Column(__("Følger nå"), f"{url}?sorter={kept}", "" if by_name else "descending"),
        Column(__("Rolle")),
        Column(__("Opplæring")),
        Column(__("Språk")),
    )


def _row(row: Any, limit: int | None, procedure: Procedure, slug: str, today: date) -> RegisterRow:
    return RegisterRow(
        name=row.employee.name,
        url=reverse("coordinator", args=[slug, row.pk]),
        unit=row.unit.name,
        load=Workload(row.persons, limit or 0),
        role=_role(row.persons, row.children),
        training=training(row, procedure, today),
        languages=row.languages,
        active=row.active,
    )


def _role(persons: int, children: int) -> str | Promise:
    if not persons:
        return "–"
    if not children:
        return __("Koordinator")
    return __("Barnekoordinator") if children == persons else __("Begge roller")


def _note(procedure: Procedure) -> str:
    months = procedure.number("training.deadline_months")
    if months is None:
        return ""
    text = ngettext(
        "Kommunen gir opplæring innen %(n)s måned etter at behovet er meldt.",
        "Kommunen gir opplæring innen %(n)s måneder etter at behovet er meldt.",
        months,
    )
    return text % {"n": words.number(months)}


def _big(text: str) -> str:
    return text[:1].upper() + text[1:]
