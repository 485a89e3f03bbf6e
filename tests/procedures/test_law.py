"""National rules by date, each row with its paragraph."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fellesplan.procedures import law
from fellesplan.procedures.legal_basis import LegalBasis
from fellesplan.procedures.reasons import Certainty

TODAY = date(2026, 11, 21)

DATED = [
    # id, day, value, reference
    ("right.plan.health", TODAY, True, "pasient- og brukerrettighetsloven § 2-5"),
    ("right.plan.social", TODAY, True, "sosialtjenesteloven § 28"),
    ("right.plan.qualification", TODAY, True, "sosialtjenesteloven § 33"),
    ("right.plan.nav", TODAY, True, "Nav-loven § 15"),
    ("right.plan.child_welfare", date(2023, 1, 1), True, "barnevernsloven § 15-9"),
    ("right.coordinator", date(2022, 7, 31), "duty_only", "helse- og omsorgstjenesteloven § 7-2"),
    ("right.coordinator", date(2022, 8, 1), "right", "pasient- og brukerrettighetsloven § 2-5 b"),
    ("right.complaint.coordinator", date(2022, 7, 31), False, "helse- og omsorgstjenesteloven § 7-2"),
    ("right.complaint.coordinator", date(2022, 8, 1), True, "§ 7-2, jf. § 2-5 b"),
    ("right.complaint.child_coordinator", TODAY, True, "§ 7-2, jf. § 2-5 c"),
    ("right.coordinator.without_plan", date(2022, 7, 31), True, "koordinator § 21"),
    ("right.coordinator.without_plan", date(2022, 8, 1), True, "koordinator § 16"),
    ("right.child_coordinator", date(2022, 8, 1), True, "helse- og omsorgstjenesteloven § 7-2 a"),
    ("right.child_coordinator.expecting", TODAY, True, "helse- og omsorgstjenesteloven § 7-2 a"),
    ("right.child_coordinator.until_age", TODAY, 18, "helse- og omsorgstjenesteloven § 7-2 a"),
    ("age.heard", TODAY, 7, "pasient- og brukerrettighetsloven § 4-4"),
    ("age.great_weight", TODAY, 12, "pasient- og brukerrettighetsloven § 4-4"),
    ("age.withhold_from_parents", TODAY, 12, "pasient- og brukerrettighetsloven § 3-4"),
    ("age.party.health", TODAY, 12, "pasient- og brukerrettighetsloven § 6-5"),
    ("age.party.child_welfare", TODAY, 15, "barnevernsloven § 12-3"),
    ("age.own_notices", TODAY, 15, "forvaltningsloven §§ 16, 17 og 27"),
    ("age.school", TODAY, 15, "opplæringslova § 24-5"),
    ("age.consent", TODAY, 16, "pasient- og brukerrettighetsloven § 4-3"),
    ("age.next_of_kin_releases_secrecy", TODAY, 16, "helsepersonelloven § 22"),
    ("age.parents_residual_information", TODAY, 18, "pasient- og brukerrettighetsloven § 3-4"),
    ("age.adult", TODAY, 18, "vergemålsloven § 8"),
    ("age.future_mandate", TODAY, 18, "vergemålsloven § 79"),
    ("consent.plan.forms", TODAY, ("oral", "written", "digital"), "forskrift om individuell plan § 5"),
    ("consent.capacity.test", date(2026, 5, 31), "obviously_unable", "før lov 20. juni 2025 nr. 67"),
    ("consent.capacity.test", date(2026, 6, 1), "highly_probable", "pasient- og brukerrettighetsloven § 4-3"),
    ("consent.capacity.term", date(2026, 5, 31), "samtykkekompetanse", "før lov 20. juni 2025 nr. 67"),
    ("consent.capacity.term", date(2026, 6, 1), "beslutningskompetanse", "§ 4-3"),
    ("consent.child.in_care", date(2025, 12, 31), ("child_welfare",), "før lov 20. juni 2025 nr. 39"),
    (
        "consent.child.in_care",
        date(2026, 1, 1),
        ("child_welfare", "foster_parents_or_institution"),
        "pasient- og brukerrettighetsloven § 4-4",
    ),
    ("consent.sharing.health", date(2026, 6, 30), "objection", "helsepersonelloven §§ 25 og 45"),
    ("consent.sharing.health", date(2026, 7, 1), "objection", "helsepersonelloven §§ 25 og 29"),
    ("consent.sharing.school", TODAY, "consent", "opplæringslova § 24-1"),
    ("consent.sharing.nav", TODAY, "consent", "helsepersonelloven § 22"),
    ("consent.sharing.child_welfare", TODAY, "consent", "barnevernsloven § 13-1"),
    ("casework.receipt", TODAY, "at_once", "eForvaltningsforskriften § 6"),
    ("casework.preliminary_reply", TODAY, 1, "forvaltningsloven § 11 a"),
    ("casework.second_notice", TODAY, 1, "eForvaltningsforskriften § 8"),
    ("casework.contact_details_max_age", TODAY, 18, "eForvaltningsforskriften § 32"),
    ("complaint.period.health", TODAY, 4, "pasient- og brukerrettighetsloven § 7-5"),
    ("complaint.period.social", TODAY, 3, "forvaltningsloven § 29"),
    ("complaint.period.nav", TODAY, 3, "forvaltningsloven § 29"),
    ("complaint.period.child_welfare", TODAY, 3, "forvaltningsloven § 29"),
    ("complaint.body.health", TODAY, "state_administrator", "pasient- og brukerrettighetsloven § 7-2"),
    ("complaint.body.social", TODAY, "state_administrator", "sosialtjenesteloven §§ 47 og 48"),
    ("complaint.body.nav", TODAY, "nearest_superior", "forvaltningsloven § 28"),
    ("complaint.body.child_welfare", TODAY, "state_administrator", "barnevernsloven § 12-9"),
    ("complaint.latest", TODAY, 1, "forvaltningsloven § 31"),
    ("complaint.electronic_in_time", TODAY, "arrived", "eForvaltningsforskriften § 11"),
    ("complaint.paper_in_time", TODAY, "posted", "forvaltningsloven § 30"),
    ("complaint.reasons_restart", TODAY, True, "forvaltningsloven §§ 24 og 29"),
    ("complaint.reasons_restart.health", TODAY, False, "pasient- og brukerrettighetsloven §§ 2-7 og 7-5"),
    ("plan.one_per_person", TODAY, True, "forskrift om individuell plan § 9"),
    ("office.required", TODAY, True, "helse- og omsorgstjenesteloven § 7-3"),
    ("report.duty.health_personnel", TODAY, "as_soon_as_possible", "helsepersonelloven § 38 a"),
]


@pytest.mark.parametrize(("id", "on", "value", "reference"), DATED)
def test_rule_on_a_day(id: str, on: date, value: law.Value, reference: str) -> None:
    found = law.rule(id, on)
    assert found.value == value
    assert reference in found.reference
    assert law.value(id, on) == value


@pytest.mark.parametrize(
    ("id", "on"),
    [
        ("right.child_coordinator", date(2022, 7, 31)),  # hol § 7-2 a, i kraft 1. august 2022
        ("right.plan.child_welfare", date(2022, 12, 31)),  # bvl § 15-9, i kraft 1. januar 2023
        ("right.suspended", date(2028, 7, 1)),  # hol § 7-2 b oppheves 1. juli 2028
    ],
)
def test_rule_that_is_not_in_force(id: str, on: date) -> None:
    assert not law.applies(id, on)
    with pytest.raises(law.NotInForce, match=id):
        law.rule(id, on)


def test_nothing_is_suspended_in_the_whole_period() -> None:
    """Hol § 7-2 b: the ministry may, but no such regulation is known."""
    assert {version.value for version in law.versions("right.suspended")} == {()}


def test_content_of_the_plan_has_eleven_points_and_one_is_for_children() -> None:
    """Forskrift om individuell plan § 9."""
    points = law.value("plan.content", TODAY)
    assert isinstance(points, tuple)
    assert len(points) == 11
    rules = [law.rule(f"plan.content.{point}", TODAY) for point in points]
    assert [rule.value for rule in rules] == list(range(1, 12))
    assert [rule.id for rule in rules if rule.only_for == "child"] == ["plan.content.child_participation"]


def test_letter_has_thirteen_points_in_order() -> None:
    """Forvaltningsloven §§ 23-27, eForvaltningsforskriften § 11."""
    points = law.value("letter.content", TODAY)
    assert isinstance(points, tuple)
    assert [law.value(f"letter.content.{point}", TODAY) for point in points] == list(range(1, 14))


@pytest.mark.parametrize("basis", LegalBasis)
def test_every_legal_basis_says_whether_chapters_iv_and_v_apply(basis: LegalBasis) -> None:
    """Pbrl § 2-7: not on health grounds."""
    facts = law.value(f"basis.{basis}", TODAY)
    assert isinstance(facts, Mapping)
    assert facts["sector"] == basis.sector
    assert facts["chapters_iv_v"] is (basis.sector != "health")


@pytest.mark.parametrize(
    ("id", "certainty"),
    [
        ("casework.preliminary_reply.health", Certainty.LIKELY),
        ("casework.preliminary_reply.social", Certainty.SETTLED),
        ("complaint.digital_start.health", Certainty.LIKELY),
        ("complaint.period.child_welfare", Certainty.LIKELY),
        ("right.coordinator.complex", Certainty.UNSETTLED),
        ("right.child_coordinator.two_readings", Certainty.UNSETTLED),
    ],
)
def test_how_sure_the_law_is(id: str, certainty: Certainty) -> None:
    assert law.rule(id, TODAY).certainty is certainty


def test_new_administration_act_is_pending_and_never_in_force() -> None:
    pending = law.pending()
    assert pending
    assert all(rule.pending and "forvaltningsloven (2025)" in rule.reference for rule in pending)
    assert not any(rule.pending for rule in law.all_on(date(2099, 1, 1)))


def test_version_changes_with_the_law_and_not_otherwise() -> None:
    assert law.version(date(2026, 6, 30)) != law.version(date(2026, 7, 1))
    assert law.version(date(2026, 7, 1)) == law.version(TODAY)


@given(st.dates(date(2010, 1, 1), date(2035, 1, 1)))
def test_at_most_one_version_of_a_rule_holds(on: date) -> None:
    ids = [rule.id for rule in law.all_on(on)]
    assert len(ids) == len(set(ids))


ROW = """
[[rule]]
id = "x"
value = {value}
valid_from = {start}
{extra}
reference = "{reference}"
nb = "Setning."
nn = "Setning."
en = "{en}"
"""


def _row(
    value: str = "1", start: str = "2020-01-01", extra: str = "", reference: str = "lov § 1", en: str = "One."
):
    return ROW.format(value=value, start=start, extra=extra, reference=reference, en=en)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (_row() + _row(start="2021-01-01"), "to versjoner gjelder samtidig"),
        (_row(extra="valid_to = 2021-01-01") + _row(start="2021-01-01"), "to versjoner gjelder samtidig"),
        (_row(reference="loven"), "mangler paragraf"),
        (_row(start='"i går"'), "valid_from mangler"),
        (_row(extra="valid_to = 2019-01-01"), "valid_to"),
        (_row(en=""), "mangler på en"),
        (_row(value="1.5"), "type"),
        (_row(extra='color = "red"'), "ukjente felt: color"),
        (_row(extra='certainty = "maybe"'), "maybe"),
    ],
)
def test_unusable_law_is_refused_with_file_rule_and_reason(tmp_path: Path, content: str, reason: str) -> None:
    path = tmp_path / "theme.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(law.LawError) as error:
        law.read_file(path)
    assert "theme.toml: x: " in str(error.value)
    assert reason in str(error.value)


def test_versions_that_follow_each_other_are_fine(tmp_path: Path) -> None:
    path = tmp_path / "theme.toml"
    path.write_text(_row(extra="valid_to = 2020-12-31") + _row(start="2021-01-01"), encoding="utf-8")
    assert len(law.read_file(path)) == 2


def test_number_refuses_what_is_no_number() -> None:
    with pytest.raises(law.LawError):
        law.number("right.plan.health", TODAY)
