from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from fellesplan.access.tenancy import TenantModel


class ConsentWarning(TenantModel):
    """Varsel om samtykke som er gitt: one row per thing that is coming, so that nobody is told twice."""

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="consent_warnings")
    kind = models.CharField(max_length=20)
    about = models.CharField(max_length=80)
    due = models.DateField(_("innen"))
    raised_at = models.DateTimeField(_("varslet"))

    class Meta:
        verbose_name = _("varsel om samtykke")
        verbose_name_plural = _("varsler om samtykke")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person", "kind", "about", "due"], name="warned_once")
        ]
