"""What the fields of a plan are called where versions are read. Pure."""

from collections.abc import Mapping

from fellesplan.kernel.text import Text, t

LABELS: Mapping[str, Text] = {
    "matters": t("Det som er viktig"),
    "resources": t("Det personen er god på"),
    "person_contributes": t("Det personen selv bidrar med"),
    "family_contributes": t("Det familien bidrar med"),
    "child_participation": t("Hvordan barnet har vært med"),
    "cooperation": t("Samarbeid med andre"),
    "contact_doctor": t("Kontaktlege"),
    "made_by": t("Hvem som lager planen"),
    "period_from": t("Planen gjelder fra"),
    "period_to": t("Planen gjelder til"),
    "evaluate_on": t("Neste evaluering"),
    "tool": t("Verktøy"),
    "state": t("Status"),
    "own_words": t("Med egne ord"),
    "needs": t("Dette trengs"),
    "parent_id": t("Del av målet"),
    "level_start": t("Slik var det da vi begynte (−2)"),
    "level_near": t("På vei (−1)"),
    "level_goal": t("Målet er nådd (0)"),
    "level_more": t("Bedre enn målet (+1)"),
    "level_most": t("Mye bedre enn målet (+2)"),
    "legal_basis": t("Rettsgrunnlag"),
    "not_relevant": t("Ikke aktuelt"),
    "kind": t("Hva slags plan"),
    "dated": t("Dato"),
    "area": t("Område"),
    "title": t("Tittel"),
    "description": t("Hvorfor det er viktig"),
    "now": t("Slik er det nå"),
    "progress": t("Hvor langt dere har kommet"),
    "responsible_id": t("Hvem som har ansvaret"),
    "where": t("Hvor og hvordan"),
    "amount": t("Hvor mye og hvor ofte"),
    "starts_on": t("Begynner"),
    "due_on": t("Innen"),
    "done_on": t("Gjort"),
    "decision_reference": t("Vedtaket tiltaket bygger på"),
    "state_note": t("Hva som skjer"),
    "role": t("Rolle i planen"),
    "purpose": t("Hvorfor med"),
    "contribution": t("Bidrar med"),
    "valid_from": t("Med fra"),
    "valid_to": t("Med til"),
}

SUB_PLANS: Mapping[str, Text] = {
    "school": t("Individuell opplæringsplan (IOP)"),
    "treatment": t("Behandlingsplan"),
    "crisis": t("Kriseplan"),
    "rehabilitation": t("Rehabiliteringsplan"),
    "other": t("En annen plan"),
}

LEVELS: Mapping[int, Text] = {
    -2: t("Der vi begynte"),
    -1: t("På vei"),
    0: t("Målet er nådd"),
    1: t("Bedre enn målet"),
    2: t("Mye bedre enn målet"),
}
