"""What a form page does: save once, or say what is wrong and keep what was written."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.db import transaction
from django.http import HttpRequest, HttpResponse, QueryDict

from fellesplan.consent.law import consent_law
from fellesplan.kernel import clock
from fellesplan.kernel.errors import InvalidInput, Refused
from fellesplan.plans.readers import readers_of
from fellesplan.web.citizen.room import Room
from fellesplan.web.components.forms import PageForm
from fellesplan.web.writing.desk import WritingDesk

T = TypeVar("T")


def attempt(form: PageForm, act: Callable[[], T]) -> T | None:
    """Do it, or let the form say why not. Nothing is half saved."""
    try:
        with transaction.atomic():
            return act()
    except (InvalidInput, Refused) as error:
        form.take(error)
    return None


def posted(request: HttpRequest) -> QueryDict | None:
    """Return what was sent, also when it is nothing; None when the page is only read."""
    return request.POST if request.method == "POST" else None


def status_of(form: PageForm) -> int:
    """Return 422 when something must be put right."""
    return 422 if form.is_bound and form.errors else 200


def readers(room: Room) -> dict[str, Any]:
    """Return who can read what is written, for a minor who writes (pbrl § 3-4 femte ledd)."""
    on = clock.today()
    age = room.person.age(on)
    if not room.is_own or age is None or age >= consent_law(on).adult:
        return {}
    return {"readers": readers_of(room.person, None, on)}


def write(room: Room, page: str, form: PageForm, desk: WritingDesk, **context: Any) -> HttpResponse:
    """Show a form in which somebody writes, or the merge page when two have written the same."""
    status = desk.status(form)
    shown = {"form": form, "desk": desk, "merge": desk.merge, "back": room.url("my-plan"), **readers(room)}
    shown |= context
    return room.show("merge" if desk.merge else page, at="my-plan", status=status, **shown)
