from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from fellesplan.access.tenancy import TenantModel
from fellesplan.people.models.person import Person


class PersonNumber(TenantModel):
    """Tidligere nummer: a d-nummer or fødselsnummer the person has had, so that they are found by it still
    (one who gets a fødselsnummer does not keep the d-nummer).
    """

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="numbers")
    kind = models.CharField(max_length=5, choices=Person.NumberKind.choices)
    encrypted = models.BinaryField()
    index = models.BinaryField()

    class Meta:
        verbose_name = _("tidligere nummer")
        verbose_name_plural = _("tidligere numre")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["municipality", "index"], name="earlier_number_once")
        ]
