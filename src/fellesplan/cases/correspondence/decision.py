"""Vedtaksbrevet: facts of the case, put together for the letter."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.utils import translation
from django.utils.translation import gettext

from fellesplan.cases import legal
from fellesplan.cases.assessing import AssessmentView
from fellesplan.cases.correspondence import complaints, parties, suggestions
from fellesplan.cases.correspondence.vocabulary import COORDINATORS, GIVES, RIGHTS, outcome
from fellesplan.cases.models import Decision, Referral
from fellesplan.documents.letters import (
    ChildView,
    ComplaintRoute,
    DecisionForm,
    DecisionLetterFacts,
    Language,
    LetterContent,
    NameFollows,
    Ombud,
    RightOutcome,
    build_decision_letter,
)
from fellesplan.people.policy import HEALTH_MAJORITY
from fellesplan.procedures import law
from fellesplan.procedures.legal_basis import LegalBasis, Sector


def content(
    found: AssessmentView,
    drafts: Sequence[Decision],
    *,
    caseworker: str,
    language: Language | None = None,
    responsible: str = "",
    reader: parties.Parties | None = None,
) -> LetterContent:
    """Return the letter that tells the drafts that have an outcome; there must be one at least.

    `reader` is who it is to, those who act for the person unless given.
    """
    case, on = found.case, found.on
    reader = reader or parties.recipients(case.person, on)
    spoken = language or parties.language(reader, case.person, case.municipality)
    written = [draft for draft in drafts if draft.outcome]
    with translation.override(spoken):
        facts = _facts(found, written, reader, spoken, caseworker, responsible)
    return build_decision_letter(facts, spoken)


def _facts(
    found: AssessmentView,
    drafts: Sequence[Decision],
    reader: parties.Parties,
    language: Language,
    caseworker: str,
    responsible: str,
) -> DecisionLetterFacts:
    case, on, assessment = found.case, found.on, found.assessment
    bases = [LegalBasis(draft.legal_basis) for draft in drafts]
    referral = case.referrals.order_by("received_at").first()
    return DecisionLetterFacts(
        form=DecisionForm(found.procedure.word("decision.form") or "avgjorelse"),
        sender=parties.sender(case.municipality, found.procedure, language),
        recipient=parties.recipient(reader, case.person),
        person=parties.person(case.person),
        letter_date=on,
        case_number=case.number,
        caseworker=parties.caseworker(case, caseworker),
        responsible=responsible,
        secrecy=parties.SECRECY,
        outcomes=tuple(_outcome(draft, language, on) for draft in drafts),
        facts=(assessment.facts if assessment else "") or suggestions.facts(found),
        considerations=(assessment.considerations if assessment else "") or suggestions.considerations(found),
        complaint=tuple(_routes(found, drafts, language)),
        documents_basis=tuple(dict.fromkeys(map(legal.documents_reference, bases))),
        asked_on=case.received_on,
        asked_by=_reporter(referral, reader) if referral else "",
        valid_from=assessment.valid_from if assessment else None,
        guideline=_guideline(found),
        child_view=_child_view(found),
        child_view_required=must_be_heard(found),
        appointments=tuple(_names_follow(found, drafts)),
        wish=_wish(referral, drafts),
        ombud=_ombud(found, bases),
        replaced=complaints.replaced(drafts),
    )


def _outcome(draft: Decision, language: Language, on: date) -> RightOutcome:
    basis = LegalBasis(draft.legal_basis)
    return RightOutcome(
        RIGHTS[draft.right],
        outcome(draft.outcome),
        draft.reason,
        legal.REFERENCES[basis],
        legal.rule_text(basis, language, on=on),
    )


def _routes(
    found: AssessmentView, drafts: Sequence[Decision], language: Language
) -> Iterable[ComplaintRoute]:
    """Yield one way to complain for each set of rules among what was decided."""
    decided = [draft for draft in drafts if draft.outcome != Decision.Outcome.WITHDRAWN]
    by_sector: dict[Sector, list[Decision]] = {}
    for draft in decided:
        by_sector.setdefault(LegalBasis(draft.legal_basis).sector, []).append(draft)
    for same in by_sector.values():
        rule = legal.complaint(LegalBasis(same[0].legal_basis), found.procedure, language, on=found.on)
        yield ComplaintRoute(
            rights=tuple(RIGHTS[draft.right] for draft in same),
            body=rule.body,
            weeks=rule.weeks,
            counted_from=rule.deadline.start,
            deadline=rule.deadline.date,
            basis=rule.references,
        )


def _reporter(referral: Referral, reader: parties.Parties) -> str:
    """Return who told us, or an empty text when the reader did."""
    kinds = Referral.Reporter
    asked = kinds.SELF if reader.is_subject else kinds.PARENT
    return "" if referral.reporter == asked else referral.reporter_organisation or referral.reporter_name


def must_be_heard(found: AssessmentView) -> bool:
    """Return whether the letter must tell what the child thinks (pbrl § 4-4: from seven)."""
    age = found.case.person.age(found.on)
    return age is not None and law.number("age.heard", found.on) <= age < HEALTH_MAJORITY


def _child_view(found: AssessmentView) -> ChildView | None:
    assessment = found.assessment
    if assessment is None or not assessment.child_view:
        return None
    return ChildView(assessment.child_view, assessment.child_weight)


def _names_follow(found: AssessmentView, drafts: Sequence[Decision]) -> Iterable[NameFollows]:
    by = found.assessment.name_by if found.assessment else None
    for draft in drafts:
        if by and draft.right in COORDINATORS and draft.outcome in GIVES:
            yield NameFollows(RIGHTS[draft.right], by)


def _wish(referral: Referral | None, drafts: Sequence[Decision]) -> str:
    given = any(draft.right in COORDINATORS and draft.outcome in GIVES for draft in drafts)
    if not given or referral is None or not referral.wished_coordinator:
        return ""
    return gettext("Ønsket om %(name)s tar vi med når vi velger.") % {"name": referral.wished_coordinator}


def _guideline(found: AssessmentView) -> str:
    """Name the municipality's own procedure when it has a say of its own about who gets this."""
    rule = found.procedure.find("criterion.min_services")
    if rule is None or rule.is_law:
        return ""
    name = found.case.municipality.name.removesuffix(" kommune")
    return gettext("prosedyren i %(name)s kommune") % {"name": name}


def _ombud(found: AssessmentView, bases: list[LegalBasis]) -> Ombud | None:
    county = found.procedure.municipality.county
    if not county or all(basis.sector is not Sector.HEALTH for basis in bases):
        return None
    return Ombud(gettext("Pasient- og brukerombudet i %(county)s") % {"county": county})
