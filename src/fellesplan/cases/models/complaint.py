from typing import ClassVar

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from fellesplan.access.append_only import AppendOnly, StateRow, protections
from fellesplan.access.tenancy import TenantModel
from fellesplan.cases import complaint_states
from fellesplan.cases.models.rights import Right


class Complaint(TenantModel):
    """Klage (fvl kap. VI, pbrl kap. 7) over what one letter decided, to one body.

    As it was received it is never rewritten, by trigger; `state` moves only by `complaint_states.COMPLAINT`.
    `handed_over` is the day it was posted or handed in. `deadline` and `latest` are what it is held against.
    `statement` is what the municipality writes about it: uttalelse, or why it is dismissed or annulled.
    """

    SUBJECT = "case__person_id"

    class Channel(models.TextChoices):
        PORTAL = "portal", _("På nett")
        POST = "post", _("I posten")
        IN_PERSON = "in_person", _("Levert på papir")
        ORAL = "oral", _("Muntlig, skrevet ned sammen med oss")

    class Capacity(models.TextChoices):
        SELF = "self", _("Personen selv")
        REPRESENTATIVE = "representative", _("Forelder, verge eller en annen som bestemmer for personen")
        PROXY = "proxy", _("Fullmektig")
        LAWYER = "lawyer", _("Advokat")

    class Timing(models.TextChoices):
        IN_TIME = "in_time", _("I tide")
        LATE = "late", _("For sent")
        TOO_LATE = "too_late", _("Mer enn ett år etter")
        UNKNOWN = "unknown", _("Ikke avklart")

    class LateGround(models.TextChoices):
        NO_BLAME = "no_blame", _("Kan ikke lastes for at klagen er sen")
        SPECIAL = "special", _("Særlige grunner gjør det rimelig")

    class Course(models.TextChoices):
        SEND = "send", _("Behold svaret og send klagen videre")
        ANNUL = "annul", _("Opphev svaret og vurder saken på nytt")
        DISMISS = "dismiss", _("Avvis klagen")

    case = models.ForeignKey("cases.Case", on_delete=models.PROTECT, related_name="complaints")
    reference = models.CharField(_("referanse"), max_length=12)
    sector = models.CharField(_("regelsett"), max_length=20)
    rights = ArrayField(models.CharField(max_length=20, choices=Right.choices), verbose_name=_("gjelder"))
    state = models.CharField(
        max_length=20,
        default=complaint_states.COMPLAINT.initial,
        choices=[(key, str(text)) for key, text in complaint_states.COMPLAINT.states.items()],
    )
    channel = models.CharField(_("hvordan klagen kom"), max_length=10, choices=Channel.choices)
    complainant = models.ForeignKey("people.Person", null=True, on_delete=models.PROTECT, related_name="+")
    complainant_name = models.CharField(_("hvem som klager"), max_length=200)
    complainant_address = models.CharField(_("adressen til fullmektigen"), max_length=300, blank=True)
    capacity = models.CharField(_("som"), max_length=20, choices=Capacity.choices)
    wants = models.TextField(_("det klageren vil ha endret"))
    why = models.TextField(_("hvorfor"), blank=True)
    late_reason = models.TextField(_("hvorfor klagen kommer nå"), blank=True)
    received_at = models.DateTimeField(_("kom fram"))
    registered_by = models.ForeignKey(
        "people.Employee", null=True, on_delete=models.PROTECT, related_name="+"
    )

    handed_over = models.DateField(_("postet eller levert"), null=True, blank=True)
    signed_on = models.DateField(_("underskrevet"), null=True, blank=True)
    mandate_missing = models.BooleanField(_("fullmakten mangler"), default=False)
    deadline = models.DateField(_("klagefrist"))
    latest = models.DateField(_("siste dag en sen klage kan behandles"))
    paragraph = models.CharField(_("regelen for fristen"), max_length=100)
    timing = models.CharField(_("om klagen kom i tide"), max_length=10, choices=Timing.choices)
    body = models.CharField(_("klageinstans"), max_length=200)
    late_ground = models.CharField(_("grunn"), max_length=10, choices=LateGround.choices, blank=True)
    late_note = models.TextField(_("hvorfor en sen klage tas opp"), blank=True)
    completion_what = models.TextField(_("det som mangler"), blank=True)
    completion_by = models.DateField(_("frist for å rette"), null=True, blank=True)

    planned = models.CharField(_("videre"), max_length=10, choices=Course.choices, blank=True)
    statement = models.TextField(_("uttalelse"), blank=True)
    prepared_by = models.ForeignKey("people.Employee", null=True, on_delete=models.PROTECT, related_name="+")
    settled_by = models.ForeignKey("people.Employee", null=True, on_delete=models.PROTECT, related_name="+")
    settled_on = models.DateField(_("avgjort i kommunen"), null=True)
    package = models.ForeignKey("documents.Document", null=True, on_delete=models.PROTECT, related_name="+")

    answered_on = models.DateField(_("klageinstansens dato"), null=True)
    answer = models.TextField(_("klageinstansens svar"), blank=True)
    answer_document = models.ForeignKey(
        "documents.Document", null=True, on_delete=models.PROTECT, related_name="+"
    )
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("klage")
        verbose_name_plural = _("klager")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["municipality", "reference", "sector"], name="complaint_lodged_once"
            ),
        ]
        triggers: ClassVar = [
            pgtrigger.ReadOnly(
                name="as_received",
                fields=[
                    "case", "reference", "sector", "rights", "channel", "complainant", "complainant_name",
                    "capacity", "wants", "why", "late_reason", "received_at", "registered_by",
                ],
            ),
            pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.reference


class ComplaintState(StateRow):
    """Klagens historie, one row per step."""

    SUBJECT = "complaint__case__person_id"

    complaint = models.ForeignKey(Complaint, on_delete=models.PROTECT, related_name="history")

    class Meta(StateRow.Meta):
        verbose_name = _("steg i klagesaken")
        verbose_name_plural = _("steg i klagesaken")
        triggers: ClassVar = protections()


class ComplainedDecision(AppendOnly):
    """Svaret det klages over."""

    SUBJECT = "complaint__case__person_id"

    complaint = models.ForeignKey(Complaint, on_delete=models.PROTECT, related_name="over")
    decision = models.ForeignKey("cases.Decision", on_delete=models.PROTECT, related_name="complaints")

    class Meta(AppendOnly.Meta):
        verbose_name = _("svar det klages over")
        verbose_name_plural = _("svar det klages over")
        triggers: ClassVar = protections()


class ComplaintDocument(AppendOnly):
    """Vedlegg til en klage: what came with it, or was sent in later."""

    SUBJECT = "complaint__case__person_id"

    complaint = models.ForeignKey(Complaint, on_delete=models.PROTECT, related_name="attachments")
    document = models.ForeignKey("documents.Document", on_delete=models.PROTECT, related_name="+")

    class Meta(AppendOnly.Meta):
        verbose_name = _("vedlegg til klage")
        verbose_name_plural = _("vedlegg til klager")
        triggers: ClassVar = protections()
