"""A case moves on: by the state table only, and always with its next step brought up to date."""

from typing import Any

from django.utils import translation

from fellesplan.access import audit
from fellesplan.access.actor import Actor
from fellesplan.access.functions import require
from fellesplan.cases import states
from fellesplan.cases.facts import facts_of
from fellesplan.cases.models import Case, CaseState, ClockWarning
from fellesplan.cases.rules import CaseFacts, NextStep, next_step
from fellesplan.cases.rules.raising import SECOND_NOTICE, raised
from fellesplan.cases.services import journal
from fellesplan.cases.services.notes import note
from fellesplan.cases.services.wording import archived
from fellesplan.consent.happenings import ConsentRegistered, ConsentWithdrawn
from fellesplan.consent.models import Consent
from fellesplan.documents.models import Document
from fellesplan.kernel import clock
from fellesplan.kernel.errors import Refused
from fellesplan.kernel.text import t
from fellesplan.people.models import Employee

__all__ = ["asked_for_consent", "assign", "consent_changed", "lock", "move", "note", "refresh", "take"]

_MOVED = ("state", "version", "closed_at", "next_step", "next_due")


def lock(case: Case) -> Case:
    """Return the case, held for the rest of the transaction."""
    rows = Case.objects.select_for_update(of=("self",)).select_related("person", "municipality", "caseworker")
    return rows.get(pk=case.pk)


def move(*, actor: Actor, case: Case, event: str, note: str = "", facts: CaseFacts | None = None) -> Case:
    """Move the case by an event of `states.CASE`; raises Refused if it may not happen now.

    The caller has decided access, and may have the `facts`, when the event does not change them. `case` gets
    the new state too.
    """
    row = lock(case)
    move_held(actor, row, event, note, facts)
    for field in _MOVED:
        setattr(case, field, getattr(row, field))
    return case


def move_held(
    actor: Actor, row: Case, event: str, note: str = "", facts: CaseFacts | None = None
) -> NextStep:
    """Move a case that this transaction holds, or has just opened; as `move` otherwise."""
    row.state = states.CASE.after(row.state, event)
    row.version += 1
    row.closed_at = clock.now() if row.state == states.CLOSED else None
    keep_history(actor, row, event, note)
    if facts is None:
        row.save(update_fields=["state", "version", "closed_at"])
    step = _find_next(row, facts or facts_of(row))
    row.save(update_fields=_MOVED)
    audit.changed(actor, "case.handle", row, subject=row.person_id, fields=["state"])
    return step


def keep_history(actor: Actor, case: Case, event: str, note: str = "") -> None:
    """Add the row that tells which event brought the case where it is."""
    CaseState.objects.create(
        municipality_id=case.municipality_id, case=case, event=event, state=case.state,
        by_account=actor.account, by_name=actor.name, note=note,
    )  # fmt: skip


def refresh(case: Case, facts: CaseFacts | None = None) -> NextStep:
    """Find the next step anew and keep its name and day with the case, for the order of the worklist."""
    step = _find_next(case, facts or facts_of(case))
    case.save(update_fields=["next_step", "next_due"])
    return step


def _find_next(case: Case, facts: CaseFacts) -> NextStep:
    step = next_step(facts, clock.today())
    case.next_step, case.next_due = step.key, step.due
    _clear_raised(case, facts)
    return step


def _clear_raised(case: Case, facts: CaseFacts) -> None:
    """What the night has raised and an event has put right, is cleared at once."""
    holds = [one.kind for one in raised(facts, clock.today())]
    rows = ClockWarning.objects.filter(case=case, cleared_at__isnull=True)
    rows.exclude(kind__in=(*holds, SECOND_NOTICE)).update(cleared_at=clock.now())


def assign(*, actor: Actor, case: Case, caseworker: Employee) -> Case:
    """Give the case to a caseworker."""
    row = lock(case)
    require(actor, "case.handle", row)
    return _give(actor, case, row, caseworker)


def take(*, actor: Actor, case: Case) -> Case:
    """Take a case that nobody has; raises Refused when somebody else was first. Twice is once."""
    row = lock(case)
    require(actor, "case.handle", row)
    if row.caseworker is not None and row.caseworker_id != actor.employee:
        raise Refused(t("{name} har allerede tatt saken.", name=row.caseworker.name))
    return _give(actor, case, row, Employee.objects.get(pk=str(actor.employee)))


def _give(actor: Actor, case: Case, row: Case, caseworker: Employee) -> Case:
    """Give the held `row` of the case to a caseworker, and tell it to `case` too."""
    if row.caseworker_id != caseworker.pk:
        row.caseworker = caseworker
        row.save(update_fields=["caseworker"])
        audit.changed(actor, "case.handle", row, subject=row.person_id, fields=["caseworker"])
    case.caseworker = row.caseworker
    return case


def asked_for_consent(*, actor: Actor, case: Case, whom: str, how: str) -> Case:
    """Note that someone has been asked for consent, so that the case waits for the answer."""
    row = lock(case)
    require(actor, "case.handle", row)
    move(actor=actor, case=case, event="consent_asked", note=whom)
    journal.add(
        case=row,
        direction="out",
        title=archived(t("Spørsmål om samtykke"), row.municipality),
        counterpart=whom,
        author=actor.name,
        text=how,
    )
    return case


def consent_changed(happening: ConsentRegistered | ConsentWithdrawn) -> None:
    """Let the person's open case follow the consent, and journal the answer."""
    case = Case.objects.filter(person=happening.person).exclude(state=states.CLOSED).first()
    if case is None:
        return
    case = lock(case)
    _journal(case, happening)
    facts = facts_of(case)
    if facts.consent.is_live and states.CASE.allows(case.state, "consent_obtained"):
        move(actor=happening.actor, case=case, event="consent_obtained")
        _catch_up(happening.actor, case, facts)
    elif not facts.consent.is_live and states.CASE.allows(case.state, "consent_withdrawn"):
        move(actor=happening.actor, case=case, event="consent_withdrawn")
    refresh(case)


def circumstances_changed(happening: Any) -> None:
    """Find the next step of the person's open case anew: who can answer, or what is coming, has changed."""
    case = Case.objects.filter(person=happening.person).exclude(state=states.CLOSED).first()
    if case is not None:
        refresh(lock(case))


def _catch_up(actor: Actor, case: Case, facts: CaseFacts) -> None:
    """A new consent puts a decided case back where it was, unless a new decision is being written."""
    if case.decisions.filter(issued_at__isnull=True, replaces__isnull=False).exists():
        return
    if facts.is_decided and facts.letter_sent_on:
        move(actor=actor, case=case, event="decided")
    if facts.appointed_on and states.CASE.allows(case.state, "appointed"):
        move(actor=actor, case=case, event="appointed")


def _journal(case: Case, happening: ConsentRegistered | ConsentWithdrawn) -> None:
    title, who, document = t("Samtykke trukket"), "", None
    if isinstance(happening, ConsentWithdrawn):
        who = happening.withdrawn_by_name
    else:
        given = happening.answer == Consent.Answer.GIVEN
        title = t("Samtykke") if given else t("Nei til samtykke")
        who = happening.given_by_name
        document = Document.objects.get(pk=happening.evidence) if happening.evidence else None
    with translation.override(case.municipality.language):
        purposes = ", ".join(str(Consent.Purpose(purpose).label) for purpose in happening.purposes)
    journal.add(
        case=case, direction="in", title=archived(title, case.municipality), counterpart=who,
        author=happening.actor.name, document=document,
        text=archived(t("Gjelder {purposes}.", purposes=purposes), case.municipality),
    )  # fmt: skip
