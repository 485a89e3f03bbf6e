from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from fellesplan.access.tenancy import TenantModel


class Consent(TenantModel):
    """Samtykke (forskrift om individuell plan §§ 5 og 9 i; helse- og omsorgstjenesteloven § 7-2 a).

    One answer from one giver to one purpose. Refusals are kept too. Withdrawal sets `withdrawn_at`; nothing
    is deleted.
    """

    class Purpose(models.TextChoices):
        PLAN = "plan", _("at det lages individuell plan")
        COORDINATOR = "coordinator", _("at det oppnevnes koordinator")
        CHILD_COORDINATOR = "child_coordinator", _("at det oppnevnes barnekoordinator")
        SHARING = "sharing", _("at opplysninger deles")

    class Answer(models.TextChoices):
        GIVEN = "given", _("Ja")
        REFUSED = "refused", _("Nei")

    class Form(models.TextChoices):
        ORAL = "oral", _("Muntlig")
        WRITTEN = "written", _("Skriftlig")
        DIGITAL = "digital", _("Digitalt")

    class Capacity(models.TextChoices):
        """Volven 7456: i hvilken egenskap samtykket er gitt."""

        SELF = "1", _("Personen selv")
        SELF_IMPLIED = "2", _("Personen selv, stilltiende")
        ONE_PARENT = "3", _("Én forelder")
        BOTH_PARENTS = "4", _("Foreldrene sammen")
        OTHER_PARENTAL = "5", _("Andre med foreldreansvar")
        CHILD_WELFARE = "6", _("Barnevernet")
        GUARDIAN = "7", _("Verge")
        NEXT_OF_KIN = "8", _("Nærmeste pårørende")
        HEALTH_PERSONNEL = "9", _("Helsepersonell på vegne av personen")

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="consents")
    purpose = models.CharField(_("gjelder"), max_length=20, choices=Purpose.choices)
    answer = models.CharField(_("svar"), max_length=10, choices=Answer.choices)
    form = models.CharField(_("form"), max_length=10, choices=Form.choices)
    capacity = models.CharField(_("gitt av"), max_length=2, choices=Capacity.choices)
    given_by = models.ForeignKey(
        "people.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="consents_given"
    )
    given_by_name = models.CharField(_("navn på den som samtykker"), max_length=200)
    received_by = models.ForeignKey(
        "people.Employee", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    given_on = models.DateField(_("gitt"))
    valid_from = models.DateField(_("fra"))
    valid_to = models.DateField(_("til"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("trukket"), null=True, blank=True)
    withdrawn_by_name = models.CharField(max_length=200, blank=True)
    evidence = models.ForeignKey(
        "documents.Document", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    child_heard = models.TextField(_("hva barnet mener"), blank=True)
    note = models.TextField(_("merknad"), blank=True)
    why_one = models.TextField(_("hvorfor ett samtykke er nok"), blank=True)

    class Meta:
        verbose_name = _("samtykke")
        verbose_name_plural = _("samtykker")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")), name="consent_period"
            )
        ]
        indexes: ClassVar = [
            models.Index(fields=["municipality", "person", "purpose"], name="consent_person")
        ]


class ConsentGrant(TenantModel):
    """Hva samtykket åpner: one recipient (a service, or a private person) and one information area, for a
    period.
    """

    SUBJECT = "consent__person_id"

    consent = models.ForeignKey(Consent, on_delete=models.PROTECT, related_name="grants")
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
