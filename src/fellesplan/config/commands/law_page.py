"""The page on what the law can be asked, and the list the console prints; both from the questions."""

import json
from collections.abc import Iterator

from fellesplan.processes.law_questions import Question, Voice, as_json, ask, questions
from fellesplan.processes.law_questions.catalogue import GROUPS

_HEAD = """\
# Questions to the law

Every rule the system holds can be asked from the console, with nothing but facts: no web, no database, no
settings. A verdict says what the rules say. Where the law leaves something to judgement, so does the
verdict (`certainty` is `likely` or `unsettled`, and the outcome may be `unclear`); a person decides.

```sh
fellesplan law questions                          # what can be asked
fellesplan law ask case.json                      # one question, a list, or one on each line
echo '{…}' | fellesplan law ask - --language nn   # standard input; nb, nn or en
fellesplan law ask case.json --law new.toml --on 2027-01-01
```

**A question** is `{"question": NAME, "facts": {…}}`; an `id` of your own comes back with the verdict. Days
are `"YYYY-MM-DD"`, civil days in Norway. A fact that is left out or `null` is not known; a yes/no marked
*flag* is then no. Every question also takes the fact `on`, the day whose law holds. `--on` goes before it;
the facts give it where the table says so. A municipality's own rules are advice beside the law: they never
change an outcome that the law decides.

**A verdict** is one line of JSON: `outcome`, `date` and `body` where there is one, `certainty`, what only
this question has, `reasons` (each with its `source`), `paragraphs`, and `rules`: the rows of law it rests
on, with the days they hold (`valid_to` is null when no end is known).

**What cannot be answered** (an unknown question or fact, one that is missing, of the wrong type or
impossible, or a day the system holds no law for) gets one sentence for each field on standard error, and
nothing else. The other questions are answered. The exit code is then 2; else 0.

**A new law** is tried with `--law FILE`, in the form of the files in `src/fellesplan/procedures/law`: each
rule has `id`, `value`, `valid_from`, `reference` and `nb` (`nn`, `en`, `unit`, `valid_to`, `certainty`
where they are needed). A rule takes the days it holds for from the old versions of the same id, and of
those it names in `replaces`. One `valid_from` at the top holds for every rule without its own. So the
administration act of 2025, which has no date yet, is tried by putting `valid_from = 2027-01-01` above a
copy of `pending.toml`; references to the old act are then written as the new one's paragraphs. Rules of the
tried law are marked `"tried": true`.

A new law changes the numbers, days, ages, bodies, words and references that the rules read. How a rule
computes is code: a tried number in another unit than the rule counts in is refused, not guessed.

There is no question about emergencies: the system holds no rule that opens a case because it is urgent.

This page is written by `fellesplan law page`; a test keeps it current and answers every example.
"""


def page() -> str:
    """Return the page: each question with its facts, its outcomes, and an example with the verdict."""
    parts = [_HEAD]
    for title, group in GROUPS.items():
        parts += [f"## {title}\n", *(_section(question) for question in group)]
    return "\n".join(parts)


def listing(name: str | None = None) -> str:
    """Return the questions, or one of them, with their facts as plain text."""
    chosen = [question for question in questions().values() if name in (None, question.name)]
    return "\n\n".join("\n".join(_plain(question)) for question in chosen)


def _section(question: Question) -> str:
    asked = {"question": question.name, "facts": question.example}
    verdict = as_json(ask(asked), Voice("nb", str))
    outcomes = ", ".join(f"`{outcome}`" for outcome in question.outcomes)
    told = f"Outcomes: {outcomes}." if outcomes else "Outcome: each recipient with `whole` or `necessary`."
    return (
        f"### {question.name}\n\n{question.about} {told}\n\n{_table(question)}\n"
        f"```json\n{json.dumps(asked, ensure_ascii=False)}\n```\n\n"
        f"```json\n{json.dumps(verdict, ensure_ascii=False, indent=2)}\n```\n"
    )


def _table(question: Question) -> str:
    rows = ["| Fact | Holds | Meaning |", "|---|---|---|"]
    rows += [
        f"| `{name}`{' (needed)' if needed else ''} | {allowed} | {about} |"
        for name, needed, allowed, about in _facts(question)
    ]
    return "\n".join(rows) + "\n"


def _plain(question: Question) -> Iterator[str]:
    yield f"{question.name}: {question.about}"
    for name, needed, allowed, about in _facts(question):
        yield f"  {name}{' (needed)' if needed else ''}: {about}; {allowed}"


def _facts(question: Question) -> Iterator[tuple[str, bool, str, str]]:
    for field in question.fields:
        yield field.name, field.required, f"{field.kind}: {field.allowed}", field.about
    default = f"; from {question.on_from.told} if left out" if question.on_from else ""
    yield "on", question.on_from is None, "day", f"the day whose law holds{default}"
