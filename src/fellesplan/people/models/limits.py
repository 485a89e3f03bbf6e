from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from fellesplan.access.tenancy import TenantModel


class AccessLimit(TenantModel):
    """Begrenset innsyn for en som handler på vegne av personen (barnelova § 47, pbrl § 3-4).

    The representation itself stands, so that who must be asked for consent is not changed by it; while the
    limit lasts, the representative does not see the person's pages. Others who act for the person still do.
    """

    SUBJECT = "representation__person_id"

    class Basis(models.TextChoices):
        HARM = "harm", _("Opplysningene kan være til skade for barnet")
        DECISION = "decision", _("Statsforvalteren har bestemt det")
        COURT = "court", _("Retten har bestemt det")
        CHILD_WELFARE = "child_welfare", _("Barnevernet har bestemt det")

    representation = models.ForeignKey(
        "people.Representation", on_delete=models.PROTECT, related_name="limits"
    )
    basis = models.CharField(_("grunnlag"), max_length=20, choices=Basis.choices)
    reason = models.TextField(_("begrunnelse"))
    by_name = models.CharField(_("bestemt av"), max_length=200, blank=True)
    valid_from = models.DateField(_("fra"))
    valid_to = models.DateField(_("til"), null=True, blank=True)
    lifted_at = models.DateTimeField(_("opphevet"), null=True, blank=True)

    class Meta:
        verbose_name = _("begrenset innsyn")
        verbose_name_plural = _("begrensede innsyn")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")), name="limit_period"
            ),
            models.UniqueConstraint(
                fields=["representation"], condition=Q(lifted_at__isnull=True), name="limited_once"
            ),
        ]
