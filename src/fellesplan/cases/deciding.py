"""Reads about a decision in the making: each right with its draft, the letter so far, and what it lacks."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.utils import translation

from fellesplan.access.actor import Actor
from fellesplan.cases import assessing, legal, rights, states
from fellesplan.cases.assessing import AssessmentView
from fellesplan.cases.correspondence import decision, parties, suggestions
from fellesplan.cases.correspondence.vocabulary import CASE_RIGHTS, GIVES
from fellesplan.cases.models import Case, Decision, Letter, Right
from fellesplan.cases.versions import version_of
from fellesplan.documents.letters import Finding, Language, LetterContent, findings
from fellesplan.kernel import clock
from fellesplan.kernel.text import Text, t
from fellesplan.procedures.legal_basis import LegalBasis
from fellesplan.procedures.verdicts import Verdict

DRAFT_FIELDS = ("outcome", "reason", "dissent", "legal_basis")
LETTER_FIELDS = ("facts", "considerations", "child_weight", "valid_from", "name_by")
_DECIDED = frozenset({Decision.Outcome.GRANTED, Decision.Outcome.PARTLY, Decision.Outcome.REFUSED})


@dataclass(frozen=True)
class Remark:
    """Something to look at before the letter can go. `field` is where, empty when it is in no field."""

    text: Text
    field: str = ""
    stops: bool = True
    why: Text | None = None


@dataclass(frozen=True)
class Part:
    """One right: what the answers point to, what is drafted, and a suggested reason."""

    right: Right
    verdict: Verdict
    proposed: str
    draft: Decision | None
    suggestion: str
    bases: tuple[LegalBasis, ...]

    @property
    def word(self) -> Text:
        return rights.WORDS[self.right]

    @property
    def content(self) -> dict[str, str]:
        """Return the draft's fields as they are compared."""
        return {name: str(getattr(self.draft, name, "") or "") for name in DRAFT_FIELDS}

    @property
    def version(self) -> str:
        return version_of(self.content)

    @property
    def departs(self) -> bool:
        """Return whether the drafted outcome is another than the answers point to."""
        return self.draft is not None and departs(self.draft.outcome, self.proposed)


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

    @property
    def case(self) -> Case:
        return self.found.case

    @property
    def drafts(self) -> list[Decision]:
        return [part.draft for part in self.parts if part.draft]

    @property
    def sent(self) -> Letter | None:
        """Return the letter that issued the decision, if it has been."""
        return next((draft.letter for draft in self.drafts if draft.letter), None)

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


def departs(outcome: str, proposed: str) -> bool:
    """Return whether an outcome goes against a proposal; what is withdrawn or dismissed goes against none."""
    return outcome in _DECIDED and bool(proposed) and outcome != proposed


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
    drafts = {draft.right: draft for draft in case.decisions.select_related("proposed_by", "letter")}
    parts = tuple(_part(found, verdict, drafts.get(verdict.right.value)) for verdict in found.verdicts)
    two_people = found.procedure.flag("two_person_control")
    own = {draft.proposed_by_id for draft in drafts.values()}
    reader = parties.recipients(case.person, found.on)
    spoken = language or parties.language(reader, case.person, case.municipality)
    open_drafts = [draft for draft in drafts.values() if not draft.issued_at]
    letter = _letter(found, open_drafts, actor, two_people, spoken)
    return DecisionView(
        found=found,
        parts=parts,
        letter=letter,
        remarks=tuple(_remarks(found, parts, letter)),
        language=spoken,
        suggested=_suggested(found, spoken),
        recipients=reader.names,
        two_people=two_people,
        awaits_other=two_people and actor.employee in own,
    )


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


def _letter(
    found: AssessmentView, drafts: list[Decision], actor: Actor, two_people: bool, language: Language
) -> LetterContent | None:
    chosen = sorted((d for d in drafts if d.outcome), key=lambda d: rights.ORDER.index(Right(d.right)))
    if not chosen:
        return None
    wrote = next((draft.proposed_by.name for draft in chosen if draft.proposed_by), actor.name)
    caseworker = parties.caseworker(found.case, wrote)
    responsible = actor.name if two_people and actor.name != caseworker else ""
    return decision.content(found, chosen, caseworker=caseworker, language=language, responsible=responsible)


def _remarks(
    found: AssessmentView, parts: tuple[Part, ...], letter: LetterContent | None
) -> Iterator[Remark]:
    name = found.case.person.first_name
    for part in parts:
        if part.draft is None or not part.draft.outcome:
            yield Remark(t("Velg svar om {right}.", right=rights.WORDS[part.right]), f"{part.right}-outcome")
        elif part.departs and not part.draft.dissent.strip():
            text = t(
                "Skriv hvorfor svaret om {right} er et annet enn forslaget.", right=rights.WORDS[part.right]
            )
            yield Remark(text, f"{part.right}-dissent")
    for finding in findings(letter) if letter else ():
        yield _remark(finding, found, parts, name)
    if found.unreasoned:
        left = len(found.unreasoned)
        one = t("Ett vilkår i utredningen mangler svar eller begrunnelse.")
        many = t("{left} vilkår i utredningen mangler svar eller begrunnelse.", left=left)
        yield Remark(one if left == 1 else many, "assessment", stops=False)


def _remark(finding: Finding, found: AssessmentView, parts: tuple[Part, ...], name: str) -> Remark:
    if finding.code == "reason_missing" and finding.right:
        right = CASE_RIGHTS[finding.right]
        draft = next(part.draft for part in parts if part.right == right)
        gives = draft is not None and draft.outcome in GIVES
        text = (
            t("Skriv hvorfor {name} får {right}.") if gives else t("Skriv hvorfor svaret om {right} er slik.")
        )
        why = t("Et vedtak skal alltid ha en begrunnelse, også når svaret er ja.")
        words = {"name": name, "right": rights.WORDS[right]}
        return Remark(Text(text.msgid, words), f"{right}-reason", why=why)
    if finding.code == "child_view_missing":
        heard = bool(found.assessment and found.assessment.child_view)
        why = t("Brevet skal si hva barnet mente, og hva det betydde for svaret.")
        field = "letter-child_weight" if heard else "assessment-child"
        return Remark(t("Ta med hva {name} mener.", name=name), field, why=why)
    return Remark(finding.text, _FIELD.get(finding.code, ""), finding.severity == "stop")


_FIELD = {
    "appointment_missing": "letter-name_by",
    "facts_missing": "letter-facts",
    "considerations_missing": "letter-considerations",
}
