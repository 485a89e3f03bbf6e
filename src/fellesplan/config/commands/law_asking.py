"""The questions of `fellesplan law ask`: read, answered one by one, and printed a line each."""

import argparse
import json
import sys
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

from fellesplan.config.commands import law_catalogues
from fellesplan.config.environment import Problem
from fellesplan.procedures import law, new_law
from fellesplan.processes.law_questions import BadQuestion, Voice, as_json, ask, questions

OK, MISUSE = 0, 2


def answer_all(arguments: argparse.Namespace) -> int:
    """Print a verdict for each question. Returns 2 when one could not be answered; raises Problem."""
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
