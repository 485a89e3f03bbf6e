"""Når tilgangene i en plan skal vurderes på nytt (pasientjournalforskriften § 13)."""

from dataclasses import dataclass
from datetime import date, timedelta

from fellesplan.kernel.text import Text, t
from fellesplan.procedures.counting import add_months

LATEST_MONTHS = 12
"""At least once a year, also when no evaluation is agreed; the law names no number."""
SAME_OCCASION = timedelta(days=30)
"""How long before an evaluation a review counts as done at it."""


@dataclass(frozen=True)
class ReviewDue:
    """When the coordinator shall go through who takes part, and why then."""

    due: date
    why: Text


def review_due(*, since: date, last: date | None, evaluate_on: date | None) -> ReviewDue:
    """Return when access is to be reviewed. `since`: when the first who still takes part came in."""
    yearly = ReviewDue(
        add_months(last or since, LATEST_MONTHS),
        t("Det er et år siden dere gikk gjennom hvem som er med.")
        if last
        else t("Ingen har gått gjennom hvem som er med, siden de kom inn."),
    )
    done = evaluate_on is None or (last is not None and last >= evaluate_on - SAME_OCCASION)
    if done or evaluate_on is None or evaluate_on > yearly.due:
        return yearly
    why = t("Ved hver evaluering går dere gjennom hvem som fortsatt skal ha tilgang.")
    return ReviewDue(evaluate_on, why)
