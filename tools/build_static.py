#!/usr/bin/env python3
"""Copy and build the front-end files the pages and letters need, from node_modules.

Nothing here is committed and nothing from npm is used at run time. The result is the same for the same
package-lock.json, theme, icon list and this file, so an unchanged input is skipped in a few milliseconds.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
NODE = ROOT / "node_modules"
TOOLS = ROOT / "tools"
THEME = TOOLS / "theme" / "designsystemet.config.json"
ICON_LIST = TOOLS / "icons.txt"
VENDOR = ROOT / "src/fellesplan/web/static/vendor"
ICONS = ROOT / "src/fellesplan/web/icons"
LETTER_FONTS = ROOT / "src/fellesplan/documents/fonts"
INPUTS = (Path(__file__), ROOT / "package-lock.json", THEME, ICON_LIST)

COPIES = {
    "@digdir/designsystemet-css/dist/src/index.css": "designsystemet.css",
    "@digdir/designsystemet-web/dist/umd/index.js": "designsystemet.js",
    "htmx.org/dist/htmx.min.js": "htmx.js",
}
WEIGHTS = (400, 500, 600, 700)
LETTER_WEIGHTS = {400: "Regular", 600: "Semibold", 700: "Bold"}


class BuildError(Exception):
    """One plain sentence that says what to do."""


def package_file(name: str) -> Path:
    path = NODE / name
    if not path.is_file():
        raise BuildError(f"{name} is missing from node_modules: run 'npm ci' first.")
    return path


def copy_libraries() -> None:
    for source, target in COPIES.items():
        text = package_file(source).read_text(encoding="utf-8")
        # The source map is not shipped, and whitenoise fails on a reference to a file that is not there.
        (VENDOR / target).write_text(re.sub(r"\n?//# sourceMappingURL=\S+\s*$", "\n", text), encoding="utf-8")


def build_themes() -> None:
    cli = package_file("@digdir/designsystemet/dist/bin/designsystemet.js")
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(THEME, folder)
        config = ("--config", THEME.name)
        run_node(cli, "tokens", "create", *config, folder=folder)
        run_node(cli, "tokens", "build", *config, "-t", "design-tokens", "-o", "out", folder=folder)
        for css in sorted(Path(folder, "out").glob("*.css")):
            shutil.copy(css, VENDOR / f"theme-{css.name}")


def run_node(*arguments: object, folder: str) -> None:
    try:
        result = subprocess.run(
            ["node", *map(str, arguments)], cwd=folder, capture_output=True, text=True, check=False
        )
    except FileNotFoundError:
        raise BuildError("Node.js is not installed: install version 20 or newer.") from None
    if result.returncode:
        last = (result.stderr or result.stdout).strip().splitlines()[-1:] or ["no message"]
        raise BuildError(f"The theme could not be built from {THEME.relative_to(ROOT)}: {last[0]}")


def copy_web_fonts() -> None:
    (VENDOR / "fonts").mkdir(exist_ok=True)
    for weight in WEIGHTS:
        for subset in ("latin", "latin-ext"):
            name = f"inter-{subset}-{weight}-normal.woff2"
            shutil.copyfile(package_file(f"@fontsource/inter/files/{name}"), VENDOR / "fonts" / name)


def copy_icons() -> None:
    """Each icon as the inside of its svg element, so that the template tag sets size and class itself."""
    for name in ICON_LIST.read_text(encoding="utf-8").split():
        svg = package_file(f"@navikt/aksel-icons/dist/svg/{name}.svg").read_text(encoding="utf-8")
        body = re.sub(r"\s+", " ", re.sub(r"^\s*<svg[^>]*>|</svg>\s*$", "", svg)).strip()
        (ICONS / f"{name}.svg").write_text(body + "\n", encoding="utf-8")


def build_letter_fonts() -> None:
    """One TTF per weight with Latin and Latin Extended (all Sámi letters): typst reads no woff2."""
    from fontTools.merge import Merger
    from fontTools.ttLib import TTFont

    with tempfile.TemporaryDirectory() as folder:
        for weight, style in LETTER_WEIGHTS.items():
            parts = []
            for subset in ("latin", "latin-ext"):
                name = f"source-sans-3-{subset}-{weight}-normal.woff2"
                font = TTFont(package_file(f"@fontsource/source-sans-3/files/{name}"))
                font.flavor = None
                parts.append(str(Path(folder, f"{subset}-{weight}.ttf")))
                font.save(parts[-1])
            merged = Merger().merge(parts)
            name_font(merged, "Source Sans 3", style, weight)
            merged.save(LETTER_FONTS / f"SourceSans3-{style}.ttf")


def name_font(font: object, family: str, style: str, weight: int) -> None:
    """Give the merged font the names that programs choose it by, and times that do not change."""
    names = font["name"]  # type: ignore[index]
    full = {1: family, 2: style, 4: f"{family} {style}", 6: f"SourceSans3-{style}", 16: family, 17: style}
    for name_id, text in full.items():
        names.setName(text, name_id, 3, 1, 0x409)
    font["OS/2"].usWeightClass = weight  # type: ignore[index]
    font["head"].created = font["head"].modified = 0  # type: ignore[index]


STEPS: tuple[tuple[Path, tuple[Callable[[], None], ...]], ...] = (
    (VENDOR, (copy_libraries, build_themes, copy_web_fonts)),
    (ICONS, (copy_icons,)),
    (LETTER_FONTS, (build_letter_fonts,)),
)


def fingerprint() -> str:
    digest = hashlib.sha256()
    for path in INPUTS:
        digest.update(path.read_bytes())
    return digest.hexdigest()


def up_to_date(folder: Path, mark: str) -> bool:
    stamp = folder / ".built"
    return stamp.is_file() and stamp.read_text(encoding="utf-8") == mark


def build(force: bool = False) -> list[Path]:
    """Build what is out of date; answers with the folders that were made anew."""
    mark, made = fingerprint(), []
    os.environ.setdefault("SOURCE_DATE_EPOCH", "0")
    for folder, steps in STEPS:
        if up_to_date(folder, mark) and not force:
            continue
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        for step in steps:
            step()
        (folder / ".built").write_text(mark, encoding="utf-8")
        made.append(folder)
    return made


def main() -> int:
    try:
        made = build(force="--force" in sys.argv[1:])
    except BuildError as error:
        print(error, file=sys.stderr)
        return 1
    except ImportError:
        print("fonttools is missing: run 'pip install -r requirements.txt' first.", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"The front-end files could not be written: {error}", file=sys.stderr)
        return 1
    for folder in made:
        print(f"Built {folder.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
