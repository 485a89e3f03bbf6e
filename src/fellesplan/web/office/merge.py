"""Two have written in the same field: both texts are shown, and the writer chooses. Nothing is lost."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from django.http import HttpResponse, QueryDict
from django.shortcuts import render

from fellesplan.cases.versions import Stale, StalePart, shown, version_of
from fellesplan.web.components.glue import Words
from fellesplan.web.page import PageRequest

CHOICE, MINE, THEIRS, BOTH = "valg.", "mine.", "theirs.", "both."
_PICKS = {"mine": MINE, "theirs": THEIRS, "both": BOTH}


@dataclass(frozen=True)
class Field:
    """A form field as a person knows it: its label, how a value is shown, and whether it is running text.

    `plain` turns what was typed into what is stored, to tell whether two values are the same.
    """

    label: Words
    words: Callable[[str], Words] = str
    is_text: bool = True
    plain: Callable[[str], str] = str


@dataclass(frozen=True)
class Clash:
    """One field with two values, and who wrote the other one."""

    name: str
    field: Field
    mine: str
    theirs: str
    by: str

    @property
    def mine_words(self) -> Words:
        return self.field.words(self.mine)

    @property
    def theirs_words(self) -> Words:
        return self.field.words(self.theirs)


def page(
    request: PageRequest, stale: Stale, fields: Mapping[str, Field], *, back: str, mine: Mapping[str, str]
) -> HttpResponse:
    """Show the merge page. `fields` are by form name, `mine` are values that are no field of the form.

    A page that saves by itself is replaced as a whole.
    """
    data = request.POST.copy()
    for name, value in mine.items():
        data[name] = value
    clashes = [clash for part in stale.parts for clash in _clashes(part, data, fields)]
    for part in stale.parts:
        data[f"{part.name}-was"] = version_of(part.theirs)
    skip = {clash.name for clash in clashes} | {"csrfmiddlewaretoken"}
    hidden = [(name, value) for name, values in data.lists() if name not in skip for value in values]
    context = {"clashes": clashes, "hidden": hidden, "back": back}
    response = render(request, "office/merge.html", context, status=409)
    if request.htmx:
        for name, value in {"Retarget": "body", "Reselect": "body", "Reswap": "innerHTML"}.items():
            response[f"HX-{name}"] = value
    return response


def resolved(post: QueryDict) -> QueryDict:
    """Return what was posted, with the chosen texts in their fields."""
    data = post.copy()
    for name in [name for name in post if name.startswith(CHOICE)]:
        field = name.removeprefix(CHOICE)
        data[field] = post.get(f"{_PICKS.get(str(post[name]), MINE)}{field}", "")
        for prefix in (CHOICE, *_PICKS.values()):
            data.pop(f"{prefix}{field}", None)
    return data


def _clashes(part: StalePart, data: QueryDict, fields: Mapping[str, Field]) -> Iterator[Clash]:
    for name, theirs in part.theirs.items():
        full = f"{part.name}-{name}"
        mine = shown(data.get(full, ""))
        if full in fields and fields[full].plain(mine) != theirs:
            yield Clash(full, fields[full], mine, theirs, part.by)
