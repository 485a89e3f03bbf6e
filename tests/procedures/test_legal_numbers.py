"""Numbers behind the deadlines (pbrl § 7-5; fvl §§ 11 a, 29 og 31; eFvf § 8)."""

from datetime import date

import pytest

from fellesplan.procedures.legal_basis import LegalBasis
from fellesplan.procedures.legal_numbers import (
    complaint_weeks,
    latest_complaint_years,
    preliminary_reply_months,
    second_notice_weeks,
)

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("basis", "weeks"),
    [
        (LegalBasis.HOL_7_1, 4),
        (LegalBasis.PBRL_2_5, 4),
        (LegalBasis.PBRL_2_5B, 4),
        (LegalBasis.PBRL_2_5C, 4),
        (LegalBasis.SPHL_2_5, 4),
        (LegalBasis.PHVL_4_1, 4),
        (LegalBasis.SOTJL_28, 3),
        (LegalBasis.SOTJL_33, 3),
        (LegalBasis.NAVL_15, 3),
        (LegalBasis.BVL_15_9, 3),
    ],
)
def test_complaint_weeks(basis: LegalBasis, weeks: int) -> None:
    assert complaint_weeks(basis, TODAY) == weeks


def test_the_other_numbers() -> None:
    assert preliminary_reply_months(TODAY) == 1
    assert latest_complaint_years(TODAY) == 1
    assert second_notice_weeks(TODAY) == 1
