from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from fellesplan.access.append_only import AppendOnly, StateRow, protections
from fellesplan.access.tenancy import TenantModel
from fellesplan.plans import states


class Plan(TenantModel):
    """Individuell plan (forskrift om individuell plan § 9), or the lighter tool chosen instead.

    One live plan per person.
    """

    class Tool(models.TextChoices):
        INDIVIDUAL_PLAN = "individual_plan", _("Individuell plan")
        RESPONSIBILITY_GROUP = "responsibility_group", _("Ansvarsgruppe med referat")
        SERVICE_OVERVIEW = "service_overview", _("Tjenesteoversikt")

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="plans")
    tool = models.CharField(_("verktøy"), max_length=20, choices=Tool.choices, default=Tool.INDIVIDUAL_PLAN)
    state = models.CharField(
        max_length=10,
        default=states.PLAN.initial,
        choices=[(key, str(text)) for key, text in states.PLAN.states.items()],
    )
    legal_basis = ArrayField(models.CharField(max_length=20), default=list, verbose_name=_("rettsgrunnlag"))
    matters = models.TextField(_("viktig for meg"), blank=True)
    resources = models.TextField(_("det jeg er god på"), blank=True)
    person_contributes = models.TextField(_("det jeg bidrar med"), blank=True)
    family_contributes = models.TextField(_("det familien bidrar med"), blank=True)
    child_participation = models.TextField(_("hvordan barnet har vært med"), blank=True)
    cooperation = models.TextField(_("samarbeid med andre"), blank=True)
    contact_doctor = models.TextField(_("kontaktlege"), blank=True)
    made_by = models.CharField(_("ansvarlig for å lage planen"), max_length=200, blank=True)
    not_relevant: ClassVar[models.JSONField] = models.JSONField(_("ikke aktuelt"), default=dict)
    period_from = models.DateField(_("gjelder fra"))
    period_to = models.DateField(_("gjelder til"), null=True, blank=True)
    evaluate_on = models.DateField(_("neste evaluering"), null=True, blank=True)
    approved_at = models.DateTimeField(null=True, blank=True)
    profile_version = models.CharField(max_length=80)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("individuell plan")
        verbose_name_plural = _("individuelle planer")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["person"], condition=~Q(state=states.ENDED), name="one_live_plan"
            ),
            models.CheckConstraint(
                condition=Q(period_to__isnull=True) | Q(period_to__gte=F("period_from")), name="plan_period"
            ),
        ]


class PlanState(StateRow):
    """Planens historie."""

    SUBJECT = "plan__person_id"

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="history")

    class Meta(StateRow.Meta):
        verbose_name = _("steg i planen")
        verbose_name_plural = _("steg i planen")
        triggers: ClassVar = protections()


class PlanVersion(AppendOnly):
    """Versjon av planen: the whole content after each change, so that nothing written is ever lost."""

    SUBJECT = "plan__person_id"

    class Kind(models.TextChoices):
        CHANGE = "change", _("Endring")
        APPROVAL = "approval", _("Godkjent")
        BEFORE_MEETING = "before_meeting", _("Før møtet")
        ENDING = "ending", _("Ved avslutning")

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    kind = models.CharField(_("hvorfor"), max_length=14, choices=Kind.choices, default=Kind.CHANGE)
    content: ClassVar[models.JSONField] = models.JSONField()
    by_name = models.CharField(max_length=200, blank=True)
    summary = models.CharField(max_length=200, blank=True)

    class Meta(AppendOnly.Meta):
        verbose_name = _("versjon av planen")
        verbose_name_plural = _("versjoner av planen")
        triggers: ClassVar = protections()
        constraints: ClassVar = [models.UniqueConstraint(fields=["plan", "number"], name="plan_version_once")]


class Approval(AppendOnly):
    """Godkjenning av planen by the person or one who acts for the person."""

    SUBJECT = "plan__person_id"

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="approvals")
    version = models.PositiveIntegerField()
    by_name = models.CharField(max_length=200)
    capacity = models.CharField(max_length=40)
    form = models.CharField(max_length=10)

    class Meta(AppendOnly.Meta):
        verbose_name = _("godkjenning")
        verbose_name_plural = _("godkjenninger")
        triggers: ClassVar = protections()
