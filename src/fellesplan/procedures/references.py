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
_SHORT = re.compile(r"\b(" + "|".join(SHORT_NAMES) + r")(?= §)")


def spelled_out(source: str) -> str:
    """Return a reference with full names: "hol § 7-1" becomes "helse- og omsorgstjenesteloven § 7-1"."""
    return _SHORT.sub(lambda found: SHORT_NAMES[found[0]], source)
