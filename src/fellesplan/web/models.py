"""What the public pages remember for themselves."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from fellesplan.access.tenancy import TenantModel


class PublicPost(TenantModel):
    """Innsending fra en åpen side: a fingerprint of the sender, kept for an hour."""

    sender = models.BinaryField(_("fingeravtrykk"))
    kind = models.CharField(max_length=10)
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("innsending fra åpen side")
        verbose_name_plural = _("innsendinger fra åpne sider")
        indexes: ClassVar = [models.Index(fields=["municipality", "sender", "at"], name="public_post_sender")]
