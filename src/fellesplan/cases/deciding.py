"""Reads about a decision in the making: each right with its draft, the letter so far, and what it lacks."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from django.utils import translation

from fellesplan.access.actor import Actor
from fellesplan.cases import assessing, copying, legal, rights, states
from fellesplan.cases.assessing import AssessmentView
from fellesplan.cases.copying import Receives
from fellesplan.cases.correspondence import decision, parties, suggestions
from fellesplan.cases.models import Case, Decision, Letter, Right
from fellesplan.cases.remarks import DRAFT_FIELDS, Part, Remark
from fellesplan.cases.remarks import remarks as remarks_on
from fellesplan.cases.versions import version_of
from fellesplan.documents.letters import Language, LetterContent
from fellesplan.kernel import clock
from fellesplan.procedures.legal_basis import LegalBasis
from fellesplan.procedures.verdicts import Verdict

__all__ = ["DRAFT_FIELDS", "LETTER_FIELDS", "DecisionView", "Part", "Remark", "view"]
LETTER_FIELDS = ("facts", "considerations", "child_weight", "valid_from", "name_by")


@dataclass(frozen=True)
class DecisionView:
    """The decision as far as it has come. `letter` is None without an outcome, and once it is sent."""

    found: AssessmentView
    parts: tuple[Part, ...]
    letter: LetterContent | None
    remarks: tuple[Remark, ...]
    language: Language
    suggested: dict[str, str]
    recipients: tuple[str, ...]
    two_people: bool
    awaits_other: bool
    reader: parties.Parties
    receives: tuple[Receives, ...] = ()

    @property
    def copies(self) -> tuple[Receives, ...]:
        """Return who gets a letter of their own beside the first."""
        return tuple(one for one in self.receives if one.gets_copy and one.person not in self.reader.people)

    @property
    def withheld(self) -> tuple[Receives, ...]:
        """Return who gets no copy by itself, with why: those who get a part, and those nobody knows."""
        return tuple(one for one in self.receives if not one.gets_copy)

    @property
    def case(self) -> Case:
        return self.found.case

    @property
    def drafts(self) -> list[Decision]:
        return [part.draft for part in self.parts if part.draft]

    @property
    def sent(self) -> Letter | None:
        """Return the letter that issued the decision, if it has been; none while a new one is written."""
        if self.replaces:
            return None
        issued = [draft for draft in self.drafts if draft.letter and draft.issued_at]
        return max(issued, key=_issued_at).letter if issued else None

    @property
    def replaces(self) -> bool:
        """Return whether a new decision is being written in the place of one that was sent."""
        return any(draft.replaces_id and not draft.issued_at for draft in self.drafts)

    @property
    def stops(self) -> tuple[Remark, ...]:
        return tuple(remark for remark in self.remarks if remark.stops)

    @property
    def is_open(self) -> bool:
        """Return whether the case can be decided now."""
        return self.case.state == states.ASSESSMENT

    @property
    def consent_missing(self) -> bool:
        return self.case.state in (states.RECEIVED, states.CONSENT_MISSING)

    @property
    def letter_texts(self) -> dict[str, object]:
        """Return what the letter says for all rights together, as it is written so far."""
        return {name: getattr(self.found.assessment, name, None) or "" for name in LETTER_FIELDS}

    @property
    def letter_version(self) -> str:
        return version_of(self.letter_texts)

    @property
    def must_hear_child(self) -> bool:
        return decision.must_be_heard(self.found)


def view(
    case: Case,
    actor: Actor,
    *,
    language: Language | None = None,
    also: Iterable[str] = (),
    on: date | None = None,
) -> DecisionView:
    """Return the decision in the making. `also` are rights nobody has asked for that are being added.

    The caller has decided access. Twelve queries at most.
    """
    found = assessing.view(case, on or clock.today(), also=also)
    rows = case.decisions.select_related("proposed_by", "letter", "replaces").order_by("id")
    drafts = _latest(rows)
    parts = tuple(
        _part(found, verdict, drafts.get(verdict.right.value))
        for verdict in found.verdicts
        if verdict.right.value in drafts or not _replacing(rows)
    )
    two_people = found.procedure.flag("two_person_control")
    own = {draft.proposed_by_id for draft in drafts.values() if draft.outcome or not draft.replaces_id}
    open_drafts = [draft for draft in drafts.values() if not draft.issued_at]
    bases = {LegalBasis(draft.legal_basis) for draft in open_drafts if draft.outcome}
    receives = copying.receives(case.person, bases, found.on) if bases else ()
    reader = copying.reader(case.person, receives, found.on)
    spoken = language or parties.language(reader, case.person, case.municipality)
    letter = letter_to(found, open_drafts, actor, two_people, spoken, reader)
    return DecisionView(
        found=found,
        parts=parts,
        letter=letter,
        remarks=tuple(remarks_on(found, parts, letter)),
        language=spoken,
        suggested=_suggested(found, spoken),
        recipients=reader.names,
        two_people=two_people,
        awaits_other=two_people and actor.employee in own,
        reader=reader,
        receives=receives,
    )


def _latest(rows: Iterable[Decision]) -> dict[str, Decision]:
    """Return the last decision on each right; while a new one is written, only what it is about."""
    latest = {row.right: row for row in rows}
    return {right: row for right, row in latest.items() if not row.issued_at} if _replacing(rows) else latest


def _replacing(rows: Iterable[Decision]) -> bool:
    return any(row.replaces_id and not row.issued_at for row in rows)


def _issued_at(draft: Decision) -> datetime:
    return draft.issued_at or datetime.min.replace(tzinfo=UTC)


def _part(found: AssessmentView, verdict: Verdict, draft: Decision | None) -> Part:
    right = Right(verdict.right.value)
    proposed = suggestions.proposed(verdict)
    outcome = draft.outcome if draft and draft.outcome else proposed
    suggestion = suggestions.reason(found, right, outcome) if outcome else ""
    return Part(right, verdict, proposed, draft, suggestion, legal.BASES[right])


def _suggested(found: AssessmentView, language: Language) -> dict[str, str]:
    """Return what the letter says for all rights while nobody has written anything else."""
    with translation.override(language):
        return {"facts": suggestions.facts(found), "considerations": suggestions.considerations(found)}


def letter_to(
    found: AssessmentView,
    drafts: list[Decision],
    actor: Actor,
    two_people: bool,
    language: Language,
    reader: parties.Parties,
) -> LetterContent | None:
    """Return the letter as `reader` gets it; None while no outcome is chosen."""
    chosen = sorted((d for d in drafts if d.outcome), key=lambda d: rights.ORDER.index(Right(d.right)))
    if not chosen:
        return None
    wrote = next((draft.proposed_by.name for draft in chosen if draft.proposed_by), actor.name)
    caseworker = parties.caseworker(found.case, wrote)
    responsible = actor.name if two_people and actor.name != caseworker else ""
    return decision.content(
        found, chosen, caseworker=caseworker, language=language, responsible=responsible, reader=reader
    )
