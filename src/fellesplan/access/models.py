"""The access log."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from fellesplan.access.append_only import AppendOnly, protections


class Event(AppendOnly):
    """Hendelse i innsynsloggen (pasientjournalforskriften § 14, pasientjournalloven § 22 a).

    Who did what, with which ground, to which information about whom. No foreign keys: an event outlives
    everything it tells of, and is written on a connection of its own.
    """

    SUBJECT = "subject"

    class Kind(models.TextChoices):
        READ = "read", _("Lest")
        REFUSED = "refused", _("Avvist")
        CHANGE = "change", _("Endret")

    municipality = models.ForeignKey(
        "people.Municipality", on_delete=models.PROTECT, related_name="+", db_constraint=False
    )
    kind = models.CharField(max_length=10, choices=Kind.choices)
    action = models.CharField(max_length=60)
    ground = models.CharField(max_length=120, blank=True)
    account = models.UUIDField(null=True)
    name = models.CharField(max_length=200, blank=True)
    title = models.CharField(max_length=200, blank=True)
    organisation = models.CharField(max_length=200, blank=True)
    subject = models.UUIDField(null=True, help_text="people.Person")
    object_type = models.CharField(max_length=60)
    object_id = models.UUIDField(null=True)
    information: ClassVar[models.JSONField] = models.JSONField(default=list)

    class Meta(AppendOnly.Meta):
        verbose_name = _("hendelse")
        verbose_name_plural = _("hendelser")
        triggers: ClassVar = protections()
        indexes: ClassVar = [models.Index(fields=["municipality", "subject", "-at"], name="event_subject")]
