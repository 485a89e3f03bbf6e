from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from fellesplan.access.append_only import AppendOnly, protections


class JournalEntry(AppendOnly):
    """Journalpost (arkivforskrifta §§ 14-15): unique readable number, title, parties, dates, secrecy."""

    SUBJECT = "case__person_id"

    class Direction(models.TextChoices):
        IN = "in", _("Inn")
        OUT = "out", _("Ut")
        NOTE = "note", _("Notat")

    case = models.ForeignKey("cases.Case", on_delete=models.PROTECT, related_name="journal")
    number = models.CharField(_("journalnummer"), max_length=30)
    direction = models.CharField(max_length=5, choices=Direction.choices)
    title = models.CharField(_("tittel"), max_length=200)
    public_title = models.CharField(_("offentlig tittel"), max_length=200)
    counterpart = models.CharField(_("avsender eller mottaker"), max_length=200, blank=True)
    text = models.TextField(_("notat"), blank=True)
    author = models.CharField(_("skrevet av"), max_length=200, blank=True)
    dated = models.DateField(_("dato"))
    document = models.ForeignKey("documents.Document", null=True, on_delete=models.PROTECT, related_name="+")
    corrects = models.ForeignKey(
        "self", verbose_name=_("retter"), null=True, on_delete=models.PROTECT, related_name="corrections"
    )

    class Meta(AppendOnly.Meta):
        verbose_name = _("journalpost")
        verbose_name_plural = _("journalposter")
        triggers: ClassVar = protections()
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["municipality", "number"], name="journal_number_once"),
        ]
