from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from fellesplan.access.tenancy import TenantModel


class AdvicePause(TenantModel):
    """Råd som er lagt til side: not shown again before what it was about has changed.

    `key` is which advice and about what; `about` is what it looked like then, empty when it is shown again.
    """

    SUBJECT = "plan__person_id"

    plan = models.ForeignKey("plans.Plan", on_delete=models.PROTECT, related_name="paused_advice")
    key = models.CharField(max_length=80)
    about = models.CharField(max_length=64, blank=True)
    by_name = models.CharField(_("hvem som la det til side"), max_length=200)
    at = models.DateTimeField(_("når"))

    class Meta:
        verbose_name = _("råd som er lagt til side")
        verbose_name_plural = _("råd som er lagt til side")
        constraints: ClassVar = [models.UniqueConstraint(fields=["plan", "key"], name="advice_paused_once")]
