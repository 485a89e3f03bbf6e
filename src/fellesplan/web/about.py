"""A page about one person: rendered without what tells where a protected person is."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from fellesplan.people.concealing import concealed
from fellesplan.people.models import Person
from fellesplan.web.page import PageRequest


def render_about(
    request: PageRequest, person: Person, template: str, context: Mapping[str, Any], status: int = 200
) -> HttpResponse:
    """Render a page about the person."""
    return render(request, template, concealed(person, dict(context)), status=status)
