from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from fellesplan.access.append_only import StateRow, protections
from fellesplan.access.tenancy import TenantModel
from fellesplan.meetings import states


class Meeting(TenantModel):
    """Møte rundt personen. `kind` is a key from the procedure's meeting types; the person needs no plan
    to have one.
    """

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="meetings")
    kind = models.CharField(_("type møte"), max_length=40)
    title = models.CharField(_("hva møtet handler om"), max_length=200, blank=True)
    starts_at = models.DateTimeField(_("begynner"))
    ends_at = models.DateTimeField(_("slutter"))
    place = models.CharField(_("sted"), max_length=200, blank=True)
    video = models.URLField(_("lenke til videomøte"), blank=True)
    interpreter = models.CharField(_("tolk"), max_length=60, blank=True)
    state = models.CharField(
        max_length=10, default=states.MEETING.initial,
        choices=[(key, str(text)) for key, text in states.MEETING.states.items()],
    )  # fmt: skip
    called_by = models.ForeignKey("people.Employee", null=True, on_delete=models.PROTECT, related_name="+")
    sequence = models.PositiveSmallIntegerField(default=0)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("møte")
        verbose_name_plural = _("møter")
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="meeting_period"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["municipality", "person", "starts_at"], name="meeting_person")
        ]


class MeetingState(StateRow):
    """Møtets historie."""

    SUBJECT = "meeting__person_id"

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="history")

    class Meta(StateRow.Meta):
        verbose_name = _("steg i møtet")
        verbose_name_plural = _("steg i møtet")
        triggers: ClassVar = protections()


class AgendaItem(TenantModel):
    """Punkt på sakslisten, and what was said about it."""

    SUBJECT = "meeting__person_id"

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="agenda")
    title = models.CharField(_("punkt"), max_length=200)
    suggested_by = models.CharField(_("foreslått av"), max_length=200, blank=True)
    minutes = models.TextField(_("referat"), blank=True)
    order = models.PositiveSmallIntegerField(default=0)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("punkt på sakslisten")
        verbose_name_plural = _("punkter på sakslisten")
        ordering: ClassVar = ["order", "id"]


class Invitation(TenantModel):
    """Innkalling: each is invited for a stated purpose."""

    SUBJECT = "meeting__person_id"

    class Reply(models.TextChoices):
        NONE = "none", _("Ikke svart")
        YES = "yes", _("Kommer")
        NO = "no", _("Kan ikke komme")

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="invitations")
    participant = models.ForeignKey(
        "plans.Participant", null=True, on_delete=models.PROTECT, related_name="invitations"
    )
    invited_person = models.ForeignKey("people.Person", null=True, on_delete=models.PROTECT, related_name="+")
    purpose = models.CharField(_("hvorfor innkalt"), max_length=200)
    reply = models.CharField(max_length=5, choices=Reply.choices, default=Reply.NONE)
    attended = models.BooleanField(_("var til stede"), null=True)

    class Meta:
        verbose_name = _("innkalling")
        verbose_name_plural = _("innkallinger")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(participant__isnull=True, invited_person__isnull=False)
                | Q(participant__isnull=False, invited_person__isnull=True),
                name="invitation_one_invited",
            ),
            models.UniqueConstraint(fields=["meeting", "participant"], name="participant_invited_once"),
            models.UniqueConstraint(fields=["meeting", "invited_person"], name="person_invited_once"),
        ]


class Minutes(TenantModel):
    """Referat: written live, locked when sent; later changes are additions."""

    SUBJECT = "meeting__person_id"

    meeting = models.OneToOneField(Meeting, on_delete=models.PROTECT, related_name="minutes")
    written_by = models.CharField(_("referent"), max_length=200)
    sent_at = models.DateTimeField(_("sendt"), null=True, blank=True)
    document = models.ForeignKey("documents.Document", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("referat")
        verbose_name_plural = _("referater")


class Task(TenantModel):
    """Oppgave fra et møte: what, who, until when."""

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="tasks")
    meeting = models.ForeignKey(Meeting, null=True, on_delete=models.PROTECT, related_name="tasks")
    agenda_item = models.ForeignKey(AgendaItem, null=True, on_delete=models.PROTECT, related_name="tasks")
    title = models.CharField(_("hva"), max_length=300)
    responsible = models.ForeignKey(
        "plans.Participant", null=True, on_delete=models.PROTECT, related_name="tasks"
    )
    responsible_is_person = models.BooleanField(default=False)
    due_on = models.DateField(_("innen"), null=True, blank=True)
    state = models.CharField(
        max_length=5, default=states.TASK.initial,
        choices=[(key, str(text)) for key, text in states.TASK.states.items()],
    )  # fmt: skip
    done_on = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("oppgave")
        verbose_name_plural = _("oppgaver")


class TaskState(StateRow):
    """Oppgavens historie."""

    SUBJECT = "task__person_id"

    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="history")

    class Meta(StateRow.Meta):
        verbose_name = _("steg i oppgaven")
        verbose_name_plural = _("steg i oppgaven")
        triggers: ClassVar = protections()
