"""Lovhenvisninger: korte i koden, skrevet helt ut for mennesker."""

import re

SHORT_NAMES = {
    "bhl": "barnehageloven",
    "bl": "barnelova",
    "bvl": "barnevernsloven",
    "dl": "domstolloven",
    "eFvf": "eForvaltningsforskriften",
    "fvl": "forvaltningsloven",
    "hol": "helse- og omsorgstjenesteloven",
    "hpl": "helsepersonelloven",
    "HRf": "forskrift om habilitering, rehabilitering og koordinator",
    "IPf": "forskrift om individuell plan",
    "navl": "Nav-loven",
    "oppl": "opplæringslova",
    "pbrl": "pasient- og brukerrettighetsloven",
    "phvl": "psykisk helsevernloven",
    "pjf": "pasientjournalforskriften",
    "sotjl": "sosialtjenesteloven",
    "sphl": "spesialisthelsetjenesteloven",
    "vgml": "vergemålsloven",
}
NYNORSK = {
    "barnehageloven": "barnehagelova",
    "barnevernsloven": "barnevernslova",
    "domstolloven": "domstollova",
    "eforvaltningsforskriften": "eforvaltningsforskrifta",
    "forvaltningsloven": "forvaltningslova",
    "helse- og omsorgstjenesteloven": "helse- og omsorgstenestelova",
    "helsepersonelloven": "helsepersonellova",
    "nav-loven": "nav-lova",
    "pasient- og brukerrettighetsloven": "pasient- og brukarrettslova",
    "pasientjournalforskriften": "pasientjournalforskrifta",
    "psykisk helsevernloven": "psykisk helsevernlova",
    "sosialtjenesteloven": "sosialtenestelova",
    "spesialisthelsetjenesteloven": "spesialisthelsetenestelova",
    "vergemålsloven": "vergemålslova",
}
_LONG = re.compile("|".join(sorted(NYNORSK, key=len, reverse=True)), re.IGNORECASE)
_SHORT = re.compile(r"\b(" + "|".join(SHORT_NAMES) + r")(?= §)")


def spelled_out(source: str) -> str:
    """Return a reference with full names: "hol § 7-1" becomes "helse- og omsorgstjenesteloven § 7-1"."""
    return _SHORT.sub(lambda found: SHORT_NAMES[found[0]], source)


def in_nynorsk(source: str) -> str:
    """Return a reference with the names that the laws have in nynorsk, first letters kept as they are."""

    def named(found: re.Match[str]) -> str:
        name = NYNORSK[found[0].lower()]
        letters = zip(name, found[0], strict=False)
        return "".join(new.upper() if old.isupper() else new for new, old in letters) + name[len(found[0]) :]

    return _LONG.sub(named, source)
