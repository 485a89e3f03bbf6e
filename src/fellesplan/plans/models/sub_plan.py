from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from fellesplan.access.tenancy import TenantModel


class SubPlan(TenantModel):
    """Delplan: another plan for the same person, with where it is kept. Never copied into this one.

    IPf § 9 tredje ledd bokstav j: what is done together with other services.
    """

    SUBJECT = "plan__person_id"

    class Kind(models.TextChoices):
        SCHOOL = "school", _("Individuell opplæringsplan (IOP)")
        TREATMENT = "treatment", _("Behandlingsplan")
        CRISIS = "crisis", _("Kriseplan")
        REHABILITATION = "rehabilitation", _("Rehabiliteringsplan")
        OTHER = "other", _("En annen plan")

    plan = models.ForeignKey("plans.Plan", on_delete=models.PROTECT, related_name="sub_plans")
    kind = models.CharField(_("hva slags plan"), max_length=20, choices=Kind.choices)
    title = models.CharField(_("navn"), max_length=200)
    where = models.CharField(_("hvor den er"), max_length=300)
    responsible = models.ForeignKey(
        "plans.Participant", verbose_name=_("ansvarlig"), null=True, blank=True, on_delete=models.PROTECT,
        related_name="+",
    )  # fmt: skip
    dated = models.DateField(_("dato"), null=True, blank=True)
    archived_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("delplan")
        verbose_name_plural = _("delplaner")
        ordering: ClassVar = ["kind", "id"]
