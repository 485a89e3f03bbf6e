from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from fellesplan.access.append_only import StateRow, protections
from fellesplan.access.tenancy import TenantModel
from fellesplan.plans import states


class AreaNote(TenantModel):
    """Livsområde i planen: needs, resources and own words in one area (IPf § 9 nr. 1)."""

    SUBJECT = "plan__person_id"

    plan = models.ForeignKey("plans.Plan", on_delete=models.PROTECT, related_name="areas")
    area = models.CharField(_("område"), max_length=30)
    own_words = models.TextField(_("med egne ord"), blank=True)
    resources = models.TextField(_("ressurser"), blank=True)
    needs = models.TextField(_("behov"), blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("livsområde i planen")
        verbose_name_plural = _("livsområder i planen")
        constraints: ClassVar = [models.UniqueConstraint(fields=["plan", "area"], name="area_once")]


class Goal(TenantModel):
    """Mål, in the person's own words (IPf § 9 nr. 1).

    `parent`: the goal this one is a part of, one level down. `level_…`: the person's own words for each step
    of goal attainment, from where it began (-2) by the goal (0) to much better (2).
    """

    SUBJECT = "plan__person_id"

    plan = models.ForeignKey("plans.Plan", on_delete=models.PROTECT, related_name="goals")
    area = models.CharField(_("område"), max_length=30)
    title = models.CharField(_("mål"), max_length=300)
    description = models.TextField(_("hvorfor det er viktig"), blank=True)
    now = models.TextField(_("slik er det nå"), blank=True)
    progress = models.SmallIntegerField(_("fremgang"), default=-2)
    parent = models.ForeignKey(
        "self", verbose_name=_("del av målet"), null=True, blank=True, on_delete=models.PROTECT,
        related_name="parts",
    )  # fmt: skip
    level_start = models.CharField(_("der vi begynte"), max_length=200, blank=True)
    level_near = models.CharField(_("på vei"), max_length=200, blank=True)
    level_goal = models.CharField(_("målet er nådd"), max_length=200, blank=True)
    level_more = models.CharField(_("bedre enn målet"), max_length=200, blank=True)
    level_most = models.CharField(_("mye bedre enn målet"), max_length=200, blank=True)
    order = models.PositiveSmallIntegerField(default=0)
    archived_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("mål")
        verbose_name_plural = _("mål")
        ordering: ClassVar = ["order", "id"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(progress__gte=-2, progress__lte=2), name="goal_progress"),
            models.CheckConstraint(condition=~Q(parent=F("id")), name="goal_not_its_own_part"),
        ]


class Measure(TenantModel):
    """Tiltak: who does what, where, how much and until when (IPf § 9 nr. 4-6)."""

    SUBJECT = "goal__plan__person_id"
    AREA = "goal__area"

    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="measures")
    title = models.CharField(_("tiltak"), max_length=300)
    responsible = models.ForeignKey(
        "plans.Participant", verbose_name=_("ansvarlig"), null=True, blank=True,
        on_delete=models.PROTECT, related_name="measures",
    )  # fmt: skip
    responsible_is_person = models.BooleanField(_("jeg gjør det selv"), default=False)
    where = models.CharField(_("hvor"), max_length=200, blank=True)
    amount = models.CharField(_("hvor mye"), max_length=200, blank=True)
    starts_on = models.DateField(_("fra"), null=True, blank=True)
    due_on = models.DateField(_("innen"), null=True, blank=True)
    decision_reference = models.CharField(_("vedtak det bygger på"), max_length=200, blank=True)
    state = models.CharField(
        max_length=12, default=states.MEASURE.initial,
        choices=[(key, str(text)) for key, text in states.MEASURE.states.items()],
    )  # fmt: skip
    state_note = models.TextField(_("hva som skjer"), blank=True)
    done_on = models.DateField(null=True, blank=True)
    order = models.PositiveSmallIntegerField(default=0)
    archived_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("tiltak")
        verbose_name_plural = _("tiltak")
        ordering: ClassVar = ["order", "id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(due_on__isnull=True) | Q(starts_on__isnull=True) | Q(due_on__gte=F("starts_on")),
                name="measure_period",
            ),
            models.CheckConstraint(
                condition=Q(responsible_is_person=False) | Q(responsible__isnull=True),
                name="measure_one_responsible",
            ),
        ]


class MeasureState(StateRow):
    """Tiltakets historie."""

    SUBJECT = "measure__goal__plan__person_id"

    measure = models.ForeignKey(Measure, on_delete=models.PROTECT, related_name="history")

    class Meta(StateRow.Meta):
        verbose_name = _("steg i tiltaket")
        verbose_name_plural = _("steg i tiltaket")
        triggers: ClassVar = protections()
