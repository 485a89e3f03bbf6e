"""The administrator's lists, gathered before they are drawn."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Count, Prefetch, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __
from django.utils.translation import ngettext

from fellesplan.access.actor import Actor
from fellesplan.access.functions import visible
from fellesplan.people.models import Assignment, Employee, Unit
from fellesplan.people.policy import live_on
from fellesplan.web.components import words
from fellesplan.web.components.presenters import Action, Row, Tag

PER_PAGE = 25


@dataclass(frozen=True)
class AdminHome:
    """Units and employees."""

    lead: str
    units: tuple[Row, ...]
    employees: tuple[Row, ...]
    page: Page[Any]
    search: str


def admin_home(actor: Actor, slug: str, query: dict[str, str], today: date) -> AdminHome:
    """Gather both lists in a fixed number of queries."""
    at_work = Q(assignments__valid_from__lte=today) & (
        Q(assignments__valid_to__isnull=True) | Q(assignments__valid_to__gte=today)
    )
    units = visible(actor, "unit.edit", Unit).annotate(
        staff=Count("assignments__employee", filter=at_work, distinct=True)
    )
    rows = tuple(_unit(unit, slug) for unit in units.order_by("-active", "name"))
    found = visible(actor, "employee.edit", Employee)
    everybody, search = found.count(), query.get("q", "").strip()[:60]
    shown = found.filter(name__icontains=search) if search else found
    live = Assignment.objects.filter(live_on(today)).select_related("unit").order_by("valid_from", "id")
    shown = shown.prefetch_related(Prefetch("assignments", queryset=live)).order_by("name", "id")
    page = Paginator(shown, PER_PAGE).get_page(query.get("side", "1"))
    return AdminHome(
        lead=_lead(everybody, len(rows)),
        units=rows,
        employees=tuple(_employee(each, slug) for each in page),
        page=page,
        search=search,
    )


def units_in_use(actor: Actor) -> list[tuple[str, str]]:
    """Return the units one may work at, by name."""
    rows = visible(actor, "unit.read", Unit).filter(active=True).order_by("name")
    return [(str(pk), name) for pk, name in rows.values_list("pk", "name")]


def assignment_rows(employee: Employee, slug: str, today: date) -> tuple[Row, ...]:
    """Return where somebody works and has worked, the present first."""
    rows = employee.assignments.select_related("unit").order_by("-valid_from", "-id")
    return tuple(
        _assignment(row, employee.pk, slug, today) for row in sorted(rows, key=lambda r: _over(r, today))
    )


def _over(row: Assignment, today: date) -> bool:
    return row.valid_to is not None and row.valid_to < today


def _assignment(row: Assignment, employee: UUID, slug: str, today: date) -> Row:
    until = _("til %(day)s") % {"day": words.day(row.valid_to)} if row.valid_to else ""
    since = _("fra %(day)s") % {"day": words.day(row.valid_from)}
    end = None
    if not _over(row, today):
        url = reverse("assignment-end", args=[slug, employee, row.pk])
        end = Action(_("Avslutt"), url, hidden=f"{row.get_role_display()}, {row.unit.name}")
    return Row(
        f"{row.get_role_display()}, {row.unit.name}",
        meta=f"{since} {until}".strip().capitalize(),
        tag=Tag("neutral", __("Avsluttet")) if end is None else None,
        action=end,
    )


def _lead(employees: int, units: int) -> str:
    people = ngettext("%(n)s ansatt", "%(n)s ansatte", employees) % {"n": words.number(employees)}
    places = ngettext("%(n)s virksomhet", "%(n)s virksomheter", units) % {"n": words.number(units, "ei")}
    text = _("%(people)s i %(places)s. Her styrer du hvem som arbeider hvor, og hva de kan gjøre.")
    said = text % {"people": people, "places": places}
    return said[:1].upper() + said[1:]


def _unit(unit: Any, slug: str) -> Row:
    number = ngettext("%(n)s ansatt", "%(n)s ansatte", unit.staff) % {"n": words.number(unit.staff)}
    outside = _("utenfor kommunen") if unit.external else ""
    return Row(
        unit.name,
        url=reverse("unit-edit", args=[slug, unit.pk]),
        meta=" · ".join(filter(None, (str(unit.get_kind_display()), outside, number))),
        tag=None if unit.active else Tag("neutral", __("Ikke i bruk")),
    )


def _employee(employee: Employee, slug: str) -> Row:
    works = [f"{row.get_role_display()}, {row.unit.name}" for row in employee.assignments.all()]
    return Row(
        employee.name,
        url=reverse("employee-edit", args=[slug, employee.pk]),
        meta=" · ".join(works) or employee.title,
        tag=None if works else Tag("neutral", __("Uten tilknytning")),
    )
