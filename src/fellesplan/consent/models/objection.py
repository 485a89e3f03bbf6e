from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from fellesplan.access.tenancy import TenantModel


class Objection(TenantModel):
    """Innsigelse mot at helsepersonell ser helseopplysninger (hpl § 29, pbrl § 5-3).

    Against one health service, or all. `note` is for what the person wants to say; nobody must give reasons.
    """

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="objections")
    unit = models.ForeignKey("people.Unit", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    since = models.DateField(_("fra"))
    note = models.TextField(_("merknad"), blank=True)
    by_name = models.CharField(_("sagt av"), max_length=200)
    withdrawn_on = models.DateField(_("tatt tilbake"), null=True, blank=True)
    withdrawn_by_name = models.CharField(max_length=200, blank=True)

    class Meta:
        verbose_name = _("innsigelse")
        verbose_name_plural = _("innsigelser")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(withdrawn_on__isnull=True) | Q(withdrawn_on__gte=F("since")),
                name="objection_period",
            ),
            models.UniqueConstraint(
                fields=["person", "unit"], condition=Q(withdrawn_on__isnull=True), nulls_distinct=False,
                name="objection_once",
            ),
        ]  # fmt: skip
