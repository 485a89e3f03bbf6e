"""Starting a plan, and changing to another tool."""

from fellesplan.access.actor import Actor
from fellesplan.access.functions import require
from fellesplan.consent.models import Consent
from fellesplan.consent.queries import live_purposes
from fellesplan.kernel import clock
from fellesplan.kernel.errors import Refused
from fellesplan.kernel.events import announce
from fellesplan.kernel.text import t
from fellesplan.people.models import Person
from fellesplan.plans import states
from fellesplan.plans.happenings import PlanStarted
from fellesplan.plans.models import Plan, PlanState
from fellesplan.plans.policy import as_coordinator
from fellesplan.plans.services.writing import Change, first_version, keep, locked
from fellesplan.plans.tools import offers, procedure
from fellesplan.procedures.legal_basis import LegalBasis

STARTED = t("Arbeidet begynte")
SWITCHED = t("Byttet verktøy")


def start(*, actor: Actor, person: Person, tool: str) -> Plan:
    """Start the one live plan of a person (forskrift om individuell plan §§ 5 and 9).

    Only the person's coordinator may. Raises Refused without the consent it needs, when a plan is live
    already, or when the municipality does not offer the tool.
    """
    held = Person.objects.select_for_update().select_related("municipality").get(pk=person.pk)
    require(as_coordinator(actor), "person.read", held)
    following = procedure(held.municipality, clock.today())
    _refuse_unoffered(tool, [offer.tool for offer in offers(following)])
    _refuse_without_consent(held, tool)
    if Plan.objects.filter(person=held).exclude(state=states.ENDED).exists():
        raise Refused(t("{name} har allerede en plan. Hver person har bare én.", name=held.first_name))
    plan = Plan.objects.create(
        municipality_id=held.municipality_id, person=held, tool=tool, period_from=clock.today(),
        profile_version=following.version[:80], legal_basis=[LegalBasis.PBRL_2_5.value], made_by=actor.name,
    )  # fmt: skip
    PlanState.objects.create(
        municipality_id=plan.municipality_id, plan=plan, event="started", state=plan.state,
        by_account=actor.account, by_name=actor.name,
    )  # fmt: skip
    first_version(actor, plan, Change(action="plan.lead", row=plan, fields=["tool"], summary=STARTED))
    announce(PlanStarted(actor=actor, plan=plan))
    return plan


def switch_tool(*, actor: Actor, plan: Plan, tool: str) -> Plan:
    """Change to another of the tools the municipality offers; everything written is kept."""
    held = locked(plan)
    require(actor, "plan.lead", held)
    following = procedure(held.person.municipality, clock.today())
    _refuse_unoffered(tool, [offer.tool for offer in offers(following)])
    if not following.flag("plan.switchable"):
        raise Refused(t("Kommunen åpner ikke for å bytte verktøy underveis."))
    _refuse_without_consent(held.person, tool)
    if held.tool != tool:
        held.tool = tool
        held.save(update_fields=["tool"])
        keep(actor, held, Change(action="plan.lead", row=held, fields=["tool"], summary=SWITCHED))
    return held


def _refuse_unoffered(tool: str, offered: list[str]) -> None:
    if tool not in offered:
        raise Refused(t("Kommunen bruker ikke dette verktøyet."))


def _refuse_without_consent(person: Person, tool: str) -> None:
    """Individual plan needs consent to the plan itself (IPf § 5); the others that to coordination."""
    if tool != Plan.Tool.INDIVIDUAL_PLAN:
        return
    if Consent.Purpose.PLAN not in live_purposes(person, clock.today()):
        raise Refused(t("Samtykke til individuell plan mangler. Få det på plass først."))
