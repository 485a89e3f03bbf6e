"""The links of a page bar: first, last and the pages around this one."""

from dataclasses import dataclass

from django.core.paginator import Page
from django.http import QueryDict

NEAR = 1


@dataclass(frozen=True)
class PageLink:
    """A page to go to; without `number` it is a gap."""

    number: int | None
    url: str = ""
    current: bool = False


def pages(page: Page[object], query: QueryDict | None, name: str = "side") -> dict[str, object]:
    """Return the links of the bar: `all`, `previous` and `following` (a URL or nothing)."""
    total = page.paginator.num_pages
    shown = [n for n in range(1, total + 1) if n in (1, total) or abs(n - page.number) <= NEAR]
    links: list[PageLink] = []
    for n in shown:
        if links and links[-1].number is not None and n - links[-1].number > 1:
            links.append(PageLink(None))
        links.append(PageLink(n, page_url(query, name, n), n == page.number))
    return {
        "all": links,
        "previous": page_url(query, name, page.number - 1) if page.has_previous() else "",
        "following": page_url(query, name, page.number + 1) if page.has_next() else "",
    }


def page_url(query: QueryDict | None, name: str, number: int) -> str:
    """Return this page's own query with another page number."""
    values = query.copy() if query is not None else QueryDict(mutable=True)
    values[name] = str(number)
    return f"?{values.urlencode()}"
