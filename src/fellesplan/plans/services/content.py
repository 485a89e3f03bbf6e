"""What the plan rests on, what does not concern this person, and the other plans it hangs together with."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from fellesplan.access.actor import Actor
from fellesplan.access.functions import require
from fellesplan.kernel import clock
from fellesplan.kernel.errors import InvalidInput
from fellesplan.kernel.text import Text, t
from fellesplan.people.models import Employee
from fellesplan.plans.models import Participant, Plan, SubPlan
from fellesplan.plans.rules.checklist import MAY_BE_LEFT_OUT, TITLES
from fellesplan.plans.services.responsible import participant_for
from fellesplan.plans.services.writing import Change, keep, locked, settle
from fellesplan.procedures.legal_basis import LegalBasis

SUB_PLAN_FIELDS = ("kind", "title", "where", "responsible_id", "dated")


@dataclass(frozen=True, kw_only=True)
class SubPlanData:
    """What is said of another plan. `dated`: when it was made or last changed."""

    kind: str
    title: str
    where: str
    responsible: Participant | Employee | None = None
    dated: date | None = None


def set_legal_basis(*, actor: Actor, plan: Plan, bases: Iterable[str]) -> Plan:
    """Set which paragraphs the plan rests on, one or several (IPf § 1). Raises InvalidInput."""
    held = locked(plan)
    require(actor, "plan.lead", held)
    wanted = [basis.value for basis in LegalBasis if basis.value in set(bases)]
    if not wanted:
        raise InvalidInput({"legal_basis": t("Velg minst én bestemmelse.")})
    if wanted != held.legal_basis:
        held.legal_basis = wanted
        held.save(update_fields=["legal_basis"])
        said = t("Nytt rettsgrunnlag")
        change = Change(action="plan.lead", row=held, fields=["legal_basis"], summary=said, essential=False)
        keep(actor, held, change)
    return held


def set_relevance(*, actor: Actor, plan: Plan, point: int, reason: str) -> Plan:
    """Say why a point of § 9 does not concern this person; without a reason it concerns them after all.

    Raises InvalidInput for a point that every plan must have.
    """
    held = locked(plan)
    require(actor, "plan.write", held)
    if point not in MAY_BE_LEFT_OUT:
        raise InvalidInput({"reason": t("Dette skal stå i alle planer.")})
    reason, key = reason.strip(), str(point)
    if reason == held.not_relevant.get(key, ""):
        return held
    kept = {name: text for name, text in held.not_relevant.items() if name != key}
    now = kept | {key: reason} if reason else kept
    Plan.objects.filter(pk=held.pk).update(not_relevant=now)
    held.refresh_from_db(fields=["not_relevant"])
    title = str(TITLES[point - 1])
    said = t("Ikke aktuelt: {point}", point=title) if reason else t("Aktuelt likevel: {point}", point=title)
    keep(actor, held, Change(action="plan.write", row=held, fields=["not_relevant"], summary=said))
    return held


def add_sub_plan(*, actor: Actor, plan: Plan, data: SubPlanData) -> SubPlan:
    """Link another plan. Raises InvalidInput."""
    held = locked(plan)
    require(actor, "plan.write", held)
    wanted = _checked(held, data)
    row = SubPlan.objects.create(municipality_id=held.municipality_id, plan=held, **wanted)
    _keep(actor, held, row, list(wanted), t("Ny delplan: {title}", title=row.title))
    return row


def update_sub_plan(*, actor: Actor, sub_plan: SubPlan, data: SubPlanData, version: int) -> SubPlan:
    """Change what is said of another plan. Raises InvalidInput, or EditConflict."""
    held, row = _held(actor, sub_plan)
    wanted = settle(held, row, version, _checked(held, data))
    changed = [name for name, value in wanted.items() if getattr(row, name) != value]
    if changed:
        for name in changed:
            setattr(row, name, wanted[name])
        row.version += 1
        row.save()
        _keep(actor, held, row, changed, t("Endret delplan: {title}", title=row.title))
    return row


def archive_sub_plan(*, actor: Actor, sub_plan: SubPlan) -> SubPlan:
    """Take the link to another plan out. It can be brought back; nothing is deleted."""
    held, row = _held(actor, sub_plan)
    if row.archived_at is None:
        row.archived_at = clock.now()
        _save_archived(actor, held, row, t("Tatt ut delplan: {title}", title=row.title))
    return row


def restore_sub_plan(*, actor: Actor, sub_plan: SubPlan) -> SubPlan:
    """Bring the link to another plan back."""
    held, row = _held(actor, sub_plan)
    if row.archived_at is not None:
        row.archived_at = None
        _save_archived(actor, held, row, t("Hentet tilbake delplan: {title}", title=row.title))
    return row


def _held(actor: Actor, sub_plan: SubPlan) -> tuple[Plan, SubPlan]:
    held = locked(sub_plan.plan)
    row = SubPlan.objects.select_for_update().get(pk=sub_plan.pk)
    require(actor, "sub_plan.write", row)
    return held, row


def _save_archived(actor: Actor, plan: Plan, row: SubPlan, summary: Text) -> None:
    row.version += 1
    row.save(update_fields=["archived_at", "version"])
    _keep(actor, plan, row, ["archived_at"], summary)


def _keep(actor: Actor, plan: Plan, row: SubPlan, fields: list[str], summary: Text) -> None:
    change = Change(action="sub_plan.write", row=row, fields=fields, summary=summary, essential=False)
    keep(actor, plan, change)


def _checked(plan: Plan, data: SubPlanData) -> dict[str, object]:
    wrong = {}
    if data.kind not in SubPlan.Kind.values:
        wrong["kind"] = t("Velg hva slags plan det er.")
    if not data.title.strip():
        wrong["title"] = t("Skriv hva planen heter.")
    if not data.where.strip():
        wrong["where"] = t("Skriv hvor planen er.")
    if wrong:
        raise InvalidInput(wrong)
    return {
        "kind": data.kind, "title": data.title.strip(), "where": data.where.strip(),
        "responsible_id": participant_for(plan, data.responsible), "dated": data.dated,
    }  # fmt: skip
