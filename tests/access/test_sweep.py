"""Every address as every kind of actor: nothing breaks, and nobody gets in where nothing lets them in."""

from collections.abc import Iterator
from uuid import UUID, uuid4

import pytest
from django.db.models import Model
from django.test import Client
from django.urls import URLPattern, reverse

from fellesplan.access.actor import Actor
from fellesplan.people.models import Account, Municipality
from tests.access.world import PAIRS, ConsentState, World, build
from tests.arch.test_urls import ADDRESSES, PUBLIC, SITE_WIDE

pytestmark = pytest.mark.django_db(databases=["default", "audit"])

OBJECTS = {
    "assignment": "people.Assignment",
    "appointment": "coordinators.Appointment",
    "capacity": "consent.CapacityAssessment",
    "case": "cases.Case",
    "complaint": "cases.Complaint",
    "consent": "consent.Consent",
    "coordinator": "coordinators.CoordinatorProfile",
    "decision": "cases.Decision",
    "document": "documents.Document",
    "employee": "people.Employee",
    "event": "access.Event",
    "goal": "plans.Goal",
    "letter": "cases.Letter",
    "measure": "plans.Measure",
    "meeting": "meetings.Meeting",
    "merge": "people.PersonMerge",
    "other": "people.Person",
    "representation": "people.Representation",
    "objection": "consent.Objection",
    "nomination": "coordinators.Nomination",
    "participant": "plans.Participant",
    "person": "people.Person",
    "plan": "plans.Plan",
    "question": "access.LogQuestion",
    "recipient": "people.Unit",
    "profile": "coordinators.CoordinatorProfile",
    "session": "people.EmergencySession",
    "sub_plan": "plans.SubPlan",
    "task": "meetings.Task",
    "unit": "people.Unit",
    "viewer": "plans.Participant",
    "wish": "consent.ChildsWish",
    "withholding": "consent.Withholding",
}
"""What a uuid in an address stands for, by its name there."""

PLACES = {
    "ansatt": "people.Employee",
    "brev": "cases.Letter",
    "dokument": "documents.Document",
    "foresporsel": "coordinators.Nomination",
    "journal": "cases.JournalEntry",
    "klager": "cases.Complaint",
    "koordinatorer": "coordinators.CoordinatorProfile",
    "mote": "meetings.Meeting",
    "oppgave": "meetings.Task",
    "saker": "cases.Case",
    "virksomhet": "people.Unit",
}
"""What a plain `pk` stands for, by the part of the address before it."""

TEXTS = {
    "number": 1,
    "step": 1, "area": "daytime", "field": "matters", "right": "plan", "purpose": "coordinator", "code": "x",
}  # fmt: skip
OPEN = SITE_WIDE | PUBLIC
GUARDED = [(address, pattern) for address, pattern in ADDRESSES if pattern.name not in OPEN]
ANSWERS = {200, 302, 303, 404, 405}
BUSY = {403, 409}
"""May see but not do; or lawful, but not now."""


def _label(address: str, name: str) -> str | None:
    """Return which model a part of an address names, if it names one."""
    if name != "pk":
        return OBJECTS.get(name)
    before = address.partition("<uuid:pk>")[0].rstrip("/").rpartition("/")[2]
    return PLACES[before]


def _arguments(
    address: str, pattern: URLPattern, world: World, missing: bool
) -> Iterator[tuple[str, object]]:
    for name in pattern.pattern.converters:
        label = _label(address, name)
        if label:
            obj: Model = world.objects[label]
            yield name, uuid4() if missing else obj.pk
        elif name != "tenant":
            yield name, TEXTS[name]


def _client(actor: Actor) -> Client:
    client = Client(raise_request_exception=True)
    if actor.account:
        account = Account.objects.get(pk=actor.account)
        client.force_login(account, backend="fellesplan.web.site.backend.DemoBackend")
    return client


def _statuses(world: World, actor: Actor, *, missing: bool = False) -> dict[str, int]:
    """Return the status of a GET of every guarded address, by its name."""
    client, found = _client(actor), {}
    for address, pattern in GUARDED:
        name = str(pattern.name)
        url = reverse(name, kwargs=dict(_arguments(address, pattern, world, missing)) | {"tenant": "lund"})
        found[name] = client.get(url).status_code
    return found


def _about_someone(address: str, pattern: URLPattern) -> bool:
    labels = {_label(address, name) for name in pattern.pattern.converters}
    return bool(labels - {None, "people.Unit", "people.Employee", "people.Assignment"})


ABOUT_SOMEONE = {str(pattern.name) for address, pattern in GUARDED if _about_someone(address, pattern)}


@pytest.mark.parametrize("kind", PAIRS)
def test_no_address_breaks_for_anybody(lund: Municipality, kind: str) -> None:
    world = build(lund, ConsentState.LIVE)
    odd = {n: s for n, s in _statuses(world, world.actors[kind]).items() if s not in ANSWERS | BUSY}
    assert odd == {}


@pytest.mark.parametrize("kind", ["outsider", "stranger"])
def test_who_has_no_relation_finds_nothing(lund: Municipality, kind: str) -> None:
    world = build(lund, ConsentState.LIVE)
    statuses = _statuses(world, world.actors[kind])
    assert {name: statuses[name] for name in ABOUT_SOMEONE if statuses[name] not in {404, 405}} == {}


def test_a_visitor_is_sent_to_where_one_logs_in(lund: Municipality) -> None:
    world = build(lund, ConsentState.LIVE)
    assert set(_statuses(world, world.actors["visitor"]).values()) <= {302, 405}


@pytest.mark.parametrize("kind", ["participant", "private_participant", "coordinator"])
@pytest.mark.parametrize("state", [ConsentState.WITHDRAWN, ConsentState.EXPIRED, ConsentState.REFUSED])
def test_without_a_live_consent_the_circle_closes(lund: Municipality, kind: str, state: ConsentState) -> None:
    world = build(lund, state)
    statuses = _statuses(world, world.actors[kind])
    assert {name: statuses[name] for name in ABOUT_SOMEONE if statuses[name] not in {404, 405}} == {}


@pytest.mark.parametrize("kind", PAIRS)
def test_what_does_not_exist_is_not_found(lund: Municipality, kind: str) -> None:
    world = build(lund, ConsentState.LIVE)
    statuses = _statuses(world, world.actors[kind], missing=True)
    allowed = {302, 405} if kind == "visitor" else {404, 405}
    assert {name: statuses[name] for name in ABOUT_SOMEONE if statuses[name] not in allowed} == {}


def test_ids_that_are_no_ids_are_not_found(lund: Municipality) -> None:
    world = build(lund, ConsentState.LIVE)
    client = _client(world.actors["caseworker"])
    real: UUID = world.objects["cases.Case"].pk
    for bad in ("1", "x", str(real)[:-1], f"{real}%00"):
        assert client.get(f"/lund/saker/{bad}/").status_code == 404
