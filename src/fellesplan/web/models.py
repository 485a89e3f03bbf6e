"""What the public pages remember for themselves."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from fellesplan.access.tenancy import TenantModel


class ReferralDraft(TenantModel):
    """Kladd til en melding: encrypted, found only by a code that the writer has and we do not keep."""

    code = models.BinaryField(_("fingeravtrykk av koden"))
    content = models.BinaryField(_("innhold, kryptert"))
    saved_at = models.DateTimeField(_("lagret"))
    expires_at = models.DateTimeField(_("slettes"))

    class Meta:
        verbose_name = _("kladd til en melding")
        verbose_name_plural = _("kladder til meldinger")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["municipality", "code"], name="referral_draft_code_once"),
        ]
        indexes: ClassVar = [models.Index(fields=["municipality", "expires_at"], name="referral_draft_old")]


class PublicPost(TenantModel):
    """Innsending fra en åpen side: a fingerprint of the sender, kept for an hour."""

    sender = models.BinaryField(_("fingeravtrykk"))
    kind = models.CharField(max_length=10)
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("innsending fra åpen side")
        verbose_name_plural = _("innsendinger fra åpne sider")
        indexes: ClassVar = [models.Index(fields=["municipality", "sender", "at"], name="public_post_sender")]
