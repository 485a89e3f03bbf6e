"""Roles of people as they are said in a sentence, and as one word in a drawing."""

import re

_LINK = re.compile(r",| (?:i|på|ved|for|hos|til|med|og|in|at|for|of) ")
LONGEST = 18


def in_sentence(role: str) -> str:
    """Return a role with a small first letter; abbreviations keep theirs: "Veileder i NAV" ends with NAV."""
    return role if role[1:2].isupper() else role[:1].lower() + role[1:]


def head_word(role: str) -> str:
    """Return the one word that says what somebody is, empty when it is too long to draw."""
    words = _LINK.split(role)[0].split()
    return in_sentence(words[-1]) if words and len(words[-1]) <= LONGEST else ""
