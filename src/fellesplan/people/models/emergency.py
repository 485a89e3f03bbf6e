from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from fellesplan.access.append_only import AppendOnly, StateRow, protections
from fellesplan.people.emergency_states import EMERGENCY


class EmergencySession(AppendOnly):
    """Nødtilgang: an employee reads one person's plan without another ground, for a short time and a reason.

    Written once; what happens to it later are its state rows (pasientjournalforskriften §§ 13 and 14).
    """

    COURSE: ClassVar = EMERGENCY

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    employee = models.ForeignKey(
        "people.Employee", on_delete=models.PROTECT, related_name="emergency_sessions"
    )
    opened_as = models.CharField(_("åpnet som"), max_length=20)
    organisation = models.CharField(_("virksomhet"), max_length=200, blank=True)
    reason = models.TextField(_("begrunnelse"))
    until = models.DateTimeField(_("til"))
    protected_address = models.BooleanField(_("adressen var skjermet"), default=False)

    class Meta(AppendOnly.Meta):
        verbose_name = _("nødtilgang")
        verbose_name_plural = _("nødtilganger")
        triggers: ClassVar = protections()
        indexes: ClassVar = [
            models.Index(fields=["municipality", "employee", "-at"], name="emergency_employee"),
            models.Index(fields=["municipality", "person", "-at"], name="emergency_person"),
        ]


class EmergencyState(StateRow):
    """Steg i en nødtilgang: opened, ended, and found right or wrong by another."""

    SUBJECT = "session__person_id"

    session = models.ForeignKey(EmergencySession, on_delete=models.PROTECT, related_name="history")

    class Meta(StateRow.Meta):
        verbose_name = _("steg i en nødtilgang")
        verbose_name_plural = _("steg i en nødtilgang")
        triggers: ClassVar = protections()
