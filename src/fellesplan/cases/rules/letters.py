"""Kontroll av vedtaksbrevet mot det et brev skal inneholde (fvl §§ 23-27; eFvf § 11; bvl § 12-5; IPf § 4).

På helsegrunnlag gjelder ikke fvl kapittel IV og V (pbrl § 2-7). Brevet skal ha det samme innholdet likevel,
men da som god skikk. En feil klagefrist er alltid en feil.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fellesplan.cases.rules.facts import COORDINATORS, RightKind
from fellesplan.kernel.text import Text, t
from fellesplan.procedures.legal_basis import LegalBasis, Sector, complaint_body


class Level(StrEnum):
    """MUST: the law asks for it in this case. SHOULD: good practice, or required elsewhere."""

    MUST = "must"
    SHOULD = "should"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing the letter lacks. `point` is its number in the checklist, 1-13."""

    point: int
    level: Level
    text: Text
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterFacts:
    """What the letter says. True means that it stands there; the first fields are the case itself."""

    basis: LegalBasis
    decided: frozenset[RightKind]
    granted: frozenset[RightKind] = frozenset()
    is_child: bool = False
    nobody_will_mind: bool = False
    may_harm_before_complaint: bool = False
    legal_aid_relevant: bool = False
    digital_complaint_offered: bool = False
    expected_deadline: date | None = None

    date_and_number: bool = False
    sender_and_contact: bool = False
    outcomes: frozenset[RightKind] = frozenset()
    rules: bool = False
    facts: bool = False
    considerations: bool = False
    how_to_get_reasons: bool = False
    child_view: bool = False
    best_interest_and_family: bool = False
    complaint_right: bool = False
    complaint_deadline: date | None = None
    complaint_body: bool = False
    complaint_how: bool = False
    receipt_hint: bool = False
    access: bool = False
    delayed_effect: bool = False
    legal_aid: bool = False
    appointed_or_when: bool = False
    no_extra_right: bool = False
    may_withdraw: bool = False
    right_language: bool = True


def letter_findings(letter: LetterFacts) -> tuple[Finding, ...]:
    """Return what is missing, in the order of the checklist; empty when the letter is complete."""
    level = Level.SHOULD if letter.basis.sector is Sector.HEALTH else Level.MUST
    checks = (*_head(letter), *_reasons(letter), *_child(letter), *_complaint(letter), *_rest(letter))
    found = [Finding(point, own or level, text, source) for point, ok, own, text, source in checks if not ok]
    return tuple(sorted(found, key=lambda finding: finding.point))


_Check = tuple[int, bool, Level | None, Text, str]


def _head(letter: LetterFacts) -> list[_Check]:
    unsaid = letter.decided - letter.outcomes
    return [
        (1, letter.date_and_number, None, t("Sett inn dato og saksnummer."), "fvl § 23"),
        (
            1,
            letter.sender_and_contact,
            None,
            t("Skriv hvem som har bestemt, og hvor de treffes."),
            "fvl § 23",
        ),
        (2, not unsaid, None, t("Skriv hva svaret er på alt dere har bestemt noe om."), "fvl § 27"),
    ]


def _reasons(letter: LetterFacts) -> list[_Check]:
    """Child welfare gives its facts and assessment in every decision: there nothing may wait (bvl § 12-5)."""
    welfare = letter.basis.sector is Sector.CHILD_WELFARE
    all_granted = letter.granted == letter.decided
    if letter.nobody_will_mind and all_granted and not letter.rules and not welfare:
        tell = t("Skriv hvordan personen kan få begrunnelsen.")
        return [(3, letter.how_to_get_reasons, None, tell, "fvl §§ 24 andre ledd og 27 andre ledd")]
    facts, decisive = t("Skriv hvilke fakta dere har lagt til grunn."), t("Skriv hva som var avgjørende.")
    weight = (Level.MUST, "bvl § 12-5") if welfare else (Level.SHOULD, "fvl § 25 tredje ledd")
    return [
        (3, letter.rules, None, t("Skriv hvilke regler vedtaket bygger på."), "fvl § 25 første ledd"),
        (4, letter.facts, None, facts, "bvl § 12-5" if welfare else "fvl § 25 andre ledd"),
        (5, letter.considerations, weight[0], decisive, weight[1]),
    ]


def _child(letter: LetterFacts) -> list[_Check]:
    if not letter.is_child:
        return []
    welfare = letter.basis.sector is Sector.CHILD_WELFARE
    source = "bvl § 12-5" if welfare else "pbrl § 3-1, IPf § 4"
    view = t("Skriv hva barnet mener, og hva det betydde for svaret.")
    checks: list[_Check] = [(5, letter.child_view, Level.MUST if welfare else Level.SHOULD, view, source)]
    if welfare:
        interest = t("Skriv hvordan barnets beste og familiebånd er vurdert.")
        checks.append((5, letter.best_interest_and_family, Level.MUST, interest, source))
    return checks


def _complaint(letter: LetterFacts) -> list[_Check]:
    source = "fvl § 27 tredje ledd"
    expected, said = letter.expected_deadline, letter.complaint_deadline
    right_day = said is None or expected is None or said == expected
    wrong = t("Klagefristen er {expected}, ikke {said}.", expected=expected, said=said)
    body = complaint_body(letter.basis)
    name_it = t("Skriv hvem som avgjør klagen: {body}.", body=body.text)
    hint = t("Be personen se etter kvittering når klagen sendes digitalt.")
    return [
        (6, letter.complaint_right, None, t("Skriv at personen kan klage."), source),
        (6, said is not None, None, t("Skriv klagefristen som en dato."), source),
        (6, right_day, Level.MUST, wrong, source),
        (6, letter.complaint_body, None, name_it, f"{source}, {body.source}"),
        (6, letter.complaint_how, None, t("Skriv hvordan man klager, og hvor klagen sendes."), source),
        (6, letter.receipt_hint or not letter.digital_complaint_offered, None, hint, "eFvf § 11 første ledd"),
    ]


def _rest(letter: LetterFacts) -> list[_Check]:
    helped = bool(letter.granted & COORDINATORS)
    plan = RightKind.PLAN in letter.granted
    delay = t("Skriv at personen kan be om at vedtaket ikke gjennomføres før klagen er avgjort.")
    aid = t("Skriv om fri rettshjelp, veiledning og sakskostnader.")
    withdraw = t("Skriv at samtykket kan trekkes når som helst, og hva det betyr.")
    good, language = Level.SHOULD, t("Skriv brevet på personens språk.")
    named = t("Skriv hvem som er oppnevnt, eller når navnet kommer.")
    return [
        (
            7,
            letter.access,
            None,
            t("Skriv at personen kan se sakens dokumenter."),
            "fvl §§ 18 og 27 tredje ledd",
        ),
        (8, letter.delayed_effect or not letter.may_harm_before_complaint, None, delay, "fvl §§ 27 og 42"),
        (9, letter.legal_aid or not letter.legal_aid_relevant, None, aid, "fvl § 27 fjerde ledd"),
        (10, letter.appointed_or_when or not helped, good, named, "hol §§ 7-2 og 7-2 a"),
        (
            11,
            letter.no_extra_right or not plan,
            good,
            t("Skriv at planen ikke gir rett til flere tjenester."),
            "IPf § 4",
        ),
        (12, letter.may_withdraw or not letter.granted, good, withdraw, "pbrl § 4-1 andre ledd"),
        (13, letter.right_language, good, language, "pbrl § 3-5"),
    ]
