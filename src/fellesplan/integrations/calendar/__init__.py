"""Meetings as iCalendar, so that Outlook, Google and telephones understand an invitation."""

from fellesplan.integrations.calendar.invitations import Invitation, Mailbox, Method, invitation

__all__ = ["Invitation", "Mailbox", "Method", "invitation"]
