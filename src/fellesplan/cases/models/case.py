from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from fellesplan.access.append_only import StateRow, protections
from fellesplan.access.tenancy import TenantModel
from fellesplan.cases import states


class Case(TenantModel):
    """Sak i koordinerende enhet (helse- og omsorgstjenesteloven § 7-3).

    `state` moves only by `states.CASE`. `next_due` and `next_step` are kept by the services for the
    worklist's order.
    `profile_version` names the law and procedure the case is handled under.
    """

    number = models.CharField(_("saksnummer"), max_length=20)
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="cases")
    state = models.CharField(
        max_length=20,
        default=states.CASE.initial,
        choices=[(key, str(text)) for key, text in states.CASE.states.items()],
    )
    opened_at = models.DateTimeField(_("åpnet"))
    received_on = models.DateField(_("melding mottatt"))
    caseworker = models.ForeignKey(
        "people.Employee", verbose_name=_("saksbehandler"), null=True, blank=True,
        on_delete=models.PROTECT, related_name="+",
    )  # fmt: skip
    next_due = models.DateField(_("neste frist"), null=True, blank=True)
    next_step = models.CharField(_("neste steg"), max_length=40, blank=True)
    preliminary_reply_on = models.DateField(_("foreløpig svar sendt"), null=True, blank=True)
    profile_version = models.CharField(max_length=80)
    version = models.PositiveIntegerField(default=1)
    closed_at = models.DateTimeField(_("avsluttet"), null=True, blank=True)

    class Meta:
        verbose_name = _("sak")
        verbose_name_plural = _("saker")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["municipality", "number"], name="case_number_once"),
            models.UniqueConstraint(
                fields=["person"], condition=~models.Q(state=states.CLOSED), name="one_open_case_per_person"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["municipality", "state", "next_due"], name="case_worklist"),
            models.Index(fields=["municipality", "caseworker", "next_due"], name="case_mine"),
            models.Index(
                fields=["municipality", "next_due", "number"],
                condition=~models.Q(state=states.CLOSED),
                name="case_open_by_due",
            ),
        ]

    def __str__(self) -> str:
        return self.number


class CaseState(StateRow):
    """Sakens historie, one row per step."""

    SUBJECT = "case__person_id"

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="history")

    class Meta(StateRow.Meta):
        verbose_name = _("steg i saken")
        verbose_name_plural = _("steg i saken")
        triggers: ClassVar = protections()


class CaseNumber(TenantModel):
    """Nummerserie: the last case number given in a year, locked while the next one is taken."""

    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("nummerserie")
        verbose_name_plural = _("nummerserier")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["municipality", "year"], name="case_series_once"),
        ]
