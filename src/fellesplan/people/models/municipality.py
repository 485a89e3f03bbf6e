from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from fellesplan.access.tenancy import TenantModel
from fellesplan.kernel.ids import new_id


class Municipality(models.Model):
    """Kommune (kommuneloven § 1-3): one tenant.

    What differs between municipalities lies in its procedure profile.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    number = models.CharField(_("kommunenummer"), max_length=4, unique=True)
    slug = models.SlugField(_("adresse på nettet"), unique=True)
    name = models.CharField(_("navn"), max_length=100)
    profile = models.SlugField(_("prosedyreprofil"))
    language = models.CharField(_("målform"), max_length=2, default="nb")
    phone = models.CharField(_("telefon"), max_length=20, blank=True)
    address = models.CharField(_("postadresse"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("kommune")
        verbose_name_plural = _("kommuner")

    def __str__(self) -> str:
        return self.name


class Unit(TenantModel):
    """Virksomhet: a school, kindergarten, home care service, hospital or other body that serves or refers
    persons.
    """

    class Kind(models.TextChoices):
        OFFICE = "office", _("Koordinerende enhet")
        HEALTH_STATION = "health_station", _("Helsestasjon")
        KINDERGARTEN = "kindergarten", _("Barnehage")
        SCHOOL = "school", _("Skole")
        UPPER_SECONDARY = "upper_secondary", _("Videregående skole")
        HOME_CARE = "home_care", _("Hjemmetjeneste")
        DISABILITY = "disability", _("Tiltak for funksjonshemmede")
        REHABILITATION = "rehabilitation", _("Fysio- og ergoterapi")
        MENTAL_HEALTH = "mental_health", _("Psykisk helse og rus")
        HOUSING = "housing", _("Bolig og avlastning")
        PPT = "ppt", _("Pedagogisk-psykologisk tjeneste")
        CHILD_WELFARE = "child_welfare", _("Barnevern")
        GP = "gp", _("Fastlege")
        HOSPITAL = "hospital", _("Sykehus")
        NAV = "nav", _("NAV")
        OTHER = "other", _("Annen virksomhet")

    name = models.CharField(_("navn"), max_length=200)
    kind = models.CharField(_("type"), max_length=20, choices=Kind.choices)
    external = models.BooleanField(_("utenfor kommunen"), default=False)
    organisation_number = models.CharField(_("organisasjonsnummer"), max_length=9, blank=True)
    phone = models.CharField(_("telefon"), max_length=20, blank=True)
    active = models.BooleanField(_("i bruk"), default=True)

    class Meta:
        verbose_name = _("virksomhet")
        verbose_name_plural = _("virksomheter")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["municipality", "name"], name="unit_name_once"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_health(self) -> bool:
        """Return whether the unit gives health and care services (helse- og omsorgstjenesteloven § 3-2)."""
        return self.kind in HEALTH_KINDS


HEALTH_KINDS = frozenset(
    {
        Unit.Kind.HEALTH_STATION,
        Unit.Kind.HOME_CARE,
        Unit.Kind.DISABILITY,
        Unit.Kind.REHABILITATION,
        Unit.Kind.MENTAL_HEALTH,
        Unit.Kind.HOUSING,
        Unit.Kind.GP,
        Unit.Kind.HOSPITAL,
    }
)
