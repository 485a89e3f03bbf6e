"""Findings in procedures: stricter than law, outdated or lacking."""

from datetime import date
from pathlib import Path

import pytest

from fellesplan.procedures import loader
from fellesplan.procedures.linter import Severity, check
from fellesplan.procedures.outdated import find_term
from fellesplan.procedures.values import DATA, read_toml, tables
from tests.procedures.test_loader import HEAD, rule

ON = date(2026, 11, 21)
PROFILES = Path(loader.__file__).parent / "profiles"
W, A = Severity.WARNING, Severity.ADVICE


@pytest.mark.parametrize(
    ("slug", "findings"),
    [
        ("nasjonal", set()),
        ("alesund", set()),
        ("lund", {(W, "complaint.coordinator_local", "§ 2-5 b"), (A, "criterion.excluded", "§§ 7-1 og 7-2")}),
        (
            "molde",
            {(W, "barnekoordinator.offered", "§ 7-2 a"), (W, "plan.content_local", "individuell plan § 9")},
        ),
        (
            "arendal",
            {
                (W, "barnekoordinator.conditions", "§ 7-2 a"),
                (A, "consent.forms", "individuell plan § 5"),
                (A, "who_may_report", "§ 38 a"),
            },
        ),
        (
            "luster",
            {
                (W, "complaint.coordinator_local", "§ 2-5 b"),
                (W, "barnekoordinator.offered", "§ 7-2 a"),
                (A, "criterion.min_services", "§§ 7-1 og 7-2"),
            },
        ),
    ],
)
def test_the_municipalities(slug: str, findings: set[tuple[Severity, str, str]]) -> None:
    found = check(PROFILES / f"{slug}.toml", ON)
    assert {(f.severity, f.key) for f in found} == {(severity, key) for severity, key, _ in findings}
    for severity, key, reference in findings:
        assert any((f.severity, f.key) == (severity, key) and reference in f.reference for f in found)


def test_no_complaint_was_right_before_august_2022(tmp_path: Path) -> None:
    head = HEAD.replace("2024-01-01", "2020-01-01")
    path = _file(tmp_path, rule(key="complaint.coordinator_local", value="false"), head=head)
    assert not _keys(path, date(2022, 7, 31))
    assert "complaint.coordinator_local" in _keys(path, date(2022, 8, 1))


def test_molde_s_template_lacks_four_points() -> None:
    """Forskrift om individuell plan § 9: responsible, services, period and the child's participation."""
    found = next(f for f in check(PROFILES / "molde.toml", ON) if f.key == "plan.content_local")
    assert "4 av de 11" in str(found.text)


@pytest.mark.parametrize(
    ("rules", "key"),
    [
        (rule(key="consent.own_from_age", value="15"), "consent.own_from_age"),
        (rule(key="barnekoordinator.until_age", value="16"), "barnekoordinator.until_age"),
        (rule(key="preliminary_reply", value="3"), "preliminary_reply"),
        (rule(key="no.such.key"), "no.such.key"),
    ],
)
def test_what_the_loader_refuses_is_an_error(tmp_path: Path, rules: str, key: str) -> None:
    found = check(_file(tmp_path, rules), ON)
    assert (found[0].severity, found[0].key) == (Severity.ERROR, key)


def test_a_broken_file_is_one_error(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_text("[[", encoding="utf-8")
    assert [f.severity for f in check(path, ON)] == [Severity.ERROR]


def test_a_recommended_number_is_not_stricter_than_law(tmp_path: Path) -> None:
    assert "criterion.min_services" not in _keys(_file(tmp_path, rule(value="4", status="recommended")), ON)


@pytest.mark.parametrize(
    ("text", "on", "found"),
    [
        ("Vurder samtykkekompetanse.", ON, "samtykkekompetanse"),
        ("Vurder samtykkekompetanse.", date(2026, 5, 31), ""),
        ("Se pasient- og brukerrettighetsloven kapittel 4 A om samtykkekompetanse.", ON, ""),
        ("Pasientjournalforskriften § 7 om samtykkekompetanse", ON, ""),
        ("Klag til Fylkesmannen.", ON, "Fylkesmann"),
        ("Klag til statsforvalteren.", ON, ""),
        ("Lov om sosiale tjenester i NAV § 15", ON, "sosiale tjenester i NAV § 15"),
        ("Lov om barnevernstjenester § 3-2a", ON, "Lov om barnevernstjenester § 3-2a"),
        ("bvl 3-2a", ON, "bvl 3-2a"),
        ("Opplæringsloven § 15-5", ON, "Opplæringsloven § 15-5"),
        ("oppl 15-5", ON, "oppl 15-5"),
        ("opplæringslova § 24-1", ON, ""),
        ("helsesøster", ON, "helsesøster"),
        ("Forskrift om rehabilitering og habilitering, individuell plan og koordinator", ON, "Forskrift om"),
        ("Forskrift om habilitering, rehabilitering og koordinator", ON, ""),
    ],
)
def test_outdated_terms(text: str, on: date, found: str) -> None:
    terms = tables(read_toml(DATA / "texts" / "terms.toml"), "term")
    hits = [hit for term in terms if (hit := find_term(term, text, on))]
    assert bool(hits) is bool(found)
    assert all(hit.startswith(found) for hit in hits)


def test_an_outdated_term_in_a_source_is_a_warning(tmp_path: Path) -> None:
    found = check(_file(tmp_path, rule(source="Nyby; Opplæringsloven § 15-5")), ON)
    assert any("opplæringslova § 24-1" in str(f.text) for f in found if f.severity is W)


def _file(folder: Path, *rules: str, head: str = HEAD) -> Path:
    path = folder / "nyby.toml"
    path.write_text(head + "".join(rules), encoding="utf-8")
    return path


def _keys(path: Path, on: date) -> set[str]:
    return {finding.key for finding in check(path, on)}
