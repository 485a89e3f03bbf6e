"""The law of the day gives the numbers (pbrl §§ 3-4, 4-3 og 4-4)."""

from datetime import date

import pytest

from fellesplan.consent.facts import ConsentLaw
from fellesplan.consent.law import consent_law


@pytest.mark.parametrize(("on", "care_home"), [(date(2025, 12, 31), False), (date(2026, 1, 1), True)])
def test_foster_homes_consent_from_2026(on: date, care_home: bool) -> None:
    assert consent_law(on) == ConsentLaw(
        heard=7, great_weight=12, secrecy=12, school=15, own=16, adult=18, care_home_consents=care_home
    )
