"""Samtykkets form. Loven krever ingen (forskrift om individuell plan § 5): en lokal rutine er bare et råd."""

from functools import reduce

from fellesplan.consent.status import ConsentForm
from fellesplan.kernel.text import Text, t
from fellesplan.procedures.reasons import Reason

FORM_TEXTS: dict[ConsentForm, Text] = {
    ConsentForm.ORAL: t("muntlig"),
    ConsentForm.WRITTEN: t("skriftlig"),
    ConsentForm.DIGITAL: t("digitalt"),
}


def form_finding(form: ConsentForm, accepted: frozenset[ConsentForm]) -> Reason | None:
    """Return advice when the local routine asks for another form; the consent is valid all the same."""
    if not accepted or form in accepted:
        return None
    wanted = reduce(_either, (FORM_TEXTS[each] for each in ConsentForm if each in accepted))
    text = t(
        "Kommunens rutine er {wanted} samtykke. Loven godtar også {form}, så samtykket gjelder.",
        wanted=wanted,
        form=FORM_TEXTS[form],
    )
    return Reason(text, "IPf § 5")


def record_needed(form: ConsentForm) -> Reason | None:
    """Return what an oral consent needs to be provable (forskriften § 9: it also stands in the plan)."""
    if form is not ConsentForm.ORAL:
        return None
    return Reason(t("Skriv hvem som tok imot samtykket, og når. Det skal også stå i planen."), "IPf § 9")


def _either(one: Text, other: Text) -> Text:
    return t("{one} eller {other}", one=one, other=other)
