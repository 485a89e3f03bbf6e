"""Anchors find what the chain alone cannot: that all of it was written anew, or cut off at the end."""

import json
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection

from fellesplan.access import anchor, audit, chain
from fellesplan.access.chain_check import Finding, Kind, Walk
from fellesplan.access.models import Link
from fellesplan.config import cli
from fellesplan.kernel import clock
from fellesplan.people.models import Municipality
from tests import factories as make
from tests.fixtures import NOW

pytestmark = pytest.mark.django_db(databases=["default", "audit"])


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, settings: object) -> Path:
    settings.ANCHOR_DIR = tmp_path / "anchors"  # type: ignore[attr-defined]
    return tmp_path / "anchors"


@pytest.fixture
def logged(lund: Municipality) -> Municipality:
    """Lund with three events that are linked."""
    _log(lund, 3)
    return lund


def _log(where: Municipality, number: int) -> None:
    owner = make.person(where, login=True)
    for _ in range(number):
        audit.changed(make.actor(owner), "person.edit", owner, subject=owner.pk, fields=["name"])
    connection.check_constraints()


def _file(where: Municipality, folder: Path) -> Path:
    return anchor.write(folder, where.pk, where.slug)[0]


def _check(where: Municipality, file: Path) -> list[Finding]:
    [found] = anchor.read(file)
    return list(anchor.check(found, where.pk))


def test_an_anchor_tells_where_the_chain_had_come(logged: Municipality, folder: Path) -> None:
    said = json.loads(_file(logged, folder).read_text())
    last = Link.objects.get(seq=3)
    signature = said.pop("signature")
    assert said == {
        "municipality": "lund", "day": "2026-11-24", "seq": 3, "hash": bytes(last.hash).hex(), "count": 3,
    }  # fmt: skip
    assert len(signature) > 80


def test_a_log_that_grows_still_fits_its_anchor(logged: Municipality, folder: Path) -> None:
    file = _file(logged, folder)
    _log(logged, 2)
    assert _check(logged, file) == []


def test_a_day_has_one_anchor(logged: Municipality, folder: Path) -> None:
    first = _file(logged, folder)
    text = first.read_text()
    _log(logged, 1)
    assert anchor.write(folder, logged.pk, logged.slug) == (first, False)
    assert first.read_text() == text
    with clock.frozen(NOW + timedelta(days=1)):
        assert anchor.write(folder, logged.pk, logged.slug)[1]


def test_an_empty_log_has_an_anchor(lund: Municipality, folder: Path) -> None:
    file = _file(lund, folder)
    _log(lund, 1)
    assert _check(lund, file) == []


def test_a_chain_written_anew_is_whole_but_fits_no_anchor(logged: Municipality, folder: Path) -> None:
    """Somebody puts another history in its place: every hash is right, and still it is found."""
    kept = _file(logged, folder)
    other = make.municipality("molde")
    said = json.loads(kept.read_text())
    with_other = anchor.Anchor(**said | {"hash": "00" * 32}).signed()
    assert list(Walk(logged.pk).findings()) == []
    assert list(anchor.check(with_other, logged.pk)) == [Finding(Kind.ANCHOR_DIFFERS, 3)]
    assert _check(other, kept) == [Finding(Kind.ANCHOR_DIFFERS, 3)]


@pytest.mark.parametrize("field", ["seq", "hash", "count", "day", "municipality", "signature"])
def test_an_anchor_that_was_changed_is_not_believed(logged: Municipality, folder: Path, field: str) -> None:
    file = _file(logged, folder)
    said = json.loads(file.read_text())
    said[field] = 2 if isinstance(said[field], int) else "x"
    file.write_text(json.dumps(said))
    assert [found.kind for found in _check(logged, file)] == [Kind.ANCHOR_UNSIGNED]


def test_an_older_key_is_still_known(logged: Municipality, folder: Path, settings: object) -> None:
    file = _file(logged, folder)
    old = settings.ANCHOR_KEYS  # type: ignore[attr-defined]
    settings.ANCHOR_KEYS = (b"n" * 32, *old)  # type: ignore[attr-defined]
    assert _check(logged, file) == []
    settings.ANCHOR_KEYS = (b"n" * 32,)  # type: ignore[attr-defined]
    assert [found.kind for found in _check(logged, file)] == [Kind.ANCHOR_UNSIGNED]


class TestCommands:
    """`anchor-log` and `verify-log`, within the transaction of the test."""

    def test_a_whole_log(self, logged: Municipality, capsys: pytest.CaptureFixture[str]) -> None:
        assert cli.main(["verify-log", "--municipality", "lund"]) == 0
        assert capsys.readouterr().out == "lund: 3 links, whole\n"

    def test_findings_are_named_and_tell_nothing_of_people(
        self, logged: Municipality, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        second = Link.objects.get(seq=2)
        monkeypatch.setattr(
            chain, "_LINKS", chain._LINKS.replace("l.hash", "case when seq = 2 then '' else l.hash end")
        )
        assert cli.main(["verify-log"]) == 1
        said = capsys.readouterr().out.splitlines()
        assert said == [
            f"lund: altered link  link 2  event {second.event}  2026-11-24T09:00:00.000000Z",
            "lund: 3 links, 1 findings",
        ]

    def test_stored_anchors_are_checked(self, logged: Municipality, folder: Path) -> None:
        assert cli.main(["anchor-log"]) == 0
        assert cli.main(["verify-log"]) == 0
        [file] = folder.iterdir()
        file.write_text(file.read_text().replace('"seq": 3', '"seq": 2'))
        assert cli.main(["verify-log"]) == 1

    def test_an_anchor_from_elsewhere_is_checked(self, logged: Municipality, tmp_path: Path) -> None:
        assert cli.main(["anchor-log", "--dir", str(tmp_path / "usb")]) == 0
        [file] = (tmp_path / "usb").iterdir()
        assert cli.main(["verify-log", "--anchor", str(file)]) == 0
        forged = anchor.Anchor(**json.loads(file.read_text()) | {"count": 7}).signed()
        file.write_text(json.dumps(vars(forged)))
        assert cli.main(["verify-log", "--anchor", str(file)]) == 1

    @pytest.mark.parametrize(
        "arguments", [["--municipality", "atlantis"], ["--anchor", "/nowhere"], ["--anchor", __file__]]
    )
    def test_wrong_usage(self, logged: Municipality, arguments: list[str]) -> None:
        assert cli.main(["verify-log", *arguments]) == 2

    def test_the_anchor_of_another_municipality(self, logged: Municipality, tmp_path: Path) -> None:
        make.municipality("molde")
        assert cli.main(["anchor-log", "--dir", str(tmp_path / "usb")]) == 0
        file = next((tmp_path / "usb").glob("molde-*"))
        assert cli.main(["verify-log", "--municipality", "lund", "--anchor", str(file)]) == 2
