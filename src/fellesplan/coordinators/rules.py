"""Hvem kan bli koordinator? Rekkefølge med grunner, og varsel om arbeidsmengde.

Hol §§ 7-2, 7-2 a og 7-3. Loven setter ingen grense for antall og krever ingen bestemt utdanning: rådene
kommer fra kommunens prosedyre, og ingen blir valgt bort av en regel.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from fellesplan.kernel.text import Text, t
from fellesplan.procedures.reasons import Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One employee in the register. `persons`: how many they follow now. `room`: their own limit, if any.

    `unit_kind` is the profile's word for the kind of unit. `conflict`: doubt about impartiality (fvl § 6).
    """

    key: str
    unit_kind: str = ""
    persons: int = 0
    room: int | None = None
    wished: bool = False
    gives_services: bool = False
    trained: bool = False
    languages: frozenset[str] = frozenset()
    available: bool = True
    conflict: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What suits the person: kinds of unit for the life stage, the best first, and languages that help."""

    unit_kinds: tuple[str, ...] = ()
    languages: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate with place (1 is first), what speaks for, and what to think about."""

    candidate: Candidate
    place: int
    reasons: tuple[Reason, ...]
    warnings: tuple[Reason, ...]


def rank(
    candidates: Iterable[Candidate], wanted: Wanted, *, recommended_max: int | None
) -> tuple[Ranked, ...]:
    """Return all candidates in order. The wish weighs most, then life stage, knowing the person, and room.

    Those who cannot take anybody come last. The order is stable: equal candidates stand by `key`.
    """

    def order(candidate: Candidate) -> tuple[bool | int | str, ...]:
        return (
            not candidate.available or candidate.conflict,
            not candidate.wished,
            _unit_place(candidate, wanted),
            not candidate.gives_services,
            not _has_room(candidate, recommended_max),
            not candidate.trained,
            not wanted.languages & candidate.languages,
            candidate.persons,
            candidate.key,
        )

    return tuple(
        Ranked(each, place, _reasons(each, wanted, recommended_max), _warnings(each, recommended_max))
        for place, each in enumerate(sorted(candidates, key=order), start=1)
    )


def workload_warning(persons: int, *, recommended_max: int | None) -> Text | None:
    """Return a warning when a coordinator follows, or would follow, more than is recommended; else None."""
    if recommended_max is None or persons <= recommended_max:
        return None
    return t(
        "Da følger koordinatoren {persons} personer. Kommunen anbefaler høyst {most}.",
        persons=persons,
        most=recommended_max,
    )


def _has_room(candidate: Candidate, recommended_max: int | None) -> bool:
    limits = [limit for limit in (recommended_max, candidate.room) if limit is not None]
    return not limits or candidate.persons < min(limits)


def _unit_place(candidate: Candidate, wanted: Wanted) -> int:
    kinds = wanted.unit_kinds
    return kinds.index(candidate.unit_kind) if candidate.unit_kind in kinds else len(kinds)


def _reasons(candidate: Candidate, wanted: Wanted, recommended_max: int | None) -> tuple[Reason, ...]:
    shared = ", ".join(sorted(wanted.languages & candidate.languages))
    known = (
        (candidate.wished, Reason(t("Personen ønsker denne koordinatoren."), "pbrl § 3-1")),
        (candidate.unit_kind in wanted.unit_kinds, Reason(t("Arbeider der det passer for livsfasen."))),
        (candidate.gives_services, Reason(t("Gir allerede tjenester til personen."))),
        (
            _has_room(candidate, recommended_max),
            Reason(_room(candidate.persons)),
        ),
        (candidate.trained, Reason(t("Har fått opplæring."), "hol § 7-3")),
        (bool(shared), Reason(t("Snakker {languages}.", languages=shared))),
    )
    return tuple(reason for holds, reason in known if holds)


def _room(persons: int) -> Text:
    if not persons:
        return t("Har ledig plass og følger ingen nå.")
    if persons == 1:
        return t("Har ledig plass og følger én person nå.")
    return t("Har ledig plass og følger {persons} personer nå.", persons=persons)


def _warnings(candidate: Candidate, recommended_max: int | None) -> tuple[Reason, ...]:
    after = candidate.persons + 1
    full = candidate.room is not None and after > candidate.room
    workload = workload_warning(after, recommended_max=recommended_max)
    known = (
        (not candidate.available, t("Kan ikke ta nye personer nå."), ""),
        (candidate.conflict, t("Kan være inhabil. Vurder det før dere oppnevner noen."), "fvl § 6"),
        (workload is not None, workload, ""),
        (full, t("Har sagt at det er plass til {room}.", room=candidate.room), ""),
        (not candidate.trained, t("Mangler opplæring. Meld behovet samtidig med oppnevningen."), "hol § 7-3"),
    )
    return tuple(Reason(text, source) for holds, text, source in known if holds and text is not None)
