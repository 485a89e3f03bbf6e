"""Clock, ids, texts, settings and the vault."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from cryptography.fernet import Fernet, InvalidToken
from hypothesis import given
from hypothesis import strategies as st

from fellesplan.kernel import clock, settings_readers
from fellesplan.kernel.crypto import Vault
from fellesplan.kernel.ids import new_id, new_reference
from fellesplan.kernel.settings_readers import BadSetting
from fellesplan.kernel.text import t


def test_the_civil_day_is_norwegian() -> None:
    assert clock.civil_day(datetime(2026, 6, 30, 22, 30, tzinfo=UTC)) == date(2026, 7, 1)
    assert clock.civil_day(datetime(2026, 12, 31, 22, 30, tzinfo=UTC)) == date(2026, 12, 31)


def test_time_can_stand_still() -> None:
    moment = datetime(2025, 1, 1, 12, tzinfo=UTC)
    with clock.frozen(moment):
        assert clock.now() == moment
        assert clock.today() == date(2025, 1, 1)


def test_ids_are_version_seven_and_differ() -> None:
    ids = [new_id() for _ in range(1000)]
    assert len(set(ids)) == 1000
    assert {found.version for found in ids} == {7}
    assert {found.variant for found in ids} == {"specified in RFC 4122"}
    assert [found.int >> 80 for found in ids] == sorted(found.int >> 80 for found in ids)


def test_references_avoid_letters_that_look_alike() -> None:
    assert not set("01IOL") & set("".join(new_reference() for _ in range(500)))


def test_a_text_is_translated_with_its_parts() -> None:
    text = t("Frist {day} for {what}", day=date(2026, 12, 3), what=t("brev"))
    english = {"Frist {day} for {what}": "{what} due {day}", "brev": "letter"}
    assert str(text) == "Frist 3.12.2026 for brev"
    assert text.render(english.__getitem__, lambda day: day.isoformat()) == "letter due 2026-12-03"


def test_a_text_without_parameters_may_hold_braces() -> None:
    assert str(t("{}")) == "{}"


@pytest.mark.parametrize(
    ("value", "meaning"), [("1", True), ("on", True), ("No", False), ("0", False), ("", None)]
)
def test_a_flag_is_understood(value: str, meaning: bool | None) -> None:
    assert settings_readers.flag("X", default=True, env={"X": value}) is (
        True if meaning is None else meaning
    )


def test_nonsense_settings_fail_loudly(tmp_path: Path) -> None:
    with pytest.raises(BadSetting, match="X must be 1 or 0"):
        settings_readers.flag("X", env={"X": "maybe"})
    with pytest.raises(BadSetting, match="at least 1"):
        settings_readers.number("X", 1, least=1, env={"X": "0"})
    with pytest.raises(BadSetting, match="X must be set"):
        settings_readers.text("X", env={})
    with pytest.raises(BadSetting, match="X_FILE"):
        settings_readers.text("X", env={"X_FILE": str(tmp_path / "missing")})


def test_a_secret_may_lie_in_a_file(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("hemmelig\n")
    assert settings_readers.text("X", env={"X_FILE": str(tmp_path / "secret")}) == "hemmelig"


@given(st.text())
def test_the_vault_gives_back_what_it_got(text: str) -> None:
    vault = Vault((Fernet.generate_key().decode(),), "index")
    assert vault.decrypt(vault.encrypt(text)) == text


def test_an_old_key_still_opens_and_a_foreign_one_does_not() -> None:
    old, new = Fernet.generate_key().decode(), Fernet.generate_key().decode()
    token = Vault((old,), "index").encrypt("12345678901")
    assert Vault((new, old), "index").decrypt(token) == "12345678901"
    with pytest.raises(InvalidToken):
        Vault((new,), "index").decrypt(token)


def test_a_fingerprint_depends_on_text_and_key() -> None:
    key = Fernet.generate_key().decode()
    one, other = Vault((key,), "a"), Vault((key,), "b")
    assert one.fingerprint("1") == one.fingerprint("1") != one.fingerprint("2")
    assert one.fingerprint("1") != other.fingerprint("1")
