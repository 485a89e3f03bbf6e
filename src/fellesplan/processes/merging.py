"""What stands in the way of making two persons one, and how what both have is put right.

Each rule is explicit: two open cases, two live plans and two coordinators are for people to choose between;
of two answers to the same question of consent, the newest counts.
"""

from datetime import date

from fellesplan.cases import states
from fellesplan.cases.models import Case
from fellesplan.cases.services import progress
from fellesplan.consent.models import Consent
from fellesplan.kernel import clock
from fellesplan.kernel.text import t
from fellesplan.people.happenings import PersonsMerged
from fellesplan.people.merging.recorder import Recorder
from fellesplan.people.merging.rules import adjusts, refuse_two
from fellesplan.people.models import Person

refuse_two("cases.Case", t("Begge har en åpen sak. Avslutt den ene saken først."))
refuse_two("plans.Plan", t("Begge har en plan. Koordinatoren må avslutte den ene først."))
refuse_two("coordinators.Appointment", t("Begge har en koordinator. Avslutt den ene oppnevningen først."))


@adjusts
def newest_answer_counts(recorder: Recorder, survivor: Person, loser: Person) -> None:
    """Close a yes of the one that is older than the other's no to the same: a merge must not undo a no."""
    moved = set(recorder.merge.rows.filter(model="consent.Consent").values_list("row", flat=True))
    rows = list(Consent.objects.filter(person=survivor).order_by("given_on", "id"))
    for row in filter(_is_open, rows):
        others = [
            one for one in rows if one.purpose == row.purpose and (one.pk in moved) != (row.pk in moved)
        ]
        if any((day := _no(one)) and day > row.given_on for one in others):
            recorder.change(row, withdrawn_at=clock.now(), withdrawn_by_name=recorder.merge.by_name)


def _no(row: Consent) -> date | None:
    """Return when a row said no: a refusal, or a yes taken back."""
    if row.withdrawn_at:
        return clock.civil_day(row.withdrawn_at)
    return row.given_on if row.answer == Consent.Answer.REFUSED else None


def _is_open(row: Consent) -> bool:
    return row.answer == Consent.Answer.GIVEN and row.withdrawn_at is None


def find_next_step(happening: PersonsMerged) -> None:
    """Let the open cases of both find their next step anew."""
    both = (happening.merge.survivor_id, happening.merge.loser_id)
    for case in Case.objects.filter(person__in=both).exclude(state=states.CLOSED):
        progress.refresh(progress.lock(case))
