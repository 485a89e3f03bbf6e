"""Every address says who it is for: an action in the matrix, or a place on the public list."""

from collections.abc import Iterator

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from fellesplan.access import matrix

SITE_WIDE = frozenset(
    {"root", "healthz", "readyz", "set-language", "logout", "demo", "demo-login", "demo-number", "personas"}
)
"""Addresses outside any municipality; none of them shows personal data."""

PUBLIC = frozenset(
    {
        "accessibility",
        "components",
        "front",
        "login",
        "privacy",
        "referral-check",
        "referral-code",
        "referral-delete",
        "referral-follow",
        "referral-receipt",
        "referral-receipt-pdf",
        "referral-resume",
        "referral-start",
        "referral-step",
        "right-guide",
        "start",
    }
)
"""Pages of a municipality that anybody may open."""


def _patterns(resolver: URLResolver, prefix: str = "") -> Iterator[tuple[str, URLPattern]]:
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            yield from _patterns(entry, prefix + str(entry.pattern))
        else:
            yield prefix + str(entry.pattern), entry


ADDRESSES = sorted(_patterns(get_resolver()), key=lambda pair: pair[0])


@pytest.mark.parametrize(("address", "pattern"), ADDRESSES, ids=[address for address, _ in ADDRESSES])
def test_every_address_is_in_the_matrix_or_public(address: str, pattern: URLPattern) -> None:
    if pattern.name in SITE_WIDE:
        assert not address.startswith("<slug:tenant>")
        return
    actions = getattr(pattern.callback, "actions", None)
    assert actions is not None, "The view is not guarded by web.page"
    if pattern.name in PUBLIC:
        assert getattr(pattern.callback, "public", False)
    else:
        assert actions
        assert set(actions) <= set(matrix.ACTIONS)
        assert not getattr(pattern.callback, "public", False)


def test_the_lists_name_no_page_that_is_gone() -> None:
    names = {pattern.name for _, pattern in ADDRESSES}
    assert names >= SITE_WIDE | PUBLIC


def test_every_action_of_the_matrix_is_used_by_the_code() -> None:
    from pathlib import Path

    import fellesplan

    package = Path(fellesplan.__file__).parent
    sources = [p.read_text() for p in package.rglob("*.py") if p.name != "matrix.py"]
    unused = [action for action in matrix.ACTIONS if not any(f'"{action}"' in text for text in sources)]
    assert unused == []
