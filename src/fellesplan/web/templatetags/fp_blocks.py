"""Tags that stand around text in a template."""

from django.template import Library
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from fellesplan.web.components.glue import Words

register = Library()
COLOURS = {"error": "danger", "debug": "info"}


def _around(template: str, content: str, **values: object) -> SafeString:
    return render_to_string(f"components/{template}.html", {"content": content, **values})


@register.simple_block_tag
def voice(content: str, who: Words = "", when: Words = "") -> str:
    """The person's own words."""
    return _around("voice", content, who=who, when=when)


@register.inclusion_tag("components/voice.html")
def voice_of(text: Words, who: Words = "", when: Words = "") -> dict[str, object]:
    """The person's own words, from a string with line breaks."""
    return {"text": text, "who": who, "when": when}


@register.simple_block_tag
def alert(content: str, kind: str = "info", title: Words = "", level: int = 2) -> str:
    """A message: info, success, warning or danger. Django's message level "error" is danger."""
    return _around("alert", content, kind=COLOURS.get(kind, kind or "info"), title=title, level=level)


@register.simple_block_tag
def why(content: str, label: Words = "") -> str:
    """The reason and rule behind something, folded."""
    return _around("why", content, label=label or gettext("Hvorfor denne fristen?"))


@register.simple_block_tag
def fold(content: str, title: Words = "", icon: str = "", open: bool = False) -> str:
    """Something that can be opened."""
    return _around("fold", content, title=title, icon=icon, open=open)


@register.simple_block_tag
def panel(content: str, title: Words = "", id: str = "", level: int = 4) -> str:
    """What opens below a card when one has asked to see, change or take away."""
    return _around("panel", content, title=title, id=id, level=level)


@register.simple_block_tag
def ask(content: str, title: Words = "", level: int = 1) -> str:
    """A question asked once before something that cannot be undone: a dialog as a page."""
    return _around("ask", content, title=title, level=level)


@register.simple_block_tag
def scroll(content: str, label: Words = "") -> str:
    """A wide table that scrolls in its own region, also by keyboard."""
    return _around("scroll", content, label=label)


@register.simple_block_tag
def note(content: str, icon: str = "InformationSquare") -> str:
    """A quiet remark with an icon."""
    return _around("note", content, icon=icon)


@register.simple_block_tag
def say(content: str, title: Words = "", symbol: str = "hand", id: str = "si-fra", level: int = 2) -> str:
    """A place where the person may speak up."""
    return _around("say", content, title=title, symbol=symbol, id=id, level=level)
