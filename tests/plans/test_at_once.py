"""Real threads on the database: several write in the same plan at once, and none loses what was taken."""

import json
import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest
from django.db import connections
from pytest_django.plugin import DjangoDbBlocker

from fellesplan.access import tenancy
from fellesplan.plans import services
from fellesplan.plans.content import content_of
from fellesplan.plans.errors import EditConflict
from fellesplan.plans.models import Draft, Plan
from fellesplan.plans.services import drafts
from tests import factories as make
from tests.committed import own_database as own

WRITERS, ROUNDS = 6, 8
FIELDS = ("matters", "resources", "cooperation")


@pytest.fixture
def own_database(
    template_database: str, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[None]:
    """Let everybody use a database of its own, where what is written is committed."""
    with own(template_database, f"fp_threads_{os.getpid()}", django_db_blocker):
        yield


@pytest.fixture
def plan(own_database: None) -> Plan:
    """A plan that is committed, with a coordinator."""
    where = make.municipality()
    with tenancy.working_in(where.id):
        owner = make.person(where, login=True)
        coordinator = make.coordinator(owner)
        make.consent(owner, "plan")
        return services.start(actor=make.actor(coordinator), person=owner, tool="individual_plan")


def _together(work: object, count: int) -> list[set[str]]:
    with ThreadPoolExecutor(count) as pool:
        return list(pool.map(work, range(count)))  # type: ignore[arg-type]


def test_concurrent_writers_lose_no_acknowledged_text(plan: Plan) -> None:
    def write(number: int) -> set[str]:
        taken: set[str] = set()
        try:
            for n in range(ROUNDS):
                taken |= _one(plan, FIELDS[(number + n) % len(FIELDS)], f"#{number}-{n}#")
        finally:
            connections.close_all()
        return taken

    taken = set().union(*_together(write, WRITERS))
    with tenancy.working_in(plan.municipality_id):
        now = Plan.objects.get(pk=plan.pk)
        kept = list(now.versions.order_by("number").values_list("number", "content"))
        assert [number for number, _ in kept] == list(range(1, len(taken) + 2))
        everything = json.dumps([content for _, content in kept])
        assert {text for text in taken if text not in everything} == set()
        newest = {name: value for name, value in kept[-1][1].items() if name != "changed"}
        assert newest == content_of(now)
    assert len(taken) == WRITERS * ROUNDS


def _one(plan: Plan, field: str, text: str) -> set[str]:
    """Write until it is taken: who meets another's text writes both."""
    version, wanted = 1, text
    while True:
        try:
            with tenancy.working_in(plan.municipality_id):
                owner = Plan.objects.select_related("person__account").get(pk=plan.pk).person
                services.update_text(
                    actor=make.actor(owner), plan=plan, field=field, text=wanted, version=version
                )
        except EditConflict as conflict:
            (edit,) = conflict.edits
            version, wanted = conflict.version, f"{edit.theirs} {text}"
        else:
            return {text}


def test_the_same_page_keeping_at_once_ends_with_its_newest_text(plan: Plan) -> None:
    desk = drafts.Desk(
        municipality=plan.municipality_id, account=uuid4(), person=plan.person_id, key="text", id=uuid4()
    )

    def keep(number: int) -> set[str]:
        try:
            for n in range(ROUNDS):
                seq = n * WRITERS + number + 1
                with tenancy.working_in(plan.municipality_id):
                    drafts.keep(desk, {"text": [str(seq)]}, seq)
        finally:
            connections.close_all()
        return set()

    _together(keep, WRITERS)
    with tenancy.working_in(plan.municipality_id):
        row = Draft.objects.get()
        assert (row.seq, row.content) == (WRITERS * ROUNDS, {"text": [str(WRITERS * ROUNDS)]})
