"""The chain over the log: whoever alters, removes or puts in a row is found, and the row is named."""

from collections.abc import Iterator
from uuid import UUID

import psycopg
import pytest
from django.db import connection
from pytest_django.plugin import DjangoDbBlocker

from fellesplan.access import audit, chain, tenancy
from fellesplan.access.chain_check import Finding, Kind, Walk
from fellesplan.access.models import Event, Link
from fellesplan.kernel.ids import new_id
from fellesplan.people.models import Municipality
from tests import factories as make
from tests.access import logged

NUMBER = 9


@pytest.fixture
def committed(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[UUID]:
    """Nine committed reads in a municipality of their own, taken away again afterwards."""
    municipality = new_id()
    with django_db_blocker.unblock():
        logged.write(municipality, NUMBER)
        yield municipality
        with logged.superuser() as hand:
            hand.execute("delete from access_event where municipality_id = %s", [municipality])
            hand.execute("delete from access_link where municipality_id = %s", [municipality])


@pytest.fixture
def hand(committed: UUID) -> Iterator[psycopg.Connection]:
    with logged.superuser() as found:
        yield found


def _found(municipality: UUID) -> list[Finding]:
    with tenancy.working_in(municipality):
        return list(Walk(municipality).findings())


def _link(municipality: UUID, seq: int) -> Link:
    with tenancy.working_in(municipality):
        return Link.objects.get(municipality_id=municipality, seq=seq)


def test_an_untouched_log_is_whole(committed: UUID) -> None:
    walk = Walk(committed)
    with tenancy.working_in(committed):
        assert list(walk.findings()) == []
    assert (walk.count, walk.last) == (NUMBER, NUMBER)


@pytest.mark.parametrize(
    "change",
    [
        "name = 'En annen'", "information = '[]'", "subject = null", "ground = ''", "kind = 'change'",
        "account = gen_random_uuid()", "at = at + interval '1 microsecond'", "at = at - interval '2 years'",
        "object_type = ''", "object_id = null", "organisation = 'X'", "title = ''", "action = 'plan.read'",
    ],
)  # fmt: skip
@pytest.mark.parametrize("seq", [1, 5, NUMBER])
def test_an_altered_event_is_named(committed: UUID, hand: psycopg.Connection, change: str, seq: int) -> None:
    link = _link(committed, seq)
    hand.execute(f"update access_event set {change} where id = %s", [link.event])  # type: ignore[arg-type]  # noqa: S608
    [finding] = _found(committed)
    assert (finding.kind, finding.seq, finding.event) == (Kind.ALTERED, seq, link.event)


def test_every_column_of_an_event_is_in_the_chain() -> None:
    known = {name.partition("::")[0] for name in (*chain._BEFORE_AT, *chain._AFTER_AT)}
    assert known == {str(field.column) for field in Event._meta.concrete_fields}


@pytest.mark.parametrize("seq", [1, 5, NUMBER])
def test_a_removed_event_is_named(committed: UUID, hand: psycopg.Connection, seq: int) -> None:
    link = _link(committed, seq)
    hand.execute("delete from access_event where id = %s", [link.event])
    assert _found(committed) == [Finding(Kind.REMOVED, seq, link.event, link.at)]


def test_an_event_put_in_beside_the_chain_is_named(committed: UUID, hand: psycopg.Connection) -> None:
    new = _copy(hand, _link(committed, 4).event)
    [finding] = _found(committed)
    assert (finding.kind, finding.event) == (Kind.INSERTED, new)


def test_an_event_put_in_with_a_false_link_is_named(committed: UUID, hand: psycopg.Connection) -> None:
    new = _copy(hand, _link(committed, 4).event)
    hand.execute(
        "insert into access_link (event, municipality_id, at, seq, hash) "
        "select id, municipality_id, at, %s, sha256('x') from access_event where id = %s",
        [NUMBER + 1, new],
    )
    [finding] = _found(committed)
    assert (finding.kind, finding.seq, finding.event) == (Kind.ALTERED, NUMBER + 1, new)


@pytest.mark.parametrize("seq", [1, 5])
@pytest.mark.parametrize(
    "change", ["hash = sha256('x')", "at = at - interval '1 day'", "event = gen_random_uuid()"]
)
def test_an_altered_link_is_named(committed: UUID, hand: psycopg.Connection, seq: int, change: str) -> None:
    link = _link(committed, seq)
    hand.execute(f"update access_link set {change} where event = %s", [link.event])  # type: ignore[arg-type]  # noqa: S608
    [finding] = _found(committed)
    assert (finding.kind, finding.seq, finding.event) == (Kind.LINK_ALTERED, seq, link.event)


@pytest.mark.parametrize("first", [1, 4])
def test_removed_links_are_named_with_their_events(
    committed: UUID, hand: psycopg.Connection, first: int
) -> None:
    links = [_link(committed, seq) for seq in (first, first + 1)]
    for link in links:
        hand.execute("delete from access_link where event = %s", [link.event])
    assert _found(committed) == [Finding(Kind.LINK_REMOVED, link.seq, link.event, link.at) for link in links]


def test_an_event_removed_with_its_link_leaves_a_gap(committed: UUID, hand: psycopg.Connection) -> None:
    link = _link(committed, 5)
    hand.execute("delete from access_event where id = %s", [link.event])
    hand.execute("delete from access_link where event = %s", [link.event])
    assert _found(committed) == [Finding(Kind.LINK_REMOVED, 5)]


def test_many_hands_at_once_are_all_named(committed: UUID, hand: psycopg.Connection) -> None:
    altered, removed = _link(committed, 2), _link(committed, 6)
    hand.execute("update access_event set name = 'X' where id = %s", [altered.event])
    hand.execute("delete from access_event where id = %s", [removed.event])
    new = _copy(hand, _link(committed, 8).event)
    assert [(f.kind, f.event) for f in _found(committed)] == [
        (Kind.ALTERED, altered.event), (Kind.REMOVED, removed.event), (Kind.INSERTED, new),
    ]  # fmt: skip


def test_the_walk_goes_on_from_batch_to_batch(committed: UUID, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chain, "_LINKS", chain._LINKS.replace(f"limit {chain.BATCH}", "limit 2"))
    assert _found(committed) == []


def test_what_is_rolled_back_leaves_no_link(committed: UUID) -> None:
    logged.write(committed, 1)
    assert _found(committed) == []
    assert _link(committed, NUMBER + 1).seq == NUMBER + 1


@pytest.mark.django_db(databases=["default", "audit"])
def test_a_change_is_linked_when_its_transaction_ends(lund: Municipality) -> None:
    owner = make.person(lund, login=True)
    for _ in range(2):
        audit.changed(make.actor(owner), "person.edit", owner, subject=owner.pk, fields=["name"])
    assert not Link.objects.exists()
    connection.check_constraints()
    assert list(Link.objects.order_by("seq").values_list("seq", flat=True)) == [1, 2]
    assert list(Walk(lund.pk).findings()) == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    "statement", ["insert into access_link select * from access_link", "drop table access_link"]
)
def test_nobody_who_serves_pages_writes_links(lund: Municipality, statement: str) -> None:
    with pytest.raises(Exception, match=r"permission denied|must be owner"), connection.cursor() as cursor:
        cursor.execute(statement)


def _copy(hand: psycopg.Connection, event: UUID) -> UUID:
    """Put in an event that looks like another."""
    new = new_id()
    hand.execute(
        "insert into access_event select (jsonb_populate_record(e, jsonb_build_object('id', %s::text))).* "
        "from access_event e where id = %s",
        [str(new), event],
    )
    return new
