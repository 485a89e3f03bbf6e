"""Journal entries are numbered within their case and never share a number."""

from datetime import date

import pytest

from fellesplan.cases.services import journal
from fellesplan.people.models import Municipality
from tests import factories as make

pytestmark = pytest.mark.django_db(databases=["default", "audit"])


def test_entries_are_numbered_within_the_case(lund: Municipality) -> None:
    first, second = make.case(make.person(lund)), make.case(make.person(lund))
    numbers = [
        journal.add(case=case, direction="in", title="Melding").number for case in (first, first, second)
    ]
    assert numbers == [f"{first.number}-1", f"{first.number}-2", f"{second.number}-1"]


def test_public_title_and_date_have_defaults(lund: Municipality) -> None:
    entry = journal.add(case=make.case(make.person(lund)), direction="note", title="Telefonsamtale")
    assert (entry.public_title, entry.dated) == ("Telefonsamtale", date(2026, 11, 24))


def test_direction_is_one_of_three(lund: Municipality) -> None:
    with pytest.raises(ValueError, match="sideways"):
        journal.add(case=make.case(make.person(lund)), direction="sideways", title="Brev")
