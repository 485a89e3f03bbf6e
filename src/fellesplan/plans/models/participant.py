from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from fellesplan.access.tenancy import TenantModel


class Participant(TenantModel):
    """Deltaker i planen (IPf § 9 nr. 2). Sees only what a live consent covers, for as long as it lasts."""

    SUBJECT = "plan__person_id"

    plan = models.ForeignKey("plans.Plan", on_delete=models.PROTECT, related_name="participants")
    employee = models.ForeignKey(
        "people.Employee", null=True, blank=True, on_delete=models.PROTECT, related_name="participations"
    )
    unit = models.ForeignKey("people.Unit", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    private_person = models.ForeignKey(
        "people.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="participations"
    )
    role = models.CharField(_("rolle i planen"), max_length=100)
    purpose = models.CharField(_("hvorfor med"), max_length=200, blank=True)
    contribution = models.CharField(_("bidrar med"), max_length=300, blank=True)
    valid_from = models.DateField(_("fra"))
    valid_to = models.DateField(_("til"), null=True, blank=True)
    ended_at = models.DateTimeField(_("avsluttet"), null=True, blank=True)
    shares_contact = models.BooleanField(_("deler kontaktopplysninger med de andre"), default=False)
    stands_in_for = models.ForeignKey(
        "self", verbose_name=_("vikar for"), null=True, blank=True, on_delete=models.PROTECT,
        related_name="stand_ins",
    )  # fmt: skip
    stand_in_reason = models.CharField(_("hvorfor vikar"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("deltaker")
        verbose_name_plural = _("deltakere")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(employee__isnull=False, unit__isnull=False, private_person__isnull=True)
                | Q(employee__isnull=True, unit__isnull=True, private_person__isnull=False),
                name="participant_employee_or_private",
            ),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="participant_period",
            ),
            models.CheckConstraint(
                condition=Q(stands_in_for__isnull=True) | Q(valid_to__isnull=False),
                name="stand_in_has_an_end",
            ),
            models.UniqueConstraint(
                fields=["plan", "employee"],
                condition=Q(valid_to__isnull=True),
                name="employee_takes_part_once",
            ),
            models.UniqueConstraint(
                fields=["plan", "private_person"],
                condition=Q(valid_to__isnull=True),
                name="person_takes_part_once",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["municipality", "employee"], name="participant_employee")]

    @property
    def name(self) -> str:
        """Return the participant's name; select employee and private_person with the row."""
        return str(self.employee or self.private_person)
