"""What stands in the way of making two persons one, and what becomes of rows that would collide."""

from collections.abc import Callable
from copy import copy
from typing import Any

from django.core.exceptions import ValidationError

from fellesplan.kernel import clock
from fellesplan.kernel.text import Text, t
from fellesplan.people.merging.candidates import near_due
from fellesplan.people.merging.links import Link, links
from fellesplan.people.merging.recorder import Recorder
from fellesplan.people.models import Person, Representation

Adjustment = Callable[[Recorder, Person, Person], None]
_refused: dict[str, Text] = {}
_adjustments: list[Adjustment] = []


def refuse_two(label: str, why: Text) -> None:
    """Let two rows of a model that cannot both be the survivor's stand in the way, with what to do first."""
    _refused[label] = why


def adjusts(adjustment: Adjustment) -> Adjustment:
    """Let `adjustment(recorder, survivor, loser)` put the rows of the survivor right once they are one's."""
    if adjustment not in _adjustments:
        _adjustments.append(adjustment)
    return adjustment


def adjust(recorder: Recorder, survivor: Person, loser: Person) -> None:
    """Run what is registered with `adjusts`."""
    for adjustment in _adjustments:
        adjustment(recorder, survivor, loser)


def obstacles(survivor: Person, loser: Person) -> tuple[Text, ...]:
    """Return why the two cannot be merged now, each with what to do first; empty when they can."""
    own = [text for holds, text in _between(survivor, loser) if holds]
    two = [_refused[label] for label in _refused if _two(label, survivor, loser)]
    return (*own, *two)


def _between(one: Person, other: Person) -> tuple[tuple[bool, Text], ...]:
    kinds = {one.number_kind, other.number_kind}
    same_kind = len(kinds) == 1 and kinds != {Person.NumberKind.NONE}
    born = {one.birth_date, other.birth_date} - {None}
    dead = {one.deceased_on is None, other.deceased_on is None}
    accounts = {one.account_id, other.account_id} - {None}
    return (
        (one.pk == other.pk, t("Velg to forskjellige personer.")),
        (bool(one.merged_into_id or other.merged_into_id), t("Den ene er alt slått sammen.")),
        (same_kind, t("Begge har et nummer, og de er ulike. Da er det to mennesker.")),
        (_born_long_before(one, other) or _born_long_before(other, one), _NOT_THE_CHILD),
        (len(born) > 1, t("De har ikke samme fødselsdato. Rett den først hvis den ene er feil.")),
        (len(dead) > 1, t("Den ene er registrert som død, den andre ikke. Rett det først.")),
        (len(accounts) > 1, t("Begge har logget inn hver for seg. Da er det trolig to mennesker.")),
        (_acts_for(one, other), t("Den ene handler på vegne av den andre. Avslutt det først.")),
    )  # fmt: skip


_NOT_THE_CHILD = t("Den ene er ikke født ennå, og den andre er født lenge før eller etter termin.")


def _born_long_before(unborn: Person, born: Person) -> bool:
    return unborn.is_unborn and born.birth_date is not None and not near_due(unborn, born)


def _acts_for(one: Person, other: Person) -> bool:
    rows = Representation.objects.filter(person__in=(one, other), representative__in=(one, other))
    return rows.exists()


def _two(label: str, survivor: Person, loser: Person) -> bool:
    found = [link for link in links() if link.model._meta.label == label]
    return any(collides(row, link, survivor) for link in found for row in link.rows(loser))


def collides(row: Any, link: Link, survivor: Person) -> bool:
    """Return whether the row cannot be the survivor's because of a rule of its table."""
    trial = copy(row)
    setattr(trial, link.field.attname, survivor.pk)
    try:
        trial.validate_constraints()
        trial.validate_unique()
    except ValidationError:
        return True
    return False


def move(recorder: Recorder, row: Any, link: Link, survivor: Person) -> None:
    """Let a row be the survivor's. One that would collide is ended; if that is not enough, it stays."""
    if collides(row, link, survivor):
        if hasattr(row, "valid_to") and row.valid_to is None:
            recorder.change(row, valid_to=max(row.valid_from, clock.today()))
        if collides(row, link, survivor):
            return
    recorder.change(row, **{link.name: survivor})
