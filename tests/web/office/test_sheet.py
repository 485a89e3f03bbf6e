"""Consent on paper: the sheet is printed with a code, which leads the right people to the right page."""

from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from fellesplan.access import tenancy
from fellesplan.consent.models import Consent, ConsentGrant
from fellesplan.documents.qr import qr_svg
from fellesplan.people.models import Municipality
from tests import factories as make
from tests.web.citizen.conftest import Family, family_in
from tests.web.conftest import Browser

pytestmark = pytest.mark.django_db(databases=["default", "audit"])


@pytest.fixture
def grown(lund: Municipality) -> Family:
    return family_in(lund, born=date(1990, 3, 3))


@pytest.fixture
def scanned(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the addresses that have been drawn as codes."""
    seen: list[str] = []

    def remember(url: str) -> str:
        seen.append(url)
        return qr_svg(url)

    monkeypatch.setattr("fellesplan.documents.sheets.consent.qr_svg", remember)
    return seen


def _choice(family: Family) -> dict[str, Any]:
    return {"purposes": ["plan", "sharing"], "units": [str(family.school.pk)], "areas": ["daytime", "health"]}


def _print(family: Family, browser: Browser) -> Any:
    return browser(family.child).post(family.url("my-sheet"), _choice(family))


def test_the_person_prints_a_sheet(grown: Family, browser: Browser, scanned: list[str]) -> None:
    paper = _print(grown, browser)
    assert (paper.status_code, paper["Content-Type"]) == (200, "application/pdf")
    assert paper.content.startswith(b"%PDF-")
    assert not Consent.objects.filter(purpose="plan").exists()
    (url,) = scanned
    for told in (str(grown.child.pk), grown.child.pk.hex, grown.child.family_name, "Nora", "daytime", "plan"):
        assert told not in url.partition("samtykkeskjema/")[2]


def test_what_is_missing_is_said(grown: Family, browser: Browser) -> None:
    empty = browser(grown.child).post(grown.url("my-sheet"), {"purposes": ["sharing"]})
    assert empty.status_code == 422
    assert "Velg hvilke tjenester det gjelder" in empty.content.decode()
    assert "Velg hva tjenestene kan få se" in empty.content.decode()


@pytest.mark.parametrize("who", ["caseworker", "coordinator"])
def test_the_code_leads_to_the_answer_filled_in(
    who: str, grown: Family, browser: Browser, scanned: list[str], lund: Municipality
) -> None:
    _print(grown, browser)
    staff = browser(grown.coordinator if who == "coordinator" else make.employee(lund, "caseworker"))
    page = staff.get(scanned[0])
    assert page.status_code == 200
    form = page.context["form"]
    assert list(form["purposes"].value()) == ["plan", "sharing"]
    assert form["units"].value() == [str(grown.school.pk)]
    assert list(form["areas"].value()) == ["daytime", "health"]
    sent = {
        "purposes": ["plan", "sharing"], "answer": "given", "form": "written", "given_on": "24.11.2026",
        "giver": str(grown.child.pk), "units": [str(grown.school.pk)], "areas": ["daytime"],
        "evidence": SimpleUploadedFile("ja.pdf", b"%PDF-1.7 x", "application/pdf"),
    }  # fmt: skip
    answer = staff.post(scanned[0], sent)
    assert answer.status_code == 302, getattr(answer.context and answer.context["form"], "errors", "")
    assert staff.get(answer["Location"]).status_code == 200
    row = Consent.objects.get(person=grown.child, purpose="plan")
    assert (row.form, row.answer) == ("written", "given")
    live = ConsentGrant.objects.filter(withdrawn_at__isnull=True, unit=grown.school)
    assert set(live.values_list("area", flat=True)) == {"daytime"}


def test_the_code_opens_nothing_for_others(
    grown: Family, browser: Browser, scanned: list[str], lund: Municipality
) -> None:
    _print(grown, browser)
    others = (
        grown.teacher, make.employee(lund, "office_leader"), make.employee(lund, "administrator"),
        make.employee(lund), grown.child, make.person(lund, login=True),
    )  # fmt: skip
    for other in others:
        assert browser(other).get(scanned[0]).status_code == 404
    assert browser().get(scanned[0]).status_code == 302


def test_the_code_of_another_municipality_opens_nothing(
    grown: Family, browser: Browser, scanned: list[str]
) -> None:
    _print(grown, browser)
    elsewhere = make.municipality("molde")
    tenancy.use(elsewhere.pk)
    clerk = browser(make.employee(elsewhere, "caseworker"))
    assert clerk.get(scanned[0]).status_code == 404
    assert clerk.get(scanned[0].replace("/lund/", "/molde/")).status_code == 404


@pytest.mark.parametrize("code", ["x", "gAAAAAB", "0" * 300])
def test_a_code_we_have_not_made_is_not_found(code: str, browser: Browser, lund: Municipality) -> None:
    url = reverse("consent-sheet", kwargs={"tenant": "lund", "code": code})
    assert browser(make.employee(lund, "caseworker")).get(url).status_code == 404


def test_the_office_prints_a_sheet_for_a_case(
    grown: Family, browser: Browser, scanned: list[str], lund: Municipality
) -> None:
    url = reverse("case-sheet", kwargs={"tenant": "lund", "pk": grown.case.pk})
    clerk = browser(make.employee(lund, "caseworker"))
    assert clerk.get(url).status_code == 200
    assert clerk.post(url, _choice(grown))["Content-Type"] == "application/pdf"
    assert clerk.get(scanned[0]).status_code == 200
    assert browser(grown.teacher).get(url).status_code == 404
