"""What a procedure file may not say, and how the refusal names file, rule and reason."""

from datetime import date
from pathlib import Path

import pytest

from fellesplan.procedures.loader import ProcedureError, load, load_file

ON = date(2026, 11, 21)
HEAD = """
slug = "ny"
valid_from = 2024-01-01

[municipality]
name = "Nyby"
number = "9999"
county = "Nyfylke"
county_governor = { nb = "Statsforvalteren", nn = "Statsforvaltaren", en = "The State Administrator" }
"""
RULE = """
[[rule]]
key = "{key}"
value = {value}
legal_status = "{status}"
source = "{source}"
nb = "Setning."
nn = "Setning."
en = "Sentence."
{extra}
"""


def rule(
    key: str = "criterion.min_services",
    value: str = "2",
    status: str = "municipal",
    source: str = "Nyby kommune, prosedyre",
    extra: str = "",
) -> str:
    return RULE.format(key=key, value=value, status=status, source=source, extra=extra)


@pytest.fixture
def write(tmp_path: Path):
    def _write(*rules: str, head: str = HEAD) -> Path:
        path = tmp_path / "nyby.toml"
        path.write_text(head + "".join(rules), encoding="utf-8")
        return path

    return _write


@pytest.mark.parametrize(
    ("rules", "key", "reason"),
    [
        ([rule(key="criterion.colour")], "criterion.colour", "ukjent nøkkel"),
        ([rule(value='"to"')], "criterion.min_services", "helt tall"),
        ([rule(value="0")], "criterion.min_services", "helt tall"),
        ([rule(value="true")], "criterion.min_services", "helt tall"),
        ([rule(source="")], "criterion.min_services", "kilden mangler"),
        ([rule(status="custom")], "criterion.min_services", "rettslig status"),
        ([rule(status="law")], "criterion.min_services", "paragraf"),
        ([rule(), rule()], "criterion.min_services", "to regler gjelder samtidig"),
        (
            [rule(extra="valid_to = 2025-06-01"), rule(extra="valid_from = 2025-06-01")],
            "criterion.min_services",
            "to",
        ),
        ([rule(extra="valid_to = 2020-01-01")], "criterion.min_services", "valid_to"),
        ([rule(extra="color = 1")], "criterion.min_services", "ukjente felt: color"),
        ([rule(key="language", value='"se"')], "language", "nb, nn"),
        ([rule(key="consent.forms", value='["oral", "sms"]')], "consent.forms", "ukjente valg: sms"),
        ([rule(key="consent.forms", value='["oral", "oral"]')], "consent.forms", "gjentakelser"),
        ([rule(key="office_name", value='"Kontoret"')], "office_name", "nb, nn og en"),
        ([rule(key="report.due", value='"11-15"')], "report.due", "--11-15"),
        ([rule(key="report.due", value='"--13-40"')], "report.due", "--11-15"),
        ([rule(key="life_areas", value="[]")], "life_areas", "rader"),
        ([rule(key="life_areas", value='[{ name = "x" }]')], "life_areas", "ukjente felt: name"),
        ([rule(key="two_person_control", value="1")], "two_person_control", "true eller false"),
        ([rule(key="consent.own_from_age", value="15")], "consent.own_from_age", "lovfestet"),
        ([rule(key="complaint.coordinator", value="false")], "complaint.coordinator", "lovfestet"),
        ([rule(key="preliminary_reply", value="2")], "preliminary_reply", "lovfestet"),
        (
            [rule(key="barnekoordinator.before_birth", value="false")],
            "barnekoordinator.before_birth",
            "lovfestet",
        ),
        ([rule(key="plan.content", value='["goals"]')], "plan.content", "lovfestet"),
    ],
)
def test_refusal_names_file_rule_and_reason(write, rules: list[str], key: str, reason: str) -> None:
    with pytest.raises(ProcedureError) as error:
        load_file(write(*rules), ON)
    message = str(error.value)
    assert message.startswith(f"nyby.toml: {key}: ")
    assert reason in message


def test_all_problems_are_told_at_once(write) -> None:
    with pytest.raises(ProcedureError) as error:
        load_file(write(rule(key="a"), rule(key="b")), ON)
    assert len(error.value.problems) == 2


def test_a_file_that_is_not_toml_is_refused(write) -> None:
    with pytest.raises(ProcedureError, match="ikke gyldig TOML"):
        load_file(write("[[[["), ON)


def test_a_file_without_a_municipality_is_refused(write) -> None:
    with pytest.raises(ProcedureError, match=r"nyby\.toml: municipality"):
        load_file(write(rule(), head="valid_from = 2024-01-01\n"), ON)


def test_a_rule_without_any_date_is_refused(write) -> None:
    with pytest.raises(ProcedureError, match="valid_from mangler"):
        load_file(write(rule(), head=HEAD.replace("valid_from = 2024-01-01", "")), ON)


def test_a_statutory_key_may_be_repeated_in_the_municipality_s_words(write) -> None:
    source = "Nyby kommune; pasient- og brukerrettighetsloven § 4-3"
    path = write(rule(key="consent.own_from_age", value="16", status="law", source=source))
    assert load_file(path, ON).rule("consent.own_from_age").source == source


def test_municipal_rules_go_before_national_ones_and_the_rest_is_inherited(write) -> None:
    procedure = load_file(write(rule(value="4")), ON)
    assert procedure.number("criterion.min_services") == 4
    assert procedure.value("appointment.wish") == "great_weight"
    assert procedure.rule("preliminary_reply").source == "forvaltningsloven § 11 a"


def test_rules_follow_each_other_by_date(write) -> None:
    path = write(rule(extra="valid_to = 2025-05-31"), rule(value="3", extra="valid_from = 2025-06-01"))
    before, after = load_file(path, date(2025, 5, 31)), load_file(path, date(2025, 6, 1))
    assert (before.number("criterion.min_services"), after.number("criterion.min_services")) == (2, 3)
    assert before.version != after.version


def test_version_is_stable_while_nothing_changes() -> None:
    first, second = load("lund", date(2025, 1, 1)), load("lund", date(2025, 2, 1))
    assert first.version == second.version
    assert first.version != load("luster", date(2025, 1, 1)).version


def test_statutory_rules_follow_the_law_by_date() -> None:
    assert load("lund", date(2022, 7, 31)).value("complaint.coordinator") is False
    assert load("lund", date(2022, 8, 1)).value("complaint.coordinator") is True
    assert load("lund", date(2022, 7, 31)).find("barnekoordinator.offered") is None


def test_silence_and_unknown_keys() -> None:
    procedure = load("molde", ON)
    assert procedure.find("report.due") is None
    assert procedure.value("report.due") is None
    assert (procedure.flag("consent.own_form"), procedure.number("coordinator.max_persons")) == (False, None)
    assert (
        procedure.word("report.due"),
        procedure.choices("report.counts"),
        procedure.rows("referral.attachments"),
    ) == (
        "",
        (),
        (),
    )
    with pytest.raises(KeyError):
        procedure.rule("report.due")
    with pytest.raises(KeyError):
        procedure.find("no.such.key")


def test_unknown_municipality() -> None:
    with pytest.raises(KeyError):
        load("oslo", ON)
