from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from fellesplan.access.append_only import StateRow, protections
from fellesplan.access.tenancy import TenantModel
from fellesplan.coordinators import states


class CoordinatorProfile(TenantModel):
    """Koordinator i registeret (helse- og omsorgstjenesteloven § 7-3): competence, room for more,
    languages.
    """

    SUBJECT = "employee_id"

    employee = models.OneToOneField(
        "people.Employee", on_delete=models.PROTECT, related_name="coordinator_profile"
    )
    unit = models.ForeignKey("people.Unit", on_delete=models.PROTECT, related_name="coordinators")
    max_persons = models.PositiveSmallIntegerField(_("plass til"), null=True, blank=True)
    trained_on = models.DateField(_("opplært"), null=True, blank=True)
    training_reported_on = models.DateField(_("meldt behov for opplæring"), null=True, blank=True)
    languages = models.CharField(_("språk"), max_length=100, blank=True)
    active = models.BooleanField(_("kan få nye"), default=True)

    class Meta:
        verbose_name = _("koordinator i registeret")
        verbose_name_plural = _("koordinatorer i registeret")


class Kind(models.TextChoices):
    """Koordinator (hol § 7-2) eller barnekoordinator (hol § 7-2 a)."""

    COORDINATOR = "coordinator", _("Koordinator")
    CHILD_COORDINATOR = "child_coordinator", _("Barnekoordinator")


class Nomination(TenantModel):
    """Forespørsel om koordinator: the office asks a unit, whose leader names someone or says no.

    Never plan content.
    """

    SUBJECT = "case__person_id"

    case = models.ForeignKey("cases.Case", on_delete=models.PROTECT, related_name="nominations")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    unit = models.ForeignKey("people.Unit", on_delete=models.PROTECT, related_name="nominations")
    state = models.CharField(
        max_length=12, default=states.NOMINATION.initial,
        choices=[(key, str(text)) for key, text in states.NOMINATION.states.items()],
    )  # fmt: skip
    wished = models.CharField(_("ønske fra personen"), max_length=200, blank=True)
    message = models.TextField(_("melding til enheten"), blank=True)
    asked_by = models.ForeignKey("people.Employee", null=True, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    answer_by = models.DateField(_("svar innen"))
    employee = models.ForeignKey(
        "people.Employee", verbose_name=_("foreslått"), null=True, blank=True,
        on_delete=models.PROTECT, related_name="+",
    )  # fmt: skip
    answer_note = models.TextField(_("begrunnelse"), blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("forespørsel om koordinator")
        verbose_name_plural = _("forespørsler om koordinator")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["case", "kind", "unit"], condition=Q(state=states.ASKED), name="nomination_asked_once"
            ),
            models.CheckConstraint(
                condition=~Q(state=states.NAMED) | Q(employee__isnull=False), name="named_has_employee"
            ),
        ]


class NominationState(StateRow):
    """Forespørselens historie."""

    SUBJECT = "nomination__case__person_id"

    nomination = models.ForeignKey(Nomination, on_delete=models.PROTECT, related_name="history")

    class Meta(StateRow.Meta):
        verbose_name = _("steg i forespørselen")
        verbose_name_plural = _("steg i forespørselen")
        triggers: ClassVar = protections()


class Appointment(TenantModel):
    """Oppnevning av koordinator eller barnekoordinator (hol §§ 7-2, 7-2 a).

    A person may have one without a plan.
    """

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="appointments")
    case = models.ForeignKey("cases.Case", on_delete=models.PROTECT, related_name="appointments")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    employee = models.ForeignKey("people.Employee", on_delete=models.PROTECT, related_name="appointments")
    unit = models.ForeignKey("people.Unit", on_delete=models.PROTECT, related_name="+")
    nomination = models.OneToOneField(
        Nomination, null=True, on_delete=models.PROTECT, related_name="appointment"
    )
    valid_from = models.DateField(_("fra"))
    valid_to = models.DateField(_("til"), null=True, blank=True)
    informed_at = models.DateTimeField(_("personen fikk vite det"), null=True, blank=True)

    class Meta:
        verbose_name = _("oppnevning")
        verbose_name_plural = _("oppnevninger")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["person", "kind"], condition=Q(valid_to__isnull=True), name="one_live_appointment"
            ),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="appointment_period",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["municipality", "employee"], name="appointment_employee")]


class StandIn(TenantModel):
    """Vikar for koordinatoren: an employee of the same unit, for a period and never longer (pjf § 13)."""

    SUBJECT = "appointment__person_id"

    appointment = models.ForeignKey(Appointment, on_delete=models.PROTECT, related_name="stand_ins")
    employee = models.ForeignKey("people.Employee", on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(_("hvorfor vikar"), max_length=200)
    valid_from = models.DateField(_("fra"))
    valid_to = models.DateField(_("til"))
    ended_at = models.DateTimeField(_("avsluttet"), null=True, blank=True)

    class Meta:
        verbose_name = _("vikar for koordinator")
        verbose_name_plural = _("vikarer for koordinatorer")
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(valid_to__gte=F("valid_from")), name="stand_in_period"),
        ]
        indexes: ClassVar = [models.Index(fields=["municipality", "employee"], name="stand_in_employee")]
