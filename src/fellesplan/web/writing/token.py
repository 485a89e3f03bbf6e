"""The mark of a page on which somebody writes: signed, so that what is typed there is kept for them alone.

With it a page can hand in what was typed also after the session has ended. It lets nobody read anything.
"""

from uuid import UUID

from django.core import signing
from django.http import QueryDict

from fellesplan.plans.services.drafts import Desk

TOKEN, SEQ, KEEP, DISCARD = "utkast", "utkast_nr", "utkast_behold", "utkast_forkast"
OWN = frozenset({TOKEN, SEQ, KEEP, DISCARD, "csrfmiddlewaretoken"})
SALT = "fellesplan.draft"
LASTS = 7 * 24 * 60 * 60
"""Seconds a page may stand open before what is typed on it can be handed in without logging in first."""


def sign(desk: Desk) -> str:
    """Return the mark of a page."""
    values = [desk.municipality, desk.account, desk.person, desk.key, desk.id, desk.title, desk.address]
    plain = [str(value) for value in values]
    return signing.dumps([*plain, str(desk.continues or "")], salt=SALT, compress=True)


def read(mark: str) -> Desk | None:
    """Return whose page it was, or None when the mark is not ours, or too old."""
    try:
        values = signing.loads(mark, salt=SALT, max_age=LASTS)
    except signing.BadSignature:
        return None
    municipality, account, person, key, page, title, address, continues = values
    return Desk(
        municipality=UUID(municipality), account=UUID(account), person=UUID(person), key=key, id=UUID(page),
        title=title, address=address, continues=UUID(continues) if continues else None,
    )  # fmt: skip


def typed(post: QueryDict) -> dict[str, list[str]]:
    """Return the fields of the form, without those of the page itself."""
    return {name: post.getlist(name) for name in post if name not in OWN}


def seq(post: QueryDict) -> int:
    """Return the number of what was sent; 0 from a browser without scripts."""
    number = post.get(SEQ, "")
    return int(number) if number.isdecimal() and len(number) < 18 else 0
