"""Det en individuell plan skal inneholde: forskrift om individuell plan § 9, punkt for punkt."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from fellesplan.kernel.text import Text, t
from fellesplan.plans.rules.facts import PlanFacts

MAY_BE_LEFT_OUT = frozenset({2, 4, 5, 6, 10})
"""Points that may be said not to concern a person: content and extent follow the needs (IPf § 9 første ledd).

Goals, who is responsible, coordinator, period, consent and the child's part concern every plan.
"""


class CheckState(StrEnum):
    """Om punktet er med. NOT_RELEVANT: the point does not concern this person."""

    MET = "met"
    MISSING = "missing"
    NOT_RELEVANT = "not_relevant"


@dataclass(frozen=True, slots=True)
class CheckItem:
    """One of the eleven points. `why` tells what is lacking, or why it is not relevant; empty when met."""

    point: int
    text: Text
    state: CheckState
    why: tuple[Text, ...]
    source: str

    @property
    def may_be_left_out(self) -> bool:
        return self.point in MAY_BE_LEFT_OUT


def checklist(plan: PlanFacts) -> tuple[CheckItem, ...]:
    """Return the eleven points in the order of the regulation. "Blant annet": a plan may hold more."""
    lacks = (
        _goals(plan), _participants(plan), _responsibility(plan), _contributions(plan), _services(plan),
        _how(plan), _coordinator(plan), _period(plan), _consent(plan), _cooperation(plan),
    )  # fmt: skip
    items = [_item(point, tuple(missing)) for point, missing in enumerate(lacks, start=1)]
    reasons = dict(plan.not_relevant)
    return tuple(_excused(item, reasons.get(item.point, "")) for item in (*items, _child(plan)))


def summary(items: Iterable[CheckItem]) -> Text:
    """Return how many of the relevant points are met, in words."""
    relevant = [item for item in items if item.state is not CheckState.NOT_RELEVANT]
    met = sum(item.state is CheckState.MET for item in relevant)
    return t("{met} av {all} punkter er med", met=met, all=len(relevant))


def _item(point: int, lacks: tuple[Text, ...]) -> CheckItem:
    state = CheckState.MISSING if lacks else CheckState.MET
    return CheckItem(point, TITLES[point - 1], state, lacks, _source(point))


def _excused(item: CheckItem, reason: str) -> CheckItem:
    """Return the point as not relevant when somebody has said why; what is written counts all the same."""
    if item.state is not CheckState.MISSING or not reason or item.point not in MAY_BE_LEFT_OUT:
        return item
    return replace(item, state=CheckState.NOT_RELEVANT, why=(Text("{reason}", {"reason": reason}),))


def _child(plan: PlanFacts) -> CheckItem:
    if not plan.is_child:
        text = t("Gjelder bare planer for barn.")
        return CheckItem(11, TITLES[10], CheckState.NOT_RELEVANT, (text,), _source(11))
    return _item(11, tuple(_unless(plan.child_participation, t("Skriv hvordan barnet har vært med."))))


def _goals(plan: PlanFacts) -> list[Text]:
    return [
        *_unless(plan.goals > 0, t("Skriv minst ett mål.")),
        *_unless(plan.resources, t("Skriv hva personen er god på og har å støtte seg til.")),
        *_unless(plan.needs, t("Skriv hva personen trenger hjelp til.")),
    ]


def _participants(plan: PlanFacts) -> list[Text]:
    return _unless(plan.participants > 0, t("Skriv hvem som er med i arbeidet."))


def _responsibility(plan: PlanFacts) -> list[Text]:
    return [
        *_unless(plan.made_by, t("Skriv hvem som har ansvaret for å lage planen.")),
        *_unless(plan.coordinated_by, t("Skriv hvem som samordner og holder planen i gang.")),
    ]


def _contributions(plan: PlanFacts) -> list[Text]:
    family = plan.family_contributes or not plan.family_takes_part
    return [
        *_unless(plan.person_contributes, t("Skriv hva personen selv bidrar med.")),
        *_unless(plan.services_contribute, t("Skriv hva tjenestene bidrar med.")),
        *_unless(family, t("Skriv hva familien bidrar med.")),
    ]


def _services(plan: PlanFacts) -> list[Text]:
    without = plan.measures - plan.measures_with_responsible
    vague = plan.measures - plan.measures_with_extent
    return [
        *_unless(plan.measures > 0, t("Skriv hvilke tjenester og tiltak som er aktuelle.")),
        *_unless(without <= 0, t("Tiltak uten ansvarlig: {count}.", count=without)),
        *_unless(vague <= 0, t("Tiltak der det ikke står hvor mye eller hvor ofte: {count}.", count=vague)),
    ]


def _how(plan: PlanFacts) -> list[Text]:
    undescribed = plan.measures - plan.measures_described
    return [
        *_unless(plan.measures > 0, t("Skriv hvordan tiltakene skal gjennomføres.")),
        *_unless(undescribed <= 0, t("Tiltak uten beskrivelse av hvordan: {count}.", count=undescribed)),
    ]


def _coordinator(plan: PlanFacts) -> list[Text]:
    text = t("Skriv om koordinator, barnekoordinator eller kontaktlege er tilbudt eller oppnevnt.")
    return _unless(plan.coordinator_stated, text)


def _period(plan: PlanFacts) -> list[Text]:
    return [
        *_unless(plan.has_period, t("Skriv hvor lenge planen gjelder.")),
        *_unless(plan.has_evaluation_date, t("Skriv når planen skal evalueres.")),
    ]


def _consent(plan: PlanFacts) -> list[Text]:
    sharing = plan.sharing_consent or not plan.shares_information
    return [
        *_unless(plan.consent, t("Samtykke til planen mangler.")),
        *_unless(sharing, t("Samtykke til at deltakerne får opplysninger, mangler.")),
    ]


def _cooperation(plan: PlanFacts) -> list[Text]:
    return _unless(plan.cooperation, t("Skriv hvilket samarbeid med andre som trengs eller er ønsket."))


def _unless(ok: bool, text: Text) -> list[Text]:
    return [] if ok else [text]


def _source(point: int) -> str:
    return "IPf § 9 fjerde ledd" if point == 11 else f"IPf § 9 tredje ledd bokstav {'abcdefghij'[point - 1]}"


TITLES = (
    t("Mål, ressurser og behov"),
    t("Hvem som er med"),
    t("Hvem som lager planen, og hvem som holder den i gang"),
    t("Hva hver enkelt bidrar med"),
    t("Tjenester og tiltak, hvor mye, og hvem som har ansvaret"),
    t("Hvordan tiltakene gjennomføres"),
    t("Koordinator, barnekoordinator eller kontaktlege"),
    t("Planperiode og evaluering"),
    t("Samtykke"),
    t("Samarbeid med andre"),
    t("Hvordan barnet har vært med"),
)
