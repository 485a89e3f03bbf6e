"""Addresses of the meeting pages, for pages about the day and the plan."""

from uuid import UUID

from django.urls import NoReverseMatch, reverse


def meeting_url(slug: str, meeting: UUID) -> str:
    """Return the address of a meeting."""
    return _address("meeting", tenant=slug, meeting=meeting)


def call_url(slug: str, person: UUID) -> str:
    """Return where one calls a meeting about a person."""
    return _address("meeting-new", tenant=slug, person=person)


def _address(name: str, **kwargs: object) -> str:
    try:
        return reverse(name, kwargs=kwargs)
    except NoReverseMatch:
        return ""
