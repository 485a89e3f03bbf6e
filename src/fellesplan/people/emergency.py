"""Nødtilgang: opening, ending and reviewing it (pasientjournalforskriften §§ 13 and 14)."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings

from fellesplan.access import audit
from fellesplan.access.actor import Actor
from fellesplan.access.functions import ground, require
from fellesplan.access.matrix import grants
from fellesplan.kernel import clock
from fellesplan.kernel.errors import InvalidInput, Refused
from fellesplan.kernel.text import Text, t
from fellesplan.people import emergency_states as states
from fellesplan.people.emergency_reads import open_session_of, state_of
from fellesplan.people.models import EmergencySession, EmergencyState, Employee, Municipality, Person

OPEN, END, REVIEW = "emergency.open", "emergency.end", "emergency.review"
SHORTEST_REASON = 10


@dataclass(frozen=True, kw_only=True)
class Opening:
    """Why somebody must see a plan at once. `warned`: that the address is protected has been confirmed."""

    reason: str
    warned: bool = False


def look_up(*, actor: Actor, tenant: Municipality, person: Person) -> None:
    """Log that somebody has been shown the name of a person to open emergency access to."""
    audit.read(
        actor, OPEN, person, ground=ground(actor, OPEN, tenant), subject=person.pk, information=["name"]
    )


def open_session(*, actor: Actor, tenant: Municipality, person: Person, opening: Opening) -> EmergencySession:
    """Open the plan of one person to the actor for a short time. Sent twice it is opened once.

    Raises InvalidInput without a reason, or when a protected address has not been confirmed; Refused for
    oneself, and while a session to somebody else is open.
    """
    require(actor, OPEN, tenant)
    employee = Employee.objects.select_for_update().get(pk=str(actor.employee))
    already = open_session_of(employee)
    if already and already.person_id == person.pk:
        return already
    if wrong := _wrong(person, opening):
        raise InvalidInput(wrong)
    if already:
        raise Refused(t("Du har allerede en åpen nødtilgang. Avslutt den før du åpner en ny."))
    if person.pk == actor.person:
        raise Refused(t("Du kan ikke bruke nødtilgang for å se din egen plan."))
    session = EmergencySession.objects.create(
        municipality_id=tenant.pk, person=person, employee=employee, opened_as=_opened_as(actor),
        organisation=actor.organisation, reason=opening.reason.strip(), until=_until(),
        protected_address=person.protection != Person.Protection.OPEN,
    )  # fmt: skip
    _step(actor, session, "opened", states.OPENED)
    fields = ["reason", *(["protected_address"] if session.protected_address else [])]
    audit.changed(actor, OPEN, session, subject=person.pk, fields=fields, ground=ground(actor, OPEN, tenant))
    return session


def end_session(*, actor: Actor, session: EmergencySession) -> None:
    """End one's own session at once."""
    Employee.objects.select_for_update().get(pk=session.employee_id)
    require(actor, END, session)
    state = states.EMERGENCY.after(state_of(session), "ended")
    _step(actor, session, "ended", state)
    audit.changed(actor, END, session, subject=session.person_id, ground=ground(actor, END, session))


def review(*, actor: Actor, session: EmergencySession, justified: bool, comment: str) -> None:
    """Say whether there was reason to use emergency access. Never by the one who used it.

    Raises InvalidInput without a comment; Refused while it is open, and when it has been reviewed.
    """
    Employee.objects.select_for_update().get(pk=session.employee_id)
    require(actor, REVIEW, session)
    event = "found_justified" if justified else "found_unjustified"
    now = state_of(session)
    if now in states.REVIEWED:
        raise Refused(t("Denne nødtilgangen er allerede sett gjennom."))
    if now == states.OPENED and session.until > clock.now():
        raise Refused(t("Nødtilgangen er åpen ennå. Se gjennom den når den er avsluttet."))
    if not comment.strip():
        raise InvalidInput({"comment": t("Skriv hva du har sett på, og hva du kom til.")})
    _step(actor, session, event, states.EMERGENCY.after(now, event), comment.strip())
    audit.changed(
        actor, REVIEW, session, subject=session.person_id, fields=["verdict", "comment"],
        ground=ground(actor, REVIEW, session),
    )  # fmt: skip


def _wrong(person: Person, opening: Opening) -> dict[str, Text]:
    wrong: dict[str, Text] = {}
    if len(opening.reason.strip()) < SHORTEST_REASON:
        wrong["reason"] = t("Skriv hvorfor du må se planen nå. Personen får lese det du skriver.")
    if person.protection != Person.Protection.OPEN and not opening.warned:
        wrong["warned"] = t("Kryss av for at du har lest advarselen.")
    return wrong


def _opened_as(actor: Actor) -> str:
    """Return the role the session rests on: when that ends, the session ends with it."""
    return next(str(grant.role) for grant in grants(OPEN, actor.roles))


def _until() -> datetime:
    return clock.now() + timedelta(minutes=settings.EMERGENCY_MINUTES)


def _step(actor: Actor, session: EmergencySession, event: str, state: str, note: str = "") -> None:
    EmergencyState.objects.create(
        municipality_id=session.municipality_id, session=session, event=event, state=state,
        by_account=actor.account, by_name=actor.name, note=note,
    )  # fmt: skip
