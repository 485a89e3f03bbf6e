"""The access log, the chain that shows that nobody has touched it, and questions about what stands in it."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from fellesplan.access.append_only import AppendOnly, protections
from fellesplan.access.tenancy import TenantModel
from fellesplan.kernel import clock


class Event(AppendOnly):
    """Hendelse i innsynsloggen (pasientjournalforskriften § 14, pasientjournalloven § 22 a).

    Who did what, with which ground, to which information about whom. No foreign keys: an event outlives
    everything it tells of, and is written on a connection of its own. The table is divided by month
    (`access.partitions`).
    """

    SUBJECT = "subject"

    class Kind(models.TextChoices):
        READ = "read", _("Lest")
        REFUSED = "refused", _("Avvist")
        CHANGE = "change", _("Endret")

    municipality = models.ForeignKey(
        "people.Municipality", on_delete=models.PROTECT, related_name="+", db_constraint=False, db_index=False
    )
    kind = models.CharField(max_length=10, choices=Kind.choices)
    action = models.CharField(max_length=60)
    ground = models.CharField(max_length=120, blank=True)
    account = models.UUIDField(null=True)
    name = models.CharField(max_length=200, blank=True)
    title = models.CharField(max_length=200, blank=True)
    organisation = models.CharField(max_length=200, blank=True)
    subject = models.UUIDField(null=True, help_text="people.Person")
    object_type = models.CharField(max_length=60)
    object_id = models.UUIDField(null=True)
    information: ClassVar[models.JSONField] = models.JSONField(default=list)

    class Meta(AppendOnly.Meta):
        verbose_name = _("hendelse")
        verbose_name_plural = _("hendelser")
        triggers: ClassVar = protections()
        indexes: ClassVar = [
            models.Index(fields=["municipality", "subject", "-at"], name="event_subject"),
            models.Index(fields=["municipality", "account", "-at"], name="event_account"),
        ]


class Link(AppendOnly):
    """Ledd i innsynsloggens kjede (pasientjournalforskriften § 14).

    The database writes one for each event when its transaction ends, numbered without gaps in each
    municipality: `hash` is over the hash before and all the event says (`access.chain`). `at` is the event's.
    """

    written_by_database = True

    id = None  # type: ignore[assignment]  # the event it holds is name enough
    event = models.UUIDField(primary_key=True, help_text="access.Event")
    municipality = models.ForeignKey(
        "people.Municipality", on_delete=models.PROTECT, related_name="+", db_constraint=False, db_index=False
    )
    seq = models.BigIntegerField()
    hash = models.BinaryField(max_length=32)

    class Meta(AppendOnly.Meta):
        verbose_name = _("ledd i loggens kjede")
        verbose_name_plural = _("ledd i loggens kjede")
        triggers: ClassVar = protections()
        constraints: ClassVar = [models.UniqueConstraint(fields=["municipality", "seq"], name="link_seq")]


class LogQuestion(TenantModel):
    """Spørsmål om en hendelse i innsynsloggen (pasientjournalloven § 22 a, personvernforordningen art. 15).

    Asked by the person or who acts for the person; answered by those who lead the office.
    """

    class About(models.TextChoices):
        UNKNOWN = "unknown", _("Jeg vet ikke hvem dette er")
        REASON = "reason", _("Jeg forstår ikke hvorfor")
        OTHER = "other", _("Noe annet")

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="log_questions")
    event = models.UUIDField(help_text="access.Event")
    about = models.CharField(max_length=10, choices=About.choices)
    text = models.TextField(blank=True)
    asked_at = models.DateTimeField(default=clock.now, editable=False)
    asked_by_account = models.UUIDField(null=True)
    asked_by_name = models.CharField(max_length=200)
    answer_by = models.DateField()
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by_account = models.UUIDField(null=True)
    answered_by_name = models.CharField(max_length=200, blank=True)

    class Meta:
        verbose_name = _("spørsmål om innsyn")
        verbose_name_plural = _("spørsmål om innsyn")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["event"], condition=models.Q(answered_at__isnull=True), name="one_open_question"
            ),
            models.CheckConstraint(
                name="answered_means_answer",
                condition=models.Q(answered_at__isnull=True, answer="")
                | models.Q(answered_at__isnull=False) & ~models.Q(answer=""),
            ),
        ]
