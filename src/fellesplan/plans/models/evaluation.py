from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from fellesplan.access.append_only import AppendOnly, protections


class GoalRating(AppendOnly):
    """Vurdering av et mål: what one thinks of a goal on a day.

    `level` is goal attainment from -2 to 2, `feeling` how it feels, from 1 (not good) to 5 (very good).
    """

    SUBJECT = "goal__plan__person_id"
    AREA = "goal__area"

    class Capacity(models.TextChoices):
        PERSON = "person", _("Personen selv")
        REPRESENTATIVE = "representative", _("Handler for personen")
        COORDINATOR = "coordinator", _("Koordinator")
        PARTICIPANT = "participant", _("Deltaker")

    goal = models.ForeignKey("plans.Goal", on_delete=models.PROTECT, related_name="ratings")
    account = models.UUIDField(null=True)
    by_name = models.CharField(max_length=200)
    capacity = models.CharField(_("som"), max_length=14, choices=Capacity.choices)
    level = models.SmallIntegerField(_("trinn"), null=True)
    feeling = models.SmallIntegerField(_("hvordan det kjennes"), null=True)
    comment = models.TextField(_("kommentar"), blank=True)

    class Meta(AppendOnly.Meta):
        verbose_name = _("vurdering av et mål")
        verbose_name_plural = _("vurderinger av mål")
        triggers: ClassVar = protections()
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(level__isnull=True) | Q(level__gte=-2, level__lte=2), name="rating_level"
            ),
            models.CheckConstraint(
                condition=Q(feeling__isnull=True) | Q(feeling__gte=1, feeling__lte=5), name="rating_feeling"
            ),
            models.CheckConstraint(
                condition=Q(level__isnull=False) | Q(feeling__isnull=False), name="rating_says_something"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["goal", "-at"], name="rating_of_goal")]


class Evaluation(AppendOnly):
    """Evaluering av planen (IPf § 9 tredje ledd bokstav h).

    `levels` is where each goal stood, by id: "own" as the person sees it, "others" as the rest do.
    `version` is the plan's version when it was finished.
    """

    SUBJECT = "plan__person_id"

    class Occasion(models.TextChoices):
        AGREED = "agreed", _("Til avtalt tid")
        BEFORE_MEETING = "before_meeting", _("Før et møte")
        NEEDED = "needed", _("Noe har endret seg")

    plan = models.ForeignKey("plans.Plan", on_delete=models.PROTECT, related_name="evaluations")
    occasion = models.CharField(_("hvorfor nå"), max_length=14, choices=Occasion.choices)
    held_on = models.DateField(_("dato"))
    summary = models.TextField(_("det dere kom fram til"), blank=True)
    next_on = models.DateField(_("neste evaluering"), null=True)
    levels: ClassVar[models.JSONField] = models.JSONField(default=dict)
    version = models.PositiveIntegerField()
    account = models.UUIDField(null=True)
    by_name = models.CharField(max_length=200)

    class Meta(AppendOnly.Meta):
        verbose_name = _("evaluering av planen")
        verbose_name_plural = _("evalueringer av planen")
        triggers: ClassVar = protections()


class GoalOutcome(AppendOnly):
    """Det evalueringen førte til for et mål: kept, changed, reached or left, and why."""

    SUBJECT = "goal__plan__person_id"

    class Choice(models.TextChoices):
        KEEP = "keep", _("Fortsett som nå")
        CHANGE = "change", _("Endre målet")
        DONE = "done", _("Målet er nådd")
        DROP = "drop", _("Slutt med målet")

    evaluation = models.ForeignKey(Evaluation, on_delete=models.PROTECT, related_name="outcomes")
    goal = models.ForeignKey("plans.Goal", on_delete=models.PROTECT, related_name="outcomes")
    choice = models.CharField(_("hva dere gjør"), max_length=8, choices=Choice.choices)
    reason = models.TextField(_("hvorfor"), blank=True)

    class Meta(AppendOnly.Meta):
        verbose_name = _("følge av evalueringen")
        verbose_name_plural = _("følger av evalueringen")
        triggers: ClassVar = protections()
        constraints: ClassVar = [models.UniqueConstraint(fields=["evaluation", "goal"], name="outcome_once")]
