from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from fellesplan.access.append_only import AppendOnly, protections
from fellesplan.access.tenancy import TenantModel
from fellesplan.kernel import clock


class PersonMerge(TenantModel):
    """Sammenslåing: two rows that were the same human. `loser` is kept, empty, and points to `survivor`."""

    SUBJECT = "survivor_id"

    loser = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    survivor = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)
    by_name = models.CharField(max_length=200, blank=True)
    undone_at = models.DateTimeField(null=True)
    undone_by_name = models.CharField(max_length=200, blank=True)

    class Meta:
        verbose_name = _("sammenslåing")
        verbose_name_plural = _("sammenslåinger")
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(loser=F("survivor")), name="merge_of_two"),
            models.UniqueConstraint(
                fields=["loser"], condition=Q(undone_at__isnull=True), name="merged_once"
            ),
        ]


class MergedRow(AppendOnly):
    """Ett felt som ble endret i en sammenslåing: which row, which column, from what to what, in order.

    `model` is a label and `row` its primary key; values are plain JSON (dates as text, bytes as hex).
    """

    SUBJECT = "merge__survivor_id"

    merge = models.ForeignKey(PersonMerge, on_delete=models.PROTECT, related_name="rows")
    order = models.PositiveIntegerField()
    model = models.CharField(max_length=60)
    row = models.UUIDField()
    field = models.CharField(max_length=60)
    old: ClassVar[models.JSONField] = models.JSONField(null=True)
    new: ClassVar[models.JSONField] = models.JSONField(null=True)

    class Meta(AppendOnly.Meta):
        verbose_name = _("endring i en sammenslåing")
        verbose_name_plural = _("endringer i sammenslåinger")
        triggers: ClassVar = protections()
        constraints: ClassVar = [models.UniqueConstraint(fields=["merge", "order"], name="merged_row_order")]
