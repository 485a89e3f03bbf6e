"""Preliminary reply, appointment and receipt."""

from dataclasses import replace

import pytest

from fellesplan.documents.letters import (
    LetterContent,
    Part,
    Right,
    build_appointment_letter,
    build_preliminary_reply,
    build_receipt,
    language_of,
)
from tests.documents.samples import HERSELF, appointment, preliminary, receipt


def said(content: LetterContent) -> str:
    lines = [line for part in content.sections for line in (*part.paragraphs, *part.items)]
    return " ".join((content.title, *content.intro, *lines)).replace("\u00a0", " ")


def test_a_preliminary_reply_says_why_and_when() -> None:
    content = build_preliminary_reply(preliminary(), "nb")
    assert content.word == "Foreløpig svar"
    assert content.intro[1].replace("\u00a0", " ") == "Dere får svar senest 8. januar 2027."
    assert "Vi venter på rapporten" in said(content)
    assert "skriver vi til dere igjen før den datoen" in said(content)
    assert "forvaltningsloven § 11 a" in said(content)


def test_an_appointment_names_who_when_and_how_to_reach() -> None:
    text = said(build_appointment_letter(appointment(), "nb"))
    assert "Marit Skogmo blir barnekoordinator for Jonas fra 15. desember 2026." in text
    assert "telefonnummeret er 51 00 00 11" in text
    assert "Marit Skogmo tar kontakt senest 18. desember 2026." in text


def test_an_appointment_keeps_the_overlap() -> None:
    text = said(build_appointment_letter(appointment(), "nb"))
    assert "Marit Skogmo tar over etter Per Lie. De arbeider sammen fram til 15. januar 2027" in text


@pytest.mark.parametrize(("right", "count"), [(Right.CHILD_COORDINATOR, 5), (Right.COORDINATOR, 3)])
def test_the_duties_are_those_of_the_law(right: Right, count: int) -> None:
    [duties] = build_appointment_letter(appointment(right), "nb").of(Part.DUTIES)
    assert len(duties.items) == count


def test_one_may_ask_for_another_coordinator() -> None:
    text = said(build_appointment_letter(appointment(Right.COORDINATOR, HERSELF), "nb"))
    assert "vil du heller ha en annen? Si fra til oss. Du trenger ikke å si hvorfor" in text


def test_a_receipt_has_time_reference_and_what_follows() -> None:
    text = said(build_receipt(receipt(), "nb"))
    assert (
        "Vi fikk meldingen om barnekoordinator og individuell plan for Jonas 3. november 2026 kl. 14.02."
        in text
    )
    assert "Referansen er LUND-4821." in text
    assert "Blir vi ikke ferdige innen 3. desember 2026, får dere et brev" in text
    assert "Vi trenger samtykke før vi går videre." in text


def test_a_receipt_to_a_reporter_names_nobody() -> None:
    content = build_receipt(receipt(to_reporter=True), "nb")
    whole = said(content) + " ".join(line.value for line in content.meta)
    assert "Jonas" not in whole
    assert "koordinator" not in whole.lower().replace("koordinerende", "").replace("samordn", "")
    assert "LUND-4821" in whole


def test_a_promise_is_given_only_where_there_is_one() -> None:
    assert "Dere får svar senest" not in said(build_receipt(receipt(), "nb"))
    promised = replace(receipt(), answer_by=preliminary().expected_on)
    assert "Dere får svar senest 8. januar 2027." in said(build_receipt(promised, "nb"))


@pytest.mark.parametrize(
    ("code", "language"),
    [("nb", "nb"), ("nn-NO", "nn"), ("en", "en"), ("se", "nb"), ("", "nb"), ("NN", "nn")],
)
def test_other_languages_get_bokmal(code: str, language: str) -> None:
    assert language_of(code) == language
