"""What the forms of a complaint do: save once, or say what is wrong and keep what was written."""

from collections.abc import Callable
from typing import TypeVar

from django.db import transaction

from fellesplan.kernel.errors import InvalidInput, Refused
from fellesplan.web.components.forms import PageForm

T = TypeVar("T")


def attempt(form: PageForm, act: Callable[[], T]) -> T | None:
    """Do it, or let the form say why not; nothing is half saved."""
    try:
        with transaction.atomic():
            return act()
    except (InvalidInput, Refused) as error:
        form.take(error)
    return None
