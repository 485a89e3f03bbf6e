"""Icons and drawn symbols, inlined so that they take the colour of the text and need no request."""

from functools import cache
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

AKSEL = Path(__file__).resolve().parent.parent / "icons"
SYMBOLS = Path(__file__).resolve().parent / "symbols"
# Two shapes that the icon set lacks and the status tags need.
OWN = {
    "HalfRing": '<path fill="currentColor" fill-rule="evenodd" d="M12 2.25a9.75 9.75 0 1 0 0 19.5 9.75 9.75'
    ' 0 0 0 0-19.5m0 1.5v16.5a8.25 8.25 0 0 0 0-16.5"/>',
    "Dot": '<circle cx="12" cy="12" r="8" fill="currentColor"/>',
}


@cache
def aksel(name: str) -> SafeString:
    """Return the inside of an icon's svg element. Raises ImproperlyConfigured when it was not built."""
    if name in OWN:
        return mark_safe(OWN[name])  # noqa: S308 - our own drawing
    missing = f"Icon {name} is missing: add it to tools/icons.txt, run tools/build_static.py."
    inside = _read(AKSEL / f"{name}.svg", missing)
    return mark_safe(inside.replace(' clip-rule="evenodd"', ""))  # noqa: S308 - it means nothing outside a clip


@cache
def symbol(name: str) -> SafeString:
    """Return the inside of a drawn symbol on a 64 x 64 grid."""
    return _read(SYMBOLS / f"{name}.svg", f"There is no drawn symbol called {name}.")


def icon_svg(name: str, css: str = "", label: str = "") -> SafeString:
    """Return an icon: hidden from screen readers, or with a name when it stands without words."""
    said = format_html('role="img" aria-label="{}"', label) if label else mark_safe('aria-hidden="true"')
    classes = f"icon ds-icon {css}".strip()
    return format_html('<svg class="{}" viewBox="0 0 24 24" {}>{}</svg>', classes, said, aksel(name))


def symbol_svg(name: str, css: str = "") -> SafeString:
    """Return a drawn symbol; text that says the same stands beside it."""
    return format_html(
        '<svg class="{}" viewBox="0 0 64 64" aria-hidden="true">{}</svg>',
        f"sym {css}".strip(),
        symbol(name),
    )


def _read(path: Path, missing: str) -> SafeString:
    try:
        return mark_safe(path.read_text(encoding="utf-8").strip())  # noqa: S308 - files we build or draw
    except FileNotFoundError:
        raise ImproperlyConfigured(missing) from None
