"""The right to complain: how long, where and how."""

from datetime import date

from fellesplan.documents.letters import (
    ComplaintRoute,
    LawRef,
    Ombud,
    Outcome,
    Part,
    Right,
    build_decision_letter,
)
from tests.documents.samples import adult, answer, decision, route

KO, IP = Right.COORDINATOR, Right.INDIVIDUAL_PLAN


def said(*routes: ComplaintRoute, **changes: object) -> str:
    outcomes = [answer(right, Outcome.REFUSED) for one in routes for right in one.rights]
    content = build_decision_letter(adult(*outcomes, complaint=routes, **changes), "nb")
    return " ".join(content.of(Part.COMPLAINT)[0].paragraphs).replace("\u00a0", " ")


def test_deadline_body_and_where_to_send() -> None:
    text = said(route(KO))
    assert "Klagefristen er fire uker fra du fikk dette brevet." in text
    assert "Regnet fra 24. november 2026 er siste dag 22. desember 2026." in text
    assert "Send klagen til Lund kommune." in text
    assert "sender vi klagen videre til Statsforvalteren i Rogaland, som avgjør den" in text
    assert "pasient- og brukerrettighetsloven §§ 7-2 og 7-5" in text


def test_a_refused_coordinator_can_be_complained_over() -> None:
    content = build_decision_letter(decision(answer(KO, Outcome.REFUSED)), "nb")
    assert content.of(Part.COMPLAINT)[0].heading == "Dere kan klage"


def test_how_and_who_helps() -> None:
    text = said(route(KO))
    assert "må den ha kommet fram innen fristen. Se etter kvittering." in text
    assert "i posten, er det nok at den er sendt innen fristen" in text
    assert "Vi hjelper gjerne til med å skrive klagen. Ring 51 00 00 00." in text
    assert "Pasient- og brukerombudet i Rogaland gir også gratis råd og hjelp, telefon 51 95 00 00." in text
    assert "Ombudet gir også gratis råd og hjelp." in said(route(KO), ombud=Ombud("Ombudet"))


def test_two_bases_have_each_their_deadline_and_body() -> None:
    nav = ComplaintRoute(
        (IP,),
        "Nav Klageinstans Vest",
        3,
        date(2026, 11, 24),
        date(2026, 12, 15),
        (LawRef("fvl", ("28", "29")),),
    )
    text = said(route(KO), nav)
    assert "For koordinator er klagefristen fire uker" in text
    assert "For individuell plan er klagefristen tre uker" in text
    assert "siste dag 15. desember 2026" in text
    assert (
        "Endrer vi ikke svaret om individuell plan, sender vi klagen videre til Nav Klageinstans Vest" in text
    )


def test_delayed_effect_is_said_where_it_matters() -> None:
    assert "forvaltningsloven § 42" in said(route(KO), delayed_effect=LawRef("fvl", ("42",)))
    assert "§ 42" not in said(route(KO))
