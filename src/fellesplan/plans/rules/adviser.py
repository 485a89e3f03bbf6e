"""Råd om planen: det som ofte gjør at en plan blir liggende. Sagt med grunn og kilde, og aldri til hinder."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from fellesplan.kernel.text import Text, t
from fellesplan.people.ages import turns
from fellesplan.plans.rules.measurable import Wordlist
from fellesplan.procedures.counting import add_months

UNTOUCHED_MONTHS = 6
AHEAD_MONTHS = 9
UNOPENED = timedelta(days=14)
"""How long one may have been invited without having opened the plan."""
AUGUST = 8


class Kind(StrEnum):
    """Hva rådet gjelder."""

    UNTOUCHED = "untouched"
    NO_EVALUATION = "no_evaluation"
    NO_RESPONSIBLE = "no_responsible"
    NO_DATE = "no_date"
    VAGUE_MEASURE = "vague_measure"
    VAGUE_GOAL = "vague_goal"
    GOAL_WITHOUT_MEASURE = "goal_without_measure"
    NEED_WITHOUT_MEASURE = "need_without_measure"
    NEVER_OPENED = "never_opened"
    TRANSITION = "transition"


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureFact:
    """A live measure. A part that is done needs no advice."""

    id: str
    title: str
    amount: str = ""
    has_responsible: bool = False
    has_date: bool = False
    done: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalFact:
    """A live goal. `reached`: how one sees that it is reached. `measures`: its own and those of its parts."""

    id: str
    title: str
    reached: str = ""
    measures: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaFact:
    """An area of life. `measures`: how many live measures stand in it."""

    key: str
    name: Text
    needs: str = ""
    measures: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitedFact:
    """One who takes part, and whether they have ever opened the plan."""

    id: str
    name: str
    since: date
    opened: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AdviceFacts:
    """What the adviser looks at. `touched`: the last day anything was changed."""

    first_name: str
    birth_date: date | None = None
    touched: date | None = None
    evaluate_on: date | None = None
    measures: tuple[MeasureFact, ...] = ()
    goals: tuple[GoalFact, ...] = ()
    areas: tuple[AreaFact, ...] = ()
    invited: tuple[InvitedFact, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Advice:
    """One piece of advice. `about`: what it rests on; it is given again when that changes."""

    kind: Kind
    subject: str
    text: Text
    why: Text
    source: str
    about: str

    @property
    def key(self) -> str:
        return f"{self.kind}:{self.subject}"


def advise(facts: AdviceFacts, on: date, words: Wordlist) -> tuple[Advice, ...]:
    """Return the advice for a plan on a day, the plan as a whole first."""
    return (
        *_whole(facts, on), *_transitions(facts, on),
        *(one for measure in facts.measures if not measure.done for one in _measure(measure, words)),
        *(one for goal in facts.goals for one in _goal(goal, words)),
        *_needs(facts.areas), *_unopened(facts.invited, on),
    )  # fmt: skip


def _whole(facts: AdviceFacts, on: date) -> Iterator[Advice]:
    if facts.touched and add_months(facts.touched, UNTOUCHED_MONTHS) <= on:
        yield Advice(
            Kind.UNTOUCHED, "", t("Se på planen igjen sammen med {name}", name=facts.first_name),
            t("Ingen har endret noe siden {day}. Planen skal holdes oppdatert.", day=facts.touched),
            "IPf § 9 andre ledd", facts.touched.isoformat(),
        )  # fmt: skip
    if facts.evaluate_on is None:
        yield Advice(
            Kind.NO_EVALUATION, "", t("Avtal når dere skal evaluere"),
            t("Planen skal si når den skal justeres."), "IPf § 9 tredje ledd bokstav h", "",
        )  # fmt: skip


def _measure(one: MeasureFact, words: Wordlist) -> Iterator[Advice]:
    if not one.has_responsible:
        yield Advice(
            Kind.NO_RESPONSIBLE, one.id, t("Avtal hvem som har ansvaret: {title}", title=one.title),
            t("Tiltak uten ansvarlig blir sjelden gjort."), "IPf § 9 tredje ledd bokstav e", one.title,
        )  # fmt: skip
    if not one.has_date:
        yield Advice(
            Kind.NO_DATE, one.id, t("Avtal når det skal være gjort: {title}", title=one.title),
            t("Uten dato er det ingen som ser at det er forsinket."), "", one.title,
        )  # fmt: skip
    if word := words.found(f"{one.title}. {one.amount}"):
        yield Advice(
            Kind.VAGUE_MEASURE, one.id, t("Skriv hva som faktisk skal gjøres: {title}", title=one.title),
            t("«{word}» sier ikke hvor mye, eller når det er gjort.", word=word),
            "IPf § 9 tredje ledd bokstav e", f"{one.title}|{one.amount}",
        )  # fmt: skip


def _goal(one: GoalFact, words: Wordlist) -> Iterator[Advice]:
    if not one.measures:
        yield Advice(
            Kind.GOAL_WITHOUT_MEASURE, one.id, t("Avtal hva dere gjør for målet: {title}", title=one.title),
            t("Målet har ingen tiltak."), "IPf § 9 tredje ledd bokstav e", one.title,
        )  # fmt: skip
    word = "" if one.reached else words.found(one.title)
    if word:
        yield Advice(
            Kind.VAGUE_GOAL, one.id, t("Skriv hvordan dere ser at målet er nådd: {title}", title=one.title),
            t("«{word}» kan bety så mye. Målet kan stå, men si hva som er annerledes da.", word=word),
            "IPf § 9 tredje ledd bokstav a", one.title,
        )  # fmt: skip


def _needs(areas: Iterable[AreaFact]) -> Iterator[Advice]:
    for one in areas:
        if one.needs and not one.measures:
            yield Advice(
                Kind.NEED_WITHOUT_MEASURE, one.key,
                t("Avtal hva dere gjør med det som trengs: {area}", area=one.name),
                t("Det står hva som trengs, men ikke hva som skal gjøres."),
                "IPf § 9 tredje ledd bokstav e", one.needs,
            )  # fmt: skip


def _unopened(invited: Iterable[InvitedFact], on: date) -> Iterator[Advice]:
    for one in invited:
        if not one.opened and one.since + UNOPENED <= on:
            yield Advice(
                Kind.NEVER_OPENED, one.id, t("Snakk med {name}", name=one.name),
                t("{name} er invitert, men har ikke åpnet planen.", name=one.name),
                "IPf § 9 tredje ledd bokstav b", one.since.isoformat(),
            )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Transition:
    """An overgang: what happens on a day, and where that is written."""

    key: str
    day: date
    text: Text
    why: Text
    source: str


def transitions(birth_date: date, name: str) -> tuple[Transition, ...]:
    """Return the changes that age and school bring. School changes in August of the year of the birthday."""
    sixteen, eighteen = turns(birth_date, 16)[0], turns(birth_date, 18)[0]
    return (
        _school("school_6", birth_date, 6, t("{name} begynner på skolen", name=name), "oppl § 2-2"),
        _school("school_13", birth_date, 13, t("{name} begynner på ungdomsskolen", name=name), ""),
        Transition(
            "16", sixteen, t("{name} fyller 16 år", name=name),
            t("Da bestemmer {name} selv om samtykke til helse og omsorg.", name=name), "pbrl § 4-3",
        ),
        _school("school_16", birth_date, 16, t("{name} begynner på videregående", name=name), "oppl § 5-1"),
        Transition(
            "18", eighteen, t("{name} fyller 18 år", name=name),
            t("Da er {name} voksen, og andre tjenester tar over.", name=name), "vgml § 8",
        ),
    )  # fmt: skip


def _school(key: str, born: date, years: int, text: Text, source: str) -> Transition:
    why = t("En ny skole trenger å vite det som står i planen.")
    return Transition(key, date(born.year + years, AUGUST, 1), text, why, source)


def _transitions(facts: AdviceFacts, on: date) -> Iterator[Advice]:
    if facts.birth_date is None:
        return
    for one in transitions(facts.birth_date, facts.first_name):
        if on <= one.day <= add_months(on, AHEAD_MONTHS):
            text = t("Forbered overgangen: {what} {day}", what=one.text, day=one.day)
            yield Advice(Kind.TRANSITION, one.key, text, one.why, one.source, one.day.isoformat())
