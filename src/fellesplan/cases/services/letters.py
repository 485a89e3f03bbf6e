"""Other letters in a case: preliminary reply, notice of delay, and who has become coordinator."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from fellesplan.access.actor import Actor
from fellesplan.cases import rights, states
from fellesplan.cases.correspondence import parties
from fellesplan.cases.correspondence.vocabulary import RIGHTS
from fellesplan.cases.facts import procedure_of
from fellesplan.cases.legal import REFERENCES, default_basis
from fellesplan.cases.models import Case, Letter
from fellesplan.cases.services import progress, sending
from fellesplan.cases.services.locks import locked
from fellesplan.documents.letters import (
    Appointed,
    AppointmentFacts,
    DelayNoticeFacts,
    Language,
    LawRef,
    LetterContent,
    PreliminaryReplyFacts,
    build_appointment_letter,
    build_delay_notice,
    build_preliminary_reply,
)
from fellesplan.kernel import clock
from fellesplan.kernel.errors import InvalidInput, Refused
from fellesplan.kernel.text import Text, t

BEFORE_DECISION = frozenset({states.RECEIVED, states.CONSENT_MISSING, states.ASSESSMENT})


@dataclass(frozen=True, kw_only=True)
class NewCoordinator:
    """Who becomes koordinator or barnekoordinator, as the letter tells it. `kind` is a value of `Right`."""

    case: Case
    kind: str
    name: str
    unit: str
    phone: str = ""
    email: str = ""
    starts_on: date | None = None
    first_contact_by: date | None = None
    replaces: str = ""
    overlap_until: date | None = None
    wish: str = ""


def preliminary_content(
    *, actor: Actor, case: Case, reason: str, expected_on: date, language: Language | None = None
) -> LetterContent:
    """Return the preliminary reply as it would be sent (fvl § 11 a)."""
    spoken = _spoken(case, language)
    facts = PreliminaryReplyFacts(**_about_time(actor, case, spoken), reason=reason, expected_on=expected_on)
    return build_preliminary_reply(facts, spoken)


def delay_content(
    *, actor: Actor, case: Case, reason: str, expected_on: date, language: Language | None = None
) -> LetterContent:
    """Return the notice of delay as it would be sent: the answer comes later than we wrote (fvl § 11 a)."""
    spoken, wrote_on = _spoken(case, language), case.preliminary_reply_on or case.received_on
    facts = DelayNoticeFacts(
        **_about_time(actor, case, spoken), reason=reason, expected_on=expected_on, wrote_on=wrote_on
    )
    return build_delay_notice(facts, spoken)


def _spoken(case: Case, language: Language | None) -> Language:
    reader = parties.recipients(case.person, clock.today())
    return language or parties.language(reader, case.person, case.municipality)


def _about_time(actor: Actor, case: Case, spoken: Language) -> dict[str, Any]:
    """Return what both letters about the time it takes have in common."""
    on = clock.today()
    return {
        "sender": parties.sender(case.municipality, procedure_of(case.municipality, on), spoken),
        "recipient": parties.recipient(parties.recipients(case.person, on), case.person),
        "person": parties.person(case.person),
        "letter_date": on,
        "case_number": case.number,
        "caseworker": parties.caseworker(case, actor.name),
        "secrecy": parties.SECRECY,
        "rights": tuple(RIGHTS[right] for right in rights.of(case)),
        "received_on": case.received_on,
        "basis": (LawRef("fvl", ("11 a",)),),
    }


def preliminary_reply(*, actor: Actor, case: Case, reason: str, expected_on: date) -> Letter:
    """Send the preliminary reply and return it; the same reply sent twice on a day is one letter.

    Raises InvalidInput without a reason or with a day that has been, Refused when the case is decided.
    """
    case = locked(actor, "case.handle", case)
    if case.state not in BEFORE_DECISION:
        raise Refused(t("Saken er alt avgjort, så et foreløpig svar er ikke nødvendig."))
    _check(reason, expected_on)
    content = preliminary_content(actor=actor, case=case, reason=reason, expected_on=expected_on)
    if same := _same_today(case, content):
        return same
    letter = _send(actor, "case.handle", case, Letter.Kind.PRELIMINARY, content, "Foreløpig svar")
    case.preliminary_reply_on = clock.today()
    case.save(update_fields=["preliminary_reply_on"])
    progress.refresh(case)
    return letter


def delay_notice(*, actor: Actor, case: Case, reason: str, expected_on: date) -> Letter:
    """Send the notice of delay and return it; the same notice sent twice on a day is one letter.

    Raises InvalidInput without a reason or with a day that has been, Refused when the case is decided or
    nothing has been written about the time before.
    """
    case = locked(actor, "case.handle", case)
    if case.state not in BEFORE_DECISION:
        raise Refused(t("Saken er alt avgjort, så et varsel om forsinkelse er ikke nødvendig."))
    if case.preliminary_reply_on is None:
        raise Refused(t("Send et foreløpig svar først. Der står det når svaret kommer."))
    _check(reason, expected_on)
    content = delay_content(actor=actor, case=case, reason=reason, expected_on=expected_on)
    if same := _same_today(case, content, Letter.Kind.DELAY):
        return same
    return _send(actor, "case.handle", case, Letter.Kind.DELAY, content, "Varsel om forsinkelse")


def appointment(*, actor: Actor, appointment: NewCoordinator) -> Letter:
    """Send the letter that tells who has become coordinator. The caller holds the case and has checked."""
    case, on = appointment.case, clock.today()
    reader = parties.recipients(case.person, on)
    spoken = parties.language(reader, case.person, case.municipality)
    right = RIGHTS[appointment.kind]
    facts = AppointmentFacts(
        sender=parties.sender(case.municipality, procedure_of(case.municipality, on), spoken),
        recipient=parties.recipient(reader, case.person),
        person=parties.person(case.person),
        letter_date=on,
        case_number=case.number,
        caseworker=parties.caseworker(case, actor.name),
        secrecy=parties.SECRECY,
        appointed=Appointed(
            right, appointment.name, appointment.unit, appointment.phone, appointment.starts_on
        ),
        email=appointment.email,
        first_contact_by=appointment.first_contact_by,
        replaces=appointment.replaces,
        overlap_until=appointment.overlap_until,
        wish=appointment.wish,
        basis=REFERENCES[default_basis(appointment.kind)],
    )
    content = build_appointment_letter(facts, spoken)
    return _send(actor, "case.appoint", case, Letter.Kind.APPOINTMENT, content, "Oppnevning av koordinator")


def _send(
    actor: Actor, action: str, case: Case, kind: str, content: LetterContent, public_title: str
) -> Letter:
    names = parties.recipients(case.person, clock.today()).names
    return sending.send(
        actor=actor, action=action, case=case, kind=kind, content=content, to=names, public_title=public_title
    )


def _check(reason: str, expected_on: date) -> None:
    wrong: dict[str, Text] = {}
    if not reason.strip():
        wrong["reason"] = t("Skriv hvorfor det tar tid.")
    if expected_on <= clock.today():
        wrong["expected_on"] = t("Velg en dag fram i tid.")
    if wrong:
        raise InvalidInput(wrong)


def _same_today(case: Case, content: LetterContent, kind: str = Letter.Kind.PRELIMINARY) -> Letter | None:
    """Return the letter if the very same has been sent."""
    last = case.letters.filter(kind=kind).order_by("-at", "-id").first()
    return last if last and last.content == sending.as_json(content) else None
