from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from fellesplan.access.tenancy import TenantModel
from fellesplan.cases.models.rights import Right


class Assessment(TenantModel):
    """Utredning: the facts a decision rests on (forvaltningsloven § 17)."""

    SUBJECT = "case__person_id"

    case = models.OneToOneField("cases.Case", on_delete=models.PROTECT, related_name="assessment")
    child_view = models.TextField(_("hva barnet mener"), blank=True)
    person_view = models.TextField(_("hva personen selv mener"), blank=True)
    longterm = models.TextField(_("varighet"), blank=True)
    child_weight = models.TextField(_("hva barnets mening betød for svaret"), blank=True)
    facts = models.TextField(_("hva svaret bygger på"), blank=True)
    considerations = models.TextField(_("hva det er lagt vekt på"), blank=True)
    valid_from = models.DateField(_("svaret gjelder fra"), null=True, blank=True)
    name_by = models.DateField(_("navnet på koordinatoren kommer senest"), null=True, blank=True)
    changed_by_name = models.CharField(_("sist endret av"), max_length=200, blank=True)
    finished_at = models.DateTimeField(_("ferdig"), null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("utredning")
        verbose_name_plural = _("utredninger")


class AssessmentAnswer(TenantModel):
    """Svar på ett vilkår, with its reason and where it was learned."""

    SUBJECT = "assessment__case__person_id"

    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="answers")
    right = models.CharField(max_length=20, choices=Right.choices)
    criterion = models.CharField(max_length=60)
    answer = models.CharField(max_length=20, blank=True)
    reason = models.TextField(_("begrunnelse"), blank=True)
    source = models.CharField(_("kilde"), max_length=200, blank=True)
    by_name = models.CharField(max_length=200, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("svar på vilkår")
        verbose_name_plural = _("svar på vilkår")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["assessment", "right", "criterion"], name="criterion_answered_once"
            ),
        ]


class Service(TenantModel):
    """Tjeneste personen har eller trenger, counted in the assessment."""

    SUBJECT = "assessment__case__person_id"

    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="services")
    name = models.CharField(_("tjeneste"), max_length=200)
    kind = models.CharField(_("type"), max_length=40)
    provider = models.CharField(_("hvem som gir den"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("tjeneste")
        verbose_name_plural = _("tjenester")
