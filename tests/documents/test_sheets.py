"""Plan, minutes and consent on paper."""

from tests.documents import sheets
from tests.documents.reading import pdf_words


def said(pdf: bytes) -> str:
    return " ".join(pdf_words(pdf))


def test_a_plan_begins_with_what_matters() -> None:
    text = said(sheets.plan("nb"))
    assert text.index("Hva er viktig for meg") < text.index("Skole og dagtid")
    assert "Jeg vil slippe å si alt på nytt." in text


def test_each_goal_has_its_measures() -> None:
    text = said(sheets.plan("nb"))
    assert "Mål 1: Jeg går på skolen hele uka" in text
    assert "Tiltak Hvem Hvor og hvordan Hvor mye Til og med" in text
    assert "Ingen tiltak er avtalt ennå." in text
    assert "Ingen mål er satt ennå." in text


def test_what_the_law_asks_for_and_is_missing_is_shown() -> None:
    assert "Slik har barnet vært med Ikke fylt ut" in said(sheets.plan("nb"))


def test_a_plan_tells_whether_it_is_approved() -> None:
    assert "Mona Fjellbekk godkjente denne versjonen 18. desember 2026 (med ID-porten)." in said(
        sheets.plan("nb")
    )
    assert "Denne versjonen er ikke godkjent ennå." in said(sheets.empty_plan("nb"))


def test_minutes_tell_who_does_what_by_when() -> None:
    text = said(sheets.minutes("nn"))
    assert "Når: 3. desember 2026 kl. 13.00–14.00" in text
    assert "Finne rom Siri Aas 10. desember 2026" in text
    assert "Bestille rullestol Ane Lie 20. november 2026 Gjort" in text
    assert "Møtet kan ikkje avgjere kva tenester nokon får." in text


def test_a_consent_tells_how_it_is_taken_back() -> None:
    text = said(sheets.consent("nb"))
    assert "Hva de ikke skal dele • Opplysninger om søsken" in text
    assert "Du kan trekke samtykket når som helst" in text
    assert "Fra 3. desember 2026, til samtykket blir trukket" in text
    assert "Sted og dato" in text
