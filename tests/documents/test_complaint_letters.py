"""Letters about complaints: what they must say, and that they can be archived and read by all."""

import re
from dataclasses import replace
from itertools import product

import pytest

from fellesplan.documents.complaint_sheet import ContentsRow, render_complaint, render_contents
from fellesplan.documents.letters import (
    LANGUAGES,
    ComplaintDismissedFacts,
    ComplaintForwardedFacts,
    Language,
    LetterContent,
    Part,
    build_complaint_cover,
    build_complaint_dismissed,
    build_complaint_forwarded,
    findings,
    render_letter,
)
from tests.documents import samples
from tests.documents.complaint_samples import BODY, common, cover, letters, sheet
from tests.documents.reading import faults, pdf_words

EVERY = [
    (f"{name}-{language}-{'self' if reader.is_subject else 'other'}", content)
    for language, reader in product(LANGUAGES, (samples.PARENTS, samples.HERSELF))
    for name, content in letters(language, reader)
]
ALL = pytest.mark.parametrize("content", [c for _, c in EVERY], ids=[name for name, _ in EVERY])


def said(content: LetterContent) -> str:
    sections = (line for s in content.sections for line in (s.heading, *s.paragraphs, *s.items))
    return " ".join((content.title, *content.intro, *sections)).replace("\u00a0", " ")


@ALL
def test_every_letter_is_complete_archivable_and_accessible(content: LetterContent) -> None:
    assert findings(content) == ()
    assert not re.search(r"[{}]|  | \.|\.\.", said(content)), said(content)
    assert faults(render_letter(content)) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("how", ["portal", "post", "in_person", "oral"])
def test_every_sheet_is_archivable_and_accessible(how: str, language: Language) -> None:
    assert faults(render_complaint(sheet(how), language)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_of_contents_says_what_is_left_out(language: Language) -> None:
    rows = [ContentsRow("Klagen", None, "3"), ContentsRow("Film", None, "", "other_type")]
    pdf = render_contents(
        rows, title="2026/0147", sender=samples.SENDER, on=cover().letter_date, language=language
    )
    assert faults(pdf) == []
    assert "3" in pdf_words(pdf)


def test_a_receipt_tells_when_and_what_happens_now() -> None:
    content = dict(letters("nb"))["receipt"]
    assert "14. desember 2026 kl. 14.02" in said(content)
    assert "sender vi klagen videre til Statsforvalteren i Rogaland" in said(content)


def test_a_late_complaint_is_told_so_kindly() -> None:
    text = said(dict(letters("nb"))["receipt-late"])
    assert "Klagen kom etter fristen." in text
    assert "Klagen er skrevet av Advokat Lie." in text
    assert "Dere hører fra oss senest 14. januar 2027." in text


def test_a_dismissal_tells_how_to_complain_over_it() -> None:
    content = dict(letters("nb"))["dismissed"]
    assert "22. desember 2026" in said(content)
    assert "Regelen" not in content.title
    without = build_complaint_dismissed(
        ComplaintDismissedFacts(**common(), reason="For sent.", route=None),  # type: ignore[arg-type]
        "nb",
    )
    assert [finding.code for finding in findings(without)] == ["complaint_missing"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_sent_without_a_statement(language: Language) -> None:
    empty = ComplaintForwardedFacts(**common(), body=BODY, statement=" ")  # type: ignore[arg-type]
    for content in (
        build_complaint_forwarded(empty, language),
        build_complaint_cover(cover(statement=""), language),
    ):
        assert [finding.code for finding in findings(content)] == ["reason_missing"]


def test_the_party_gets_the_statement_word_for_word() -> None:
    content = dict(letters("nb"))["forwarded"]
    section = content.of(Part.REASON)[0]
    assert section.paragraphs == (
        "Vi har snakket med familien på nytt.",
        "Tjenestene er få, og dere samordner dem godt i dag.",
    )


def test_the_cover_tells_why_a_late_complaint_was_taken_up() -> None:
    text = said(build_complaint_cover(replace(cover(), late_reason="Mor lå på sykehus."), "nb"))
    assert "er tatt opp til behandling: Mor lå på sykehus." in text
    assert "Klager: Mona Fjellbekk" in text


def test_a_new_decision_refers_to_the_old_and_to_costs() -> None:
    text = said(dict(letters("nb"))["changed"])
    assert "Dere klaget på svaret av 24. november 2026." in text
    assert "senest tre uker etter at dere fikk dette brevet" in text
    assert "forvaltningsloven § 36" in text
