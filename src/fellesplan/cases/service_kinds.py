"""Tjenestene en utredning teller: what each is called, and which sector gives it."""

from fellesplan.kernel.text import Text, t
from fellesplan.procedures.facts import ServiceFact, ServiceSector

KINDS: dict[str, tuple[Text, ServiceSector]] = {
    "fastlege": (t("Fastlege"), ServiceSector.HEALTH),
    "helsesykepleier": (t("Helsesykepleier"), ServiceSector.HEALTH),
    "fysioterapi": (t("Fysioterapi"), ServiceSector.HEALTH),
    "ergoterapi": (t("Ergoterapi"), ServiceSector.HEALTH),
    "hjemmesykepleie": (t("Hjemmesykepleie"), ServiceSector.HEALTH),
    "praktisk_hjelp": (t("Praktisk hjelp og assistanse"), ServiceSector.HEALTH),
    "avlastning": (t("Avlastning"), ServiceSector.HEALTH),
    "psykisk_helse": (t("Psykisk helse og rus"), ServiceSector.HEALTH),
    "habilitering": (t("Habilitering eller rehabilitering i kommunen"), ServiceSector.HEALTH),
    "annen_helse": (t("Annen helse- og omsorgstjeneste"), ServiceSector.HEALTH),
    "sykehus": (t("Sykehus eller habiliteringstjeneste"), ServiceSector.HOSPITAL),
    "barnehage": (t("Barnehage"), ServiceSector.KINDERGARTEN),
    "skole": (t("Skole"), ServiceSector.SCHOOL),
    "ppt": (t("Pedagogisk-psykologisk tjeneste"), ServiceSector.SCHOOL),
    "barnevern": (t("Barnevern"), ServiceSector.CHILD_WELFARE),
    "nav": (t("NAV"), ServiceSector.NAV),
    "sosial": (t("Sosiale tjenester"), ServiceSector.SOCIAL),
    "annet": (t("Annet"), ServiceSector.OTHER),
}
_ALIASES = {
    "gp": "fastlege",
    "health_station": "helsesykepleier",
    "home_care": "hjemmesykepleie",
    "disability": "praktisk_hjelp",
    "rehabilitation": "habilitering",
    "mental_health": "psykisk_helse",
    "housing": "avlastning",
    "health": "annen_helse",
    "hospital": "sykehus",
    "kindergarten": "barnehage",
    "school": "skole",
    "upper_secondary": "skole",
    "child_welfare": "barnevern",
    "social": "sosial",
}


def kind_of(kind: str) -> str:
    """Return the kind by its name here; kinds of units and sectors are understood, others are "annet"."""
    known = _ALIASES.get(kind, kind)
    return known if known in KINDS else "annet"


def fact(name: str, kind: str, provider: str) -> ServiceFact:
    """Return a service as the rules count it."""
    known = kind_of(kind)
    return ServiceFact(name, known, KINDS[known][1], provider)
