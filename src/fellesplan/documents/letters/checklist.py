"""What a letter must hold before it is issued (fvl §§ 23-25 and 27, pbrl § 7-5, IPf § 5)."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from fellesplan.documents.letters.content import LetterContent, Part, Section
from fellesplan.documents.letters.facts import ComplaintRoute
from fellesplan.documents.letters.language import Speaker
from fellesplan.documents.letters.words import LetterKind, Outcome, Right
from fellesplan.kernel.text import Text, t


@dataclass(frozen=True, slots=True)
class Finding:
    """Something missing ("stop": do not issue) or doubtful ("hint") in a letter."""

    code: str
    severity: Literal["stop", "hint"]
    text: Text
    part: Part | None = None
    right: Right | None = None


Check = Callable[[LetterContent], Iterator[Finding]]

_COORDINATORS = (Right.COORDINATOR, Right.CHILD_COORDINATOR)
_REQUIRED_TEXT: tuple[tuple[Part, str, Text], ...] = (
    (Part.FACTS, "facts_missing", t("Skriv hvilke opplysninger svaret bygger på.")),
    (Part.CONSIDERATIONS, "considerations_missing", t("Skriv hva dere har lagt vekt på.")),
    (Part.RULES, "rules_missing", t("Ta med reglene dere har brukt.")),
    (Part.DOCUMENTS, "documents_missing", t("Ta med retten til å se sakens dokumenter.")),
)
_OUTDATED = {
    re.compile(r"\bfylkesmann", re.I): t("Fylkesmannen har hett statsforvalteren siden 2021."),
    re.compile(r"\bsamtykkekompetan", re.I): t("Siden 1. juni 2026 heter det beslutningskompetanse i loven."),
    re.compile(r"\blov om barnevern\w* § ?3-2", re.I): t("Regelen står nå i barnevernsloven § 15-9."),
}


def findings(content: LetterContent) -> tuple[Finding, ...]:
    """Return everything the letter lacks, in the order of the letter; empty when it can be issued."""
    checks = _CHECKS[content.kind]
    return tuple(finding for check in checks for finding in check(content))


def is_ready(content: LetterContent) -> bool:
    """Return whether nothing stops the letter."""
    return not any(finding.severity == "stop" for finding in findings(content))


def _stop(code: str, text: Text, part: Part | None = None, right: Right | None = None) -> Finding:
    return Finding(code, "stop", text, part, right)


def _frame(content: LetterContent) -> Iterator[Finding]:
    sender = content.sender
    if not content.case_number:
        yield _stop("case_number_missing", t("Brevet mangler saksnummer."))
    if not content.recipient:
        yield _stop("recipient_missing", t("Brevet mangler mottaker."))
    if not (sender.municipality and sender.unit):
        yield _stop("sender_missing", t("Brevet sier ikke hvem som har svart."))
    if not sender.phone:
        yield _stop("contact_missing", t("Brevet mangler telefonnummer."), Part.CONTACT)


def _reasons(content: LetterContent) -> Iterator[Finding]:
    for section in content.of(Part.REASON):
        if section.gap or not section.paragraphs:
            yield _stop("reason_missing", t("Skriv begrunnelsen."), Part.REASON, section.right)


def _outcomes(content: LetterContent) -> Iterator[Finding]:
    if not content.outcomes or not content.outcomes.rows:
        yield _stop("outcome_missing", t("Brevet mangler svar."))
        return
    for row in content.outcomes.rows:
        if not row.basis and row.outcome.is_decision:
            yield _stop("basis_missing", t("Svaret mangler paragraf."), Part.REASON, row.right)
        if not any(section.right is row.right for section in content.of(Part.REASON)):
            yield _stop("reason_missing", t("Skriv begrunnelsen."), Part.REASON, row.right)


def _written(content: LetterContent) -> Iterator[Finding]:
    required = _REQUIRED_TEXT if _decided(content) else ()
    for part, code, text in required:
        if not _filled(content.of(part)):
            yield _stop(code, text, part)
    if content.child_view_required and not _filled(content.of(Part.CHILD_VIEW)):
        text = t("Skriv hva barnet mener, og hva det betydde for svaret.")
        yield _stop("child_view_missing", text, Part.CHILD_VIEW)


def _complaint(content: LetterContent) -> Iterator[Finding]:
    decided = _decided(content)
    if not decided:
        return
    covered = {right for route in content.complaint for right in route.rights}
    for right in decided:
        if right not in covered:
            yield _stop("complaint_missing", t("Brevet mangler klagerett."), Part.COMPLAINT, right)
    text = " ".join(line for section in content.of(Part.COMPLAINT) for line in section.paragraphs)
    for route in content.complaint:
        yield from _route(route, text, content)


def _route(route: ComplaintRoute, text: str, content: LetterContent) -> Iterator[Finding]:
    speaker = Speaker(content.language)
    if speaker.day(route.deadline) not in text:
        yield _stop("deadline_missing", t("Brevet mangler dato for klagefristen."), Part.COMPLAINT)
    if route.deadline < route.counted_from + timedelta(weeks=route.weeks):
        yield _stop("deadline_too_short", t("Klagefristen er kortere enn loven gir."), Part.COMPLAINT)
    if not route.body.strip():
        yield _stop("complaint_body_missing", t("Brevet sier ikke hvem som avgjør klagen."), Part.COMPLAINT)
    if not route.basis:
        yield _stop("complaint_basis_missing", t("Klageretten mangler paragraf."), Part.COMPLAINT)


def _given(content: LetterContent) -> Iterator[Finding]:
    rows = content.outcomes.rows if content.outcomes else ()
    given = [row.right for row in rows if row.outcome.gives]
    appointed = content.appointed
    for right in given:
        if right in _COORDINATORS and right not in appointed:
            text = t("Skriv hvem som blir koordinator, eller når navnet kommer.")
            yield _stop("appointment_missing", text, Part.NEXT, right)
    said = " ".join(line for section in content.of(Part.NEXT) for line in section.paragraphs)
    if Right.INDIVIDUAL_PLAN in given and Speaker(content.language).say("next.no_wider_right") not in said:
        text = t("Ta med at planen ikke gir rett til flere tjenester.")
        yield _stop("no_wider_right_missing", text, Part.NEXT)
    if given and not _filled(content.of(Part.CONSENT)):
        yield _stop("consent_missing", t("Ta med at det er frivillig."), Part.CONSENT)


def _language(content: LetterContent) -> Iterator[Finding]:
    for section in content.sections:
        text = " ".join((*section.paragraphs, *section.items))
        for pattern, advice in _OUTDATED.items():
            if pattern.search(text):
                yield Finding("outdated_word", "hint", advice, section.part, section.right)


def _decided(content: LetterContent) -> list[Right]:
    rows = content.outcomes.rows if content.outcomes else ()
    return [row.right for row in rows if row.outcome is not Outcome.WITHDRAWN]


def _filled(sections: Iterable[Section]) -> bool:
    return any((section.paragraphs or section.items) and not section.gap for section in sections)


def _dismissal(content: LetterContent) -> Iterator[Finding]:
    """Avvisning is a decision of its own, with its own right to complain (fvl §§ 2 tredje ledd og 28)."""
    if not content.complaint:
        yield _stop("complaint_missing", t("Brevet mangler klagerett."), Part.COMPLAINT)
    text = " ".join(line for section in content.of(Part.COMPLAINT) for line in section.paragraphs)
    for route in content.complaint:
        yield from _route(route, text, content)


_CHECKS: dict[LetterKind, tuple[Check, ...]] = {
    LetterKind.DECISION: (_frame, _outcomes, _reasons, _written, _given, _complaint, _language),
    LetterKind.PRELIMINARY_REPLY: (_frame, _reasons, _language),
    LetterKind.DELAY_NOTICE: (_frame, _reasons, _language),
    LetterKind.APPOINTMENT: (_frame,),
    LetterKind.RECEIPT: (_frame,),
    LetterKind.COMPLAINT_RECEIPT: (_frame,),
    LetterKind.COMPLAINT_COMPLETION: (_frame, _reasons, _language),
    LetterKind.COMPLAINT_DISMISSED: (_frame, _reasons, _dismissal, _language),
    LetterKind.COMPLAINT_ANNULLED: (_frame, _reasons, _language),
    LetterKind.COMPLAINT_FORWARDED: (_frame, _reasons, _language),
    LetterKind.COMPLAINT_COVER: (_frame, _reasons, _language),
}
