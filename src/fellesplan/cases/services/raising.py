"""What is raised about the limits of cases is kept once, and cleared when it no longer holds."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from fellesplan.access import audit
from fellesplan.access.actor import Actor
from fellesplan.access.functions import require
from fellesplan.cases.models import Case, ClockWarning, Letter, SecondNotice
from fellesplan.cases.rules.raising import SECOND_NOTICE, Raised
from fellesplan.cases.services import journal, progress
from fellesplan.cases.services.locks import locked
from fellesplan.cases.services.wording import archived
from fellesplan.kernel import clock
from fellesplan.kernel.text import t

Key = tuple[UUID, str, str, object]


@dataclass(frozen=True)
class Settled:
    """How many warnings were raised, and how many cleared."""

    raised: int = 0
    cleared: int = 0


def settle(cases: Collection[Case], found: Mapping[UUID, Iterable[Raised]]) -> Settled:
    """Keep what is raised in these cases, and clear what no longer holds; at most four queries."""
    wanted = {
        (case.pk, one.kind, one.about, one.due): case.municipality_id
        for case in cases
        for one in found.get(case.pk, ())
    }
    known = {_key(row): row for row in ClockWarning.objects.filter(case__in=[case.pk for case in cases])}
    now = clock.now()
    new = [
        ClockWarning(
            municipality_id=wanted[key], case_id=key[0], kind=key[1], about=key[2], due=key[3], raised_at=now
        )
        for key in wanted
        if key not in known
    ]
    ClockWarning.objects.bulk_create(new)
    again = [known[key].pk for key in wanted if key in known and known[key].cleared_at]
    gone = [row.pk for key, row in known.items() if key not in wanted and row.cleared_at is None]
    if again:
        ClockWarning.objects.filter(pk__in=again).update(cleared_at=None, raised_at=now)
    return Settled(len(new) + len(again), _clear(gone))


def _clear(ids: list[UUID]) -> int:
    return ClockWarning.objects.filter(pk__in=ids).update(cleared_at=clock.now()) if ids else 0


def _key(row: ClockWarning) -> Key:
    return (row.case_id, row.kind, row.about, row.due)


def noticed_again(*, actor: Actor, letter: Letter) -> SecondNotice:
    """Note that the person has been told of a letter once more (eFvf § 8 femte ledd). Twice is once.

    Raises NotAllowed.
    """
    require(actor, "case.handle", letter.case)
    case = locked(actor, "case.handle", letter.case)
    row, is_new = SecondNotice.objects.get_or_create(
        municipality_id=case.municipality_id, letter=letter, defaults={"by_name": actor.name}
    )
    if is_new:
        title = archived(t("Nytt varsel om brevet «{title}»", title=letter.title), case.municipality)
        journal.add(
            case=case, direction="out", title=title[:200], public_title="Nytt varsel om brev",
            counterpart=letter.recipient_name, author=actor.name,
        )  # fmt: skip
        audit.changed(actor, "case.handle", row, subject=case.person_id, fields=["second_notice"])
        _lies_no_longer(case, letter)
    return row


def opened(letter: Letter) -> None:
    """Clear what was raised about a letter that is opened now; no query when nothing was."""
    if letter.case.next_step == SECOND_NOTICE:
        _lies_no_longer(progress.lock(letter.case), letter)


def _lies_no_longer(case: Case, letter: Letter) -> None:
    rows = ClockWarning.objects.filter(case=case, kind=SECOND_NOTICE, about=str(letter.pk))
    rows.filter(cleared_at__isnull=True).update(cleared_at=clock.now())
    progress.refresh(case)
