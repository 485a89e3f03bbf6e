"""Complaints as pages of the office: from the list to the file that is sent on."""

from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from fellesplan.cases.models import Complaint
from fellesplan.cases.services import complaints_changes, complaints_settling
from fellesplan.cases.services import complaints_handling as handling
from fellesplan.people.models import Employee, Municipality
from fellesplan.procedures.loader import Procedure
from tests import factories as make
from tests.cases.complaint_world import decision, later, lodge, refused, register
from tests.cases.world import World, world
from tests.web.conftest import Browser

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
SCAN = b"%PDF-1.7 skannet"
GET_PAGES = (
    "complaint", "complaint-posted", "complaint-late", "complaint-completion", "complaint-complete",
    "complaint-assess", "complaint-answer", "complaint-withdraw", "complaint-appeal",
)  # fmt: skip
POSTS = ("complaint-take-up", "complaint-change", "complaint-drop", "complaint-close")


def url(name: str, pk: object) -> str:
    return reverse(name, args=["lund", pk])


def office(browser: Browser, here: World) -> Client:
    return browser(Employee.objects.get(pk=str(here.caseworker.employee)))


def text(response: Any) -> str:
    return response.content.decode().replace("\u00a0", " ")


def paper(here: World, **changes: Any) -> dict[str, Any]:
    scan = SimpleUploadedFile("klage.pdf", SCAN, "application/pdf")
    values = {
        "decisions": [str(decision(here).pk)], "channel": "post", "arrived_on": "24.11.2026",
        "handed_over": "23.11.2026", "name": "Anne Fjellbekk", "capacity": "representative",
        "wants": "Vi vil ha barnekoordinator.", "signed": "ja", "papers": scan, "reference": "K7M2PQRS",
    }  # fmt: skip
    return values | changes


def fresh(row: Complaint) -> Complaint:
    row.refresh_from_db()
    return row


def test_a_paper_complaint_is_registered_once(browser: Browser, lund: Municipality) -> None:
    here = refused(lund)
    client = office(browser, here)
    form = text(client.get(url("complaint-register", here.case.pk)))
    assert "Barnekoordinator: Avslag, sendt 24. november 2026" in form
    assert here.parent.full_name in form
    for _ in range(2):
        reply = client.post(url("complaint-register", here.case.pk), paper(here), follow=True)
        assert "Klagen er registrert." in text(reply)
    row = Complaint.objects.get()
    assert (row.channel, row.registered_by_id, row.attachments.count()) == (
        "post",
        here.caseworker.employee,
        2,
    )
    assert "I tide" in text(reply)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"papers": ""}, "Legg ved den skannede klagen"),
        ({"wants": ""}, "Fyll ut: Hva vil klageren ha endret"),
        ({"arrived_on": "25.11.2026"}, "kan ikke ha kommet fram etter i dag"),
        ({"capacity": "proxy", "works_in_field": "ja"}, "kan ikke være fullmektig"),
        ({"capacity": "proxy", "works_in_field": "nei"}, "Legg ved den skriftlige fullmakten"),
        ({"signed": ""}, "Svar på om den er underskrevet"),
        ({"papers": SimpleUploadedFile("k.pdf", b"MZ program", "application/pdf")}, "er et program"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(
    browser: Browser, lund: Municipality, changes: dict[str, Any], said: str
) -> None:
    here = refused(lund)
    reply = office(browser, here).post(url("complaint-register", here.case.pk), paper(here, **changes))
    assert reply.status_code == 422
    assert said in text(reply)
    assert "Anne Fjellbekk" in text(reply)
    assert not Complaint.objects.exists()


def test_nothing_to_complain_over_yet(browser: Browser, lund: Municipality) -> None:
    here = world(lund)
    page = text(office(browser, here).get(url("complaint-register", here.case.pk)))
    assert "Det er ikke noe svar å klage på ennå" in page


def test_case_page_and_worklist_lead_to_the_complaint(browser: Browser, lund: Municipality) -> None:
    here = refused(lund)
    row, client = lodge(here), office(browser, here)
    case = text(client.get(url("case", here.case.pk)))
    assert "Vurder klagen" in case
    assert "Forvaltningsloven § 33" in case
    assert url("case-complaints", here.case.pk) in case
    assert "Vurder klagen" in text(client.get(reverse("worklist", args=["lund"])))
    reply = client.get(url("case-complaints", here.case.pk))
    assert reply["Location"] == url("complaint", row.pk)


def test_refusal_complaint_sent_on(browser: Browser, lund: Municipality) -> None:
    here = refused(lund)
    row, client = lodge(here), office(browser, here)
    assert "Vi vil ha barnekoordinator." in text(client.get(url("complaint", row.pk)))
    assert "Klagen er tatt opp" in text(client.post(url("complaint-take-up", row.pk), follow=True))
    assess = url("complaint-assess", row.pk)
    assert "Teksten mangler" in text(client.get(assess))
    data = {"planned": "send", "statement": "Vi har vurdert det på nytt.", "version": str(fresh(row).version)}
    client.post(assess, data | {"do": "save"})
    assert (fresh(row).state, row.statement) == ("under_reassessment", "Vi har vurdert det på nytt.")
    data["version"] = str(row.version)
    for _ in range(2):
        reply = client.post(assess, data | {"do": "send"}, follow=True)
        assert "Klagen om Jonas er sendt til Statsforvalteren i Rogaland" in text(reply)
    assert fresh(row).state == "sent"
    assert here.case.letters.filter(kind="complaint_forwarded").count() == 1
    shown = text(client.get(url("complaint", row.pk)))
    assert "Klage sendt til Statsforvalteren i Rogaland" in shown
    answer = {"result": "upheld", "answered_on": "24.11.2026", "text": "Vi er enige."}
    assert "Svaret er registrert" in text(client.post(url("complaint-answer", row.pk), answer, follow=True))
    client.post(url("complaint-close", row.pk))
    assert fresh(row).state == "closed"


def test_refusal_complaint_changed(browser: Browser, lund: Municipality) -> None:
    here = refused(lund)
    row, client = lodge(here), office(browser, here)
    client.post(url("complaint-take-up", row.pk))
    page = text(client.post(url("complaint-change", row.pk), follow=True))
    assert "Skriv det nye svaret her" in page
    assert "Fatt vedtak" in page or "Lagre utkastet" in page
    assert "Nytt svar skrives" in text(client.get(url("complaint", row.pk)))
    client.post(url("complaint-drop", row.pk))
    assert fresh(row).state == "under_reassessment"
    client.post(url("complaint-change", row.pk))
    here.decide(reason="Familien samordner sju tjenester.")
    reply = client.post(url("case-issue", here.case.pk), follow=True)
    assert "Dette svaret kommer i stedet for det gamle" in text(reply)
    assert fresh(row).state == "changed"


def test_the_decision_page_shows_only_what_is_decided_anew(browser: Browser, lund: Municipality) -> None:
    from fellesplan.cases.services import decisions

    here = world(lund, wants=("child_coordinator", "plan"))
    here.ready(outcome="refused", dissent="Dekket.")
    here.decide("plan", "refused", dissent="Dekket.")
    decisions.issue(actor=here.caseworker, case=here.case)
    over = here.case.decisions.get(right="child_coordinator").pk
    row = handling.take_up(actor=here.caseworker, complaint=lodge(here, decisions=(over,)))
    complaints_changes.begin_change(actor=here.caseworker, complaint=row)
    page = text(office(browser, here).get(url("case-decision", here.case.pk)))
    assert 'id="id_child_coordinator-reason"' in page
    assert 'id="id_plan-reason"' not in page


def test_a_late_complaint_is_taken_up_or_dismissed(browser: Browser, lund: Municipality) -> None:
    here = refused(lund)
    with later(40):
        row, client = lodge(here, late_reason="Jeg lå på sykehus."), office(browser, here)
        page = text(client.get(url("complaint", row.pk)))
        assert "Fristen var 22. desember 2026" in page
        assert "Forvaltningsloven § 31 første ledd" in page
        late = text(client.get(url("complaint-late", row.pk)))
        assert "Jeg lå på sykehus." in late
        assert client.post(url("complaint-late", row.pk), {}).status_code == 422
        dismiss = {"planned": "dismiss", "statement": "For sent.", "version": str(row.version), "do": "send"}
        reply = client.post(url("complaint-assess", row.pk), dismiss, follow=True)
        assert "Du kan klage på at klagen er avvist" in text(reply)
        assert fresh(row).state == "dismissed"
        appeal = {"arrived": "3.1.2027", "text": "Jeg er uenig."}
        client.post(url("complaint-appeal", row.pk), appeal)
        assert fresh(row).state == "under_reassessment"


def test_two_caseworkers_see_both_texts(browser: Browser, lund: Municipality) -> None:
    here = refused(lund)
    row = handling.take_up(actor=here.caseworker, complaint=lodge(here))
    seen = row.version
    other = make.employee(lund, "caseworker", name="Per Lie")
    complaints_settling.prepare(
        actor=make.actor(other), complaint=row, planned="send", statement="Pers tekst", version=seen
    )
    data = {"planned": "send", "statement": "Min tekst", "version": str(seen), "do": "send"}
    reply = office(browser, here).post(url("complaint-assess", row.pk), data)
    page = text(reply)
    assert reply.status_code == 422
    assert "Det Per Lie har lagret" in page
    assert "Pers tekst" in page
    assert "Min tekst" in page
    assert fresh(row).statement == "Pers tekst"
    again = data | {"version": str(row.version), "do": "save"}
    office(browser, here).post(url("complaint-assess", row.pk), again)
    assert fresh(row).statement == "Min tekst"


def test_two_people_where_the_procedure_says_so(
    browser: Browser, lund: Municipality, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = refused(lund)
    row = handling.take_up(actor=here.caseworker, complaint=lodge(here))
    monkeypatch.setattr(Procedure, "flag", lambda self, key: key == "two_person_control")
    data = {"planned": "send", "statement": "Tekst", "version": str(row.version), "do": "send"}
    reply = office(browser, here).post(url("complaint-assess", row.pk), data)
    assert "To personer" in text(reply)
    assert (fresh(row).state, row.statement) == ("under_reassessment", "Tekst")
    leader = browser(make.employee(lund, "office_leader"))
    data["version"] = str(row.version)
    leader.post(url("complaint-assess", row.pk), data)
    assert fresh(row).state == "sent"


def test_a_missing_mandate_is_asked_for_and_comes(browser: Browser, lund: Municipality) -> None:
    here = refused(lund)
    row = register(here, capacity="proxy", works_in_field=False, mandate_missing=True)
    client = office(browser, here)
    asking = text(client.get(url("complaint-completion", row.pk)))
    assert "Fullmektigen må legge fram skriftlig fullmakt." in asking
    client.post(url("complaint-completion", row.pk), {"what": "Fullmakten", "by": "8.12.2026"})
    assert fresh(row).state == "needs_completion"
    mandate = SimpleUploadedFile("f.pdf", SCAN, "application/pdf")
    client.post(url("complaint-complete", row.pk), {"mandate": mandate})
    assert (fresh(row).state, row.mandate_missing) == ("received", False)


@pytest.mark.parametrize("role", ["provider", "unit_leader", "administrator"])
def test_others_find_nothing(browser: Browser, lund: Municipality, role: str) -> None:
    here = refused(lund)
    row, client = lodge(here), browser(make.employee(lund, role))
    for name in GET_PAGES:
        assert client.get(url(name, row.pk)).status_code == 404, name
    for name in POSTS:
        assert client.post(url(name, row.pk)).status_code == 404, name
    for name in ("case-complaints", "complaint-register"):
        assert client.get(url(name, here.case.pk)).status_code == 404, name


def test_the_leader_reads_and_decides_but_does_not_handle(browser: Browser, lund: Municipality) -> None:
    here = refused(lund)
    row, client = lodge(here), browser(make.employee(lund, "office_leader"))
    assert client.get(url("complaint", row.pk)).status_code == 200
    assert client.get(url("complaint-assess", row.pk)).status_code == 200
    assert client.post(url("complaint-take-up", row.pk)).status_code == 404
    assert client.get(url("complaint-register", here.case.pk)).status_code == 404


def test_bad_ids_and_wrong_methods(browser: Browser, lund: Municipality) -> None:
    here = refused(lund)
    row, client = lodge(here), office(browser, here)
    for name in GET_PAGES:
        assert client.get(url(name, uuid4())).status_code == 404, name
        assert client.delete(url(name, row.pk)).status_code == 405, name
    for name in POSTS:
        assert client.get(url(name, row.pk)).status_code == 405, name
        assert client.post(url(name, uuid4())).status_code == 404, name


def test_what_may_not_happen_now_is_told(browser: Browser, lund: Municipality) -> None:
    here = refused(lund)
    row, client = lodge(here), office(browser, here)
    reply = client.post(url("complaint-close", row.pk))
    assert reply.status_code == 409
    assert "Dette kan ikke gjøres nå" in text(reply)


def test_query_budgets(browser: Browser, lund: Municipality, django_assert_max_num_queries: Any) -> None:
    here = refused(lund)
    row, client = lodge(here), office(browser, here)
    handling.take_up(actor=here.caseworker, complaint=row)
    client.get(url("complaint", row.pk))
    for address, most in (
        (url("complaint", row.pk), 45),
        (url("complaint-assess", row.pk), 35),
        (url("case", here.case.pk), 45),
    ):
        with django_assert_max_num_queries(most):
            client.get(address)
