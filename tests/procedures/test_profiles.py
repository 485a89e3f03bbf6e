"""Every rule of the five municipalities' procedures, with its legal status and source."""

from datetime import date

import pytest

from fellesplan.procedures.loader import load, profiles
from fellesplan.procedures.schema import keys

ON = date(2026, 11, 21)
M, R, L = "municipal", "recommended", "law"
ALESUND, ALESUND_WEB = "Ålesund kommune, håndbok 2014", "Ålesund kommune, nettside"
LUND, MOLDE = "Lund kommune, prosedyre", "Molde kommune, prosedyre"
ARENDAL, LUSTER = "Arendal kommune, prosedyre", "Luster kommune, prosedyre"

RULES = [
    # slug, key, value, legal status, start of the source
    ("lund", "language", "nb", M, LUND),
    ("lund", "criterion.min_services", 2, M, LUND),
    ("lund", "criterion.unit", "helse_omsorgstjeneste", M, LUND),
    ("lund", "criterion.excluded", ("fastlege", "helsesykepleier"), M, LUND),
    ("lund", "criterion.count_other_sectors", True, M, LUND),
    ("lund", "longterm_definition", "some_duration", M, LUND),
    ("lund", "who_may_report", ("person", "provider"), M, LUND),
    ("lund", "consent.required", True, L, LUND),
    ("lund", "consent.own_from_age", 16, L, LUND),
    ("lund", "decision.form", "enkeltvedtak", M, LUND),
    ("lund", "appointment.by", "office_with_unit", M, LUND),
    ("lund", "appointment.wish", "possible", M, LUND),
    ("lund", "coordinator.max_persons", 5, R, LUND),
    (
        "lund",
        "coordinator.competence",
        ("no_formal_requirement", "knows_services", "maps_children_as_relatives"),
        M,
        LUND,
    ),
    ("lund", "coordinator.without_plan", True, L, LUND),
    ("lund", "meetings.practice", ("minutes",), M, LUND),
    ("lund", "plan.default_tool", "valgfritt", M, LUND),
    ("lund", "plan.alternatives", ("ansvarsgruppe_med_referat", "uten_dokument"), M, LUND),
    ("lund", "plan.switchable", True, M, LUND),
    ("lund", "handover.overlap", True, M, LUND),
    ("lund", "barnekoordinator.offered", True, L, "Lund kommune, nettside"),
    ("lund", "barnekoordinator.placed_at", "office", M, "Lund kommune, nettside"),
    ("lund", "complaint.coordinator_local", False, M, LUND),
    ("alesund", "language", "nn", M, ALESUND_WEB),
    ("alesund", "office.roles", ("leader", "system_coordinator"), M, ALESUND),
    ("alesund", "criterion.min_services", 2, M, ALESUND),
    ("alesund", "criterion.unit", "helse_omsorgstjeneste", M, ALESUND),
    ("alesund", "criterion.different_providers", True, M, ALESUND),
    ("alesund", "longterm_definition", "individual", M, ALESUND),
    ("alesund", "who_may_report", ("person", "parent", "provider", "gp", "hospital"), M, ALESUND),
    (
        "alesund",
        "referral.form",
        ("report_form", "application_form", "electronic_message", "oral"),
        M,
        ALESUND,
    ),
    ("alesund", "consent.forms", ("oral", "written"), M, ALESUND),
    ("alesund", "consent.sent_to_office", True, M, ALESUND),
    ("alesund", "decision.form", "enkeltvedtak", M, ALESUND),
    ("alesund", "decision.refusal_written", True, M, ALESUND),
    ("alesund", "appointment.by", "office_with_unit", M, ALESUND),
    ("alesund", "appointment.wish", "always_weighed", M, ALESUND),
    ("alesund", "appointment.registered_with", "system_coordinator", M, ALESUND),
    ("alesund", "training.by_office", True, M, ALESUND),
    ("alesund", "training.deadline_months", 6, M, ALESUND),
    ("alesund", "meetings.first", "samarbeidsmote", M, ALESUND),
    ("alesund", "meetings.replaces", ("ansvarsgruppe",), M, ALESUND),
    ("alesund", "plan.default_tool", "individuell_plan", M, ALESUND),
    ("alesund", "plan.medium", ("paper", "digital"), M, ALESUND),
    (
        "alesund",
        "change_notice.on",
        ("declines_coordinator", "declines_plan", "change_of_coordinator"),
        M,
        ALESUND,
    ),
    ("alesund", "report.due", "--11-15", M, ALESUND),
    ("alesund", "report.via", "leader", M, ALESUND),
    ("alesund", "report.counts", ("samarbeidsmote", "koordineringsmote"), M, ALESUND),
    ("alesund", "housing.feed", ("economy_plan", "housing_plan"), M, ALESUND),
    ("alesund", "barnekoordinator.before_birth", True, L, ALESUND_WEB),
    ("alesund", "barnekoordinator.consent_after_allocation", True, M, ALESUND_WEB),
    ("alesund", "complaint.child_coordinator", True, L, ALESUND_WEB),
    ("alesund", "complaint.coordinator_local", True, M, ALESUND_WEB),
    ("alesund", "newborn.home_visit", "strive", M, ALESUND),
    ("molde", "language", "nb", M, MOLDE),
    ("molde", "criterion.min_services", 2, M, MOLDE),
    ("molde", "criterion.different_providers", True, M, MOLDE),
    ("molde", "criterion.also_if", ("municipal_and_hospital",), M, MOLDE),
    ("molde", "longterm_definition", "some_duration", M, MOLDE),
    ("molde", "who_may_report", ("person", "health_personnel"), M, MOLDE),
    ("molde", "consent.stands_in_plan", True, L, MOLDE),
    ("molde", "decision.form", "avgjorelse", M, MOLDE),
    ("molde", "appointment.wish", "great_weight", M, MOLDE),
    ("molde", "coordinator.competence", ("profession_neutral",), M, MOLDE),
    ("molde", "coordinator.without_plan", True, L, MOLDE),
    ("molde", "training.prerequisites", ("plan_tool",), M, MOLDE),
    ("molde", "meetings.practice", ("optional", "few_fixed_members", "no_decision_power"), M, MOLDE),
    ("molde", "plan.tool_before", "SamPro", M, MOLDE),
    ("molde", "housing.feed", ("care_ladder",), M, MOLDE),
    ("arendal", "language", "nb", M, ARENDAL),
    ("arendal", "criterion.min_services", 2, M, ARENDAL),
    ("arendal", "criterion.unit", "instans", M, ARENDAL),
    ("arendal", "longterm_definition", "longer_period", M, ARENDAL),
    ("arendal", "who_may_report", ("person",), M, ARENDAL),
    ("arendal", "referral.form", ("common_application",), M, ARENDAL),
    ("arendal", "consent.forms", ("written",), M, ARENDAL),
    ("arendal", "consent.own_form", True, M, ARENDAL),
    ("arendal", "consent.withdrawal_effect", ("sharing_stops", "coordination_stops"), M, ARENDAL),
    ("arendal", "decision.form", "tildelingsbrev", M, ARENDAL),
    ("arendal", "decision.by", "allocation_office", M, ARENDAL),
    ("arendal", "appointment.by", "allocation_office", M, ARENDAL),
    ("arendal", "appointment.two_step", True, M, ARENDAL),
    ("arendal", "plan.alternatives", ("tjenesteoversikt",), M, ARENDAL),
    ("arendal", "plan.medium", ("document",), M, ARENDAL),
    ("arendal", "change_notice.on", ("changed_needs",), M, ARENDAL),
    ("arendal", "barnekoordinator.until_age", 18, L, ARENDAL),
    (
        "arendal",
        "barnekoordinator.conditions",
        ("has_child", "serious_condition", "health_and_welfare", "under_18"),
        M,
        ARENDAL,
    ),
    ("arendal", "casework.promise", "takes_some_time", M, ARENDAL),
    ("luster", "language", "nn", M, LUSTER),
    ("luster", "criterion.min_services", 3, M, LUSTER),
    ("luster", "criterion.unit", "faggruppe", M, LUSTER),
    ("luster", "longterm_definition", "undefined", M, LUSTER),
    ("luster", "who_may_report", ("person", "guardian", "relative", "provider"), M, LUSTER),
    ("luster", "referral.form", ("report_form", "post"), M, LUSTER),
    ("luster", "consent.required", True, L, LUSTER),
    ("luster", "decision.form", "enkeltvedtak", M, LUSTER),
    ("luster", "appointment.by", "office_when_unclear", M, LUSTER),
    ("luster", "appointment.wish", "weighed", M, LUSTER),
    ("luster", "coordinator.without_plan", True, L, LUSTER),
    ("luster", "training.by_office", True, M, LUSTER),
    ("luster", "plan.medium", ("digital",), M, LUSTER),
    ("luster", "casework.promise", "as_soon_as_possible", M, LUSTER),
    ("luster", "preliminary_reply", 1, L, LUSTER),
    ("luster", "complaint.plan", True, L, LUSTER),
    ("luster", "complaint.coordinator_local", False, M, LUSTER),
]


@pytest.mark.parametrize(("slug", "key", "value", "status", "source"), RULES)
def test_municipal_rule(slug: str, key: str, value: object, status: str, source: str) -> None:
    rule = load(slug, ON).rule(key)
    assert rule.value == value
    assert rule.legal_status == status
    assert rule.source.startswith(source)


FACTS = [
    ("lund", "Lund", "1112", "Statsforvalteren i Rogaland", "Koordinerende enhet"),
    ("alesund", "Ålesund", "1508", "Statsforvalteren i Møre og Romsdal", "Koordinerende enhet"),
    ("molde", "Molde", "1506", "Statsforvalteren i Møre og Romsdal", "Kontor for tildeling og koordinering"),
    ("arendal", "Arendal", "4203", "Statsforvalteren i Agder", "Tildelingskontoret"),
    ("luster", "Luster", "4644", "Statsforvalteren i Vestland", "Koordinerende enhet"),
]


@pytest.mark.parametrize(("slug", "name", "number", "governor", "office"), FACTS)
def test_municipality(slug: str, name: str, number: str, governor: str, office: str) -> None:
    procedure = load(slug, ON)
    assert (procedure.name, procedure.municipality.number) == (name, number)
    assert str(procedure.county_governor) == governor
    assert str(procedure.office_name) == office


def test_the_six_procedures_come_with_the_programme() -> None:
    assert profiles() == ("alesund", "arendal", "lund", "luster", "molde", "nasjonal")


@pytest.mark.parametrize("slug", profiles())
def test_statutory_keys_are_the_same_everywhere(slug: str) -> None:
    mine, national = load(slug, ON), load("nasjonal", ON)
    for spec in keys().values():
        if spec.is_statutory:
            assert mine.value(spec.key) == national.value(spec.key)
            assert mine.rule(spec.key).is_law


@pytest.mark.parametrize("slug", profiles())
def test_six_life_areas_with_names_in_three_languages(slug: str) -> None:
    areas = load(slug, ON).rows("life_areas")
    assert [area["key"] for area in areas] == ["health", "daytime", "housing", "leisure", "economy", "social"]
    assert all({"nb", "nn", "en"} <= set(area) for area in areas)


def test_molde_finds_coordinators_by_stage_of_life() -> None:
    stages = [
        (row["stage"], row.get("heavy", False))
        for row in load("molde", ON).rows("coordinator.source_by_stage")
    ]
    assert ("preschool", True) in stages
    assert ("adult", False) in stages


def test_the_law_counts_even_where_a_procedure_says_otherwise() -> None:
    """Pbrl § 7-2, jf. § 2-5 b: Lund's own words do not take the right to complain away."""
    assert load("lund", ON).flag("complaint.coordinator")
    assert not load("lund", ON).flag("complaint.coordinator_local")
