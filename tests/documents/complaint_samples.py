"""Invented complaints for the tests of letters and of the file that is sent on."""

from datetime import date, datetime

from fellesplan.documents.complaint_sheet import ComplaintSheet
from fellesplan.documents.letters import (
    ComplaintAnnulledFacts,
    ComplaintCompletionFacts,
    ComplaintCoverFacts,
    ComplaintDismissedFacts,
    ComplaintForwardedFacts,
    ComplaintReceiptFacts,
    Language,
    LawRef,
    LetterContent,
    Outcome,
    Recipient,
    Replaced,
    Right,
    build_complaint_annulled,
    build_complaint_completion,
    build_complaint_cover,
    build_complaint_dismissed,
    build_complaint_forwarded,
    build_complaint_receipt,
    build_decision_letter,
)
from tests.documents import samples

BODY = "Statsforvalteren i Rogaland"
STATEMENT = "Vi har snakket med familien på nytt.\n\nTjenestene er få, og dere samordner dem godt i dag."
KO = Right.COORDINATOR


def common(recipient: Recipient = samples.PARENTS, **changes: object) -> dict[str, object]:
    """Return what every letter about a complaint needs."""
    return {
        "sender": samples.SENDER,
        "recipient": recipient,
        "person": samples.AASE if recipient.is_subject else samples.JONAS,
        "letter_date": date(2026, 12, 15),
        "case_number": "2026/0147",
        "caseworker": "Ingrid Nesvik",
        "secrecy": LawRef("offl", ("13",)),
        "rights": (Right.CHILD_COORDINATOR, Right.INDIVIDUAL_PLAN),
        "decided_on": date(2026, 11, 24),
        "received_on": date(2026, 12, 14),
        "basis": (LawRef("fvl", ("31", "33")), LawRef("pbrl", ("7-2",))),
        **changes,
    }


def letters(language: Language, recipient: Recipient = samples.PARENTS) -> list[tuple[str, LetterContent]]:
    """Return one letter of every kind about a complaint."""
    some = common(recipient)
    receipt = {"received_at": datetime(2026, 12, 14, 14, 2), "reference": "K7M2PQRS", "body": BODY}  # noqa: DTZ001
    return [
        ("receipt", build_complaint_receipt(ComplaintReceiptFacts(**some, **receipt), language)),  # type: ignore[arg-type]
        (
            "receipt-late",
            build_complaint_receipt(
                ComplaintReceiptFacts(
                    **common(recipient, by="Advokat Lie"), **receipt, late=True, incomplete=True,  # type: ignore[arg-type]
                    answer_by=date(2027, 1, 14),
                ),
                language,
            ),
        ),
        (
            "completion",
            build_complaint_completion(
                ComplaintCompletionFacts(**some, what="Fullmakten mangler.", by_date=date(2027, 1, 8)),  # type: ignore[arg-type]
                language,
            ),
        ),
        (
            "dismissed",
            build_complaint_dismissed(
                ComplaintDismissedFacts(**some, reason="Klagen kom for sent.", route=samples.route(KO)),  # type: ignore[arg-type]
                language,
            ),
        ),
        (
            "annulled",
            build_complaint_annulled(
                ComplaintAnnulledFacts(**some, reason="Saken var ikke godt nok opplyst.", by_body=BODY),  # type: ignore[arg-type]
                language,
            ),
        ),
        (
            "forwarded",
            build_complaint_forwarded(
                ComplaintForwardedFacts(**some, body=BODY, statement=STATEMENT),  # type: ignore[arg-type]
                language,
            ),
        ),
        ("cover", build_complaint_cover(cover(recipient), language)),
        ("changed", changed(language)),
    ]  # fmt: skip


def cover(recipient: Recipient = samples.PARENTS, **changes: object) -> ComplaintCoverFacts:
    """Return the letter that follows the complaint."""
    some = common(recipient, by="Mona Fjellbekk") | {
        "recipient": Recipient((BODY,), is_subject=False),
        "statement": STATEMENT,
        "deadline": date(2026, 12, 22),
    }
    return ComplaintCoverFacts(**{**some, **changes})  # type: ignore[arg-type]


def changed(language: Language) -> LetterContent:
    """Return the new decision after a complaint."""
    facts = samples.decision(
        samples.answer(Right.CHILD_COORDINATOR, Outcome.GRANTED),
        replaced=Replaced(date(2026, 11, 24), costs_weeks=3),
    )
    return build_decision_letter(facts, language)


def sheet(how: str = "portal") -> ComplaintSheet:
    """Return a complaint as it was received."""
    return ComplaintSheet(
        sender=samples.SENDER, case_number="2026/0147", rights=(KO,), by="Mona Fjellbekk",
        received_at=datetime(2026, 12, 14, 14, 2),  # noqa: DTZ001
        reference="K7M2PQRS", how=how, wants="Vi vil ha barnekoordinator.",
        why="Vi samordner sju tjenester selv.\n\nDet går ikke lenger.", late_reason="Vi var på sykehus.",
    )  # fmt: skip
