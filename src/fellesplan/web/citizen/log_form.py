"""The question about one who has looked."""

from django import forms
from django.utils.translation import gettext_lazy as _

from fellesplan.access.models import LogQuestion
from fellesplan.access.questions import LONGEST
from fellesplan.web.components.forms import ChoiceField, PageForm, TextField


class LogQuestionForm(PageForm):
    """What one wonders about, and more if one wants."""

    about = ChoiceField(
        compact=True,
        label=_("Hva lurer du på?"),
        choices=LogQuestion.About.choices,
        error_messages={
            "required": _("Velg hva du lurer på"),
            "invalid_choice": _("Velg hva du lurer på"),
        },
    )
    text: forms.Field = TextField(
        label=_("Vil du skrive noe mer?"), required=False, rows=2, max_length=LONGEST
    )
