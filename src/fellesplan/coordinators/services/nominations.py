"""The office asks a unit for a coordinator; its leader names somebody or says no (hol § 7-3)."""

from datetime import date

from fellesplan.access import audit
from fellesplan.access.actor import Actor
from fellesplan.access.functions import require
from fellesplan.cases.models import Case
from fellesplan.cases.services import journal, progress
from fellesplan.consent.happenings import ConsentRegistered, ConsentWithdrawn
from fellesplan.consent.queries import live_purposes
from fellesplan.coordinators import states
from fellesplan.coordinators.models import Nomination, NominationState
from fellesplan.coordinators.readiness import NAMES, lacking
from fellesplan.kernel import clock
from fellesplan.kernel.errors import InvalidInput, Refused
from fellesplan.kernel.text import Text, t
from fellesplan.people.models import Assignment, Employee, Unit
from fellesplan.people.policy import live_on


def ask(
    *,
    actor: Actor,
    case: Case,
    kind: str,
    unit: Unit,
    answer_by: date,
    message: str = "",
    wished: str = "",
) -> Nomination:
    """Ask a unit who can be coordinator. The same question sent twice is asked once.

    Raises Refused when the right is not granted or consent is missing, and says who can give it;
    InvalidInput for a unit that cannot answer or a day that has passed.
    """
    row = progress.lock(case)
    require(actor, "case.appoint", row)
    if missing := lacking(row, kind, clock.today()):
        raise Refused(missing)
    if wrong := _wrong(unit, answer_by):
        raise InvalidInput(wrong)
    asked = Nomination.objects.filter(case=row, kind=kind, unit=unit, state=states.ASKED).first()
    return asked or _asked(actor, row, kind, unit, answer_by, message.strip(), wished.strip())


def answer(*, actor: Actor, nomination: Nomination, employee: Employee | None, note: str = "") -> Nomination:
    """Name an employee of the unit, or say no with a reason. For the leader of the unit that was asked.

    Raises InvalidInput for an employee of another unit or a no without a reason; Refused when the question
    is answered, withdrawn or has lost its ground.
    """
    row = _lock(nomination)
    require(actor, "nomination.answer", row)
    event = "named" if employee else "declined"
    state = states.NOMINATION.after(row.state, event)
    if lacking(row.case, row.kind, clock.today()):
        raise Refused(t("Forespørselen kan ikke besvares nå. Koordinerende enhet tar kontakt."))
    if employee and not works_at(employee, row.unit, clock.today()):
        raise InvalidInput({"employee": t("Velg en ansatt i {unit}.", unit=row.unit.name)})
    if not employee and not note.strip():
        raise InvalidInput({"note": t("Skriv hvorfor dere ikke kan, så finner vi en annen løsning.")})
    row.employee, row.answer_note, row.answered_at = employee, note.strip(), clock.now()
    _step(actor, row, event, state, "nomination.answer", note.strip())
    _journal(
        row, t("{unit} foreslår {name}", unit=row.unit.name, name=employee.name) if employee else _no(row)
    )
    progress.refresh(row.case)
    return row


def cancel(*, actor: Actor, nomination: Nomination, note: str = "") -> Nomination:
    """Take back a question that is not answered."""
    row = _lock(nomination)
    require(actor, "case.appoint", row.case)
    _cancel(actor, row, note)
    progress.refresh(row.case)
    return row


def consent_changed(happening: ConsentRegistered | ConsentWithdrawn) -> None:
    """Take back every open question that no consent carries any more, so that no leader sees it."""
    asked = Nomination.objects.filter(case__person=happening.person, state=states.ASKED)
    for nomination in asked.select_related("case"):
        row = _lock(nomination)
        if row.kind not in live_purposes(row.case.person, clock.today()):
            _cancel(happening.actor, row, "")


def works_at(employee: Employee, unit: Unit, on: date) -> bool:
    """Return whether somebody works for a unit on a day; one query."""
    return employee.assignments.filter(live_on(on), unit=unit).exists()


def leaders(unit: Unit, on: date) -> list[Employee]:
    """Return who leads the unit on a day; one query."""
    rows = Assignment.objects.filter(live_on(on), unit=unit, role=Assignment.AssignedRole.UNIT_LEADER)
    return [row.employee for row in rows.select_related("employee").order_by("valid_from", "id")]


def _wrong(unit: Unit, answer_by: date) -> dict[str, Text]:
    today = clock.today()
    wrong = {}
    if not unit.active:
        wrong["unit"] = t("{unit} er ikke lenger i bruk. Velg en annen.", unit=unit.name)
    elif not leaders(unit, today):
        text = t("{unit} har ingen leder i Fellesplan. Be administratoren legge inn lederen.", unit=unit.name)
        wrong["unit"] = text
    if answer_by < today:
        wrong["answer_by"] = t("Velg i dag eller en senere dag.")
    return wrong


def _asked(
    actor: Actor, case: Case, kind: str, unit: Unit, answer_by: date, message: str, wished: str
) -> Nomination:
    row = Nomination.objects.create(
        municipality_id=case.municipality_id, case=case, kind=kind, unit=unit, message=message, wished=wished,
        answer_by=answer_by, asked_by_id=actor.employee, asked_at=clock.now(),
    )  # fmt: skip
    _keep_history(actor, row, "asked", message)
    fields = ["unit", "kind", "message", "wished", "answer_by"]
    audit.changed(actor, "case.appoint", row, subject=case.person_id, fields=fields)
    _journal(row, t("Spør {unit} om {kind}", unit=unit.name, kind=NAMES[kind]))
    progress.move(actor=actor, case=case, event="nomination_asked")
    return row


def _cancel(actor: Actor, row: Nomination, note: str) -> None:
    _step(actor, row, "cancelled", states.NOMINATION.after(row.state, "cancelled"), "case.appoint", note)
    _journal(row, t("Forespørselen til {unit} er trukket tilbake", unit=row.unit.name))


def _lock(nomination: Nomination) -> Nomination:
    """Hold the question and its case, the case first, as every service does."""
    progress.lock(nomination.case)
    rows = Nomination.objects.select_for_update(of=("self",))
    return rows.select_related("case__person", "case__municipality", "unit").get(pk=nomination.pk)


def _step(actor: Actor, row: Nomination, event: str, state: str, action: str, note: str) -> None:
    row.state = state
    row.save(update_fields=["state", "employee", "answer_note", "answered_at"])
    _keep_history(actor, row, event, note)
    fields = ["state", "employee", "answer_note"]
    audit.changed(actor, action, row, subject=row.case.person_id, fields=fields)


def _keep_history(actor: Actor, row: Nomination, event: str, note: str) -> None:
    NominationState.objects.create(
        municipality_id=row.municipality_id, nomination=row, event=event, state=row.state,
        by_account=actor.account, by_name=actor.name, note=note,
    )  # fmt: skip


def _no(row: Nomination) -> Text:
    return t("{unit} har ingen som kan være {kind}", unit=row.unit.name, kind=NAMES[row.kind])


def _journal(row: Nomination, title: Text) -> None:
    """The title may name an employee, so the public one does not."""
    text = row.answer_note if row.answered_at else row.message
    journal.add(
        case=row.case, direction="note", title=str(title), public_title="Oppnevning av koordinator",
        counterpart=row.unit.name, text=text,
    )  # fmt: skip
