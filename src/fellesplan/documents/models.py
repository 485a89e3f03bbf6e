"""Stored documents.

The content lies in the database, so that a document and its case are saved together or not at all.
"""

import hashlib
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from fellesplan.access.append_only import AppendOnly, protections


class Document(AppendOnly):
    """Dokument i saken: written once, never changed (pasientjournalforskriften § 15: rettes bare ved
    tilføyelse).
    """

    class Kind(models.TextChoices):
        LETTER = "letter", _("Brev")
        ATTACHMENT = "attachment", _("Vedlegg")
        CONSENT = "consent", _("Samtykke")
        AUTHORISATION = "authorisation", _("Fullmakt")
        PLAN = "plan", _("Plan")
        MINUTES = "minutes", _("Referat")

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="documents")
    kind = models.CharField(_("type"), max_length=20, choices=Kind.choices)
    title = models.CharField(_("tittel"), max_length=200)
    media_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    by_name = models.CharField(_("av"), max_length=200, blank=True)

    class Meta(AppendOnly.Meta):
        verbose_name = _("dokument")
        verbose_name_plural = _("dokumenter")
        triggers: ClassVar = protections()


class DocumentContent(AppendOnly):
    """Innholdet i et dokument, apart from it so that lists never load it."""

    SUBJECT = "document__person_id"

    document = models.OneToOneField(Document, on_delete=models.PROTECT, related_name="content")
    data = models.BinaryField()

    class Meta(AppendOnly.Meta):
        verbose_name = _("dokumentinnhold")
        verbose_name_plural = _("dokumentinnhold")
        triggers: ClassVar = protections()


def store(*, person: Any, kind: str, title: str, media_type: str, data: bytes, by_name: str = "") -> Document:
    """Store a document and its content in the running transaction; returns the document."""
    document = Document.objects.create(
        municipality_id=person.municipality_id, person=person, kind=kind, title=title, media_type=media_type,
        size=len(data), sha256=hashlib.sha256(data).hexdigest(), by_name=by_name,
    )  # fmt: skip
    DocumentContent.objects.create(municipality_id=person.municipality_id, document=document, data=data)
    return document
