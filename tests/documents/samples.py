"""Invented people and cases for the tests of letters."""

from dataclasses import fields
from datetime import date, datetime
from itertools import product

from fellesplan.documents.letters import (
    LANGUAGES,
    Appointed,
    AppointmentFacts,
    ChildView,
    ComplaintRoute,
    DecisionForm,
    DecisionLetterFacts,
    DelayNoticeFacts,
    Language,
    LawRef,
    LetterContent,
    NameFollows,
    Ombud,
    Outcome,
    Person,
    PreliminaryReplyFacts,
    ReceiptFacts,
    Recipient,
    Right,
    RightOutcome,
    Sender,
    build_appointment_letter,
    build_decision_letter,
    build_delay_notice,
    build_preliminary_reply,
    build_receipt,
)

SENDER = Sender(
    "Lund kommune", "Koordinerende enhet", "51 00 00 00", "Moiveien 9, 4460 Moi", "post@lund.example"
)
JONAS = Person("Jonas", "Jonas Fjellbekk", date(2019, 5, 14))
PARENTS = Recipient(("Mona Fjellbekk", "Even Fjellbekk"), ("Moiveien 900", "4460 Moi"), is_subject=False)
AASE = Person("Åse", "Åse Bjørkås", date(1981, 2, 3))
HERSELF = Recipient(("Åse Bjørkås",), ("Skulevegen 4", "6868 Gaupne"))
BASIS = {
    Right.INDIVIDUAL_PLAN: (LawRef("pbrl", ("2-5",)), LawRef("hol", ("7-1",))),
    Right.COORDINATOR: (LawRef("pbrl", ("2-5 b",)), LawRef("hol", ("7-2",))),
    Right.CHILD_COORDINATOR: (LawRef("pbrl", ("2-5 c",)), LawRef("hol", ("7-2 a",))),
}
COMPLAINT_BASIS = (LawRef("pbrl", ("7-2", "7-5")),)
REASON = "Tjenestene må henge sammen, og dere bruker mye tid på å samordne dem selv."


def answer(right: Right, outcome: Outcome, reason: str = REASON) -> RightOutcome:
    """Return the answer to one right."""
    return RightOutcome(right, outcome, reason, BASIS[right])


def route(*rights: Right) -> ComplaintRoute:
    """Return the complaint over decisions on health basis."""
    body = "Statsforvalteren i Rogaland"
    return ComplaintRoute(rights, body, 4, date(2026, 11, 24), date(2026, 12, 22), COMPLAINT_BASIS)


def decision(*outcomes: RightOutcome, **changes: object) -> DecisionLetterFacts:
    """Return a complete decision about Jonas, to his parents."""
    rights = tuple(outcome.right for outcome in outcomes)
    coordinators = [right for right in rights if right is not Right.INDIVIDUAL_PLAN]
    facts: dict[str, object] = {
        "sender": SENDER,
        "recipient": PARENTS,
        "person": JONAS,
        "letter_date": date(2026, 11, 24),
        "case_number": "2026/0147",
        "caseworker": "Ingrid Nesvik",
        "responsible": "Kari Oftedal, leder",
        "secrecy": LawRef("offl", ("13",)),
        "form": DecisionForm.VEDTAK,
        "asked_on": date(2026, 11, 3),
        "valid_from": date(2026, 12, 1),
        "outcomes": outcomes,
        "facts": "Vi har snakket med dere 9. november og lest rapporten fra habiliteringstjenesten.",
        "considerations": "Familien samordner i dag sju tjenester selv.",
        "child_view": ChildView("Jonas vil ha én som vet hva som er sagt.", "Det veide tungt."),
        "child_view_required": True,
        "complaint": (route(*rights),),
        "documents_basis": (LawRef("fvl", ("18",)), LawRef("pbrl", ("5-1",))),
        "appointments": tuple(NameFollows(right, date(2026, 12, 8)) for right in coordinators),
        "wish": "Dere har ønsket Marit Skogmo, og det legger vi stor vekt på.",
        "ombud": Ombud("Pasient- og brukerombudet i Rogaland", "51 95 00 00"),
    }
    return DecisionLetterFacts(**{**facts, **changes})  # type: ignore[arg-type]


def adult(*outcomes: RightOutcome, **changes: object) -> DecisionLetterFacts:
    """Return a complete decision to an adult about herself."""
    own = {"recipient": HERSELF, "person": AASE, "child_view": None, "child_view_required": False}
    return decision(*outcomes, **{**own, **changes})


def delay(recipient: Recipient = PARENTS) -> DelayNoticeFacts:
    """Return a notice of delay, after the preliminary reply."""
    same = preliminary(recipient)
    known = {field.name: getattr(same, field.name) for field in fields(same)}
    return DelayNoticeFacts(**known, wrote_on=date(2026, 12, 1))


def preliminary(recipient: Recipient = PARENTS) -> PreliminaryReplyFacts:
    """Return a preliminary reply."""
    return PreliminaryReplyFacts(
        sender=SENDER,
        recipient=recipient,
        person=AASE if recipient.is_subject else JONAS,
        letter_date=date(2026, 12, 3),
        case_number="2026/0147",
        caseworker="Ingrid Nesvik",
        rights=(Right.CHILD_COORDINATOR,),
        received_on=date(2026, 11, 3),
        reason="Vi venter på rapporten fra habiliteringstjenesten.",
        expected_on=date(2027, 1, 8),
        basis=(LawRef("fvl", ("11 a",)),),
    )


def appointment(right: Right = Right.CHILD_COORDINATOR, recipient: Recipient = PARENTS) -> AppointmentFacts:
    """Return the appointment of Marit Skogmo after another coordinator."""
    return AppointmentFacts(
        sender=SENDER,
        recipient=recipient,
        person=AASE if recipient.is_subject else JONAS,
        letter_date=date(2026, 12, 1),
        case_number="2026/0147",
        caseworker="Ingrid Nesvik",
        appointed=Appointed(right, "Marit Skogmo", "Helse og mestring", "51 00 00 11", date(2026, 12, 15)),
        email="marit@lund.example",
        first_contact_by=date(2026, 12, 18),
        replaces="Per Lie",
        overlap_until=date(2027, 1, 15),
        basis=BASIS[right],
    )


def receipt(*, to_reporter: bool = False, recipient: Recipient = PARENTS) -> ReceiptFacts:
    """Return the receipt of a message."""
    return ReceiptFacts(
        sender=SENDER,
        recipient=recipient,
        person=AASE if recipient.is_subject else JONAS,
        letter_date=date(2026, 11, 3),
        case_number="2026/0147",
        caseworker="Ingrid Nesvik",
        rights=(Right.CHILD_COORDINATOR, Right.INDIVIDUAL_PLAN),
        received_at=datetime(2026, 11, 3, 14, 2),  # noqa: DTZ001 - Norwegian local time
        reference="LUND-4821",
        preliminary_by=date(2026, 12, 3),
        consent_missing=True,
        to_reporter=to_reporter,
    )


def every_letter() -> list[tuple[str, LetterContent]]:
    """Return one letter of every kind, outcome, right and language, each with a readable name."""
    letters: list[tuple[str, LetterContent]] = []
    for language in LANGUAGES:
        letters += [(f"{name}-{language}", content) for name, content in _letters(language)]
    return letters


def _letters(language: Language) -> list[tuple[str, LetterContent]]:
    made = [
        (f"{right}-{outcome}", build_decision_letter(decision(answer(right, outcome)), language))
        for right, outcome in product(Right, Outcome)
    ]
    made += [
        (f"adult-{outcome}", build_decision_letter(adult(answer(Right.COORDINATOR, outcome)), language))
        for outcome in Outcome
    ]
    made += [
        (form.value, build_decision_letter(decision(*three_answers(), form=form), language))
        for form in DecisionForm
    ]
    return [
        *made,
        ("preliminary", build_preliminary_reply(preliminary(), language)),
        ("preliminary-self", build_preliminary_reply(preliminary(HERSELF), language)),
        ("delay", build_delay_notice(delay(), language)),
        ("delay-self", build_delay_notice(delay(HERSELF), language)),
        ("appointment", build_appointment_letter(appointment(), language)),
        ("appointment-self", build_appointment_letter(appointment(Right.COORDINATOR, HERSELF), language)),
        ("receipt", build_receipt(receipt(), language)),
        ("receipt-self", build_receipt(receipt(recipient=HERSELF), language)),
        ("receipt-reporter", build_receipt(receipt(to_reporter=True), language)),
    ]


def three_answers() -> tuple[RightOutcome, ...]:
    """Return yes, no and withdrawn in one letter."""
    return (
        answer(Right.CHILD_COORDINATOR, Outcome.GRANTED),
        answer(Right.INDIVIDUAL_PLAN, Outcome.REFUSED),
        answer(Right.COORDINATOR, Outcome.WITHDRAWN),
    )
