"""What a receipt says (eFvf § 6): only what the reporter wrote, and what the rules say about time."""

from fellesplan.cases.correspondence import parties
from fellesplan.cases.correspondence.vocabulary import RIGHTS
from fellesplan.cases.facts import preliminary_reply, procedure_of
from fellesplan.cases.models import Referral
from fellesplan.documents.letters import (
    Language,
    LetterContent,
    Person,
    ReceiptFacts,
    Recipient,
    build_receipt,
)
from fellesplan.kernel import clock
from fellesplan.procedures.deadlines import service_promise


def content(referral: Referral, language: Language) -> LetterContent:
    """Return the receipt for the one who reported; `referral.case` and its municipality are loaded.

    Nobody has proved who they are: whether the person was known before is not told, nor who handles it.
    """
    municipality, own = referral.case.municipality, referral.reporter == Referral.Reporter.SELF
    received = clock.civil_day(referral.received_at)
    procedure = procedure_of(municipality, received)
    sender = parties.sender(municipality, procedure, language)
    weeks = procedure.number("casework.promise_weeks")
    name = referral.reporter_name
    facts = ReceiptFacts(
        sender=sender,
        recipient=Recipient((name,), is_subject=own),
        person=Person(name, name),
        letter_date=received,
        case_number=_number(referral),
        caseworker=sender.unit,
        secrecy=parties.SECRECY,
        rights=tuple(RIGHTS[right] for right in referral.wants),
        received_at=referral.received_at.astimezone(clock.NORWAY).replace(tzinfo=None),
        reference=referral.reference,
        answer_by=service_promise(received, weeks=weeks).date if weeks else None,
        preliminary_by=preliminary_reply(received).date,
        consent_missing=referral.consent_obtained == Referral.ConsentObtained.NO,
        to_reporter=not own,
    )
    return build_receipt(facts, language)


def _number(referral: Referral) -> str:
    """Return the number of a case this referral opened; an older one would tell that there was a case."""
    first = referral.case.referrals.order_by("received_at", "id").first()
    return referral.case.number if first == referral else referral.reference
