"""How each municipality counts services."""

from datetime import date

import pytest

from fellesplan.procedures.facts import ServiceFact, ServiceSector
from fellesplan.procedures.loader import load
from fellesplan.procedures.services import count_services

ON = date(2026, 11, 21)
H, S, K = ServiceSector.HEALTH, ServiceSector.SCHOOL, ServiceSector.HOSPITAL
NURSE = ServiceFact("Hjemmesykepleie", "sykepleier", H, "Hjemmetjenesten")
HELP = ServiceFact("Praktisk bistand", "helsefagarbeider", H, "Hjemmetjenesten")
GP = ServiceFact("Fastlege", "fastlege", H, "Legekontoret")
SCHOOL_NURSE = ServiceFact("Helsestasjon", "helsesykepleier", H, "Helsestasjonen")
TEACHER = ServiceFact("Spesialundervisning", "lærer", S, "Nyby skole")
HOSPITAL = ServiceFact("Poliklinikk", "lege", K, "Sykehuset")


@pytest.mark.parametrize(
    ("slug", "services", "number"),
    [
        ("lund", (NURSE, HELP), 2),  # hver tjeneste telles
        ("lund", (NURSE, GP, SCHOOL_NURSE), 1),  # uten fastlege og helsesykepleier
        ("lund", (NURSE, TEACHER), 2),  # andre sektorer tas med
        ("alesund", (NURSE, HELP), 1),  # samme yter
        ("alesund", (NURSE, GP), 2),
        ("alesund", (NURSE, TEACHER), 1),  # bare helse og omsorg
        ("molde", (NURSE, HELP, HOSPITAL), 2),  # ulike ytere
        ("arendal", (NURSE, HELP, GP, TEACHER), 2),  # instanser som gir helsetjenester
        ("luster", (NURSE, HELP, TEACHER), 3),  # faggrupper
        ("luster", (NURSE, NURSE), 1),
        ("nasjonal", (NURSE, TEACHER), 2),
        ("nasjonal", (), 0),
    ],
)
def test_count(slug: str, services: tuple[ServiceFact, ...], number: int) -> None:
    assert count_services(load(slug, ON), services).number == number


def test_what_is_left_out_is_told_with_its_source() -> None:
    count = count_services(load("lund", ON), (NURSE, GP))
    assert count.counted == (NURSE,)
    assert [(left.service, left.source) for left in count.left_out] == [(GP, "Lund kommune, prosedyre")]
    assert "teller ikke med" in str(count.left_out[0].text)


def test_providers_without_a_name_are_told_apart_by_the_service() -> None:
    services = (ServiceFact("Avlastning"), ServiceFact("Fysioterapi"))
    assert count_services(load("molde", ON), services).number == 2
