"""A page that one may look at and not touch: nothing in its main part can be followed, pressed or sent."""

import re

_MAIN = re.compile(r"<main\b.*?</main>", re.DOTALL)
_AWAY = re.compile(r'(<a\b[^>]*?)\shref="(?!#)[^"]*"')
_FORM = re.compile(r'(<form\b[^>]*?)\s(?:action|method)="[^"]*"')
_HTMX = re.compile(r'\s(?:data-)?hx-[a-z-]+="[^"]*"')
_TOKEN = re.compile(r'<input[^>]*name="csrfmiddlewaretoken"[^>]*>')
_CONTROL = re.compile(r"<(button|input|select|textarea)\b(?![^>]*\sdisabled)")


def read_only(html: str) -> str:
    """Return the page with links, buttons and fields of its main part switched off; the text is the same."""
    return _MAIN.sub(lambda found: _still(found.group()), html)


def _still(main: str) -> str:
    main = _TOKEN.sub("", _HTMX.sub("", main))
    main = _AWAY.sub(r'\1 role="link" aria-disabled="true"', main)
    while _FORM.search(main):
        main = _FORM.sub(r"\1", main)
    return _CONTROL.sub(r"<\1 disabled", main)
