"""A law that is not in force, tried on top of the one that is."""

from datetime import date
from pathlib import Path

import pytest

from fellesplan.procedures import law, loader, new_law
from fellesplan.procedures.law import LawError
from fellesplan.procedures.restated import restated

ROW = """
[[rule]]
id = "complaint.period.health"
value = 6
unit = "weeks"
reference = "prøveloven § 1"
nb = "Klagefristen er seks uker."
"""
PENDING = Path(law.__file__).parent / "law" / "pending.toml"


def file(folder: Path, text: str) -> Path:
    path = folder / "prove.toml"
    path.write_text(text)
    return path


def test_a_new_version_ends_the_old_one(tmp_path: Path) -> None:
    new = new_law.read(file(tmp_path, "valid_from = 2027-01-01" + ROW))
    with law.trying(new_law.laid_over(new)):
        assert law.number("complaint.period.health", date(2026, 12, 31)) == 4
        found = law.rule("complaint.period.health", date(2027, 1, 1))
        assert (found.value, found.tried, found.wording.en) == (6, True, "Klagefristen er seks uker.")
        assert [v.valid_to for v in law.versions("complaint.period.health")] == [date(2026, 12, 31), None]
        assert len(law.enacted("complaint.period.health")) == 1
        assert law.version(date(2027, 1, 1)).startswith("2027-01-01.")
    assert law.number("complaint.period.health", date(2027, 1, 1)) == 4


def test_a_law_for_a_time_gives_the_old_one_back(tmp_path: Path) -> None:
    text = "valid_from = 2027-01-01" + ROW.replace("unit", "valid_to = 2027-06-30\nunit")
    with law.trying(new_law.laid_over(new_law.read(file(tmp_path, text)))):
        days = (date(2026, 12, 31), date(2027, 6, 30), date(2027, 7, 1))
        assert [law.number("complaint.period.health", day) for day in days] == [4, 6, 4]


def test_what_is_enacted_without_a_date_can_be_given_one(tmp_path: Path) -> None:
    new = new_law.read(file(tmp_path, "valid_from = 2027-01-01\n" + PENDING.read_text()))
    assert new_law.unread(new) == ()
    with law.trying(new_law.laid_over(new)):
        on = date(2027, 1, 1)
        for sector in ("social", "nav", "child_welfare"):
            assert law.rule(f"complaint.period.{sector}", on).reference == "forvaltningsloven (2025) § 63"
        assert law.rule("complaint.period.health", on).reference.endswith("§ 7-5")
        assert restated("forvaltningsloven § 29 første ledd", on) == "forvaltningsloven (2025) § 63"
        assert restated("forvaltningsloven § 30, domstolloven §§ 148 og 149", on) == (
            "forvaltningsloven (2025) §§ 63 og 64, domstolloven §§ 148 og 149"
        )
        assert restated("forvaltningsloven §§ 24 andre ledd og 27 andre ledd", on) == (
            "forvaltningsloven (2025) §§ 56, 58 og 59"
        )
        assert restated("forvaltningsloven § 11 a tredje ledd", on) == "forvaltningsloven (2025) § 17"
        assert (
            restated("forvaltningsloven §§ 23–27", on) == "forvaltningsloven (2025) §§ 55, 56, 57, 58 og 59"
        )
        assert restated("forvaltningsloven § 99", on) == "forvaltningsloven § 99"
    assert restated("forvaltningsloven § 29", on) == "forvaltningsloven § 29"


def test_a_procedure_follows_the_law_that_is_tried(tmp_path: Path) -> None:
    text = ROW.replace("complaint.period.health", "casework.preliminary_reply").replace("6", "2")
    new = new_law.read(file(tmp_path, "valid_from = 2027-01-01" + text))
    with law.trying(new_law.laid_over(new)):
        assert loader.statutory(date(2027, 1, 1))["preliminary_reply"].value == 2


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "ingen regler"),
        ("valid_from = ", "ikke gyldig TOML"),
        (ROW, "valid_from mangler"),
        ("dato = 1\n" + ROW, "ukjente felt: dato"),
        ("valid_from = 2027-01-01" + ROW + ROW, "to regler gjelder samtidig"),
        ("valid_from = 2027-01-01" + ROW.replace("value", "verdi"), "ukjente felt: verdi"),
        ("valid_from = 2027-01-01" + ROW.replace("value = 6\n", ""), "value mangler"),
        ("valid_from = 2027-01-01" + ROW.replace("nb", "nn"), "teksten mangler på nb"),
    ],
)
def test_a_file_that_cannot_be_used(text: str, reason: str, tmp_path: Path) -> None:
    with pytest.raises(LawError, match=reason):
        new_law.read(file(tmp_path, text))


def test_a_misspelt_id_is_told(tmp_path: Path) -> None:
    new = new_law.read(file(tmp_path, "valid_from = 2027-01-01" + ROW.replace("period", "periode")))
    assert new_law.unread(new) == ("complaint.periode.health",)
