from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from fellesplan.access.tenancy import TenantModel


class Representation(TenantModel):
    """Representasjon: who acts for a person, as what, with which proof, from when and until when (pbrl §§
    4-4 to 4-7).
    """

    class Kind(models.TextChoices):
        PARENT = "parent", _("Forelder med foreldreansvar")
        OTHER_PARENTAL = "other_parental", _("Annen med foreldreansvar")
        CHILD_WELFARE = "child_welfare", _("Barnevernstjenesten")
        FOSTER_PARENT = "foster_parent", _("Fosterforelder")
        GUARDIAN = "guardian", _("Verge")
        FUTURE_PROXY = "future_proxy", _("Fremtidsfullmektig")
        PROXY = "proxy", _("Fullmektig")
        NEXT_OF_KIN = "next_of_kin", _("Nærmeste pårørende")

    class Matter(models.TextChoices):
        """Hva mandatet eller fullmakten gjelder (vgml §§ 21, 32 og 80)."""

        PERSONAL = "personal", _("Alle personlige forhold")
        HEALTH = "health", _("Helse- og omsorgstjenester")
        INFORMATION = "information", _("Samtykke til å dele personopplysninger")
        SCHOOL = "school", _("Barnehage, skole og opplæring")
        NAV = "nav", _("Nav og sosiale tjenester")
        ECONOMY = "economy", _("Økonomiske forhold")

    class CareOrder(models.TextChoices):
        """Barnevernets vedtak om omsorgen (bvl §§ 4-2, 4-3 og 5-1)."""

        EMERGENCY = "emergency_4_2", _("Akuttvedtak om omsorg (barnevernsloven § 4-2)")
        NO_MOVE = "no_move_4_3", _("Flytteforbud (barnevernsloven § 4-3)")
        TAKEN_OVER = "care_order_5_1", _("Omsorgsovertakelse (barnevernsloven § 5-1)")

    OPENS = (Matter.PERSONAL, Matter.HEALTH, Matter.INFORMATION)
    """The matters by which a guardian or holder of a mandate sees the plan."""
    BY_MANDATE = (Kind.GUARDIAN, Kind.FUTURE_PROXY, Kind.PROXY)
    PARENTAL = (Kind.PARENT, Kind.OTHER_PARENTAL, Kind.FOSTER_PARENT, Kind.CHILD_WELFARE)

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="representations")
    representative = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="represents")
    kind = models.CharField(_("som"), max_length=20, choices=Kind.choices)
    shared = models.BooleanField(_("felles foreldreansvar"), default=False)
    scope = models.CharField(_("omfang"), max_length=200, blank=True)
    matters = ArrayField(
        models.CharField(max_length=20, choices=Matter.choices), default=list, blank=True,
        verbose_name=_("hva mandatet gjelder"),
    )  # fmt: skip
    deprived = models.BooleanField(_("fratatt rettslig handleevne i personlige forhold"), default=False)
    care = models.CharField(_("barnevernets vedtak"), max_length=20, choices=CareOrder.choices, blank=True)
    evidence = models.CharField(_("dokumentasjon"), max_length=200, blank=True)
    valid_from = models.DateField(_("fra"))
    valid_to = models.DateField(_("til"), null=True, blank=True)

    class Meta:
        verbose_name = _("representasjon")
        verbose_name_plural = _("representasjoner")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="representation_period",
            ),
            models.CheckConstraint(
                condition=~Q(person=F("representative")), name="representation_of_another"
            ),
            models.UniqueConstraint(
                fields=["person", "representative", "kind"],
                condition=Q(valid_to__isnull=True),
                name="representation_once",
            ),
        ]
