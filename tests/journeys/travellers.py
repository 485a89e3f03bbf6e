"""Who walks the road in each municipality, and what its procedure makes different there."""

from dataclasses import dataclass, field
from datetime import date

from fellesplan.people.birth_numbers import synthetic_number


@dataclass(frozen=True)
class Traveller:
    """One invented person, new in the system, and the texts that only this municipality shows.

    `sees` maps a place on the road to texts that must be there; `misses` to texts that must not.
    """

    municipality: str
    given_name: str
    family_name: str
    born: date
    number: str
    tool: str = "individual_plan"
    consent_form: str = "oral"
    reporter: str = "self"
    unit_leader: str = "unit-leader"
    sees: dict[str, tuple[str, ...]] = field(default_factory=dict)
    misses: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def name(self) -> str:
        return f"{self.given_name} {self.family_name}"

    @property
    def birth_day(self) -> str:
        return f"{self.born.day}.{self.born.month}.{self.born.year}"


def _traveller(municipality: str, given: str, family: str, born: date, **rest: object) -> Traveller:
    number = synthetic_number(born, nth=7)
    return Traveller(municipality, given, family, born, number, **rest)  # type: ignore[arg-type]


TRAVELLERS = (
    _traveller(
        "lund", "Turid", "Veiprøve", date(1975, 3, 14),
        sees={
            "tools": ("Individuell plan", "Ansvarsgruppe med referat"),
            "naming": ("Da følger koordinatoren", "anbefaler høyst"),
            "letter": ("Vedtak", "Statsforvalteren i Rogaland", "fire uker"),
        },
    ),
    _traveller(
        "alesund", "Sigrunn", "Vegprøve", date(1968, 9, 2),
        sees={
            "meeting": ("Samarbeidsmøte",),
            "letter": ("Vedtak", "Statsforvaltaren i Møre og Romsdal", "fire veker"),
        },
    ),
    _traveller(
        "molde", "Vilde", "Veiprøve", date(2009, 4, 20),
        sees={
            "appointing": ("videregående",),
            "letter": ("Avgjørelse", "Statsforvalteren i Møre og Romsdal"),
        },
    ),
    _traveller(
        "arendal", "Steinar", "Veiprøve", date(1959, 12, 29), consent_form="written",
        sees={
            "consent": ("Skriftlig",),
            "tools": ("Individuell plan", "Tjenesteoversikt"),
            "letter": ("Tildelingsbrev", "navnet"),
        },
        misses={"consent": ("Muntlig",)},
    ),
    _traveller(
        "luster", "Åsne", "Vegprøve", date(1981, 6, 1), reporter="other",
        sees={
            "referral": ("fullmakt",),
            "assessment": ("faggrupper",),
            "letter": ("Vedtak", "Statsforvaltaren i Vestland", "fire veker"),
        },
    ),
)  # fmt: skip

NEIGHBOUR = _traveller("molde", "Randi", "Stiprøve", date(1971, 8, 23))
"""Walks without JavaScript."""
