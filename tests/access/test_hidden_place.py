"""Every address and file as every kind of actor: nothing tells where a protected person is.

Generated from the addresses of the site, so that a new page is swept too. Pages that list all units of the
municipality to choose among name the school as one of many; they are named here, and only they.
"""

import re
from collections.abc import Iterator
from io import BytesIO

import pytest
from django.http import HttpResponseBase
from django.urls import reverse
from pypdf import PdfReader

from fellesplan.access.actor import Actor
from fellesplan.meetings.models import Meeting
from fellesplan.people.models import Municipality, Person, Unit
from fellesplan.plans.models import Participant
from tests.access.test_sweep import ABOUT_SOMEONE, GUARDED, _arguments, _client
from tests.access.world import ConsentState, World, build

pytestmark = pytest.mark.django_db(databases=["default", "audit"])

SCHOOL = "Havlys barneskole"
WORDS = ("Skjulveien 13", "Bortgjemt", "51 22 33 44", "51223344", "Dr. Fjellro")
CHOOSES_AMONG_ALL = {
    "case-consent", "case-sheet", "case-appointment", "my-share", "my-consent-give", "participants",
    "participant-find", "participant-invite", "my-share-change", "my-sheet",
}  # fmt: skip
"""Pages with a list of every unit of the municipality."""
WRITES = {"participant-edit", "meeting-edit"}
"""Where the coordinator changes what they have written: it stands there as it was written."""
OF_AN_EMPLOYEE = {"coordinator"}
"""The register of coordinators: where an employee works is no secret."""
OF_THE_UNIT = {"unit_leader"}
"""Who leads the school reads its name on every page of their own."""


@pytest.fixture
def world(lund: Municipality) -> World:
    """A child with a protected address, and something to tell where they are in every place there is."""
    made = build(lund, ConsentState.LIVE)
    owner = made.objects["people.Person"]
    school = made.objects["people.Unit"]
    Unit.objects.filter(pk=school.pk).update(name=SCHOOL, kind="school")
    Person.objects.filter(pk=owner.pk).update(
        protection="confidential", address=WORDS[0], postal_code="4999", postal_place=WORDS[1],
        phone="51223344", gp=WORDS[4], daily_unit=school,
    )  # fmt: skip
    Participant.objects.update(role=f"Lærer på {SCHOOL}", contribution=f"Følger fra {WORDS[0]}")
    Meeting.objects.update(place=f"{SCHOOL}, {WORDS[0]}", title=f"Møte på {SCHOOL}")
    return made


def _told(response: HttpResponseBase) -> str:
    """Return all that a response says, as text."""
    data = b"".join(response.streaming_content) if response.streaming else response.content  # type: ignore[attr-defined]
    kind = response["Content-Type"]
    if "pdf" in kind and data.startswith(b"%PDF-1"):
        return "\n".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages)
    text = data.decode(errors="replace").replace("\u00a0", " ")
    return re.sub(r"\r?\n[ \t]", "", text) if "calendar" in kind else text


def _pages(world: World, actor: Actor) -> Iterator[tuple[str, str]]:
    """Yield the name of each page the actor may open, with all that it says."""
    client = _client(actor)
    for address, pattern in GUARDED:
        name = str(pattern.name)
        url = reverse(
            name, kwargs=dict(_arguments(address, pattern, world, missing=False)) | {"tenant": "lund"}
        )
        response = client.get(url)
        if response.status_code == 200 and name in ABOUT_SOMEONE - WRITES - OF_AN_EMPLOYEE:
            yield name, _told(response)


KINDS = (
    "owner", "parent", "caseworker", "system_coordinator", "office_leader", "unit_leader", "coordinator",
    "participant", "private_participant",
)  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_no_page_or_file_tells_the_place(lund: Municipality, world: World, kind: str) -> None:
    found = []
    for name, text in _pages(world, world.actors[kind]):
        found += [(name, word) for word in WORDS if word in text]
        if SCHOOL in text and name not in CHOOSES_AMONG_ALL and kind not in OF_THE_UNIT:
            found.append((name, SCHOOL))
    assert found == []


def test_for_others_the_words_are_there(lund: Municipality, world: World) -> None:
    """The sweep would find them: it does, when the address is open."""
    Person.objects.update(protection="open")
    told = dict(_pages(world, world.actors["system_coordinator"]))
    assert WORDS[0] in told["person"]
    assert SCHOOL in told["person"]
    told = dict(_pages(world, world.actors["coordinator"]))
    assert any(SCHOOL in text for text in told.values())
