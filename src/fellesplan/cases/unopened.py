"""Decisions that were made available digitally and nobody has opened (eForvaltningsforskriften § 8)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import connections
from django.db.models import Exists, OuterRef, Q

from fellesplan.access.tenancy import working_in
from fellesplan.cases.models import Case, Letter
from fellesplan.kernel import clock
from fellesplan.people.models import Account, Person, Representation
from fellesplan.people.policy import live_on
from fellesplan.procedures.clock_starts import digital_start
from fellesplan.procedures.deadlines import Deadline, second_notice
from fellesplan.procedures.legal_numbers import second_notice_weeks

KINDS = (Letter.Kind.DECISION,)
"""What must be noticed again: decisions (§ 8 first and fifth paragraph)."""
BACK = timedelta(days=90)
"""How far back letters are looked at; what has lain longer than any complaint period is not raised anew."""
_OWN_ROLES = ("person:", "representative:")
_READ = """
select e.object_id, min(e.at) from access_event e
where e.municipality_id = %s and e.subject = any(%s) and e.at >= %s and e.object_id = any(%s)
and e.kind = 'read' and e.action = 'letter.read' and (e.ground like %s or e.ground like %s)
group by e.object_id
"""


@dataclass(frozen=True)
class Unopened:
    """A letter that nobody has opened, and the last day before the second notice."""

    letter: UUID
    case: UUID
    deadline: Deadline


def unopened(cases: Iterable[Case], on: date) -> tuple[Unopened, ...]:
    """Return the letters that lie unopened past their week and are not noticed again; four queries."""
    by_id = {case.pk: case for case in cases}
    sent = clock.now() - BACK
    rows = Letter.objects.filter(case__in=by_id, kind__in=KINDS, at__gte=sent, second_notice__isnull=True)
    rows = rows.only("at", "case_id", "municipality_id").order_by("id")
    late = [row for row in rows if (due := deadline(row)) and due.is_past(on)]
    digital = reached_digitally({by_id[row.case_id].person_id for row in late}, on)
    late = [row for row in late if by_id[row.case_id].person_id in digital]
    opened = opened_at(by_id, late)
    return tuple(_made(row) for row in late if row.pk not in opened)


def _made(row: Letter) -> Unopened:
    due = deadline(row)
    if due is None:
        raise ValueError("A letter in a digital inbox has a day for the second notice")
    return Unopened(row.pk, row.case_id, due)


def deadline(letter: Letter) -> Deadline | None:
    """Return when the person must have opened the letter before being told again."""
    sent = clock.civil_day(letter.at)
    return second_notice(digital_start(sent, sent), weeks=second_notice_weeks(sent))


def reached_digitally(persons: set[UUID], on: date) -> set[UUID]:
    """Return those who can log in, or have somebody who acts for them and can; two queries."""
    if not persons:
        return set()
    has_account = Q(account__isnull=False) | Exists(
        Account.objects.filter(number_index=OuterRef("number_index"))
    )
    own = Person.objects.filter(has_account, pk__in=persons).values_list("pk", flat=True)
    acting = Representation.objects.filter(
        live_on(on), Q(representative__account__isnull=False)
        | Exists(Account.objects.filter(number_index=OuterRef("representative__number_index"))),
        person__in=persons,
    )  # fmt: skip
    return {*own, *acting.values_list("person_id", flat=True)}


def opened_at(cases: Mapping[UUID, Case], letters: list[Letter]) -> dict[UUID, datetime]:
    """Return when each letter was first opened by the person or who acts for them; one query in the log."""
    if not letters:
        return {}
    municipality = letters[0].municipality_id
    people = list({cases[row.case_id].person_id for row in letters})
    first = min(row.at for row in letters)
    values: list[Any] = [municipality, people, first, [row.pk for row in letters]]
    values += [f"{role}%" for role in _OWN_ROLES]
    with working_in(municipality, using="audit"), connections["audit"].cursor() as cursor:
        cursor.execute(_READ, values)
        return dict(cursor.fetchall())
