"""Invented plan, minutes and consent."""

from collections.abc import Callable
from datetime import date, datetime

from fellesplan.documents.letters import Language
from fellesplan.documents.sheets import (
    AgendaItem,
    Approval,
    Attendee,
    ConsentSheet,
    LifeArea,
    MinutesSheet,
    MinutesTask,
    PlanFact,
    PlanGoal,
    PlanMeasure,
    PlanParticipant,
    PlanSheet,
    render_consent,
    render_minutes,
    render_plan,
)
from tests.documents.samples import JONAS, SENDER

Rendered = Callable[[Language], bytes]

PLAN = PlanSheet(
    sender=SENDER,
    person_name="Jonas Fjellbekk",
    printed_on=date(2026, 12, 20),
    version=4,
    born=JONAS.born,
    starts_on=date(2026, 12, 15),
    ends_on=date(2027, 12, 15),
    review_on=date(2027, 6, 1),
    matters="Jeg vil være med på fotball sammen med Elias.\nJeg vil slippe å si alt på nytt.",
    resources="Jonas er god til å forklare hva som hjelper.",
    needs="Forutsigbare dager.",
    background="Familien snakker norsk og nordsamisk hjemme.",
    coordinator="Marit Skogmo, barnekoordinator",
    responsible="Koordinerende enhet",
    areas=(
        LifeArea(
            "Skole og dagtid",
            (
                PlanGoal(
                    "Jeg går på skolen hele uka",
                    (
                        PlanMeasure(
                            "Fast pause", "Moi skule", "Eget rom", "Hver dag", date(2027, 6, 18), "Pågår"
                        ),
                        PlanMeasure("Fysioterapi", "Per Hammer"),
                    ),
                    "Jonas orker fire av fem dager nå.",
                ),
                PlanGoal("Jeg leser en bok jeg har valgt selv"),
            ),
        ),
        LifeArea("Bolig"),
    ),
    participants=(PlanParticipant("Per Hammer", "Fysioterapeut", "Fysioterapi", "Skole og dagtid"),),
    facts=(
        PlanFact("Samtykke til planen", "Gitt 3. desember 2026"),
        PlanFact("Slik har barnet vært med", ""),
    ),
    approval=Approval("Mona Fjellbekk", date(2026, 12, 18), "med ID-porten"),
)
EMPTY_PLAN = PlanSheet(sender=SENDER, person_name="Jonas", printed_on=date(2026, 12, 20), version=1)
MINUTES = MinutesSheet(
    sender=SENDER,
    kind="Koordineringsmøte",
    person_name="Jonas",
    starts_at=datetime(2026, 12, 3, 13, 0),  # noqa: DTZ001 - Norwegian local time
    ends_at=datetime(2026, 12, 3, 14, 0),  # noqa: DTZ001
    place="Moi skule, møterom 2",
    chair="Marit Skogmo",
    minute_taker="Marit Skogmo",
    present=(Attendee("Mona Fjellbekk", "mor"), Attendee("Per Hammer", "fysioterapeut")),
    absent=(Attendee("Siri Aas", "kontaktlærer"),),
    last_time=(MinutesTask("Bestille rullestol", "Ane Lie", date(2026, 11, 20), "Gjort"),),
    agenda=(AgendaItem("Skolen", "Jonas er sliten etter lunsj.", "Fast pause kl. 12.30."), AgendaItem("SFO")),
    tasks=(MinutesTask("Finne rom", "Siri Aas", date(2026, 12, 10)), MinutesTask("Ringe", "Mona")),
    next_meeting=datetime(2027, 2, 4, 13, 0),  # noqa: DTZ001
    sent_to=("Mona Fjellbekk", "Per Hammer"),
)
CONSENT = ConsentSheet(
    sender=SENDER,
    person=JONAS,
    giver="Mona Fjellbekk og Even Fjellbekk",
    capacity="foreldre med felles foreldreansvar",
    given_on=date(2026, 12, 3),
    purposes=("Lage individuell plan", "Ha barnekoordinator"),
    services=("Moi skule", "Lund fysioterapi"),
    information=("Skole og dagtid",),
    excluded=("Opplysninger om søsken",),
    proof="Folkeregisteret",
    form="Skriftlig",
    received_by="Ingrid Nesvik",
    interpreter="Norsk, uten tolk",
    child_view="Det er greit at læreren vet om medisinen.",
    to_sign=True,
)


def plan(language: Language) -> bytes:
    return render_plan(PLAN, language)


def empty_plan(language: Language) -> bytes:
    return render_plan(EMPTY_PLAN, language)


def minutes(language: Language) -> bytes:
    return render_minutes(MINUTES, language)


def consent(language: Language) -> bytes:
    return render_consent(CONSENT, language)


RENDERED: tuple[Rendered, ...] = (plan, empty_plan, minutes, consent)
