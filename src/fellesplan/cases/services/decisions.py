"""Vedtak: drafts for each right, and the one letter that issues them all (pbrl §§ 2-5, 2-5 b and 2-5 c)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from fellesplan.access import audit
from fellesplan.access.actor import Actor
from fellesplan.cases import deciding, legal, rights
from fellesplan.cases.correspondence.parties import Parties
from fellesplan.cases.correspondence.parties import language as language_for
from fellesplan.cases.correspondence.vocabulary import COORDINATORS, GIVES, RIGHTS
from fellesplan.cases.deciding import LETTER_FIELDS, DecisionView, Part
from fellesplan.cases.happenings import DecisionIssued
from fellesplan.cases.models import Case, Decision, Letter, Right
from fellesplan.cases.services import assessment as assessments
from fellesplan.cases.services import progress, sending
from fellesplan.cases.services.locks import locked, open_for_decision
from fellesplan.cases.services.wording import archived
from fellesplan.cases.versions import Stale, StalePart, stale
from fellesplan.documents.letters import Language, LetterContent
from fellesplan.kernel import clock
from fellesplan.kernel.errors import InvalidInput, Refused
from fellesplan.kernel.events import announce
from fellesplan.kernel.text import t
from fellesplan.procedures import law


@dataclass(frozen=True)
class Draft:
    """A drafted decision. `version` is the mark of what was read; None writes without asking."""

    right: str
    outcome: str = ""
    reason: str = ""
    dissent: str = ""
    legal_basis: str = ""
    version: str | None = None

    @property
    def content(self) -> dict[str, str]:
        basis = self.legal_basis or str(legal.default_basis(self.right))
        return {
            "outcome": self.outcome, "reason": self.reason, "dissent": self.dissent, "legal_basis": basis,
        }  # fmt: skip


def decide(
    *,
    actor: Actor,
    case: Case,
    right: str,
    outcome: str,
    reason: str = "",
    dissent: str = "",
    legal_basis: str = "",
    version: str | None = None,
) -> Decision:
    """Draft the decision on one right, also one that nobody asked for; returns the draft."""
    draft = Draft(right, outcome, reason, dissent, legal_basis, version)
    save(actor=actor, case=case, drafts=(draft,))
    return case.decisions.filter(right=right).order_by("id").latest("id")


def save(
    *,
    actor: Actor,
    case: Case,
    drafts: Iterable[Draft] = (),
    texts: Mapping[str, str | date | None] | None = None,
    texts_version: str | None = None,
) -> None:
    """Save drafts and what the letter says for all of them (`deciding.LETTER_FIELDS`), or nothing.

    Raises Stale with all that others changed meanwhile, InvalidInput for an unknown outcome or basis.
    """
    case = locked(actor, "case.decide", case)
    open_for_decision(case)
    wanted = tuple(drafts)
    found = deciding.view(case, actor, also=[draft.right for draft in wanted])
    parts = {part.right: part for part in found.parts}
    for draft in wanted:
        _check(draft)
    if changed := tuple(filter(None, _stale_parts(found, parts, wanted, texts, texts_version))):
        raise Stale(*changed)
    for draft in wanted:
        _write(actor, case, parts[Right(draft.right)], draft)
    if texts is not None:
        _write_texts(actor, found, texts)
    progress.refresh(case)


def issue(*, actor: Actor, case: Case, language: Language | None = None) -> Letter:
    """Issue all drafts of the case in one letter and return it; a second call returns the same letter.

    Raises Refused while something is missing, or when two people must stand behind it and this is the first.
    """
    case = locked(actor, "case.decide", case)
    if letter := _issued(case):
        return letter
    open_for_decision(case)
    found = deciding.view(case, actor, language=language)
    content = _ready(found)
    letter = sending.send(
        actor=actor, action="case.decide", case=case, kind=Letter.Kind.DECISION, content=content,
        to=found.recipients, public_title="Vedtak om koordinerte tjenester",
    )  # fmt: skip
    drafts = [draft for draft in found.drafts if not draft.issued_at]
    _send_copies(actor, found, drafts, letter)
    for draft in drafts:
        _finish(actor, found, draft, content, letter)
    if found.found.assessment and not found.found.assessment.finished_at:
        found.found.assessment.finished_at = clock.now()
        assessments.touch(found.found.assessment, actor)
    progress.move(actor=actor, case=case, event="decided")
    granted = tuple(draft.right for draft in drafts if draft.outcome in GIVES)
    announce(DecisionIssued(actor=actor, case=case, granted=granted))
    return letter


def _check(draft: Draft) -> None:
    if draft.outcome and draft.outcome not in Decision.Outcome.values:
        raise InvalidInput({f"{draft.right}-outcome": t("Velg et av svarene.")})
    try:
        legal.basis_of(draft.right, draft.content["legal_basis"])
    except ValueError:
        raise InvalidInput({f"{draft.right}-legal_basis": t("Velg en av paragrafene.")}) from None


def _stale_parts(
    found: DecisionView,
    parts: Mapping[Right, Part],
    drafts: tuple[Draft, ...],
    texts: Mapping[str, str | date | None] | None,
    version: str | None,
) -> Iterable[StalePart | None]:
    for draft in drafts:
        part = parts[Right(draft.right)]
        by = part.draft.proposed_by.name if part.draft and part.draft.proposed_by else ""
        yield stale(part.right, draft.version, part.content, draft.content, by)
    if texts is not None:
        assessment = found.found.assessment
        by = assessment.changed_by_name if assessment else ""
        now = found.letter_texts
        yield stale("letter", version, now, {**now, **texts}, by)


def _write(actor: Actor, case: Case, part: Part, draft: Draft) -> None:
    row = part.draft or Decision(
        municipality=case.municipality, case=case, right=part.right, version=0, profile_version=""
    )
    if row.issued_at:
        raise Refused(t("Svaret om {right} er sendt og kan ikke endres.", right=rights.WORDS[part.right]))
    for name, value in draft.content.items():
        setattr(row, name, value.strip())
    row.proposed = part.proposed
    row.proposed_by_id = actor.employee
    row.version += 1
    row.save()
    audit.changed(actor, "case.decide", row, subject=case.person_id, fields=[*draft.content])


def _write_texts(actor: Actor, found: DecisionView, texts: Mapping[str, str | date | None]) -> None:
    assessment = found.found.assessment or assessments.begin(found.found)
    for name in LETTER_FIELDS:
        if name in texts:
            setattr(assessment, name, texts[name])
    assessments.touch(assessment, actor)
    audit.changed(actor, "case.decide", assessment, subject=found.case.person_id, fields=[*texts])


def _issued(case: Case) -> Letter | None:
    """Return the letter of the case when everything drafted has been issued."""
    rows = list(case.decisions.select_related("letter").order_by("-issued_at", "-id"))
    return rows[0].letter if rows and all(row.issued_at for row in rows) else None


def _ready(found: DecisionView) -> LetterContent:
    """Return the letter if nothing stands in its way."""
    if found.letter is None:
        raise Refused(t("Velg svar før brevet sendes."))
    if found.stops:
        left = len(found.stops)
        one, many = (
            t("Brevet kan ikke sendes ennå. Én ting mangler."),
            t("Brevet kan ikke sendes ennå. {left} ting mangler.", left=left),
        )
        raise Refused(one if left == 1 else many)
    if found.awaits_other:
        raise Refused(t("To personer skal stå bak vedtaket. En annen enn deg må godkjenne brevet."))
    return found.letter


def _send_copies(actor: Actor, found: DecisionView, drafts: list[Decision], letter: Letter) -> None:
    """Send each who shall have a copy a letter of their own, written to them in their language."""
    case = found.case
    for one in found.copies:
        reader = Parties((one.person,), one.person == case.person) if one.person else found.reader
        spoken = language_for(reader, case.person, case.municipality)
        content = deciding.letter_to(found.found, drafts, actor, found.two_people, spoken, reader)
        if content is None or one.person is None:
            continue
        why = f"{archived(one.why.text, case.municipality)} ({one.why.source})"
        sending.send(
            actor=actor, action="case.decide", case=case, kind=Letter.Kind.DECISION, content=content,
            to=reader.names, public_title="Kopi av vedtak om koordinerte tjenester",
            copy=sending.Copy(letter, one.person, why),
        )  # fmt: skip


def _finish(
    actor: Actor, found: DecisionView, draft: Decision, content: LetterContent, letter: Letter
) -> None:
    """Make a draft final, with the deadline and the body that the letter tells."""
    route = next((r for r in content.complaint if RIGHTS[draft.right] in r.rights), None)
    assessment, on = found.found.assessment, found.found.on
    gives = draft.outcome in GIVES
    draft.decided_by_id = actor.employee
    draft.decided_on = on
    draft.issued_at = clock.now()
    draft.letter = letter
    draft.complaint_deadline = route.deadline if route else None
    draft.complaint_body = route.body if route else ""
    draft.valid_from = assessment.valid_from if assessment and gives else None
    draft.name_by = assessment.name_by if assessment and gives and draft.right in COORDINATORS else None
    draft.profile_version = f"lov {law.version(on)} / {found.found.procedure.version}"
    draft.save()
    audit.changed(actor, "case.decide", draft, subject=found.case.person_id, fields=["issued_at"])
