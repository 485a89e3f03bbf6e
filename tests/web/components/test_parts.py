"""Each part says what it should, in words and in shape."""

import re
from datetime import date
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.paginator import Paginator
from django.template import engines

import fellesplan.web
from fellesplan.web.components import icons
from fellesplan.web.components.presenters import (
    Action,
    Around,
    Choice,
    Circle,
    Clock,
    Course,
    CourseStep,
    GoalScale,
    Histogram,
    NextStep,
    PersonChip,
    Sentence,
    Tag,
    Workload,
)
from fellesplan.web.components.rings import spread
from tests.web.components.pages import request

WEB = Path(fellesplan.web.__file__).parent
TODAY = date(2026, 11, 24)


def draw(source: str, **context: object) -> str:
    return engines["django"].from_string(source).render(context, request())


@pytest.mark.parametrize(
    ("due", "kind", "left"),
    [
        (date(2026, 12, 3), "info", "om 9 dager"),
        (date(2026, 11, 27), "warning", "om 3 dager"),
        (TODAY, "warning", "i dag"),
        (date(2026, 11, 23), "danger", "1 dag over"),
    ],
)
def test_a_clock_turns_from_quiet_to_warning_to_passed(due, kind, left):
    clock = Clock("Svar", due, date(2026, 11, 3), TODAY)
    assert (clock.kind, clock.left) == (kind, left)


def test_a_clock_that_is_done_is_full_and_green():
    clock = Clock("Klagefrist", date(2026, 11, 20), date(2026, 10, 23), TODAY, done="ute, ingen klage")
    assert (clock.kind, clock.share, clock.left) == ("success", 100, "ute, ingen klage")


@pytest.mark.parametrize("start", [date(2026, 12, 3), date(2026, 12, 10)])
def test_a_clock_without_length_does_not_divide_by_nothing(start):
    assert Clock("Svar", date(2026, 12, 3), start, TODAY).share == 100


def test_a_course_points_at_where_the_case_stands():
    course = Course(
        (CourseStep("Melding", "done"), CourseStep("Samtykke", "stop"), CourseStep("Plan", "next"))
    )
    html = draw("{% course c %}", c=course)
    assert course.at == 2
    assert html.count('aria-current="step"') == 1
    assert "Stoppet:" in html


def test_next_step_without_work_says_so():
    html = draw("{% next n %}", n=NextStep("Enheten svarer", kind="wait"))
    assert "Ingenting å gjøre nå" in html
    assert draw("{% next n %}", n=None).strip() == ""


def test_texts_are_escaped():
    html = draw(
        "{% next n %}{% tag t %}{% person p %}",
        n=NextStep("<b>x</b>"),
        t=Tag("info", "<i>"),
        p=PersonChip("<u>"),
    )
    assert "<b>x" not in html
    assert "<i>" not in html
    assert "<u>" not in html


def test_a_post_action_is_a_form_with_a_token():
    html = draw("{% action a %}", a=Action("Ta saken", "/ta", post=True, fields={"version": "3"}))
    assert 'method="post"' in html
    assert "csrfmiddlewaretoken" in html
    assert 'name="version" value="3"' in html


def test_a_link_in_text_has_no_space_inside():
    assert draw("{% action a kind='link' %}.", a=Action("Endre", "/x", hidden="svaret")).endswith(
        "</span></a>."
    )


def test_the_kinds_of_status_have_each_a_shape():
    shapes = {Tag(kind, "x").icon for kind in ("neutral", "info", "warning", "danger", "success", "accent")}
    assert len(shapes) == 6


def test_a_sentence_keeps_what_is_chosen():
    sentence = Sentence.build(
        "Vis {hvem} nå.", [Choice("hvem", "Hvilke", (("a", "alle"), ("m", "mine")), "m")]
    )
    html = draw("{% sentence s %}", s=sentence)
    assert '<option value="m" selected>mine</option>' in html
    assert 'aria-label="Hvilke"' in html


def test_pages_keep_the_filter():
    source = "{% pager page %}"
    page = Paginator(range(100), 10).page(5)
    html = (
        engines["django"].from_string(source).render({"page": page}, request("/lund/saker?hvem=mine&side=5"))
    )
    assert "?hvem=mine&amp;side=6" in html
    assert html.count('aria-current="page"') == 1


@pytest.mark.parametrize(
    ("load", "text", "boxes"),
    [
        (Workload(7, 5), "Sju, to for mange", 7),
        (Workload(2, 5), "To", 5),
        (Workload(0, 5), "Ingen", 5),
        (Workload(3), "Tre", 3),
    ],
)
def test_workload_in_words_and_boxes(load, text, boxes):
    assert (load.text, len(load.boxes)) == (text, boxes)


def test_a_histogram_says_the_same_in_words():
    chart = Histogram(((0, 2), (1, 4), (6, 1)), "x", 5)
    assert "to følger ingen" in chart.spoken
    assert "Anbefalt grense er fem." in chart.spoken
    assert [bar["css"] for bar in chart.drawn] == ["ok", "ok", "over"]


@pytest.mark.parametrize("level", [-2, -1, 0, 1, 2])
def test_goals_are_drawn_at_every_level(level):
    scale = GoalScale(level, "Emil")
    assert f"trinn {level + 3}" in scale.spoken
    assert ("nådd" in scale.spoken) is (level >= 0)
    assert draw("{% goal_rail s %}{% stairs s %}", s=scale).count("<svg") == 2


@pytest.mark.parametrize(("near", "far"), [(0, 0), (1, 0), (0, 5), (2, 6), (3, 7), (4, 8)])
def test_nobody_in_the_circle_stands_on_another(near, far):
    inner, outer = spread(near, far, (140, 140, 66, 66), (140, 140, 118, 118), 0)
    people = [*inner, *outer]
    assert len(people) == near + far == len(set(people))
    gaps = [max(abs(ax - bx), abs(ay - by)) for n, (ax, ay) in enumerate(people) for bx, by in people[:n]]
    assert all(gap >= 34 for gap in gaps)


def test_the_circle_tells_who_is_there():
    circle = Circle(
        "Mina", (Around("Anita Prøvesen", "mamma", "inner"), Around("Kari Prøvestad", "koordinator"))
    )
    assert circle.spoken.startswith("Mina i midten. Innerst: Anita Prøvesen (mamma).")


def test_an_icon_that_was_not_built_says_what_to_do():
    with pytest.raises(ImproperlyConfigured, match=r"tools/icons\.txt"):
        icons.icon_svg("NoSuchIcon")


def test_every_icon_and_symbol_in_the_templates_exists():
    used = set()
    for template in WEB.rglob("*.html"):
        used |= set(re.findall(r'{% (icon|sym) "(\w+)"', template.read_text(encoding="utf-8")))
    assert used
    for kind, name in used:
        assert icons.icon_svg(name) if kind == "icon" else icons.symbol_svg(name)
