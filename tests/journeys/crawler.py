"""Finding pages by following links, one page of each kind."""

import re

from tests.journeys.walker import Walker

_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_FILE = re.compile(r"\.(pdf|ics|csv)$|/dokument/|/brev.*/pdf|/demo|/sprak|/logg-")
MOST = 40


def kind_of(path: str) -> str:
    """Return the path without what differs between pages of one kind."""
    return _ID.sub("*", re.sub(r"[?#].*", "", path))


def first_of_each_kind(walker: Walker) -> list[str]:
    """Return one path of each kind that links lead to from the page the walker stands on."""
    start = walker.path
    home = "/" + start.split("/")[1] + "/"
    found, waiting = {kind_of(start): start}, [start]
    while waiting and len(found) < MOST:
        walker.go(waiting.pop(0))
        for path in walker.links():
            if path.startswith(home) and not _FILE.search(kind_of(path)) and kind_of(path) not in found:
                found[kind_of(path)] = path
                waiting.append(path)
    return list(found.values())
