"""Rows that are written once: no update, no delete, not even by raw SQL."""

from typing import ClassVar

import pgtrigger
from django.db import models

from fellesplan.access.tenancy import TenantModel
from fellesplan.kernel import clock


def protections() -> list[pgtrigger.Trigger]:
    """Return the triggers of a write-once table; grants are the second lock (`tenancy.secure`)."""
    return [
        pgtrigger.Protect(name="write_once", operation=pgtrigger.Update | pgtrigger.Delete),
        pgtrigger.Trigger(
            name="never_emptied",
            operation=pgtrigger.Truncate,
            when=pgtrigger.Before,
            level=pgtrigger.Statement,
            func="raise exception 'This table is written once and never emptied';",
        ),
    ]


class AppendOnly(TenantModel):
    """A row that is written once and never changed."""

    append_only = True

    at = models.DateTimeField(default=clock.now, editable=False)

    class Meta:
        abstract = True
        triggers: ClassVar = protections()


class StateRow(AppendOnly):
    """One step of something's history: which event took it to which state, when and by whom."""

    event = models.CharField(max_length=40)
    state = models.CharField(max_length=40)
    by_account = models.UUIDField(null=True)
    by_name = models.CharField(max_length=200, blank=True)
    note = models.TextField(blank=True)

    class Meta(AppendOnly.Meta):
        abstract = True
