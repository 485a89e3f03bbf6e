"""Tags that draw one presenter each."""

from collections.abc import Iterable
from datetime import datetime

from django.core.paginator import Page
from django.template import Library
from django.template.context import Context
from django.template.loader import render_to_string
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

from fellesplan.web.components import icons
from fellesplan.web.components.clock import Clock
from fellesplan.web.components.glue import Words, show, translate
from fellesplan.web.components.paging import pages
from fellesplan.web.components.presenters import (
    Action,
    Answer,
    Column,
    Course,
    Crumb,
    DateBlock,
    NextStep,
    PersonChip,
    Row,
    Sentence,
    Step,
    Table,
    Tag,
)
from fellesplan.web.components.tables import Cell

register = Library()
Values = dict[str, object]


def _inline(name: str, values: Values) -> SafeString:
    """Draw a part that stands in running text: no space round it."""
    return mark_safe(render_to_string(f"components/{name}.html", values).strip())  # noqa: S308 - already escaped


@register.simple_tag
def icon(name: str, css: str = "", label: Words = "") -> SafeString:
    """An Aksel icon; decorative unless it has a label."""
    return icons.icon_svg(name, css, translate(label))


@register.simple_tag
def sym(name: str, css: str = "") -> SafeString:
    """A drawn symbol."""
    return icons.symbol_svg(name, css)


@register.inclusion_tag("components/course.html")
def course(course: Course) -> Values:
    return {"course": course}


@register.inclusion_tag("components/next.html")
def next(step: NextStep | None) -> Values:
    return {"step": step}


@register.inclusion_tag("components/clock.html")
def clock(clock: Clock) -> Values:
    return {"clock": clock}


@register.simple_tag
def due(clock: Clock) -> SafeString:
    return _inline("due", {"clock": clock})


@register.simple_tag
def tag(kind: str | Tag, text: Words = "", icon: str = "") -> SafeString:
    """A status. Without a template of its own, for lists have many."""
    tag = kind if isinstance(kind, Tag) else Tag(kind, text, icon)
    html = '<span class="ds-tag status" data-color="{}">{}{}</span>'
    return format_html(html, tag.kind, icons.icon_svg(tag.icon), show(tag.text))


@register.simple_tag
def person(person: PersonChip) -> SafeString:
    return _inline("person", {"person": person})


@register.simple_tag(takes_context=True)
def cell(context: Context, cell: Cell) -> SafeString:
    """What stands in a cell of a table, drawn by its kind."""
    if isinstance(cell, Tag):
        return tag(cell)
    if isinstance(cell, PersonChip):
        return person(cell)
    if isinstance(cell, Action):
        return action(context, cell, kind="link")
    return conditional_escape(show(cell))


@register.inclusion_tag("components/rows.html")
def rows(items: Iterable[Row], cols: str = "", ordered: bool = False, css: str = "") -> Values:
    return {"items": items, "cols": cols, "element": "ol" if ordered else "ul", "css": css}


@register.inclusion_tag("components/steps.html")
def steps(items: Iterable[Step]) -> Values:
    return {"items": items}


@register.inclusion_tag("components/answers.html")
def answers(items: Iterable[Answer]) -> Values:
    return {"items": items}


@register.inclusion_tag("components/sentence.html")
def sentence(sentence: Sentence) -> Values:
    return {"sentence": sentence}


@register.inclusion_tag("components/table.html")
def table(table: Table, stack: bool = False, css: str = "") -> Values:
    return {"table": table, "stack": stack, "css": css}


@register.inclusion_tag("components/thead.html")
def thead(columns: Iterable[Column]) -> Values:
    return {"columns": columns}


@register.inclusion_tag("components/saved.html")
def saved(at: datetime | None = None, state: str = "saved", text: Words = "", anchor: str = "") -> Values:
    """The line that says when the text was last kept; state saved, saving or offline."""
    return {"at": at, "state": state, "text": text, "anchor": anchor}


@register.inclusion_tag("components/empty.html")
def empty(title: Words, text: Words = "", action: Action | None = None, level: int = 2) -> Values:
    return {"title": title, "text": text, "action": action, "level": level}


@register.inclusion_tag("components/date_block.html")
def date_block(block: DateBlock) -> Values:
    return {"block": block}


@register.inclusion_tag("components/crumbs.html")
def crumbs(items: Iterable[Crumb]) -> Values:
    """The way here; on a phone only the nearest page above is shown."""
    way = list(items)
    return {"items": way, "up": [crumb for crumb in way if crumb.url][-1:]}


@register.inclusion_tag("components/back.html")
def back(url: str, label: Words) -> Values:
    return {"url": url, "label": label}


@register.inclusion_tag("components/pager.html", takes_context=True)
def pager(context: Context, page: Page[object]) -> Values:
    """Pages of a list; keeps the filter that stands in the URL."""
    request = context.get("request")
    query = request.GET.copy() if request else None
    return {"page": page, "links": pages(page, query)}


@register.inclusion_tag("components/progress.html")
def progress(done: int, total: int, label: Words, text: Words = "") -> Values:
    """Long work: how far it has come, in words and as a line."""
    return {"done": done, "total": total, "label": label, "text": text, "width": 200 * done // max(total, 1)}


@register.inclusion_tag("components/question_progress.html")
def question_progress(number: int, total: int) -> Values:
    return {"number": number, "total": total, "bars": [n < number for n in range(total)]}


@register.simple_tag(takes_context=True)
def action(
    context: Context, action: Action | None, size: str = "", kind: str = "", css: str = ""
) -> SafeString:
    """A link or a form with one button; kind "link" makes either look like a link in the text."""
    if action is None:
        return SafeString("")
    look = _look(action, size, kind, css)
    if action.post:
        return _inline("action", {"action": action, "look": look, "csrf_token": context.get("csrf_token")})
    return format_html('<a href="{}" {}>{}</a>', action.url, look, action_text(action))


def _look(action: Action, size: str, kind: str, css: str) -> SafeString:
    """The attributes that make a link or a button look as it shall."""
    is_link = "link" in (kind, action.kind)
    look = format_html('class="{}"', f"{'ds-link' if is_link else 'ds-button'} {css}".strip())
    if not is_link:
        look += format_html(' data-variant="{}"', kind or action.variant)
        look += SafeString(' data-color="danger"' if action.kind == "danger" else "")
    return look + format_html(' data-size="{}"', size) if size else look


@register.simple_tag
def action_text(action: Action) -> SafeString:
    """Icon, label and what only screen readers say."""
    drawn = icons.icon_svg(action.icon) if action.icon else ""
    hidden = format_html('<span class="ds-sr-only"> {}</span>', show(action.hidden)) if action.hidden else ""
    return format_html("{}{}{}", drawn, show(action.label), hidden)


@register.inclusion_tag("components/actions.html")
def actions(*actions: Action | None) -> Values:
    """Buttons beside each other: the first filled, the rest outlined unless they say otherwise."""
    return {"actions": [action for action in actions if action]}


@register.inclusion_tag("components/notfound.html")
def notfound(url: str = "", label: Words = "", level: int = 1) -> Values:
    """The same words for what does not exist and what one may not see."""
    return {"url": url, "label": label, "level": level}
