"""The words that every letter shares: rights, outcomes, forms and languages."""

from enum import StrEnum
from typing import Literal, get_args

Language = Literal["nb", "nn", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)


def language_of(code: str) -> Language:
    """Return the letter language for a preferred language code; bokmål when we have no texts in it."""
    return next((language for language in LANGUAGES if language == code[:2].lower()), "nb")


class Right(StrEnum):
    """What a person can be given (pbrl §§ 2-5, 2-5 b and 2-5 c)."""

    INDIVIDUAL_PLAN = "individual_plan"
    COORDINATOR = "coordinator"
    CHILD_COORDINATOR = "child_coordinator"


class Outcome(StrEnum):
    """Utfall: the answer to one right (fvl § 23, said so that it cannot be misread)."""

    GRANTED = "granted"
    PARTLY = "partly"
    REFUSED = "refused"
    DISMISSED = "dismissed"
    WITHDRAWN = "withdrawn"

    @property
    def gives(self) -> bool:
        """Return whether the person gets something, so that somebody must be appointed or a plan made."""
        return self in (Outcome.GRANTED, Outcome.PARTLY)

    @property
    def is_decision(self) -> bool:
        """Return whether the municipality decided; a request that is withdrawn is not decided."""
        return self is not Outcome.WITHDRAWN


class DecisionForm(StrEnum):
    """What the municipality calls its decision; the content of the letter is the same."""

    VEDTAK = "enkeltvedtak"
    AVGJORELSE = "avgjorelse"
    TILDELINGSBREV = "tildelingsbrev"


class LetterKind(StrEnum):
    """The letters that the package can write."""

    DECISION = "decision"
    PRELIMINARY_REPLY = "preliminary_reply"
    DELAY_NOTICE = "delay_notice"
    APPOINTMENT = "appointment"
    RECEIPT = "receipt"
    COMPLAINT_RECEIPT = "complaint_receipt"
    COMPLAINT_COMPLETION = "complaint_completion"
    COMPLAINT_DISMISSED = "complaint_dismissed"
    COMPLAINT_ANNULLED = "complaint_annulled"
    COMPLAINT_FORWARDED = "complaint_forwarded"
    COMPLAINT_COVER = "complaint_cover"
