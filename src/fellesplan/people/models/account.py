from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import models
from django.utils.translation import gettext_lazy as _

from fellesplan.kernel.ids import new_id


class Account(AbstractBaseUser):
    """Innlogget bruker: someone who has proved who they are. What they may do follows from their rows per
    municipality.

    `subject` is the stable identifier from the identity provider (never a birth number). `number_index` is
    the
    fingerprint of the proven birth number: it makes the account one with the person of that number. Nobody is
    superuser.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    subject = models.CharField(_("identifikator"), max_length=200, unique=True)
    name = models.CharField(_("navn"), max_length=200)
    number_index = models.BinaryField(null=True, unique=True)
    language = models.CharField(_("språk"), max_length=2, blank=True)

    USERNAME_FIELD = "subject"
    objects: ClassVar[Any] = models.Manager()

    class Meta:
        verbose_name = _("innlogget bruker")
        verbose_name_plural = _("innloggede brukere")

    def __str__(self) -> str:
        return str(self.pk)
