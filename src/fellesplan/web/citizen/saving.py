"""What a form page does: save once, or say what is wrong and keep what was written."""

from collections.abc import Callable
from typing import TypeVar

from django.db import transaction
from django.http import HttpRequest, QueryDict

from fellesplan.kernel.errors import InvalidInput, Refused
from fellesplan.web.components.forms import PageForm

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
