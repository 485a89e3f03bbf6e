from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from fellesplan.access.tenancy import TenantModel
from fellesplan.consent.models.answers import Consent


class CapacityAssessment(TenantModel):
    """Avgjørelse om manglende beslutningskompetanse (pbrl § 4-3 andre til fjerde ledd).

    Written and reasoned, for the purposes in `covers` (codes of `Consent.Purpose`) and no others. Never
    deleted: `ended_at` says that it no longer holds.
    """

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="capacity_assessments")
    covers = ArrayField(
        models.CharField(max_length=20, choices=Consent.Purpose.choices), verbose_name=_("hva den gjelder")
    )
    decided_on = models.DateField(_("avgjort"))
    decided_by_name = models.CharField(_("avgjort av"), max_length=200)
    decided_by_title = models.CharField(_("stilling"), max_length=200)
    decided_by_unit = models.CharField(_("virksomhet"), max_length=200)
    reason = models.TextField(_("begrunnelse"))
    shown_to_person_on = models.DateField(_("lagt fram for personen"), null=True, blank=True)
    shown_to_kin_on = models.DateField(_("lagt fram for nærmeste pårørende"), null=True, blank=True)
    why_not_shown = models.TextField(_("hvorfor den ikke er lagt fram"), blank=True)
    valid_to = models.DateField(_("gjelder til"))
    ended_at = models.DateTimeField(_("avsluttet"), null=True, blank=True)
    ended_by_name = models.CharField(max_length=200, blank=True)
    registered_by = models.ForeignKey(
        "people.Employee", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    registered_at = models.DateTimeField()

    class Meta:
        verbose_name = _("avgjørelse om beslutningskompetanse")
        verbose_name_plural = _("avgjørelser om beslutningskompetanse")
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(valid_to__gte=F("decided_on")), name="capacity_period"),
            models.CheckConstraint(condition=~Q(covers=[]), name="capacity_covers_something"),
        ]
        indexes: ClassVar = [models.Index(fields=["municipality", "person"], name="capacity_person")]
