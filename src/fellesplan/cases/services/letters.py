"""Other letters in a case: the preliminary reply, and who has become coordinator."""

from dataclasses import dataclass
from datetime import date

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
    Language,
    LawRef,
    LetterContent,
    PreliminaryReplyFacts,
    build_appointment_letter,
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
    on = clock.today()
    reader = parties.recipients(case.person, on)
    spoken = language or parties.language(reader, case.person, case.municipality)
    facts = PreliminaryReplyFacts(
        sender=parties.sender(case.municipality, procedure_of(case.municipality, on), spoken),
        recipient=parties.recipient(reader, case.person),
        person=parties.person(case.person),
        letter_date=on,
        case_number=case.number,
        caseworker=parties.caseworker(case, actor.name),
        secrecy=parties.SECRECY,
        rights=tuple(RIGHTS[right] for right in rights.of(case)),
        received_on=case.received_on,
        reason=reason,
        expected_on=expected_on,
        basis=(LawRef("fvl", ("11 a",)),),
    )
    return build_preliminary_reply(facts, spoken)


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


def _same_today(case: Case, content: LetterContent) -> Letter | None:
    """Return the letter if the very same has been sent."""
    last = case.letters.filter(kind=Letter.Kind.PRELIMINARY).order_by("-at", "-id").first()
    return last if last and last.content == sending.as_json(content) else None
