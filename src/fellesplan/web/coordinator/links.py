"""Addresses of the meeting pages, for pages about the day and the plan."""

from uuid import UUID

from django.urls import reverse


def meeting_url(slug: str, meeting: UUID) -> str:
    """Return the address of a meeting."""
    return reverse("meeting", kwargs={"tenant": slug, "meeting": meeting})


def call_url(slug: str, person: UUID) -> str:
    """Return where one calls a meeting about a person."""
    return reverse("meeting-new", kwargs={"tenant": slug, "person": person})
