"""Samtykke for voksne (pbrl §§ 4-3, 4-6 og 4-7; hpl § 22 tredje ledd; vgml §§ 21, 32, 33 og 80)."""

from dataclasses import replace

from fellesplan.consent.capacity import capacity_in_writing, decided_lacking
from fellesplan.consent.facts import Capacity, ConsentLaw, Guardian, PersonFacts, Purpose
from fellesplan.consent.verdicts import ConsentVerdict, Role, because, stopped
from fellesplan.kernel.text import t
from fellesplan.procedures.reasons import Reason


def adult_verdict(facts: PersonFacts, law: ConsentLaw) -> ConsentVerdict:
    """Return who consents for a person of 18 or more."""
    if facts.capacity is not Capacity.LACKING:
        return _own(facts)
    verdict = _for_another(facts)
    return replace(verdict, reasons=(*decided_lacking(law), *verdict.reasons))


def _for_another(facts: PersonFacts) -> ConsentVerdict:
    if facts.objects and facts.guardian is not Guardian.DEPRIVED:
        return stopped(
            t("Personen sier nei til dette. Da kan ingen samtykke i stedet."),
            "pbrl § 4-6 tredje ledd, vgml § 33 andre ledd",
        )
    found = [*_guardian(facts), *_future_mandate(facts), *_next_of_kin(facts)]
    if found:
        roles, reasons = zip(*found, strict=True)
        return ConsentVerdict(
            ask=roles, reasons=reasons, hear=_take_part(facts), unsettled=_narrow_mandate(facts)
        )
    return _nobody(facts)


def _own(facts: PersonFacts) -> ConsentVerdict:
    reasons = because(t("Voksne samtykker selv."), "pbrl § 4-3 første ledd bokstav a")
    if facts.guardian is Guardian.DEPRIVED:
        reasons += because(
            t("Personen skal selv samtykke så langt det er mulig, også når vergen ellers bestemmer."),
            "pbrl § 4-7",
        )
    elif facts.guardian is not Guardian.NONE:
        reasons += because(
            t("At personen har verge, tar ikke fra noen retten til å samtykke selv."), "vgml § 21 første ledd"
        )
    if facts.written_mandate:
        reasons += because(
            t("Fullmektigen kan hjelpe personen og levere svaret, men samtykket er personens eget."),
            "fvl § 12",
        )
    return ConsentVerdict(ask=(Role.PERSON,), reasons=reasons, missing=capacity_in_writing(facts.capacity))


def _guardian(facts: PersonFacts) -> list[tuple[Role, Reason]]:
    if facts.guardian is Guardian.DEPRIVED:
        text = t(
            "Personen er fratatt rettslig handleevne i personlige forhold og kan ikke "
            "samtykke selv. Vergen samtykker."
        )
        return [(Role.GUARDIAN, Reason(text, "pbrl § 4-7"))]
    if facts.guardian is Guardian.COVERS_THIS:
        text = t("Vergen kan samtykke innenfor mandatet sitt, men ikke mot det personen ønsker.")
        return [(Role.GUARDIAN, Reason(text, "vgml §§ 32 og 33"))]
    return []


def _future_mandate(facts: PersonFacts) -> list[tuple[Role, Reason]]:
    if not facts.future_mandate:
        return []
    sharing = facts.purpose is Purpose.SHARING
    text = t("Fremtidsfullmektigen kan samtykke innenfor fullmakten.")
    source = "vgml § 80 fjerde ledd" if sharing else "vgml § 80 første ledd"
    return [(Role.FUTURE_ATTORNEY, Reason(text, source))]


def _next_of_kin(facts: PersonFacts) -> list[tuple[Role, Reason]]:
    if facts.purpose is not Purpose.SHARING or not facts.next_of_kin:
        return []
    text = t("Nærmeste pårørende kan samtykke til at taushetsbelagte helseopplysninger deles.")
    return [(Role.NEXT_OF_KIN, Reason(text, "hpl § 22 tredje ledd"))]


def _take_part(facts: PersonFacts) -> tuple[Reason, ...]:
    heard = because(t("Hør hva personen selv ønsker, så langt det er mulig."), "vgml § 33, IPf § 4")
    if not facts.next_of_kin:
        return heard
    return heard + because(
        t("Nærmeste pårørende har rett til å være med sammen med personen."), "pbrl § 3-1 tredje ledd"
    )


def _nobody(facts: PersonFacts) -> ConsentVerdict:
    consider = because(t("Vurder om personen trenger verge i personlige forhold."), "vgml § 20")
    if facts.purpose is Purpose.SHARING:
        return ConsentVerdict(
            missing=because(t("Finn ut hvem som er nærmeste pårørende."), "pbrl § 1-3 bokstav b") + consider
        )
    decides = t("Den som gir hjelpen, kan avgjøre det som er lite inngripende.")
    doubt = t(
        "Loven sier ikke rett ut hvem som samtykker til plan når en voksen verken har verge "
        "eller fremtidsfullmektig."
    )
    return ConsentVerdict(
        ask=(Role.PROVIDER,),
        reasons=because(decides, "pbrl § 4-6 første ledd"),
        hear=_take_part(facts),
        unsettled=because(doubt, "IPf § 5") + _narrow_mandate(facts) + consider,
    )


def _narrow_mandate(facts: PersonFacts) -> tuple[Reason, ...]:
    if facts.guardian is Guardian.OTHER_MATTERS:
        return because(t("Mandatet til vergen dekker ikke dette."), "vgml § 32")
    if facts.guardian is Guardian.UNKNOWN:
        return because(t("Finn ut hva mandatet til vergen gjelder."), "vgml § 21 tredje ledd")
    return ()
