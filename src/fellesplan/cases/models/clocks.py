"""What is remembered about limits: what has been raised, what has been done about it, and saved views."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from fellesplan.access.append_only import AppendOnly, protections
from fellesplan.access.tenancy import TenantModel


class ClockWarning(TenantModel):
    """Varsel om frist i en sak: one row per thing that is raised, so that nobody is told twice.

    `about` tells things of a kind apart (a letter). `cleared_at`: an event or the next night has cleared it.
    """

    SUBJECT = "case__person_id"

    case = models.ForeignKey("cases.Case", on_delete=models.PROTECT, related_name="clock_warnings")
    kind = models.CharField(max_length=20)
    about = models.CharField(max_length=40, blank=True)
    due = models.DateField(_("frist"))
    raised_at = models.DateTimeField(_("varslet"))
    cleared_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("varsel om frist")
        verbose_name_plural = _("varsler om frister")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["case", "kind", "about", "due"], name="clock_warned_once")
        ]


class SecondNotice(AppendOnly):
    """Nytt varsel om et brev som ikke er åpnet (eForvaltningsforskriften § 8 femte ledd); only once."""

    SUBJECT = "letter__case__person_id"

    letter = models.OneToOneField("cases.Letter", on_delete=models.PROTECT, related_name="second_notice")
    by_name = models.CharField(_("av"), max_length=200)

    class Meta(AppendOnly.Meta):
        verbose_name = _("nytt varsel om brev")
        verbose_name_plural = _("nye varsler om brev")
        triggers: ClassVar = protections()


class SavedView(TenantModel):
    """Lagret visning av arbeidslisten: a name, and the query of the address that shows it."""

    SUBJECT = "employee_id"

    employee = models.ForeignKey("people.Employee", on_delete=models.CASCADE, related_name="+")
    name = models.CharField(_("navn"), max_length=60)
    query = models.CharField(max_length=300)

    class Meta:
        verbose_name = _("lagret visning")
        verbose_name_plural = _("lagrede visninger")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["employee", "name"], name="saved_view_name_once")
        ]
