"""Both rooms: strict CSP, sound ids, labels that reach their fields, and words in the reader's language."""

from itertools import pairwise

import pytest
from django.utils import translation

from tests.web.components.pages import Page, gallery_page

LAYOUTS = ("staff", "citizen", "public")


@pytest.fixture(params=LAYOUTS, scope="module")
def html(request):
    return gallery_page(request.param)


def test_no_inline_code_or_style(html):
    assert Page(html).inline == []


def test_ids_are_unique(html):
    ids = Page(html).ids
    assert sorted(ids) == sorted(set(ids))


def test_every_reference_reaches_an_element(html):
    page = Page(html)
    assert page.references - set(page.ids) == set()


def test_one_h1_and_no_level_is_skipped(html):
    headings = Page(html).headings
    assert headings.count(1) == 1
    main = headings[headings.index(1) :]
    assert all(after - before <= 1 for before, after in pairwise(main))


def test_every_picture_is_named_or_hidden(html):
    drawn_inside_a_drawing = {"sym"}
    assert set(Page(html).unnamed) <= drawn_inside_a_drawing


def test_no_float_is_written_with_a_comma(html):
    page = html.split("<svg")
    assert not [part for part in page if 'x="0,5"' in part or 'y="0,' in part]


def test_the_frame_of_a_page(html):
    assert '<html lang="nb"' in html
    assert '<main id="innhold"' in html
    assert 'href="#innhold"' in html
    assert '"allowEval":false' in html
    assert "Komponenter – Fellesplan, Lund kommune" in html
    assert "Oppdiktede personer" in html


def test_sizes_stand_where_they_must():
    assert '<html lang="nb" data-color-scheme="light" data-size="sm">' in gallery_page("staff")
    citizen = gallery_page("citizen")
    assert '<body data-color="accent" data-size="md"' in citizen
    assert "data-size" not in citizen[: citizen.index("<head>")]


def test_acting_for_another_is_seen_on_every_page_of_the_person():
    assert "Jakob Prøvesen" in gallery_page("citizen")


def test_the_language_of_the_page_follows_the_reader():
    with translation.override("nn"):
        assert '<html lang="nn"' in gallery_page("staff")


def test_languages_can_be_chosen_without_script(html):
    for code in ("nb", "nn", "en"):
        assert f'name="language" value="{code}"' in html
    assert 'action="/sprak"' in html
