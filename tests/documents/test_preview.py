"""What the caseworker sees before sending is what the person gets."""

import pytest
from django.template.loader import render_to_string

from fellesplan.documents.letters import (
    LetterContent,
    Outcome,
    Recipient,
    Right,
    build_decision_letter,
    render_letter,
)
from tests.documents.reading import html_words, pdf_words
from tests.documents.samples import adult, answer, decision, every_letter, three_answers

LETTERS = every_letter()


def preview(content: LetterContent) -> str:
    return render_to_string("components/letter.html", {"letter": content})


@pytest.mark.parametrize("content", [c for _, c in LETTERS], ids=[name for name, _ in LETTERS])
def test_preview_and_pdf_say_the_same(content: LetterContent) -> None:
    pages = [*content.page_words, *"0123456789", *content.footer.split()]
    printed = [word for word in pdf_words(render_letter(content)) if word not in pages and word != "•"]
    shown = [word for word in html_words(preview(content)) if word not in pages]
    assert printed == shown


def test_a_gap_is_marked_in_both() -> None:
    content = build_decision_letter(decision(answer(Right.COORDINATOR, Outcome.GRANTED, reason=" ")), "nb")
    assert '<span class="gap">Begrunnelsen mangler</span>' in preview(content)
    assert "Begrunnelsen mangler" in " ".join(pdf_words(render_letter(content)))


def test_what_people_write_is_never_markup() -> None:
    evil = '<script>alert(1)</script> & "x" {{ letter }}'
    html = preview(build_decision_letter(decision(answer(Right.COORDINATOR, Outcome.GRANTED, evil)), "nb"))
    assert "<script>" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;x&quot; {{ letter }}" in html


def test_the_preview_tells_its_language() -> None:
    assert '<article class="letter" lang="nn"' in preview(
        build_decision_letter(adult(*three_answers()), "nn")
    )


def test_headings_lie_below_those_of_the_page() -> None:
    html = preview(build_decision_letter(decision(*three_answers(), recipient=Recipient(("A B",))), "nb"))
    assert "<h1" not in html
    assert "<h2" not in html
    assert html.count("<h3>") == 1
