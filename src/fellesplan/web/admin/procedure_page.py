"""The procedure a municipality follows, rule by rule, and what the linter says about it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __
from django.utils.translation import ngettext

from fellesplan.kernel.text import Text
from fellesplan.people.models import Municipality
from fellesplan.procedures import linter
from fellesplan.procedures.linter import Finding, Severity
from fellesplan.procedures.loader import Procedure, load
from fellesplan.procedures.profile import Rule
from fellesplan.procedures.references import spelled_out
from fellesplan.procedures.schema import keys
from fellesplan.procedures.values import DATA, Value
from fellesplan.web.components import words
from fellesplan.web.components.glue import translate
from fellesplan.web.components.presenters import Row, Tag

GROUPS = (
    ("enhet", __("Kommunen og enheten"), ("language", "office_name", "office")),
    ("melding", __("Melding om behov"), ("who_may_report", "referral")),
    ("vilkar", __("Vilkår"), ("criterion", "longterm_definition")),
    ("samtykke", __("Samtykke"), ("consent",)),
    (
        "vedtak",
        __("Saksbehandling, vedtak og klage"),
        ("casework", "preliminary_reply", "decision", "two_person_control", "complaint"),
    ),
    (
        "koordinator",
        __("Koordinator"),
        ("appointment", "coordinator", "handover", "training", "change_notice"),
    ),
    ("barnekoordinator", __("Barnekoordinator"), ("barnekoordinator", "newborn")),
    ("plan", __("Plan og møter"), ("plan", "life_areas", "meetings", "messages")),
    ("rapport", __("Rapportering"), ("report", "housing")),
)
STATUS = {
    "law": Tag("accent", __("Lov"), "Gavel"),
    "municipal": Tag("neutral", __("Kommunens regel"), "Buildings2"),
    "recommended": Tag("info", __("Anbefalt"), "LightBulb"),
}
_LOOK = {
    Severity.ERROR: ("XMarkOctagonFill", "danger"),
    Severity.WARNING: ("ExclamationmarkTriangleFill", "warning"),
    Severity.ADVICE: ("InformationSquare", "info"),
}


@dataclass(frozen=True)
class RuleRow:
    """One rule: what it is about, what it says, its value, where it stands, and how binding it is."""

    label: Text
    text: Text
    value: str
    source: str
    status: Tag


@dataclass(frozen=True)
class Group:
    """Rules about the same thing."""

    anchor: str
    title: str
    rows: tuple[RuleRow, ...]


@dataclass(frozen=True)
class ProcedurePage:
    """The whole procedure on a day."""

    lead: str
    version: str
    findings: tuple[Row, ...]
    groups: tuple[Group, ...]


def procedure_page(tenant: Municipality, today: date) -> ProcedurePage:
    """Return the page; everything comes from data files, so no query is made."""
    procedure = load(tenant.profile, today)
    found = linter.check(DATA / "profiles" / f"{tenant.profile}.toml", today)
    return ProcedurePage(
        lead=_lead(tenant, len(found)),
        version=procedure.version,
        findings=tuple(_finding(each) for each in found),
        groups=tuple(group for group in _groups(procedure) if group.rows),
    )


def _lead(tenant: Municipality, findings: int) -> str:
    said = _("Dette er reglene %(place)s følger.") % {"place": tenant.name}
    if not findings:
        return said + " " + _("Ingen av reglene strider mot loven.")
    text = ngettext(
        "Ett sted er reglene strengere enn loven, foreldet eller mangelfulle.",
        "%(n)s steder er reglene strengere enn loven, foreldet eller mangelfulle.",
        findings,
    )
    return said + " " + text % {"n": words.number(findings).capitalize()}


def _finding(found: Finding) -> Row:
    """A rule that is stricter than law may stay as advice; the others should be put right."""
    icon, kind = _LOOK[found.severity]
    label = translate(keys()[found.key].label) if found.key in keys() else _("Prosedyren")
    return Row(
        label, text=found.text, meta=words.law(spelled_out(found.reference)), icon=icon, icon_kind=kind,
        side=_("Råd") if found.severity is Severity.ADVICE else _("Bør rettes"),
    )  # fmt: skip


def _groups(procedure: Procedure) -> tuple[Group, ...]:
    return tuple(
        Group(anchor, str(title), tuple(_row(rule) for rule in _rules(procedure, prefixes)))
        for anchor, title, prefixes in GROUPS
    )


def _rules(procedure: Procedure, prefixes: tuple[str, ...]) -> list[Rule]:
    return [rule for key, rule in procedure.rules.items() if key.split(".")[0] in prefixes]


def _row(rule: Rule) -> RuleRow:
    return RuleRow(
        keys()[rule.key].label,
        rule.text,
        _shown(rule.value),
        words.law(spelled_out(rule.source)),
        STATUS[rule.legal_status],
    )


def _shown(value: Value) -> str:
    """Return yes, no, a number, a date or a name; the rule's own sentence says the rest."""
    if isinstance(value, bool):
        return _("Ja") if value else _("Nei")
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str) and value.startswith("--"):
        return words.day(date.fromisoformat(f"2024-{value[2:]}"), year=False)
    if isinstance(value, Mapping) and "nb" in value:
        return translate(Text(str(value["nb"])))
    return ""
