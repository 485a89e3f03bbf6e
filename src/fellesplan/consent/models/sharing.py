from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from fellesplan.access.tenancy import TenantModel


class ConsentGrant(TenantModel):
    """Hva samtykket åpner: one recipient (a service, or a private person) and one information area, for a
    period.
    """

    SUBJECT = "consent__person_id"

    consent = models.ForeignKey("consent.Consent", on_delete=models.PROTECT, related_name="grants")
    unit = models.ForeignKey("people.Unit", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    recipient = models.ForeignKey(
        "people.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    area = models.CharField(_("område"), max_length=30)
    valid_from = models.DateField(_("fra"))
    valid_to = models.DateField(_("til"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("trukket"), null=True, blank=True)
    withdrawn_by_name = models.CharField(max_length=200, blank=True)

    class Meta:
        verbose_name = _("deling")
        verbose_name_plural = _("delinger")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(unit__isnull=True, recipient__isnull=False)
                | Q(unit__isnull=False, recipient__isnull=True),
                name="grant_one_recipient",
            ),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")), name="grant_period"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["consent", "unit", "area"], name="grant_unit"),
            models.Index(fields=["municipality", "unit"], name="grant_recipient_unit"),
        ]
