"""`fellesplan law`: ask the law a question with facts as JSON, without web or database, or try a new law."""

import argparse
import json
import sys
from collections.abc import Iterator
from contextlib import nullcontext
from datetime import date
from pathlib import Path

from fellesplan.config import environment
from fellesplan.config.commands import base, law_catalogues, law_page
from fellesplan.config.environment import Problem
from fellesplan.procedures import law, new_law
from fellesplan.processes.law_questions import BadQuestion, Voice, as_json, ask, questions

OK, MISUSE = 0, 2


def add(subcommands: base.Subcommands) -> None:
    parser = base.subcommand(subcommands, "law", "Ask the law a question, or try a new law.", run)
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    asking = actions.add_parser(
        "ask", help="answer questions given as JSON; exit 2 if one cannot be answered"
    )
    asking.add_argument(
        "file", metavar="FILE", help="one question, a list, or one on each line; - is standard input"
    )
    asking.add_argument(
        "--law", type=Path, metavar="FILE", help="a law to try, in the form of procedures/law/*.toml"
    )
    asking.add_argument(
        "--on", type=_day, metavar="DATE", help="the day whose law holds; by default from the facts"
    )
    asking.add_argument("--language", choices=("nb", "nn", "en"), default="nb", help="of the reasons")
    asking.add_argument("--indent", action="store_true", help="print each answer over many lines")
    listing = actions.add_parser("questions", help="list what can be asked, with the facts each takes")
    listing.add_argument(
        "name", nargs="?", choices=tuple(questions()), metavar="NAME", help="only this question"
    )
    page = actions.add_parser("page", help="write the page on the questions to docs/reference")
    page.add_argument("--check", action="store_true", help="write nothing; exit 1 if it is out of date")


def run(arguments: argparse.Namespace) -> int:
    """Answer, list, or write the page."""
    if arguments.action == "questions":
        print(law_page.listing(arguments.name))
        return OK
    if arguments.action == "page":
        pages = {"law-questions.md": law_page.page()}
        return base.write_pages(environment.ROOT / "docs" / "reference", pages, check=arguments.check)
    return _ask(arguments)


def _ask(arguments: argparse.Namespace) -> int:
    text = _read(arguments.file)
    new = _new_law(arguments.law)
    voice = Voice(arguments.language, law_catalogues.translator(arguments.language, new))
    worst = OK
    with law.trying(new_law.laid_over(new)) if new else nullcontext():
        for number, raw in enumerate(_asked(text), start=1):
            try:
                if isinstance(raw, ValueError):
                    raise raw
                answer = as_json(ask(raw, on=arguments.on), voice)
            except BadQuestion as error:
                worst = _refuse(number, raw, [str(problem) for problem in error.problems])
            except ValueError as error:
                worst = _refuse(number, None, [str(error)])
            else:
                print(json.dumps(answer, ensure_ascii=False, indent=2 if arguments.indent else None))
    return worst


def _refuse(number: int, raw: object, reasons: list[str]) -> int:
    """Say on standard error which question and which field, and print nothing else for it."""
    name = raw.get("question") if isinstance(raw, dict) else None
    which = f"question {number}" + (f" ({name})" if isinstance(name, str) and name in questions() else "")
    for reason in reasons:
        print(f"fellesplan: {which}: {reason}", file=sys.stderr)
    return MISUSE


def _read(file: str) -> str:
    try:
        content = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        return content.decode("utf-8-sig")
    except OSError as error:
        raise Problem(f"The file {file} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise Problem(f"The file {file} is not UTF-8 text.") from error


def _asked(text: str) -> Iterator[object]:
    """Yield each question, or the ValueError of a line that is not JSON."""
    if not text.strip():
        raise Problem("There is no question to answer.")
    whole = _json(text)
    if not isinstance(whole, ValueError):
        yield from whole if isinstance(whole, list) else [whole]
        return
    lines = [line for line in text.splitlines() if line.strip()]
    if len(lines) == 1 or not any(isinstance(_json(line), dict) for line in lines):
        yield whole
        return
    yield from (_json(line) for line in lines)


def _json(text: str) -> object:
    try:
        return json.loads(text, object_pairs_hook=_without_repeats)
    except RecursionError:
        return ValueError("is nested too deeply")
    except ValueError as error:
        return ValueError(f"is not valid JSON: {error}")


def _without_repeats(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        raise ValueError(f"{next(name for name in names if names.count(name) > 1)} is told twice")
    return found


def _new_law(path: Path | None) -> tuple[law.LawRule, ...]:
    if path is None:
        return ()
    try:
        new = new_law.read(path)
    except OSError as error:
        raise Problem(f"The file {path} cannot be read: {error.strerror}.") from error
    except law.LawError as error:
        raise Problem(f"The law cannot be tried. {error}") from error
    for id in new_law.unread(new):
        print(f"fellesplan: no rule is called {id}; it changes nothing that is asked", file=sys.stderr)
    return new


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError('must be a day as "YYYY-MM-DD"') from None
