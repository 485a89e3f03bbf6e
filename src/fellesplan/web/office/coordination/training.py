"""How a coordinator's training stands, as a tag and a line."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __

from fellesplan.coordinators.models import CoordinatorProfile
from fellesplan.coordinators.overview import training_due
from fellesplan.procedures.loader import Procedure
from fellesplan.web.components import words
from fellesplan.web.components.presenters import Tag


@dataclass(frozen=True)
class Training:
    """`tag` says where it stands, `text` since when or until when."""

    tag: Tag
    text: str = ""


def training(profile: CoordinatorProfile, procedure: Procedure, today: date) -> Training:
    """Return how the training stands on a day; the limit is the municipality's own."""
    if profile.trained_on:
        return Training(Tag("success", __("Fullført")), _since(profile.trained_on))
    due = training_due(profile, procedure)
    if due and due.is_past(today):
        text = _("Skulle ha vært gitt %(day)s") % {"day": words.day(due.date)}
        return Training(Tag("danger", __("Over fristen")), text)
    if due:
        text = _("Frist %(day)s") % {"day": words.day(due.date)}
        return Training(Tag("warning", __("Opplæring mangler")), text)
    if profile.training_reported_on:
        text = _("Behovet ble meldt %(day)s") % {"day": words.day(profile.training_reported_on)}
        return Training(Tag("warning", __("Opplæring mangler")), text)
    return Training(Tag("neutral", __("Ikke begynt")))


def _since(day: date) -> str:
    return f"{words.month(day)} {day.year}"
