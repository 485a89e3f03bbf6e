from django.db import models
from django.utils.translation import gettext_lazy as _


class Right(models.TextChoices):
    """What can be asked for and decided, each on its own (pbrl §§ 2-5, 2-5 b, 2-5 c; hol §§ 7-1, 7-2, 7-2
    a).
    """

    PLAN = "plan", _("Individuell plan")
    COORDINATOR = "coordinator", _("Koordinator")
    CHILD_COORDINATOR = "child_coordinator", _("Barnekoordinator")
