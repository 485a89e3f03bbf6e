"""Invented content for the component page. It is for developers, so it is not translated."""

from datetime import date, datetime, timedelta

from fellesplan.kernel import clock
from fellesplan.web.components.presenters import (
    Action,
    Answer,
    Choice,
    Clock,
    Column,
    Course,
    CourseStep,
    Crumb,
    DateBlock,
    Fact,
    Line,
    NextStep,
    PersonChip,
    Row,
    Sentence,
    Step,
    Table,
    Tag,
)

ANSWERED = {"name": "Jakob Prøvesen", "born": date(2021, 3, 12), "reply": "ring", "hard": ["hjemme", "skole"]}


def parts() -> dict[str, object]:
    """Return one example of each part, with dates counted from today."""
    today = clock.today()
    return {
        "crumb_items": (Crumb("Arbeidsliste", "#sidehode"), Crumb("Sak 2026/0147")),
        "running": running(),
        "stopped": stopped(),
        "next_step": next_step(today),
        "waiting": waiting(today),
        "meeting": meeting(today),
        "clocks": clocks(today),
        "tags": TAGS,
        "people": PEOPLE,
        "rows_date": rows_with_date(today),
        "rows_icon": ROWS_WITH_ICON,
        "rows_person": ROWS_WITH_PERSON,
        "filter": sentence(),
        "units": units(today),
        "steps_items": steps_ahead(today),
        "answers_items": ANSWERS,
        "saved_at": datetime.combine(today, datetime.min.time()).replace(hour=10, minute=42),
        "show_all": Action("Vis alle saker", "#tom"),
        "end_plan": Action("Avslutt planen", "#sporre", kind="danger"),
        "keep_plan": Action("Behold planen", "#sporre", kind="secondary"),
    }


def running() -> Course:
    return Course(
        (
            CourseStep("Melding", "done", "3. nov. fra Lund helsestasjon"),
            CourseStep("Samtykke", "done", "9. nov. fra begge foreldre"),
            CourseStep("Utredning", "now", "Fem av seks vilkår er begrunnet"),
            CourseStep("Vedtak", "next", "Mål: innen 1. desember"),
            CourseStep("Oppnevning", "next", "Ønsker Marit Skogmo"),
            CourseStep("Plan", "next", "Ikke begynt"),
        ),
        label="Eksempel: sak i utredning",
    )


def stopped() -> Course:
    return Course(
        (
            CourseStep("Melding", "done", "20. okt. fra fastlegen"),
            CourseStep("Samtykke", "stop", "Mangler. Saken venter."),
            CourseStep("Utredning", "next", "Kan ikke begynne"),
            CourseStep("Vedtak", "next"),
            CourseStep("Oppnevning", "next"),
            CourseStep("Plan", "next"),
        ),
        label="Eksempel: sak som venter på samtykke",
        vertical=True,
    )


def next_step(today: date) -> NextStep:
    due = today + timedelta(days=2)
    return NextStep(
        "Begrunn det siste vilkåret",
        facts=(
            Fact("Hvem", "Deg"),
            Fact("Frist", f"{due.day}. desember, om 2 dager"),
            Fact("Hvorfor", "Vedtaket må bygge på en begrunnet vurdering av hvert vilkår."),
        ),
        action=Action("Begrunn vilkåret", "#nestesteg"),
        others=(Action("Send foreløpig svar i stedet", "#nestesteg"),),
        at=3,
        level=3,
        anchor="n1",
    )


def waiting(today: date) -> NextStep:
    return NextStep(
        "Lundeheimen svarer om koordinator",
        facts=(
            Fact("Hvem", "Virksomhetsleder Aud Rage"),
            Fact("Frist", today + timedelta(days=6)),
            Fact("Etterpå", "Svarer hun ikke, får du beskjed dagen etter."),
        ),
        others=(Action("Minn henne på det nå", "#nestesteg"),),
        kind="wait",
        level=3,
        anchor="n2",
    )


def meeting(today: date) -> NextStep:
    return NextStep(
        "Neste møte er om 12 dager",
        when=DateBlock(today + timedelta(days=12), "Kl. 13.00–14.00", "på skolen din"),
        lines=(
            Line("LocationPin", "Rom 204, Prøvevik videregående"),
            Line("PersonGroup", "Kari, Siri og mamma kommer"),
        ),
        action=Action("Ja, jeg kommer", "#nestesteg"),
        others=(Action("Det passer ikke", "#nestesteg"),),
        level=3,
        anchor="n3",
    )


def clocks(today: date) -> tuple[Clock, ...]:
    day = timedelta(days=1)
    why = "Har dere ikke svart innen én måned, skal dere skrive hvorfor det tar tid og når svaret kommer."
    return (
        Clock("Foreløpig svar", today + 9 * day, today - 21 * day, today, why, "Forvaltningsloven § 11 a"),
        Clock(
            "Utredning ferdig",
            today + 2 * day,
            today - 15 * day,
            today,
            "Lund har satt tre uker.",
            "Lokal frist",
        ),
        Clock("Grunnkurs", today - 23 * day, today - 200 * day, today, "Seks måneder.", "Lokal prosedyre"),
        Clock("Klagefrist", today - 4 * day, today - 32 * day, today, "Fire uker.", done="ute, ingen klage"),
    )


TAGS = (
    (
        "Grå, åpen ring",
        "Ikke begynt, eller hviler",
        (Tag("neutral", "Ikke begynt"), Tag("neutral", "Venter på svar")),
    ),
    ("Blå, halv ring", "I gang og i rute", (Tag("info", "Utredning"), Tag("info", "Pågår"))),
    (
        "Gul, trekant",
        "Noen må gjøre noe snart",
        (Tag("warning", "Samtykke mangler"), Tag("warning", "Forsinket")),
    ),
    ("Rød, åttekant", "Frist passert, eller virker ikke", (Tag("danger", "Over fristen"),)),
    ("Grønn, hake", "Gjort, gitt eller svart ja", (Tag("success", "Plan i gang"), Tag("success", "Sagt ja"))),
    ("Temafarge", "Du er her", (Tag("accent", "Neste steg"),)),
)
PEOPLE = (
    PersonChip("Emil Havnes", "11 år", "#personer", "person"),
    PersonChip("Linda Havnes", "Mor · ser alt", "#personer", "family"),
    PersonChip("Marit Skogmo", "Barnekoordinator", "#personer", "coordinator"),
    PersonChip("Tone Birkeland", "Storgata skole · ser skole"),
)


def rows_with_date(today: date) -> tuple[Row, ...]:
    return (
        Row(
            "Telefon: faren bekrefter tjenestene",
            "#rader",
            "20. nov. kl. 14.05",
            meta="Ingrid Nesvik",
            side="Notat",
        ),
        Row("Samtykke til plan og deling", "#rader", "9. nov. kl. 11.30", meta="Mona Fjellbekk", side="Inn"),
    )


ROWS_WITH_ICON = (
    Row(
        "Behov som varer",
        text="Behovet for oppfølging varer gjennom hele barndommen.",
        meta="Samtale med foreldrene 9. november",
        icon="CheckmarkCircleFill",
        icon_kind="success",
        action=Action("Endre", "#rader", hidden="behov som varer"),
    ),
    Row(
        "Andre velferdstjenester",
        text="Du har svart ja, men ikke skrevet hvorfor.",
        icon="ExclamationmarkTriangleFill",
        icon_kind="warning",
        action=Action("Begrunn", "#rader", hidden="andre velferdstjenester"),
    ),
)
ROWS_WITH_PERSON = (
    Row("Følger opp svømmingen", person=PEOPLE[2], tag=Tag("info", "Pågår")),
    Row("Tilrettelegger i klassen", person=PEOPLE[3], tag=Tag("warning", "Forsinket")),
)


def sentence() -> Sentence:
    return Sentence.build(
        "Vis {hvem} der {hva} skal gjøres.",
        (
            Choice(
                "hvem", "Hvilke saker", (("mine", "mine og ledige saker"), ("alle", "alle saker")), "mine"
            ),
            Choice("hva", "Hva som skal gjøres", (("", "noe"), ("vedtak", "vedtak"), ("klage", "klage"))),
        ),
    )


def units(today: date) -> Table:
    return Table(
        "Virksomheter",
        (Column("Virksomhet", "#tabell", "ascending"), Column("Leder"), Column("Frist"), Column("Rapport")),
        (
            ("Helse og mestring", PersonChip("Kjell Aune"), today, Tag("success", "Levert")),
            ("Storgata skole", PersonChip("Aud Rage"), today, Tag("danger", "Over fristen")),
        ),
    )


def steps_ahead(today: date) -> tuple[Step, ...]:
    return (
        Step("Vi har fått meldingen", "done", "I går"),
        Step("Vi leser meldingen", "now", "Innen fredag 27. november", "En saksbehandler ringer deg."),
        Step("Du får svar i et brev", "next", "Senest mandag 21. desember"),
    )


ANSWERS = (
    Answer("Du melder for", "Barnet ditt", "#steg"),
    Answer("Barnet", "Jakob Prøvesen, født 12. mars 2021", "#steg"),
    Answer("Vanskelig nå", "Hverdagen hjemme, helse og behandling, barnehage", "#steg"),
)
