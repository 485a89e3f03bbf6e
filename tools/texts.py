"""Gather every text from code and templates into the nynorsk and English catalogues.

python tools/texts.py           add new texts, drop those that are gone, keep translations
python tools/texts.py --check   exit 1 if a catalogue is behind or a translation is missing
"""

import argparse
import io
import os
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import polib
from babel.messages.extract import extract

PACKAGE = Path(__file__).resolve().parents[1] / "src" / "fellesplan"
LANGUAGES = ("nn", "en")
KEYWORDS: dict[str, object] = {
    **dict.fromkeys(("_", "__", "gettext", "gettext_lazy", "gettext_noop", "t"), (1,)),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), (1, 2)),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), ((1, "c"), 2)),
}
Message = tuple[str, str | None, str | None]


def messages() -> set[Message]:
    """Return every text in use as (singular, plural or None, context or None)."""
    found: set[Message] = set()
    for path in sorted(PACKAGE.rglob("*.py")):
        if "migrations" not in path.parts:
            found |= set(_of_python(path.read_bytes()))
    for path in sorted(PACKAGE.rglob("*.html")):
        found |= set(_of_template(path))
    return {message for message in found if message[0].strip()}


def _of_python(source: bytes) -> Iterator[Message]:
    for _, text, _, context in extract("python", io.BytesIO(source), KEYWORDS):
        if isinstance(text, str):
            yield text, None, context
        elif isinstance(text, tuple):
            yield text[0], text[1], context


def _of_template(path: Path) -> Iterator[Message]:
    from django.utils.translation.template import templatize

    lines = templatize(path.read_text(), origin=str(path)).splitlines()
    yield from _of_python("\n".join(line.lstrip() for line in lines).encode())


def catalogue(language: str) -> Path:
    return PACKAGE / "locale" / language / "LC_MESSAGES" / "django.po"


def _ready_made(language: str) -> dict[str, str]:
    """Return the translations that lie beside their bokmål in the procedures' own data."""
    from fellesplan.procedures.sentences import translations

    return dict(translations(language))


def updated(language: str, found: Iterable[Message]) -> polib.POFile:
    """Return the catalogue with exactly the texts in use, old translations kept."""
    path = catalogue(language)
    kept = polib.pofile(str(path)) if path.exists() else []
    old = {(entry.msgid, entry.msgctxt): entry for entry in kept}
    ready = _ready_made(language)
    new = polib.POFile(wrapwidth=110)
    new.metadata = {
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": "nplurals=2; plural=(n != 1);",
    }
    every = set(found) | {(text, None, None) for text in ready}
    for message in sorted(every, key=lambda m: (m[0], m[2] or "")):
        singular, _, context = message
        new.append(_entry(message, old.get((singular, context)), ready.get(singular, "")))
    return new


def _entry(message: Message, old: polib.POEntry | None, ready: str) -> polib.POEntry:
    singular, plural, context = message
    if plural is None:
        kept = old.msgstr if old and not old.msgid_plural else ""
        return polib.POEntry(msgid=singular, msgctxt=context, msgstr=ready or kept)
    forms = dict(old.msgstr_plural) if old and old.msgid_plural else {0: "", 1: ""}
    return polib.POEntry(msgid=singular, msgid_plural=plural, msgstr_plural=forms)


def problems(po: polib.POFile) -> Iterator[str]:
    """Yield what is wrong with the translations: missing, or with other placeholders than the source."""
    for entry in po:
        forms = list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]
        if not all(forms):
            yield f"missing: {entry.msgid}"
            continue
        wanted = _placeholders(entry.msgid_plural or entry.msgid) | _placeholders(entry.msgid)
        if any(not _placeholders(form) <= wanted for form in forms) or _placeholders(
            forms[-1]
        ) != _placeholders(entry.msgid_plural or entry.msgid):
            yield f"placeholders differ: {entry.msgid}"


def _placeholders(text: str) -> set[str]:
    return set(re.findall(r"%\(\w+\)[sd]|\{\w*\}", text))


def main() -> int:
    """Update the catalogues, or check them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args().check
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fellesplan.config.settings")
    import django

    django.setup()
    found, failed = messages(), False
    for language in LANGUAGES:
        po = updated(language, found)
        wrong = list(problems(po))
        if check:
            written = catalogue(language).read_text() if catalogue(language).exists() else ""
            wrong += [] if written == str(po) + "\n" or written == str(po) else ["the catalogue is behind"]
        else:
            catalogue(language).parent.mkdir(parents=True, exist_ok=True)
            po.save(str(catalogue(language)))
        print(f"{language}: {len(po)} texts, {len(wrong)} problems")
        failed = failed or bool(wrong)
        for line in wrong[:20] if check else ():
            print(f"  {line}", file=sys.stderr)
    return 1 if check and failed else 0


if __name__ == "__main__":
    sys.exit(main())
