"""Text that can be printed, whatever people write."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fellesplan.documents.fonts import drawable
from fellesplan.documents.glyphs import paragraphs, printable, tidy
from fellesplan.documents.letters import LawRef, Outcome, Right, build_decision_letter, render_letter
from fellesplan.documents.letters.language import Speaker
from tests.documents.reading import faults, pdf_words
from tests.documents.samples import adult, answer

SPECIAL = "Æøå ÆØÅ áčđŋšŧž ÁČĐŊŠŦŽ ǩ ïöüß éè ñ Łódź İstanbul Привет Ωμέγα «–» ½ € § № →"


def letter(text: str) -> bytes:
    return render_letter(build_decision_letter(adult(answer(Right.COORDINATOR, Outcome.GRANTED, text)), "nb"))


def test_every_letter_people_are_named_with_is_printed() -> None:
    pdf = letter(SPECIAL)
    assert faults(pdf) == []
    assert SPECIAL in " ".join(pdf_words(pdf))


def test_what_cannot_be_drawn_is_named() -> None:
    assert printable("Hurra 🎉!") == "Hurra [party popper]!"
    assert printable("漢字") == "??"


def test_hidden_characters_are_taken_away() -> None:
    assert printable("a\u202eb\u2066c\u200bd\ufeffe\x00f\x1b") == "abcdef"
    assert printable("a\u0301") == "á"


@pytest.mark.parametrize(
    "evil",
    [
        '#panic() #import "x.typ" #sys.inputs.data $x$ *b* _i_ `raw` <label> @ref',
        "= Heading\n== Two\n- list\n+ enum\n/ term: x\n\\ // comment /* c */",
        '\\u{1F389} #eval("1+1") ]] }} "} {"data": 1} \'',
        "<script>alert(1)</script> &amp; <!-- -->",
        "مرحبا بالعالم שלום עולם \u202eevil\u202c",
        "👩‍👩‍👧‍👦 🇳🇴 ❤️ 🎉",
    ],
)
def test_what_people_write_is_printed_and_never_run(evil: str) -> None:
    pdf = letter(evil)
    assert faults(pdf) == []
    if evil.isascii():
        assert evil.split() == [w for w in pdf_words(pdf) if w in evil.split()][: len(evil.split())]


def test_ten_thousand_characters_fit() -> None:
    pdf = letter("Tjenestene må henge sammen. " * 400 + "\n" + "x" * 10_000)
    assert faults(pdf) == []


@settings(max_examples=40)
@given(st.text(max_size=120))
def test_any_text_at_all_can_be_sent(text: str) -> None:
    assert faults(letter(text)) == []


@given(st.text())
def test_printable_is_stable_and_drawable(text: str) -> None:
    shown = printable(text)
    assert printable(shown) == shown
    assert all(ord(character) in drawable() or character in " \n\u200b" for character in shown)


def test_every_character_we_promise_is_drawn() -> None:
    names = [chr(point) for point in sorted(drawable()) if unicodedata.category(chr(point))[0] not in "CZM"]
    assert faults(letter(" ".join(names))) == []


def test_a_word_without_end_may_be_broken() -> None:
    assert printable("x" * 130).split("\u200b") == ["x" * 60, "x" * 60, "x" * 10]
    assert printable("y" * 60) == "y" * 60


def test_paragraphs_follow_line_breaks() -> None:
    assert paragraphs(" En.\r\n\r\n To. \n\n") == ("En.", "To.")


def test_dates_and_paragraph_signs_never_break() -> None:
    assert tidy("3. november kl. 13.00, § 7-2 a") == "3.\u00a0november kl.\u00a013.00, §\u00a07-2\u00a0a"


@pytest.mark.parametrize(
    ("reference", "shown"),
    [
        (LawRef("pbrl", ("2-5 c",)), "pasient- og brukerrettighetsloven § 2-5 c"),
        (LawRef("pbrl", ("7-2", "7-5")), "pasient- og brukerrettighetsloven §§ 7-2 og 7-5"),
        (LawRef("fvl", ("11 a", "17", "42")), "forvaltningsloven §§ 11 a, 17 og 42"),
        (LawRef("lov 20. juni 2025 nr. 81", ("17",)), "lov 20. juni 2025 nr. 81 § 17"),
        (LawRef("hol"), "helse- og omsorgstjenesteloven"),
    ],
)
def test_laws_are_written_out(reference: LawRef, shown: str) -> None:
    assert Speaker("nb").law(reference).replace("\u00a0", " ") == shown
