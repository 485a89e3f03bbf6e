"""Vedtak, avgjørelse and tildelingsbrev: the whole letter that tells what was decided and why."""

from fellesplan.documents.glyphs import paragraphs, tidy
from fellesplan.documents.letters.assembly import assemble, speaker_for
from fellesplan.documents.letters.complaints import complaint_section
from fellesplan.documents.letters.content import LetterContent, OutcomeRow, OutcomeTable, Part, Section
from fellesplan.documents.letters.facts import DecisionLetterFacts, LawRef, RightOutcome
from fellesplan.documents.letters.language import Speaker, capital
from fellesplan.documents.letters.prospects import consent_section, next_section
from fellesplan.documents.letters.titles import decision_answer, decision_title
from fellesplan.documents.letters.words import Language, LetterKind, Outcome


def build_decision_letter(facts: DecisionLetterFacts, language: Language) -> LetterContent:
    """Return the letter (fvl §§ 23-25 and 27). What is not written yet is a section with a gap."""
    speaker = speaker_for(facts, language)
    decided = any(outcome.outcome.is_decision for outcome in facts.outcomes)
    return assemble(
        facts,
        speaker,
        kind=LetterKind.DECISION,
        word=facts.form.value if decided else "withdrawn",
        title=decision_title(facts.outcomes, speaker),
        intro=(_replaced(facts, speaker), _intro(facts, speaker)),
        outcomes=_table(facts, speaker),
        sections=_sections(facts, speaker, decided=decided),
        complaint=facts.complaint if decided else (),
        child_view_required=facts.child_view_required and decided,
        appointed=tuple(appointment.right for appointment in facts.appointments),
    )


def _intro(facts: DecisionLetterFacts, speaker: Speaker) -> str:
    key = "intro.reported" if facts.asked_by else "intro.asked"
    date = speaker.day(facts.asked_on) if facts.asked_on else ""
    rights = speaker.rights(outcome.right for outcome in facts.outcomes)
    asked = speaker.say(key if date else f"{key}_undated", rights=rights, by=tidy(facts.asked_by), date=date)
    gives = any(outcome.outcome.gives for outcome in facts.outcomes)
    from_day = facts.valid_from if gives else None
    valid = speaker.say("intro.valid_from", date=speaker.day(from_day)) if from_day else ""
    return " ".join(filter(None, (asked, decision_answer(facts.outcomes, speaker), valid)))


def _replaced(facts: DecisionLetterFacts, speaker: Speaker) -> str:
    old = facts.replaced
    if old is None:
        return ""
    key = "intro_body" if old.by_body else "intro" if old.recipient_complained else "intro_by"
    return speaker.say(f"complaint_change.{key}", date=speaker.day(old.decided_on), by=tidy(old.by_body))


def _costs(facts: DecisionLetterFacts, speaker: Speaker) -> Section | None:
    """Return the right to have the costs of a complaint covered (fvl § 36 tredje og fjerde ledd)."""
    if facts.replaced is None or not facts.replaced.costs_weeks:
        return None
    text = speaker.say(
        "complaint_change.costs",
        weeks=speaker.weeks(facts.replaced.costs_weeks),
        laws=speaker.law(LawRef("fvl", ("36",))),
    )
    return Section(Part.COSTS, speaker.say("complaint_change.costs_heading"), (text,))


def _table(facts: DecisionLetterFacts, speaker: Speaker) -> OutcomeTable:
    headers = (speaker.say("table.what"), speaker.say("table.answer"), speaker.say("table.basis"))
    return OutcomeTable(headers, tuple(_row(outcome, speaker) for outcome in facts.outcomes))


def _row(outcome: RightOutcome, speaker: Speaker) -> OutcomeRow:
    return OutcomeRow(
        outcome.right,
        outcome.outcome,
        what=capital(speaker.right(outcome.right)),
        answer=speaker.say(f"table.{outcome.outcome}"),
        basis=speaker.laws(outcome.basis),
    )


def _sections(facts: DecisionLetterFacts, speaker: Speaker, *, decided: bool) -> tuple[Section, ...]:
    reasons = tuple(_reason(outcome, speaker) for outcome in facts.outcomes)
    if not decided:
        return (*reasons, next_section(facts, speaker))
    sections = (
        *reasons,
        _child_view(facts, speaker),
        _written(Part.FACTS, facts.facts, speaker),
        _considerations(facts, speaker),
        _rules(facts, speaker),
        next_section(facts, speaker),
        consent_section(facts, speaker),
        _costs(facts, speaker),
        complaint_section(facts, speaker),
        _documents(facts, speaker),
    )
    return tuple(section for section in sections if section is not None)


def _reason(outcome: RightOutcome, speaker: Speaker) -> Section:
    right = speaker.right(outcome.right)
    written = paragraphs(outcome.reason)
    if outcome.basis and outcome.outcome is not Outcome.WITHDRAWN:
        law = speaker.say(f"reason.basis_{outcome.outcome}", right=right, laws=speaker.laws(outcome.basis))
    else:
        law = ""
    return Section(
        Part.REASON,
        speaker.say(f"reason.{outcome.outcome}", right=right),
        (*written, *filter(None, (law,))) if written else (),
        gap="" if written else speaker.say("gap.reason"),
        right=outcome.right,
    )


def _child_view(facts: DecisionLetterFacts, speaker: Speaker) -> Section | None:
    if facts.child_view is None and not facts.child_view_required:
        return None
    view = facts.child_view
    text = f"{view.view}\n{view.weight}" if view and view.view.strip() and view.weight.strip() else ""
    return _written(Part.CHILD_VIEW, text, speaker, key="child")


def _considerations(facts: DecisionLetterFacts, speaker: Speaker) -> Section:
    section = _written(Part.CONSIDERATIONS, facts.considerations, speaker)
    if not facts.guideline.strip() or section.gap:
        return section
    extra = speaker.say("considerations.guideline", guideline=tidy(facts.guideline))
    return Section(section.part, section.heading, (*section.paragraphs, extra))


def _rules(facts: DecisionLetterFacts, speaker: Speaker) -> Section:
    decided = [outcome for outcome in facts.outcomes if outcome.outcome.is_decision]
    return Section(Part.RULES, speaker.say("rules.heading"), items=tuple(_rule(o, speaker) for o in decided))


def _rule(outcome: RightOutcome, speaker: Speaker) -> str:
    text = tidy(outcome.rule_text).strip() or speaker.say(f"rules.{outcome.right}")
    return speaker.say("rules.line", right=speaker.right(outcome.right), text=text)


def _documents(facts: DecisionLetterFacts, speaker: Speaker) -> Section | None:
    if not facts.documents_basis:
        return None
    text = speaker.say("documents.text", laws=speaker.laws(facts.documents_basis))
    return Section(Part.DOCUMENTS, speaker.say("documents.heading"), (text,))


def _written(part: Part, text: str, speaker: Speaker, key: str = "") -> Section:
    """Return a section with what the caseworker wrote, or with a gap."""
    written = paragraphs(text)
    heading = speaker.say(f"{key or part.value}.heading")
    return Section(part, heading, written, gap="" if written else speaker.say("gap.text"))
