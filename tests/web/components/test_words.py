"""Dates, distances and numbers are written as people say them, in three languages."""

from datetime import UTC, date, datetime, time

import pytest
from django.utils import translation

from fellesplan.kernel import clock
from fellesplan.kernel.text import t
from fellesplan.web.components import words
from fellesplan.web.components.glue import glue, show, translate

TODAY = date(2026, 11, 21)
HARD = "\u00a0"


@pytest.fixture(autouse=True)
def _today():
    with clock.frozen(datetime(2026, 11, 21, 12, tzinfo=UTC)):
        yield


@pytest.mark.parametrize(
    ("language", "expected"), [("nb", "3. desember"), ("nn", "3. desember"), ("en", "3 December")]
)
def test_a_day_is_written_without_this_year(language, expected):
    with translation.override(language):
        assert words.day(date(2026, 12, 3)) == expected


def test_another_year_is_always_told():
    assert words.day(date(2027, 1, 9)) == "9. januar 2027"
    assert words.short_day(date(2025, 12, 3)) == "3. des. 2025"


def test_a_late_evening_in_utc_is_the_next_day_in_norway():
    moment = datetime(2026, 12, 2, 23, 30, tzinfo=UTC)
    assert words.day_and_hour(moment) == "3. desember kl. 00.30"


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2026, 11, 21), "i dag"),
        (date(2026, 11, 22), "i morgen"),
        (date(2026, 11, 20), "i går"),
        (date(2026, 12, 3), "om 12 dager"),
        (date(2026, 11, 17), "for 4 dager siden"),
    ],
)
def test_distance(on, expected):
    assert words.distance(on) == expected


@pytest.mark.parametrize(
    ("due", "expected"),
    [(date(2026, 11, 23), "om 2 dager"), (TODAY, "i dag"), (date(2026, 11, 20), "1 dag over")],
)
def test_time_left(due, expected):
    assert words.time_left(due) == expected


@pytest.mark.parametrize(
    ("value", "one", "expected"),
    [(0, "", "ingen"), (1, "", "én"), (1, "ett", "ett"), (9, "", "ni"), (12, "", "tolv"), (13, "", "13")],
)
def test_numbers_to_twelve_are_words(value, one, expected):
    assert words.number(value, one) == expected


def test_numbers_in_nynorsk_have_their_own_one():
    with translation.override("nn"):
        assert (words.number(1), words.number(1, "ett"), words.number(1, "ei")) == ("éin", "eitt", "ei")


def test_a_list_ends_with_and():
    assert words.listing(["Kari", "Siri", "mamma"]) == "Kari, Siri og mamma"
    assert words.listing(["Kari"]) == "Kari"


@pytest.mark.parametrize(
    ("name", "expected"), [("Ingrid Nesvik", "IN"), ("Mona Liv Fjellbekk", "MF"), ("Gerd", "G"), ("", "")]
)
def test_initials(name, expected):
    assert words.initials(name) == expected


@pytest.mark.parametrize(
    "whole",
    [
        "3. desember",
        "20. nov.",
        "kl. 13.00",
        "§ 11 a",
        "§ 7-2 a",
        "7 år",
        "12 dager",
        "00 00 12 34",
        "400 00 117",
    ],
)
def test_what_belongs_together_never_breaks(whole):
    glued = glue(f"Det gjelder {whole} nå")
    assert whole.replace(" ", HARD) in glued
    assert glued.startswith("Det gjelder ")


def test_glue_leaves_other_text_alone():
    assert glue("Tre av fire uker med gruppe") == "Tre av fire uker med gruppe"


def test_kernel_texts_speak_the_readers_language():
    text = t("Fristen er {day}.", day=date(2026, 12, 3))
    assert translate(text) == "Fristen er 3. desember."
    assert show(text) == f"Fristen er 3.{HARD}desember."
    assert translate(None) == ""


def test_hours_in_english_have_a_colon():
    with translation.override("en"):
        assert words.at(time(13, 0)) == "13:00"
    assert words.at(time(13, 0)) == "kl. 13.00"
