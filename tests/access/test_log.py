"""The access log survives what goes wrong after the read."""

from collections.abc import Callable

import pytest
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from fellesplan.access import audit, tenancy
from fellesplan.access.functions import fetch
from fellesplan.access.models import Event
from fellesplan.kernel.errors import Refused
from fellesplan.kernel.text import t
from fellesplan.people.models import Municipality, Person
from fellesplan.plans.models import Plan
from fellesplan.web.page import PageRequest, page
from tests import factories as make

pytestmark = pytest.mark.django_db(databases=["default", "audit"])


def _request(owner: Person) -> HttpRequest:
    request = RequestFactory().get("/lund/")
    request.user = owner.account  # type: ignore[assignment]
    return request


def _reads(where: Municipality) -> int:
    tenancy.use(where.id, using="audit")
    return Event.objects.using("audit").filter(kind="read").count()


def _refuse() -> None:
    raise Refused(t("Nei"))


def _crash() -> None:
    raise RuntimeError


@pytest.mark.parametrize("fail", [_refuse, _crash])
def test_a_read_is_logged_also_when_the_page_then_fails(lund: Municipality, fail: Callable[[], None]) -> None:
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
            view(_request(owner), tenant="lund")
    except RuntimeError:
        pass
    tenancy.use(lund.id)
    assert _reads(lund) == 1


def test_a_change_is_logged_with_the_names_of_its_fields(lund: Municipality) -> None:
    owner = make.person(lund, login=True)
    plan = make.plan(owner)
    audit.changed(make.actor(owner), "plan.write", plan, subject=owner.id, fields=["matters"])
    event = Event.objects.get(kind="change")
    assert (event.action, event.information, event.subject) == ("plan.write", ["matters"], owner.id)
