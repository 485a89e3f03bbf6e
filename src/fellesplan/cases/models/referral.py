from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from fellesplan.access.tenancy import TenantModel


class Referral(TenantModel):
    """Melding om behov for koordinerte tjenester (hpl § 38 a, HRf § 6).

    As it was received; never rewritten.
    """

    SUBJECT = "case__person_id"

    class Channel(models.TextChoices):
        WEB = "web", _("På nett")
        ORAL = "oral", _("Muntlig")
        PAPER = "paper", _("På papir")

    class Reporter(models.TextChoices):
        SELF = "self", _("Personen selv")
        PARENT = "parent", _("Forelder")
        GUARDIAN = "guardian", _("Verge")
        NEXT_OF_KIN = "next_of_kin", _("Pårørende")
        PROVIDER = "provider", _("Tjenesteyter i kommunen")
        GP = "gp", _("Fastlege")
        HOSPITAL = "hospital", _("Sykehus")
        OTHER = "other", _("Andre")

    class ConsentObtained(models.TextChoices):
        NO = "no", _("Nei, ikke ennå")
        ORAL = "oral", _("Ja, muntlig")
        WRITTEN = "written", _("Ja, skriftlig")

    case = models.ForeignKey("cases.Case", on_delete=models.PROTECT, related_name="referrals")
    reference = models.CharField(_("referanse"), max_length=12)
    received_at = models.DateTimeField(_("mottatt"))
    channel = models.CharField(_("kanal"), max_length=10, choices=Channel.choices)
    registered_by = models.ForeignKey(
        "people.Employee", null=True, on_delete=models.PROTECT, related_name="+"
    )
    reporter = models.CharField(_("meldt av"), max_length=20, choices=Reporter.choices)
    reporter_name = models.CharField(_("navn på den som melder"), max_length=200)
    reporter_organisation = models.CharField(_("arbeidssted"), max_length=200, blank=True)
    reporter_phone = models.CharField(_("telefon"), max_length=20, blank=True)
    reporter_email = models.EmailField(_("e-post"), blank=True)
    wants: ClassVar[models.JSONField] = models.JSONField(_("ønsker"), default=list)
    need = models.TextField(_("hva trenger personen hjelp til å samordne?"))
    services: ClassVar[models.JSONField] = models.JSONField(_("tjenester i dag"), default=list)
    consent_obtained = models.CharField(_("samtykke"), max_length=10, choices=ConsentObtained.choices)
    wished_coordinator = models.CharField(_("ønsket koordinator"), max_length=200, blank=True)
    urgent = models.TextField(_("haster"), blank=True)
    extra: ClassVar[models.JSONField] = models.JSONField(_("kommunens egne spørsmål"), default=dict)

    class Meta:
        verbose_name = _("melding om behov")
        verbose_name_plural = _("meldinger om behov")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["municipality", "reference"], name="referral_reference_once"),
        ]


class ReferralDocument(TenantModel):
    """Vedlegg til melding: which document came with it, and what it was asked for as."""

    SUBJECT = "referral__case__person_id"

    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="attachments")
    document = models.ForeignKey("documents.Document", on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("vedlegg til melding")
        verbose_name_plural = _("vedlegg til meldinger")
