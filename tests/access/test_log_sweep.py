"""What shows anything about a person stands in the person's log, whatever the address; so does a refusal."""

import pytest
from django.test import Client
from django.urls import reverse

from fellesplan.access import tenancy
from fellesplan.access.actor import Actor
from fellesplan.access.models import Event
from fellesplan.people.models import Municipality, Person
from tests import factories as make
from tests.access.test_sweep import GUARDED, _arguments, _client, _label
from tests.access.world import ConsentState, World, build
from tests.web.citizen.conftest import Family, family_in
from tests.web.conftest import as_

pytestmark = pytest.mark.django_db(databases=["default", "audit"])

KINDS = ("owner", "caseworker", "unit_leader", "coordinator", "participant")
NOT_ABOUT_A_PERSON = {
    None, "people.Unit", "people.Employee", "people.Assignment", "coordinators.CoordinatorProfile",
}  # fmt: skip
"""What an address may name without being about anybody who has a log."""
MEANS_NOTHING = {"person-merge"}
"""The world has one person, who cannot be merged with themselves."""
FILES = {
    "document": lambda f: {"tenant": "lund", "pk": f.letter.document_id},
    "my-letter-pdf": lambda f: {"tenant": "lund", "person": f.child.pk, "letter": f.letter.pk},
    "plan-pdf": lambda f: {"tenant": "lund", "plan": f.plan.pk},
    "meeting-ics": lambda f: {"tenant": "lund", "meeting": f.meeting.pk},
    "my-log-download": lambda f: {"tenant": "lund", "person": f.child.pk},
}


def _logged(since: int, owner: Person) -> set[str]:
    """Return the kinds of what is new in the owner's log."""
    return {event.kind for event in _events()[since:] if event.subject == owner.pk}


def _events() -> list[Event]:
    where = Event.objects.using("audit")
    return list(where.order_by("pk"))


def _opened(client: Client, name: str, url: str, owner: Person) -> str:
    """Open an address and tell what is wrong with the log of it, if anything."""
    before = len(_events())
    status = client.get(url).status_code
    kinds = _logged(before, owner)
    if status == 200 and "read" not in kinds:
        return f"{name} was shown and is not logged"
    if status == 404 and "refused" not in kinds and "read" not in kinds:
        return f"{name} was refused and is not logged"
    return ""


@pytest.mark.parametrize("kind", KINDS)
def test_every_page_about_somebody_is_logged(lund: Municipality, kind: str) -> None:
    world: World = build(lund, ConsentState.LIVE)
    tenancy.use(lund.pk, using="audit")
    owner, actor = world.objects["people.Person"], world.actors[kind]
    assert isinstance(owner, Person)
    assert isinstance(actor, Actor)
    client, wrong = _client(actor), []
    client.raise_request_exception = False  # what breaks is told by the sweep itself
    for address, pattern in GUARDED:
        name, labels = str(pattern.name), {_label(address, part) for part in pattern.pattern.converters}
        if labels - NOT_ABOUT_A_PERSON and name not in MEANS_NOTHING:
            arguments = dict(_arguments(address, pattern, world, missing=False))
            wrong.append(_opened(client, name, reverse(name, kwargs=arguments | {"tenant": "lund"}), owner))
    assert [line for line in wrong if line] == []


@pytest.fixture
def family(lund: Municipality) -> Family:
    return family_in(lund)


@pytest.mark.parametrize("name", FILES)
def test_every_file_is_logged_when_taken_and_when_refused(
    family: Family, lund: Municipality, name: str
) -> None:
    tenancy.use(lund.pk, using="audit")
    url, before = reverse(name, kwargs=FILES[name](family)), len(_events())
    assert as_(family.parent).get(url).status_code == 200
    assert "read" in _logged(before, family.child)
    stranger, between = make.person(lund, login=True), len(_events())
    assert as_(stranger).get(url).status_code == 404
    assert "refused" in _logged(between, family.child)
