"""Asking about an entry in the log, the answer from the office, and the list as a file."""

import csv
import io
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.urls import reverse

from fellesplan.access.models import Event, LogQuestion
from fellesplan.people.models import Employee, Municipality
from tests import factories as make
from tests.web.citizen.conftest import Family
from tests.web.conftest import Browser

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
READS_LOG = pytest.mark.usefixtures("one_connection")
ASKED = {"about": "reason", "text": "Hvorfor om natten?"}


def text(response: Any) -> str:
    return str(response.content.decode().replace("\u00a0", " "))


def _looked(family: Family) -> Event:
    return _event(family, family.coordinator)


def _event(family: Family, who: Employee) -> Event:
    actor = make.actor(who)
    return Event.objects.create(
        municipality=family.child.municipality, kind="read", action="plan.read", object_type="plans.Plan",
        name=actor.name, title=actor.title, account=actor.account, subject=family.child.pk,
        ground="coordinator:coordinates",
    )  # fmt: skip


def _ask(family: Family, browser: Browser, **form: str) -> LogQuestion:
    event = _looked(family)
    browser(family.parent).post(family.url("my-log-ask", event=event.pk), ASKED | form)
    return LogQuestion.objects.get()


def office(name: str, **kwargs: object) -> str:
    return reverse(name, kwargs={"tenant": "lund", **kwargs})


class TestAsking:
    """The person, or who acts for the person, asks."""

    @READS_LOG
    def test_the_question_opens_beside_its_line(self, family: Family, browser: Browser) -> None:
        event = _looked(family)
        page = text(browser(family.parent).get(family.url("my-log")))
        assert f"spor={event.pk}#spor" in page
        opened = text(browser(family.parent).get(family.url("my-log"), {"spor": event.pk}))
        assert "Spørsmålet går til kommunen, ikke til Marit Skogmo." in opened
        assert family.url("my-log-ask", event=event.pk) in opened

    @READS_LOG
    def test_it_is_kept_and_answered_within_five_working_days(self, family: Family, browser: Browser) -> None:
        event = _looked(family)
        sent = browser(family.parent).post(family.url("my-log-ask", event=event.pk), ASKED, follow=True)
        assert "Spørsmålet er sendt til kommunen." in text(sent)
        assert "«Hvorfor om natten?»" in text(sent)
        assert "Kommunen svarer innen 1. desember." in text(sent)
        row = LogQuestion.objects.get()
        assert (row.person_id, row.event, row.about) == (family.child.pk, event.pk, "reason")
        assert row.answer_by == date(2026, 12, 1)
        assert Event.objects.filter(kind="change", action="log.ask", subject=family.child.pk).count() == 1

    def test_sent_twice_it_is_asked_once(self, family: Family, browser: Browser) -> None:
        url = family.url("my-log-ask", event=_looked(family).pk)
        for _ in range(2):
            assert browser(family.parent).post(url, ASKED).status_code == 302
        assert LogQuestion.objects.count() == 1

    @READS_LOG
    @pytest.mark.parametrize(
        ("form", "said"),
        [
            ({}, "Velg hva du lurer på"),
            ({"about": "all"}, "Velg hva du lurer på"),
            ({"about": "other", "text": " "}, "Skriv hva du lurer på"),
        ],
    )
    def test_what_is_missing_is_told_and_nothing_is_kept(
        self, family: Family, browser: Browser, form: dict[str, str], said: str
    ) -> None:
        url = family.url("my-log-ask", event=_looked(family).pk)
        answer = browser(family.parent).post(url, form)
        assert answer.status_code == 422
        assert said in text(answer)
        assert not LogQuestion.objects.exists()

    @READS_LOG
    def test_a_text_too_long_is_kept_in_the_field(self, family: Family, browser: Browser) -> None:
        url = family.url("my-log-ask", event=_looked(family).pk)
        answer = browser(family.parent).post(url, {"about": "other", "text": "lang " * 500})
        assert answer.status_code == 422
        assert "lang lang" in text(answer)
        assert not LogQuestion.objects.exists()

    def test_another_does_not_ask(self, family: Family, browser: Browser, lund: Municipality) -> None:
        event = _looked(family)
        other = make.person(lund, login=True)
        assert browser(other).post(family.url("my-log-ask", event=event.pk), ASKED).status_code == 404
        mine = reverse("my-log-ask", kwargs={"tenant": "lund", "person": other.pk, "event": event.pk})
        assert browser(other).post(mine, ASKED).status_code == 404
        assert not LogQuestion.objects.exists()

    def test_what_is_not_there_is_not_found(self, family: Family, browser: Browser) -> None:
        url = family.url("my-log-ask", event=uuid4())
        assert browser(family.parent).post(url, ASKED).status_code == 404
        assert browser(family.parent).get(url).status_code == 405

    @READS_LOG
    def test_an_address_with_nonsense_shows_the_list(self, family: Family, browser: Browser) -> None:
        assert browser(family.parent).get(family.url("my-log"), {"spor": "tull"}).status_code == 200

    def test_the_place_in_the_list_is_kept(self, family: Family, browser: Browser) -> None:
        url = family.url("my-log-ask", event=_looked(family).pk)
        sent = browser(family.parent).post(f"{url}?egne=1", ASKED)
        assert sent["Location"].endswith("?egne=1")


class TestAnswering:
    """Those who lead the office answer."""

    @pytest.mark.parametrize("role", ["system_coordinator", "office_leader"])
    def test_the_office_reads_it_with_what_it_is_about(
        self, family: Family, browser: Browser, lund: Municipality, role: str
    ) -> None:
        row = _ask(family, browser)
        leader = browser(make.employee(lund, role))
        listed = text(leader.get(office("log-questions")))
        assert family.child.full_name in listed
        assert "Marit Skogmo leste planen." in listed
        assert "Svar innen 1. desember" in listed
        page = text(leader.get(office("log-question", question=row.pk)))
        assert "Hvorfor om natten?" in page
        assert "Er koordinator og leder arbeidet med planen." in page

    @READS_LOG
    def test_the_person_reads_the_answer_in_the_log(
        self, family: Family, browser: Browser, lund: Municipality
    ) -> None:
        row = _ask(family, browser)
        leader = make.employee(lund, "office_leader", name="Liv Leder")
        sent = browser(leader).post(office("log-question", question=row.pk), {"answer": "Hun hadde vakt."})
        assert sent.status_code == 302
        page = text(browser(family.parent).get(family.url("my-log")))
        assert "Hun hadde vakt." in page
        assert "Liv Leder" in page
        row.refresh_from_db()
        assert (row.answered_by_name, row.answered_by_account) == ("Liv Leder", leader.account_id)
        event = Event.objects.get(action="log_question.answer", kind="change")
        assert (event.subject, event.information) == (family.child.pk, ["answer"])
        assert event.ground == "office_leader:in_municipality"

    def test_an_empty_answer_is_not_sent(self, family: Family, browser: Browser, lund: Municipality) -> None:
        row = _ask(family, browser)
        answer = browser(make.employee(lund, "office_leader")).post(
            office("log-question", question=row.pk), {"answer": "  "}
        )
        assert answer.status_code == 422
        assert "Skriv et svar" in text(answer)

    def test_a_second_answer_is_refused_and_kept_in_the_field(
        self, family: Family, browser: Browser, lund: Municipality
    ) -> None:
        url = office("log-question", question=_ask(family, browser).pk)
        leader = browser(make.employee(lund, "office_leader", name="Liv Leder"))
        assert leader.post(url, {"answer": "Ja"}).status_code == 302
        again = leader.post(url, {"answer": "Nei"})
        assert again.status_code == 422
        assert "Spørsmålet har allerede fått svar fra Liv Leder." in text(again)
        assert LogQuestion.objects.get().answer == "Ja"

    def test_one_asked_about_does_not_answer(
        self, family: Family, browser: Browser, lund: Municipality
    ) -> None:
        leader = make.employee(lund, "office_leader")
        event = _event(family, leader)
        browser(family.parent).post(family.url("my-log-ask", event=event.pk), ASKED)
        url = office("log-question", question=LogQuestion.objects.get().pk)
        answer = browser(leader).post(url, {"answer": "Fordi"})
        assert answer.status_code == 422
        assert "En annen må svare." in text(answer)

    @pytest.mark.parametrize("role", ["caseworker", "administrator", "provider", "unit_leader"])
    def test_other_roles_do_not_see_it(
        self, family: Family, browser: Browser, lund: Municipality, role: str
    ) -> None:
        row = _ask(family, browser)
        client = browser(make.employee(lund, role))
        assert client.get(office("log-questions")).status_code == 404
        assert client.get(office("log-question", question=row.pk)).status_code == 404
        assert client.post(office("log-question", question=row.pk), {"answer": "x"}).status_code == 404

    def test_the_office_sees_no_more_of_the_log_than_what_is_asked_about(
        self, family: Family, browser: Browser, lund: Municipality
    ) -> None:
        _ask(family, browser)
        _event(family, family.teacher)
        page = text(browser(make.employee(lund, "office_leader")).get(office("log-questions")))
        assert "Tone Birkeland" not in page

    def test_the_worklist_leads_there(self, family: Family, browser: Browser, lund: Municipality) -> None:
        _ask(family, browser)
        leader, clerk = (browser(make.employee(lund, role)) for role in ("office_leader", "caseworker"))
        page = text(leader.get(office("worklist")))
        assert "Ett spørsmål om innsyn venter på svar." in page
        assert office("log-questions") in page
        assert office("log-questions") not in text(clerk.get(office("worklist")))

    def test_nobody_has_asked(self, browser: Browser, lund: Municipality) -> None:
        page = browser(make.employee(lund, "office_leader")).get(office("log-questions"))
        assert "Ingen har spurt om noe" in text(page)

    def test_the_list_does_not_ask_more_for_more_rows(
        self, family: Family, browser: Browser, lund: Municipality, django_assert_max_num_queries: Any
    ) -> None:
        for number in range(6):
            event = Event.objects.create(
                municipality=lund, kind="read", action="plan.read", object_type="plans.Plan", name="Per",
                subject=family.child.pk,
            )  # fmt: skip
            LogQuestion.objects.create(
                municipality=lund, person=family.child, event=event.pk, about="unknown",
                answer_by=date(2026, 11, 20) + timedelta(days=number), asked_by_name="Mor",
            )  # fmt: skip
        client = browser(make.employee(lund, "office_leader"))
        with django_assert_max_num_queries(20):
            page = text(client.get(office("log-questions")))
        assert "Skulle vært svart 20. november" in page


class TestFile:
    """The whole list as a file."""

    @READS_LOG
    def test_it_holds_all_in_plain_words(self, family: Family, browser: Browser) -> None:
        _looked(family)
        answer = browser(family.parent).get(family.url("my-log-download"))
        assert answer["Content-Type"] == "text/csv; charset=utf-8"
        assert answer["Content-Disposition"] == 'attachment; filename="hvem-har-sett-20261124.csv"'
        rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))
        assert rows[0][:3] == ["Dato", "Klokkeslett", "Navn"]
        assert ["24.11.2026", "10.00", "Marit Skogmo"] in [row[:3] for row in rows]
        assert any(
            "leste planen." in row and "Er koordinator og leder arbeidet med planen." in row for row in rows
        )

    @READS_LOG
    def test_it_is_itself_in_the_log(self, family: Family, browser: Browser) -> None:
        browser(family.parent).get(family.url("my-log-download"))
        event = Event.objects.get(action="log.download")
        assert (event.kind, event.subject, event.information) == ("read", family.child.pk, ["log"])

    @READS_LOG
    def test_a_cell_that_a_spreadsheet_would_run_is_disarmed(self, family: Family, browser: Browser) -> None:
        Event.objects.create(
            municipality=family.child.municipality, kind="read", action="plan.read", object_type="plans.Plan",
            name="=cmd()", subject=family.child.pk,
        )  # fmt: skip
        assert ";'=cmd();" in browser(family.parent).get(family.url("my-log-download")).content.decode()

    def test_others_do_not_get_it(self, family: Family, browser: Browser, lund: Municipality) -> None:
        for other in (
            make.person(lund, login=True),
            family.coordinator,
            make.employee(lund, "office_leader"),
        ):
            assert browser(other).get(family.url("my-log-download")).status_code == 404
        assert browser(family.parent).post(family.url("my-log-download")).status_code == 405


@READS_LOG
def test_an_emergency_stands_out(family: Family, browser: Browser, lund: Municipality) -> None:
    Event.objects.create(
        municipality=lund, kind="read", action="plan.read", object_type="plans.Plan", name="Jon Testvik",
        subject=family.child.pk, ground="emergency:emergency",
    )  # fmt: skip
    page = text(browser(family.parent).get(family.url("my-log")))
    assert '<li class="nod">' in page
    assert "Nødtilgang" in page


@READS_LOG
def test_a_change_tells_what_it_was_about(family: Family, browser: Browser, lund: Municipality) -> None:
    Event.objects.create(
        municipality=lund, kind="change", action="measure.write", object_type="plans.Measure", name="Kari",
        subject=family.child.pk, information=["where", "due_on", "starts_on", "version"],
    )  # fmt: skip
    page = text(browser(family.parent).get(family.url("my-log")))
    assert "Det gjaldt stedet, datoene." in page
