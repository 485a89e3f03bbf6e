"""The law of the day gives the numbers (pbrl §§ 3-4, 4-3 og 4-4)."""

from datetime import date

import pytest

from fellesplan.consent.facts import ConsentLaw
from fellesplan.consent.law import consent_law, health_may_look


@pytest.mark.parametrize(("on", "care_home"), [(date(2025, 12, 31), False), (date(2026, 1, 1), True)])
def test_foster_homes_consent_from_2026(on: date, care_home: bool) -> None:
    assert consent_law(on) == ConsentLaw(
        heard=7, great_weight=12, secrecy=12, school=15, own=16, adult=18, care_home_consents=care_home,
        obvious=True,
    )  # fmt: skip


@pytest.mark.parametrize(("on", "obvious"), [(date(2026, 5, 31), True), (date(2026, 6, 1), False)])
def test_the_test_of_capacity_changed_on_1_june_2026(on: date, *, obvious: bool) -> None:
    """Pbrl § 4-3 andre ledd, lov 20. juni 2025 nr. 67."""
    assert consent_law(on).obvious is obvious


@pytest.mark.parametrize(("on", "may"), [(date(2026, 6, 30), False), (date(2026, 7, 1), True)])
def test_health_personnel_may_look_from_1_july_2026(on: date, *, may: bool) -> None:
    """Hpl §§ 25 og 29, lov 23. januar 2026 nr. 1."""
    assert health_may_look(on) is may
