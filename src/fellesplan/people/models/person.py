from datetime import date
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from fellesplan.access.tenancy import TenantModel
from fellesplan.kernel.crypto import Vault
from fellesplan.people.ages import age_on


def vault() -> Vault:
    """Return the vault that birth numbers are kept in."""
    return Vault(tuple(settings.FIELD_KEYS), settings.INDEX_KEY)


class Person(TenantModel):
    """Innbygger: planeier, foresatt eller annen privatperson. May lack a birth number, or not be born yet.

    The birth number is stored encrypted with a blind index; birth date and sex are never derived from it.
    """

    SUBJECT = "id"

    class NumberKind(models.TextChoices):
        NONE = "none", _("Ikke fødselsnummer ennå")
        BIRTH = "birth", _("Fødselsnummer")
        D = "d", _("D-nummer")

    class Protection(models.TextChoices):
        OPEN = "open", _("Åpen adresse")
        CONFIDENTIAL = "confidential", _("Fortrolig adresse")
        STRICT = "strict", _("Strengt fortrolig adresse")

    account = models.ForeignKey(
        "people.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    given_name = models.CharField(_("fornavn"), max_length=100, blank=True)
    family_name = models.CharField(_("etternavn"), max_length=100)
    birth_date = models.DateField(_("fødselsdato"), null=True, blank=True)
    due_date = models.DateField(_("termindato"), null=True, blank=True)
    number_kind = models.CharField(max_length=5, choices=NumberKind.choices, default=NumberKind.NONE)
    number_encrypted = models.BinaryField(null=True)
    number_index = models.BinaryField(null=True)
    synthetic = models.BooleanField(_("oppdiktet person"), default=False)
    address = models.CharField(_("adresse"), max_length=200, blank=True)
    postal_code = models.CharField(_("postnummer"), max_length=4, blank=True)
    postal_place = models.CharField(_("poststed"), max_length=100, blank=True)
    protection = models.CharField(max_length=12, choices=Protection.choices, default=Protection.OPEN)
    phone = models.CharField(_("telefon"), max_length=20, blank=True)
    email = models.EmailField(_("e-post"), blank=True)
    language = models.CharField(_("målform"), max_length=2, blank=True)
    interpreter = models.CharField(_("tolk"), max_length=60, blank=True)
    gp = models.CharField(_("fastlege"), max_length=200, blank=True)
    daily_unit = models.ForeignKey(
        "people.Unit", verbose_name=_("barnehage eller skole"), null=True, blank=True,
        on_delete=models.PROTECT, related_name="+",
    )  # fmt: skip
    deceased_on = models.DateField(_("død"), null=True, blank=True)
    merged_into = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="merged_from"
    )

    class Meta:
        verbose_name = _("innbygger")
        verbose_name_plural = _("innbyggere")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["municipality", "number_index"],
                condition=Q(number_index__isnull=False),
                name="number_once",
            ),
            models.CheckConstraint(
                condition=Q(number_kind="none", number_index__isnull=True)
                | Q(number_kind__in=["birth", "d"], number_index__isnull=False),
                name="number_with_kind",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["municipality", "account"], name="person_account"),
            models.Index(fields=["municipality", "family_name", "given_name"], name="person_name"),
            models.Index(fields=["municipality"], condition=Q(protection="strict"), name="person_shielded"),
        ]

    def __str__(self) -> str:
        return self.full_name

    @property
    def full_name(self) -> str:
        return f"{self.given_name} {self.family_name}".strip()

    @property
    def first_name(self) -> str:
        return self.given_name or self.full_name

    @property
    def is_unborn(self) -> bool:
        return self.birth_date is None and self.due_date is not None

    @property
    def daily_place(self) -> str:
        """Return the name of the nursery or school; show it only as `people.protection` lets it."""
        return self.daily_unit.name if self.daily_unit else ""

    @property
    def birth_number(self) -> str:
        """Return the number in clear, or an empty text. Show it only where the law demands it."""
        return vault().decrypt(bytes(self.number_encrypted)) if self.number_encrypted else ""

    def age(self, on: date) -> int | None:
        """Return the age in whole years on a civil day, or None if the birth date is not known."""
        return age_on(self.birth_date, on) if self.birth_date else None
