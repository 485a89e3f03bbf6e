"""What a decision in the making lacks, in sentences with a place to go."""

from collections.abc import Iterator
from dataclasses import dataclass

from fellesplan.cases import rights
from fellesplan.cases.assessing import AssessmentView
from fellesplan.cases.correspondence.vocabulary import CASE_RIGHTS, GIVES
from fellesplan.cases.models import Decision, Right
from fellesplan.cases.versions import version_of
from fellesplan.documents.letters import Finding, LetterContent, findings
from fellesplan.kernel.text import Text, t
from fellesplan.procedures.legal_basis import LegalBasis
from fellesplan.procedures.verdicts import Verdict

DRAFT_FIELDS = ("outcome", "reason", "dissent", "legal_basis")
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


def departs(outcome: str, proposed: str) -> bool:
    """Return whether an outcome goes against a proposal; what is withdrawn or dismissed goes against none."""
    return outcome in _DECIDED and bool(proposed) and outcome != proposed


def remarks(found: AssessmentView, parts: tuple[Part, ...], letter: LetterContent | None) -> Iterator[Remark]:
    """Yield what stops the letter, and what is only worth knowing."""
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
