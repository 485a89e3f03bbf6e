from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from fellesplan.access.actor import Role
from fellesplan.access.tenancy import TenantModel


class Employee(TenantModel):
    """Ansatt eller annen tjenesteyter: someone who works for a unit, inside or outside the municipality."""

    account = models.ForeignKey(
        "people.Account", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    name = models.CharField(_("navn"), max_length=200)
    title = models.CharField(_("stilling"), max_length=100)
    email = models.EmailField(_("e-post"), blank=True)
    phone = models.CharField(_("telefon"), max_length=20, blank=True)

    class Meta:
        verbose_name = _("ansatt")
        verbose_name_plural = _("ansatte")
        indexes: ClassVar = [models.Index(fields=["municipality", "account"], name="employee_account")]

    def __str__(self) -> str:
        return self.name


class Assignment(TenantModel):
    """Tilknytning med rolle og periode (pasientjournalforskriften § 13: tidsbegrenset autorisasjon)."""

    class AssignedRole(models.TextChoices):
        CASEWORKER = Role.CASEWORKER.value, _("Saksbehandler")
        SYSTEM_COORDINATOR = Role.SYSTEM_COORDINATOR.value, _("Systemkoordinator")
        OFFICE_LEADER = Role.OFFICE_LEADER.value, _("Leder for koordinerende enhet")
        UNIT_LEADER = Role.UNIT_LEADER.value, _("Virksomhetsleder")
        ADMINISTRATOR = Role.ADMINISTRATOR.value, _("Kommuneadministrator")
        PROVIDER = "provider", _("Tjenesteyter")

    employee = models.ForeignKey(Employee, on_delete=models.PROTECT, related_name="assignments")
    unit = models.ForeignKey("people.Unit", on_delete=models.PROTECT, related_name="assignments")
    role = models.CharField(_("rolle"), max_length=20, choices=AssignedRole.choices)
    valid_from = models.DateField(_("fra"))
    valid_to = models.DateField(_("til"), null=True, blank=True)

    class Meta:
        verbose_name = _("tilknytning")
        verbose_name_plural = _("tilknytninger")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="assignment_period",
            )
        ]
