"""What the municipality's procedure says about plans: which tools it offers, and the areas of life."""

from dataclasses import dataclass
from datetime import date

from fellesplan.kernel.text import Text, t
from fellesplan.people.models import Municipality
from fellesplan.plans.models import Plan
from fellesplan.procedures.loader import Procedure, load
from fellesplan.procedures.values import Value

Tool = Plan.Tool
_GROUP = {
    "ansvarsgruppe_med_referat": t("Ansvarsgruppe med referat"),
    "koordineringsmote_med_referat": t("Koordineringsmøter med referat"),
}
_HINTS = {
    Tool.INDIVIDUAL_PLAN: t(
        "Mål, tiltak og hvem som gjør hva, samlet i én plan. Alle som har rett til det, kan få den."
    ),
    Tool.RESPONSIBILITY_GROUP: t(
        "De som hjelper, møtes jevnlig og skriver referat. Det lages ikke noe eget plandokument."
    ),
    Tool.SERVICE_OVERVIEW: t("En oversikt over tjenestene, og hvem personen kan ringe hos hver av dem."),
}


@dataclass(frozen=True)
class ToolOffer:
    """A tool the municipality offers, and what it is."""

    tool: str
    name: Text
    hint: Text


@dataclass(frozen=True)
class LifeArea:
    """An area of life in the municipality's plans."""

    key: str
    name: Text


def procedure(municipality: Municipality, on: date) -> Procedure:
    """Return the procedure the municipality follows on a day."""
    return load(municipality.profile, on)


def offers(following: Procedure) -> tuple[ToolOffer, ...]:
    """Return the tools the procedure offers. Individual plan always is: it is a right (pbrl § 2-5)."""
    alternatives = following.choices("plan.alternatives")
    named = {Tool.INDIVIDUAL_PLAN: t("Individuell plan")}
    if group := next((_GROUP[word] for word in alternatives if word in _GROUP), None):
        named[Tool.RESPONSIBILITY_GROUP] = group
    if "tjenesteoversikt" in alternatives:
        named[Tool.SERVICE_OVERVIEW] = t("Tjenesteoversikt")
    return tuple(ToolOffer(tool.value, name, _HINTS[tool]) for tool, name in named.items())


def tool_name(following: Procedure, tool: str) -> Text:
    """Return what the municipality calls a tool, also one that it no longer offers."""
    found = {offer.tool: offer.name for offer in offers(following)}
    return found.get(tool) or Text(str(Tool(tool).label))


def remarks(following: Procedure) -> tuple[Text, ...]:
    """Return what the procedure itself says about the choice of tool, in its own words."""
    keys = ("plan.default_tool", "plan.alternatives", "plan.switchable", "plan.medium")
    rules = (following.find(key) for key in keys)
    return tuple(rule.text for rule in rules if rule and rule.legal_status != "law")


def life_areas(following: Procedure) -> tuple[LifeArea, ...]:
    """Return the municipality's areas of life, in its order."""
    return tuple(LifeArea(_word(row["key"]), Text(_word(row["nb"]))) for row in following.rows("life_areas"))


def area_name(following: Procedure, key: str) -> Text:
    """Return the name of an area, also of one that the procedure no longer has."""
    found = {area.key: area.name for area in life_areas(following)}
    return found.get(key) or Text(key.replace("_", " ").capitalize())


def _word(value: Value) -> str:
    return str(value)
