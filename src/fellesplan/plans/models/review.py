from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from fellesplan.access.append_only import AppendOnly, protections


class AccessReview(AppendOnly):
    """Ny vurdering av en tilgang (pasientjournalforskriften § 13): whether somebody shall still take part.

    Written at each evaluation of the plan, for each who takes part.
    """

    SUBJECT = "plan__person_id"

    class Verdict(models.TextChoices):
        KEEP = "keep", _("Skal fortsatt være med")
        SHORTEN = "shorten", _("Skal være med til en bestemt dag")
        END = "end", _("Skal ikke være med lenger")

    plan = models.ForeignKey("plans.Plan", on_delete=models.PROTECT, related_name="access_reviews")
    participant = models.ForeignKey("plans.Participant", on_delete=models.PROTECT, related_name="reviews")
    verdict = models.CharField(max_length=10, choices=Verdict.choices)
    valid_to = models.DateField(_("til"), null=True)
    by_employee = models.ForeignKey("people.Employee", null=True, on_delete=models.PROTECT, related_name="+")
    by_name = models.CharField(max_length=200)

    class Meta(AppendOnly.Meta):
        verbose_name = _("ny vurdering av tilgang")
        verbose_name_plural = _("nye vurderinger av tilgang")
        triggers: ClassVar = protections()
