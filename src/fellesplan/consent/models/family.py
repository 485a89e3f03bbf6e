from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from fellesplan.access.tenancy import TenantModel


class ParentalInformation(TenantModel):
    """Informasjon til foreldrene som er nødvendig for foreldreansvaret (pbrl § 3-4 fjerde ledd).

    Read by the parents until the child is 18, and by the child, who is told that they got it.
    """

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="told_parents")
    text = models.TextField(_("informasjon"))
    why_necessary = models.TextField(_("hvorfor foreldrene må vite det"))
    given_on = models.DateField(_("gitt"))
    child_told_on = models.DateField(_("barnet fikk vite det"))
    by_name = models.CharField(_("av"), max_length=200)
    by_title = models.CharField(max_length=200, blank=True)
    written_at = models.DateTimeField()

    class Meta:
        verbose_name = _("informasjon til foreldrene")
        verbose_name_plural = _("informasjon til foreldrene")
        indexes: ClassVar = [models.Index(fields=["municipality", "person"], name="parental_info_person")]


class Withholding(TenantModel):
    """Noe som ikke vises for foreldrene (pbrl § 3-4 andre og tredje ledd).

    One information area, or everything, kept from one representative, or from all. What a child has asked for
    itself holds from the moment it asks; a professional looks at it afterwards (`looked_at`).
    """

    class Basis(models.TextChoices):
        CHILD = "child", _("Barnet ønsker det, av grunner som bør respekteres")
        WEIGHTY = "weighty", _("Tungtveiende hensyn til barnet taler mot å fortelle det")

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="withholdings")
    area = models.CharField(_("område"), max_length=30)
    representative = models.ForeignKey(
        "people.Person", verbose_name=_("vises ikke for"), null=True, blank=True, on_delete=models.PROTECT,
        related_name="+",
    )  # fmt: skip
    basis = models.CharField(_("grunnlag"), max_length=10, choices=Basis.choices)
    reason = models.TextField(_("begrunnelse"), blank=True)
    asked_by_child = models.BooleanField(_("barnet har bedt om det selv"), default=False)
    decided_by_name = models.CharField(_("avgjort av"), max_length=200, blank=True)
    looked_at = models.DateTimeField(_("vurdert"), null=True, blank=True)
    child_told_on = models.DateField(_("barnet fikk vite om grensen"), null=True, blank=True)
    valid_from = models.DateField(_("fra"))
    valid_to = models.DateField(_("til"))
    ended_at = models.DateTimeField(_("avsluttet"), null=True, blank=True)
    ended_by_name = models.CharField(max_length=200, blank=True)
    why_ended = models.TextField(_("hvorfor det tok slutt"), blank=True)

    class Meta:
        verbose_name = _("unntak fra foreldrenes informasjon")
        verbose_name_plural = _("unntak fra foreldrenes informasjon")
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(valid_to__gte=F("valid_from")), name="withholding_period"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["person", "area"], condition=Q(ended_at__isnull=True), name="withheld_now")
        ]


class ChildsWish(TenantModel):
    """Barnets ønske om å ta tilbake noe foreldrene har samtykket til (pbrl § 4-4 femte ledd, IPf § 4).

    Under 16 the child does not decide it alone: the wish is handed to the coordinator and the office.
    """

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="consent_wishes")
    consent = models.ForeignKey(
        "consent.Consent", null=True, blank=True, on_delete=models.PROTECT, related_name="wishes"
    )
    purpose = models.CharField(_("gjelder"), max_length=20)
    whom = models.CharField(_("hvem som ikke skal se"), max_length=200, blank=True)
    wished_at = models.DateTimeField(_("sagt"))
    answer = models.TextField(_("hva dere ble enige om"), blank=True)
    answered_at = models.DateTimeField(_("fulgt opp"), null=True, blank=True)
    answered_by_name = models.CharField(max_length=200, blank=True)

    class Meta:
        verbose_name = _("barnets ønske")
        verbose_name_plural = _("barnets ønsker")
        indexes: ClassVar = [models.Index(fields=["municipality", "person"], name="wish_person")]
