"""The access log survives what goes wrong after the read."""

from collections.abc import Callable, Iterator
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, connections, transaction
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from django_htmx.middleware import HtmxDetails

from fellesplan.access import audit, tenancy
from fellesplan.access.functions import fetch, require, visible
from fellesplan.access.models import Event
from fellesplan.kernel.errors import Conflict, NotFound, Refused
from fellesplan.kernel.text import t
from fellesplan.people.models import Municipality, Person
from fellesplan.plans.models import Plan
from fellesplan.web.page import PageRequest, page
from tests import factories as make

pytestmark = pytest.mark.django_db(databases=["default", "audit"])


def _request(owner: Person, *, htmx: bool = False) -> HttpRequest:
    request = RequestFactory().get("/lund/", headers={"HX-Request": "true"} if htmx else {})
    request.user = owner.account  # type: ignore[assignment]
    request.htmx = HtmxDetails(request)  # type: ignore[attr-defined]
    return request


def _logged(where: Municipality, kind: str = "read") -> list[str]:
    tenancy.use(where.id, using="audit")
    found = Event.objects.using("audit").filter(kind=kind).order_by("pk")
    return list(found.values_list("action", flat=True))


def _refuse() -> None:
    raise Refused(t("Nei"))


def _crash() -> None:
    raise RuntimeError


def _conflict() -> None:
    raise Conflict


def _not_found() -> None:
    raise NotFound


def _break_the_transaction() -> None:
    with connection.cursor() as cursor:
        cursor.execute("select 1 / 0")


def _break_and_hide_it() -> None:
    try:
        with connection.cursor() as cursor:
            cursor.execute("select 1 / 0")
    except DatabaseError:
        transaction.set_rollback(True)


FAILURES = [_refuse, _crash, _conflict, _not_found, _break_the_transaction, _break_and_hide_it]


@pytest.mark.parametrize("htmx", [False, True])
@pytest.mark.parametrize("fail", FAILURES)
def test_a_read_is_logged_also_when_the_page_then_fails(
    lund: Municipality, fail: Callable[[], None], htmx: bool
) -> None:
    owner = make.person(lund, login=True)
    plan = make.plan(owner)

    @page("plan.read")
    def view(request: PageRequest) -> HttpResponse:
        fetch(request.actor, "plan.read", Plan, plan.id)
        Plan.objects.filter(pk=plan.pk).update(matters="Skal ikke bli stående")
        fail()
        return HttpResponse()

    try:
        with transaction.atomic():
            view(_request(owner, htmx=htmx), tenant="lund")
    except (RuntimeError, DatabaseError):
        pass
    tenancy.use(lund.id)
    assert _logged(lund) == ["plan.read"]
    plan.refresh_from_db()
    assert plan.matters == ""


def test_a_page_that_may_not_be_opened_is_logged_as_refused(lund: Municipality) -> None:
    plan, stranger = make.plan(make.person(lund)), make.person(lund, login=True)

    @page("plan.read")
    def view(request: PageRequest) -> HttpResponse:
        fetch(request.actor, "plan.read", Plan, plan.id)
        return HttpResponse()

    with transaction.atomic():
        assert view(_request(stranger), tenant="lund").status_code == 404
    tenancy.use(lund.id)
    assert (_logged(lund), _logged(lund, "refused")) == ([], ["plan.read"])


def test_an_act_that_is_not_allowed_is_logged_with_whom_it_was_about(lund: Municipality) -> None:
    owner, stranger = make.person(lund), make.person(lund, login=True)
    plan = make.plan(owner)

    @page("plan.write")
    def view(request: PageRequest) -> HttpResponse:
        require(request.actor, "plan.write", plan)
        return HttpResponse()

    with transaction.atomic():
        assert view(_request(stranger), tenant="lund").status_code == 403
    tenancy.use(lund.id, using="audit")
    event = Event.objects.using("audit").get(kind="refused")
    assert (event.subject, event.object_id, event.account) == (owner.pk, plan.pk, stranger.account_id)


def test_what_does_not_exist_is_logged_about_nobody(lund: Municipality) -> None:
    owner, missing = make.person(lund, login=True), uuid4()
    with pytest.raises(NotFound):
        fetch(make.actor(owner), "plan.read", Plan, missing)
    tenancy.use(lund.id, using="audit")
    event = Event.objects.using("audit").get()
    assert (event.kind, event.subject, event.object_id) == ("refused", None, missing)


def test_reads_before_a_refusal_are_logged_too(lund: Municipality) -> None:
    owner = make.person(lund, login=True)
    mine, other = make.plan(owner), make.plan(make.person(lund))

    @page("plan.read")
    def view(request: PageRequest) -> HttpResponse:
        fetch(request.actor, "plan.read", Plan, mine.pk)
        fetch(request.actor, "plan.read", Plan, other.pk)
        return HttpResponse()

    with transaction.atomic():
        assert view(_request(owner), tenant="lund").status_code == 404
    tenancy.use(lund.id)
    assert (_logged(lund), _logged(lund, "refused")) == (["plan.read"], ["plan.read"])


@pytest.fixture
def statements(db: None) -> Iterator[list[str]]:
    """What is sent on the log's connection."""
    sent: list[str] = []

    def note(execute: Callable[..., object], sql: str, *rest: object) -> object:
        sent.append(sql)
        return execute(sql, *rest)

    with connections["audit"].execute_wrapper(note):  # type: ignore[arg-type]
        yield sent


def test_a_request_costs_one_statement_however_much_it_reads(
    lund: Municipality, statements: list[str]
) -> None:
    owner = make.person(lund, login=True)
    plan = make.plan(owner)

    @page("plan.read")
    def view(request: PageRequest) -> HttpResponse:
        for _ in range(10):
            fetch(request.actor, "plan.read", Plan, plan.pk)
        return HttpResponse()

    view(_request(owner), tenant="lund")
    assert len([sql for sql in statements if "insert" in sql]) == len(statements) == 1
    assert len(_logged(lund)) == 10


def test_a_page_that_reads_nothing_writes_nothing(lund: Municipality, statements: list[str]) -> None:
    owner = make.person(lund, login=True)

    @page("plan.read")
    def view(request: PageRequest) -> HttpResponse:
        list(visible(request.actor, "plan.read", Plan))
        return HttpResponse()

    view(_request(owner), tenant="lund")
    assert statements == []


def test_a_change_is_logged_with_the_names_of_its_fields(lund: Municipality) -> None:
    owner = make.person(lund, login=True)
    plan = make.plan(owner)
    audit.changed(make.actor(owner), "plan.write", plan, subject=owner.id, fields=["matters"])
    event = Event.objects.get(kind="change")
    assert (event.action, event.information, event.subject) == ("plan.write", ["matters"], owner.id)


def test_a_change_that_is_given_up_is_not_logged(lund: Municipality) -> None:
    owner = make.person(lund, login=True)
    with transaction.atomic():
        audit.changed(make.actor(owner), "person.edit", owner, subject=owner.pk, fields=["phone"])
        transaction.set_rollback(True)
    assert not Event.objects.exists()
