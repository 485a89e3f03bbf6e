"""Hva som må være på plass før noen spørres eller oppnevnes (hol §§ 7-2, 7-2 a og 7-3)."""

from datetime import date
from functools import reduce

from fellesplan.cases.models import Case, Decision
from fellesplan.consent import queries as consent
from fellesplan.coordinators.models import Kind
from fellesplan.kernel.text import Text, t

NAMES: dict[str, Text] = {
    Kind.COORDINATOR: t("koordinator"),
    Kind.CHILD_COORDINATOR: t("barnekoordinator"),
}
_GRANTED = (Decision.Outcome.GRANTED, Decision.Outcome.PARTLY)


def granted_kinds(case: Case) -> tuple[str, ...]:
    """Return the kinds of coordinator that the latest issued decisions of the case grant; one query."""
    rows = case.decisions.filter(issued_at__isnull=False, right__in=Kind.values).order_by("issued_at", "id")
    latest = {row.right: row.outcome for row in rows}
    return tuple(kind for kind in Kind.values if latest.get(kind) in _GRANTED)


def lacking(case: Case, kind: str, on: date) -> Text | None:
    """Return what is missing and who can give it, or None when a coordinator of this kind may be found."""
    missing = [text for text in (_no_decision(case, kind), _no_consent(case, kind, on)) if text]
    if len(missing) < 2:
        return missing[0] if missing else None
    return t("{first} {second}", first=missing[0], second=missing[1])


def _no_decision(case: Case, kind: str) -> Text | None:
    if kind in granted_kinds(case):
        return None
    return t(
        "Kommunen har ikke sagt ja til {kind} ennå. Saksbehandleren må først fatte vedtak og sende brevet.",
        kind=NAMES[kind],
    )


def _no_consent(case: Case, kind: str, on: date) -> Text | None:
    if kind in consent.live_purposes(case.person, on):
        return None
    givers = consent.givers(case.person, kind, on)
    if not givers:
        return t("Samtykke til {kind} mangler. Avklar først hvem som kan gi det.", kind=NAMES[kind])
    names: list[Text | str] = [giver.name or giver.text for giver in givers]
    who = reduce(lambda first, second: t("{first} og {second}", first=first, second=second), names)
    return t("Samtykke til {kind} mangler. {who} kan gi det.", kind=NAMES[kind], who=who)
