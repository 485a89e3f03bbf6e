from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from fellesplan.access.append_only import StateRow, protections


class PersonState(StateRow):
    """Det som er hendt med en innbygger: protection, number, birth, death and merging, each with its
    reason in `note`.
    """

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="history")

    class Meta(StateRow.Meta):
        verbose_name = _("hendelse om en innbygger")
        verbose_name_plural = _("hendelser om innbyggere")
        triggers: ClassVar = protections()
