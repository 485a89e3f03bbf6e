from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from fellesplan.access.tenancy import TenantModel


class Draft(TenantModel):
    """Utkast: what somebody has typed in a form and not saved yet. Only the one who typed it reads it.

    One row for each page that was opened to write, so that two tabs or devices never write over each other.
    `seq` grows with each keystroke that is sent; what comes late, and is older, changes nothing.
    """

    class End(models.TextChoices):
        SAVED = "saved", _("Lagret")
        CONTINUED = "continued", _("Skrevet videre på")
        DISCARDED = "discarded", _("Forkastet")

    person = models.ForeignKey(
        "people.Person", verbose_name=_("hvem det handler om"), on_delete=models.PROTECT, related_name="+"
    )
    account = models.UUIDField(_("hvem som skriver"))
    key = models.CharField(_("skjema"), max_length=120)
    title = models.CharField(_("hva det er et utkast til"), max_length=200, blank=True)
    address = models.CharField(_("hvor skjemaet er"), max_length=300)
    content: ClassVar[models.JSONField] = models.JSONField(_("innhold"), default=dict)
    base = models.PositiveIntegerField(_("versjonen det begynte fra"), default=0)
    seq = models.BigIntegerField(default=0)
    continues = models.UUIDField(_("fortsetter utkastet"), null=True)
    began_at = models.DateTimeField(_("begynt"))
    updated_at = models.DateTimeField(_("sist skrevet"))
    ended_at = models.DateTimeField(_("ferdig"), null=True)
    ended_as = models.CharField(max_length=10, choices=End.choices, blank=True)

    class Meta:
        verbose_name = _("utkast")
        verbose_name_plural = _("utkast")
        indexes: ClassVar = [
            models.Index(fields=["municipality", "account", "key"], name="draft_of_account"),
            models.Index(fields=["ended_at"], name="draft_ended"),
        ]
