"""Invented figures for the component page."""

from fellesplan.web.components.presenters import (
    Around,
    Circle,
    GoalChart,
    GoalScale,
    Histogram,
    Road,
    RoadStop,
    Workload,
)

AROUND = (
    Around("Anita Prøvesen", "mamma", "inner", "family"),
    Around("Per Prøvesen", "pappa", "inner", "family"),
    Around("Ida Venn", "venn", "inner", "family"),
    Around("Kari Prøvestad", "koordinator", "outer", "coordinator"),
    Around("Siri Testnes", "lærer", "outer", "everyday"),
    Around("Ola Eksempelmo", "fysio", "outer", "service"),
    Around("Liv Prøvelund", "fastlege", "outer", "service"),
    Around("Pål Rage", "støttekontakt", "outer", "waiting"),
)


def charts() -> dict[str, object]:
    """Return one example of each chart and drawing."""
    return {
        "loads": (Workload(7, 5), Workload(5, 5), Workload(2, 5), Workload(0, 5)),
        "histogram_sample": Histogram(
            ((0, 2), (1, 4), (2, 7), (3, 7), (4, 5), (5, 10), (6, 2), (7, 1)),
            "Hvor mange hver koordinator følger",
            5,
        ),
        "scales": tuple(GoalScale(level, "Emil") for level in (-2, -1, 0, 1, 2)),
        "goal": goal(),
        "around": Circle("Mina", AROUND),
        "road_sample": road(),
    }


def goal() -> GoalChart:
    return GoalChart(
        bands=(
            "Jeg tar bussen hvor jeg vil",
            "Jeg tar bussen alene begge veier",
            "Jeg tar bussen alene til skolen",
            "Jeg tar bussen med mamma",
            "Mamma kjører meg",
        ),
        dates=("juni", "august", "oktober", "november"),
        mine=(-2, -2, -1, -1),
        others=(-2, -1, -1, 0),
        title="Målet mitt over tid",
        summary="I juni kjørte mamma meg. Nå tar jeg bussen sammen med henne. De andre sier at jeg er i mål.",
    )


def road() -> Road:
    return Road(
        RoadStop("me", "Nå", "17 år"),
        (
            RoadStop("18", "Du blir 18", "9. april", "next"),
            RoadStop("school", "Ferdig på skolen", "juni 2028"),
            RoadStop("house", "Egen bolig", "et ønske", "wish"),
        ),
        "Veien videre",
        "Du er 17 år nå. Du blir 18 år 9. april, er ferdig på skolen i juni 2028 og ønsker deg egen bolig.",
    )
