"""`fellesplan law`: ask the law a question with facts as JSON, without web or database, or try a new law."""

import argparse
from datetime import date
from pathlib import Path

from fellesplan.config import environment
from fellesplan.config.commands import base
from fellesplan.config.environment import Problem

# imported when they are used, for no other command needs the rules
_PAGE = "fellesplan.config.commands.law_page"
_ASKING = "fellesplan.config.commands.law_asking"


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
    listing.add_argument("name", nargs="?", metavar="NAME", help="only this question")
    page = actions.add_parser("page", help="write the page on the questions to docs/reference")
    page.add_argument("--check", action="store_true", help="write nothing; exit 1 if it is out of date")


def run(arguments: argparse.Namespace) -> int:
    """Answer, list, or write the page."""
    if arguments.action == "ask":
        return int(base.part(_ASKING).answer_all(arguments))
    page = base.part(_PAGE)
    if arguments.action == "page":
        pages = {"law-questions.md": page.page()}
        return base.write_pages(environment.ROOT / "docs" / "reference", pages, check=arguments.check)
    if arguments.name and arguments.name not in page.questions():
        raise Problem(f"There is no question {arguments.name}.")
    print(page.listing(arguments.name))
    return 0


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError('must be a day as "YYYY-MM-DD"') from None
