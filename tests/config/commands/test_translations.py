import gettext
import os
from pathlib import Path

import pytest

from fellesplan.config.commands.translations import compile_catalogue
from fellesplan.config.environment import Problem

CATALOGUE = """
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

msgid "Målet er nådd."
msgstr "Målet er nått."
"""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    file = tmp_path / "django.po"
    file.write_text(CATALOGUE)
    return file


def test_a_compiled_catalogue_is_what_gettext_reads(source: Path) -> None:
    assert compile_catalogue(source)
    with source.with_suffix(".mo").open("rb") as compiled:
        assert gettext.GNUTranslations(compiled).gettext("Målet er nådd.") == "Målet er nått."


def test_an_unchanged_catalogue_is_left_alone(source: Path) -> None:
    compile_catalogue(source)
    assert not compile_catalogue(source)


def test_a_changed_catalogue_is_compiled_again(source: Path) -> None:
    compile_catalogue(source)
    later = source.with_suffix(".mo").stat().st_mtime + 10
    os.utime(source, (later, later))
    assert compile_catalogue(source)


def test_a_broken_catalogue_is_told_of_and_leaves_no_file(source: Path) -> None:
    source.write_text("this is no catalogue")
    with pytest.raises(Problem, match="cannot be read"):
        compile_catalogue(source)
    assert not source.with_suffix(".mo").exists()
