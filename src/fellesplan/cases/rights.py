"""Rettighetene i en sak: order on the page, words for a sentence, and which of them the case is about."""

from collections.abc import Iterable, Sequence

from fellesplan.cases.models import Case, Right
from fellesplan.kernel.text import Text, t

ORDER = (Right.CHILD_COORDINATOR, Right.PLAN, Right.COORDINATOR)
WORDS: dict[str, Text] = {
    Right.CHILD_COORDINATOR: t("barnekoordinator"),
    Right.PLAN: t("individuell plan"),
    Right.COORDINATOR: t("koordinator"),
}


def ordered(rights: Iterable[str]) -> tuple[Right, ...]:
    """Return the known rights among `rights`, once each, in the order of the pages."""
    found = set(rights)
    return tuple(right for right in ORDER if right in found)


def of(case: Case) -> tuple[Right, ...]:
    """Return what the case is about: what was asked for, else a coordinator, and what has been added."""
    asked = [right for wants in case.referrals.values_list("wants", flat=True) for right in wants]
    added = case.decisions.values_list("right", flat=True)
    return ordered([*asked, *added]) or (Right.COORDINATOR,)


def listed(rights: Iterable[str]) -> Text:
    """Return "barnekoordinator og individuell plan"."""
    return joined([WORDS[right] for right in rights])


def joined(words: Sequence[Text]) -> Text:
    """Return texts as a list in a sentence."""
    if len(words) < 2:
        return words[0] if words else Text("")
    if len(words) == 2:
        return t("{first} og {last}", first=words[0], last=words[1])
    return t("{first}, {rest}", first=words[0], rest=joined(words[1:]))
