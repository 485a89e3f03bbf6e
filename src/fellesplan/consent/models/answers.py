from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from fellesplan.access.tenancy import TenantModel


class Consent(TenantModel):
    """Samtykke (forskrift om individuell plan §§ 5 og 9 i; helse- og omsorgstjenesteloven § 7-2 a).

    One answer from one giver to one purpose. Refusals are kept too. Withdrawal sets `withdrawn_at`; nothing
    is deleted. `waits` and `holds_to` are kept by `services.settling`: where two must say yes, one yes opens
    nothing, and both hold only as long as the shorter of them.
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

    class Received(models.TextChoices):
        """Hvordan et muntlig svar kom."""

        MEETING = "meeting", _("I møte")
        PHONE = "phone", _("På telefon")
        VIDEO = "video", _("På video")
        OTHER = "other", _("På annen måte")

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
        CARE_HOME = "home", _("Fosterforeldre eller institusjon")
        FUTURE_PROXY = "future", _("Fremtidsfullmektig")

        @property
        def volven(self) -> str | None:
            """Return the code of the list; None where it has none, rather than a wrong one."""
            return self.value if self.value.isdecimal() else None

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="consents")
    purpose = models.CharField(_("gjelder"), max_length=20, choices=Purpose.choices)
    answer = models.CharField(_("svar"), max_length=10, choices=Answer.choices)
    form = models.CharField(_("form"), max_length=10, choices=Form.choices)
    capacity = models.CharField(_("gitt av"), max_length=6, choices=Capacity.choices)
    given_by = models.ForeignKey(
        "people.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="consents_given"
    )
    given_by_name = models.CharField(_("navn på den som samtykker"), max_length=200)
    received_by = models.ForeignKey(
        "people.Employee", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    received_how = models.CharField(
        _("hvordan svaret kom"), max_length=10, choices=Received.choices, blank=True
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
    waits = models.BooleanField(_("venter på den andre forelderen"), default=False)
    holds_to = models.DateField(_("siste dag begge svarene gjelder"), null=True, blank=True)

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
