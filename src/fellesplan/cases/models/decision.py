from typing import ClassVar

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from fellesplan.access.append_only import AppendOnly, protections
from fellesplan.access.tenancy import TenantModel
from fellesplan.cases.models.rights import Right


class Letter(AppendOnly):
    """Brev fra kommunen i en sak: what was sent, to whom, as which document.

    A copy (`copy_of`) is a letter of its own, written to `recipient` and read by nobody else outside the
    office.
    """

    SUBJECT = "case__person_id"

    class Kind(models.TextChoices):
        DECISION = "decision", _("Vedtak")
        PRELIMINARY = "preliminary", _("Foreløpig svar")
        DELAY = "delay", _("Forsinkelsesvarsel")
        APPOINTMENT = "appointment", _("Oppnevning")
        RECEIPT = "receipt", _("Bekreftelse")
        COMPLAINT_RECEIPT = "complaint_receipt", _("Bekreftelse på klage")
        COMPLAINT_COMPLETION = "complaint_completion", _("Klagen mangler noe")
        COMPLAINT_DISMISSED = "complaint_dismissed", _("Avvisning av klage")
        COMPLAINT_ANNULLED = "complaint_annulled", _("Varsel om ny avgjørelse")
        COMPLAINT_FORWARDED = "complaint_forwarded", _("Melding om oversendelse")

    case = models.ForeignKey("cases.Case", on_delete=models.PROTECT, related_name="letters")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    title = models.CharField(max_length=200)
    language = models.CharField(max_length=2)
    recipient_name = models.CharField(max_length=200)
    document = models.OneToOneField("documents.Document", on_delete=models.PROTECT, related_name="letter")
    content: ClassVar[models.JSONField] = models.JSONField(default=dict)
    copy_of = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="copies")
    recipient = models.ForeignKey(
        "people.Person", verbose_name=_("mottaker av kopien"), null=True, on_delete=models.PROTECT,
        related_name="+",
    )  # fmt: skip
    why = models.CharField(_("hvorfor mottakeren får kopi"), max_length=300, blank=True)

    class Meta(AppendOnly.Meta):
        verbose_name = _("brev")
        verbose_name_plural = _("brev")
        triggers: ClassVar = protections()
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(copy_of__isnull=True) | Q(recipient__isnull=False), name="copy_has_recipient"
            ),
            models.UniqueConstraint(
                fields=["copy_of", "recipient"], condition=Q(copy_of__isnull=False), name="copy_once"
            ),
        ]


class Decision(TenantModel):
    """Vedtak eller avgjørelse om én rettighet (pbrl §§ 2-5, 2-5 b, 2-5 c).

    Immutable once issued, by trigger.
    """

    SUBJECT = "case__person_id"

    class Outcome(models.TextChoices):
        GRANTED = "granted", _("Innvilget")
        PARTLY = "partly", _("Delvis innvilget")
        REFUSED = "refused", _("Avslag")
        DISMISSED = "dismissed", _("Avvist")
        WITHDRAWN = "withdrawn", _("Trukket")

    case = models.ForeignKey("cases.Case", on_delete=models.PROTECT, related_name="decisions")
    right = models.CharField(max_length=20, choices=Right.choices)
    outcome = models.CharField(max_length=10, choices=Outcome.choices, blank=True)
    proposed = models.CharField(max_length=10, blank=True)
    reason = models.TextField(_("begrunnelse"), blank=True)
    dissent = models.TextField(_("hvorfor avgjørelsen er en annen enn forslaget"), blank=True)
    legal_basis = models.CharField(max_length=20)
    decided_by = models.ForeignKey("people.Employee", null=True, on_delete=models.PROTECT, related_name="+")
    proposed_by = models.ForeignKey("people.Employee", null=True, on_delete=models.PROTECT, related_name="+")
    valid_from = models.DateField(_("gjelder fra"), null=True, blank=True)
    name_by = models.DateField(_("navnet på koordinatoren kommer senest"), null=True, blank=True)
    decided_on = models.DateField(null=True)
    issued_at = models.DateTimeField(null=True)
    letter = models.ForeignKey(Letter, null=True, on_delete=models.PROTECT, related_name="decisions")
    complaint_deadline = models.DateField(null=True)
    complaint_body = models.CharField(max_length=200, blank=True)
    profile_version = models.CharField(max_length=80)
    replaces = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="replaced_by")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("vedtak")
        verbose_name_plural = _("vedtak")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["case", "right"], condition=Q(replaces__isnull=True), name="decision_once"
            ),
            models.UniqueConstraint(
                fields=["replaces"], condition=Q(replaces__isnull=False), name="decision_replaced_once"
            ),
            models.CheckConstraint(
                condition=Q(issued_at__isnull=True) | Q(letter__isnull=False, decided_on__isnull=False),
                name="issued_with_letter",
            ),
        ]
        triggers: ClassVar = [
            pgtrigger.Protect(
                name="issued_is_final",
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Q(old__issued_at__isnull=False),
            )
        ]
