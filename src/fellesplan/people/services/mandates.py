"""What a mandate covers, how long it lasts, and who can have one (vgml §§ 21, 79 and 80)."""

from dataclasses import dataclass
from datetime import date

from fellesplan.kernel import clock
from fellesplan.kernel.text import Text, t
from fellesplan.people.models import Representation

ADULT = 18


@dataclass(frozen=True, kw_only=True)
class Mandate:
    """`matters`: codes of `Representation.Matter`. `care`: child welfare's decision. `valid_to`: last day."""

    matters: tuple[str, ...] = ()
    deprived: bool = False
    care: str = ""
    valid_to: date | None = None

    def wrong(self, kind: str, age: int | None) -> dict[str, Text]:
        """Return what is wrong with the mandate for one of this age (None: not born), by field."""
        found: dict[str, Text] = {}
        young = age is None or age < ADULT
        if kind == Representation.Kind.FUTURE_PROXY and young:
            found["kind"] = t("Bare den som har fylt {age} år, kan lage en fremtidsfullmakt.", age=ADULT)
        if kind == Representation.Kind.GUARDIAN and not young and not self.matters:
            found["matters"] = t("Kryss av for hva mandatet til vergen gjelder. Det står i vergefullmakten.")
        if set(self.matters) - set(Representation.Matter.values):
            found["matters"] = t("Velg blant det som står på listen.")
        if kind == Representation.Kind.CHILD_WELFARE and not self.care:
            found["care"] = t("Velg hvilket vedtak barnevernet har.")
        if self.valid_to and self.valid_to < clock.today():
            found["valid_to"] = t("Fullmakten gikk ut {day}. Be om en ny.", day=_day(self.valid_to))
        return found


def _day(day: date) -> str:
    return f"{day.day}.{day.month}.{day.year}"


NO_MANDATE = Mandate()
