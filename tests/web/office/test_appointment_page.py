"""Oppnevning as a page: ask a unit, wait, appoint; the ladder around it."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from fellesplan.coordinators.models import Appointment, CoordinatorProfile, Nomination
from fellesplan.coordinators.services import nominations
from fellesplan.people.models import Municipality
from tests import factories as make
from tests.coordinators.test_appointments import follow
from tests.coordinators.world import DUE, World, world
from tests.fixtures import NOW
from tests.web.conftest import Browser

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
TODAY = NOW.date()


def url(w: World) -> str:
    return reverse("case-appointment", args=[w.case.municipality.slug, w.case.pk])


def text(client: Client, w: World) -> str:
    reply = client.get(url(w))
    assert reply.status_code == 200
    return reply.content.decode().replace("\xa0", " ")


def ask(client: Client, w: World, **values: str) -> int:
    data = {"do": "ask", "unit": str(w.unit.pk), "answer_by": "2.12.2026", "message": "", "wished": ""}
    return client.post(url(w), data | values).status_code


def test_the_way_from_question_to_appointment(browser: Browser, lund: Municipality) -> None:
    w = world(lund, family_name="Prøve")
    client = browser(w.clerk)
    assert "Spør en virksomhet om koordinator" in text(client, w)
    assert ask(client, w, wished="Marit Skogmo") == 302
    shown = text(client, w)
    assert "Hjemmetjenesten svarer om koordinator" in shown
    assert "Aud Rage" in shown
    w.name(Nomination.objects.get())
    assert "Oppnevn Marit Skogmo og send brev" in text(client, w)
    assert client.post(url(w), {"do": "appoint", "valid_from": "1.12.2026"}).status_code == 302
    assert Appointment.objects.get().valid_from == date(2026, 12, 1)
    shown = text(client, w)
    assert "Marit Skogmo er koordinator fra 1. desember" in shown
    assert "brevet er sendt" in shown


def test_candidates_have_reasons_and_units_follow_the_procedure(browser: Browser, lund: Municipality) -> None:
    w = world(lund)
    CoordinatorProfile.objects.create(
        municipality=lund, employee=w.named, unit=w.unit, trained_on=TODAY, languages="Norsk"
    )
    shown = text(browser(w.clerk), w)
    assert "Marit Skogmo, Hjemmetjenesten" in shown
    assert "Arbeider der det passer for livsfasen." in shown
    assert "Helse og omsorg har hovedansvaret." in shown


def test_the_sixth_person_is_warned_about_but_not_stopped(browser: Browser, lund: Municipality) -> None:
    w = world(lund)
    follow(w.named, 5)
    w.name(w.ask())
    client = browser(w.clerk)
    assert "Da følger koordinatoren 6 personer. Kommunen anbefaler høyst 5." in text(client, w)
    assert client.post(url(w), {"do": "appoint", "valid_from": "24.11.2026"}).status_code == 302


def test_what_is_missing_stands_first_and_there_is_no_form(browser: Browser, lund: Municipality) -> None:
    w = world(lund, consent=False, family_name="Prøve")
    client = browser(w.clerk)
    shown = text(client, w)
    assert "Samtykke til koordinator mangler. Mina Prøve kan gi det." in shown
    assert 'value="ask"' not in shown
    assert ask(client, w) == 422
    assert not Nomination.objects.exists()


def test_errors_keep_what_was_typed(browser: Browser, lund: Municipality) -> None:
    w = world(lund)
    reply = browser(w.clerk).post(
        url(w), {"do": "ask", "unit": "", "answer_by": "1.1.2020", "message": "Kan dere hjelpe?"}
    )
    assert reply.status_code == 422
    shown = reply.content.decode()
    assert "Kan dere hjelpe?" in shown
    assert "Velg et svar: Virksomhet" in shown


def test_question_is_taken_back(browser: Browser, lund: Municipality) -> None:
    w = world(lund)
    w.ask()
    client = browser(w.clerk)
    assert client.post(url(w), {"do": "cancel"}).status_code == 302
    assert Nomination.objects.get().state == "cancelled"
    assert "Trukket tilbake" in text(client, w)


def test_who_takes_over_may_overlap(browser: Browser, lund: Municipality) -> None:
    w = world(lund)
    old = make.coordinator(w.person, where=w.case, at=w.unit, name="Ove Tangen")
    w.name(w.ask())
    client = browser(w.clerk)
    assert "Siste dag for Ove Tangen" in text(client, w)
    data = {"do": "appoint", "valid_from": "1.12.2026", "overlap_until": "15.12.2026"}
    assert client.post(url(w), data).status_code == 302
    assert Appointment.objects.get(employee=old).valid_to == date(2026, 12, 15)


def test_molde_asks_elsewhere_when_needs_are_heavy(browser: Browser, lund: Municipality) -> None:
    lund.profile = "molde"
    lund.save()
    w = world(lund, born=date(2025, 1, 1))
    make.consent(w.person)
    nurse = make.unit(lund, "health_station", name="Helsestasjonen")
    service = make.unit(lund, "disability", name="Tiltak funksjonshemmede")
    client = browser(w.clerk)
    shown = client.get(url(w)).context["shown"]
    assert [each.unit for each in shown.units] == [nurse]
    shown = client.get(url(w), {"behov": "tungt"}).context["shown"]
    assert [each.unit for each in shown.units] == [service, nurse]


@pytest.mark.parametrize(
    ("role", "status"),
    [
        ("caseworker", 200),
        ("system_coordinator", 200),
        ("office_leader", 404),
        ("unit_leader", 404),
        ("provider", 404),
        ("administrator", 404),
    ],
)
def test_who_may_open_it(browser: Browser, lund: Municipality, role: str, status: int) -> None:
    w = world(lund)
    assert browser(make.employee(lund, role)).get(url(w)).status_code == status


def test_outsiders_bad_ids_and_wrong_methods(browser: Browser, lund: Municipality) -> None:
    w = world(lund)
    client = browser(w.clerk)
    assert browser(w.person if w.person.account else make.person(lund, login=True)).get(
        url(w)
    ).status_code == 404  # fmt: skip
    assert browser().get(url(w)).status_code == 302
    assert client.get(reverse("case-appointment", args=["lund", uuid4()])).status_code == 404
    assert client.put(url(w)).status_code == 405
    assert client.post(url(w), {"do": "appoint", "valid_from": str(DUE)}).status_code == 200


def test_queries_do_not_grow(
    browser: Browser, lund: Municipality, django_assert_max_num_queries: object
) -> None:
    w = world(lund)
    for number in range(12):
        who = make.employee(lund, at=make.unit(lund))
        CoordinatorProfile.objects.create(municipality=lund, employee=who, unit=who.assignments.get().unit)
        if number < 3:
            follow(who, 2)
    client = browser(w.clerk)
    with django_assert_max_num_queries(32):  # type: ignore[operator]
        assert client.get(url(w)).status_code == 200


def test_a_second_unit_may_be_asked_after_a_no(browser: Browser, lund: Municipality) -> None:
    w = world(lund)
    nominations.answer(actor=w.lead, nomination=w.ask(), employee=None, note="Alle er fulle.")
    other = make.unit(lund, name="Skolen")
    make.employee(lund, "unit_leader", at=other)
    client = browser(w.clerk)
    assert "Alle er fulle." in text(client, w)
    assert ask(client, w, unit=str(other.pk), answer_by=f"{TODAY + timedelta(days=3):%d.%m.%Y}") == 302
