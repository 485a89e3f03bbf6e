"""Forms of a complaint, as the office fills them in."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fellesplan.cases.models import Complaint
from fellesplan.cases.services.complaints_answers import RESULTS
from fellesplan.documents.uploads import Upload
from fellesplan.web.components.forms import (
    ChoiceField,
    DateField,
    MultipleChoiceField,
    PageForm,
    TextField,
    YesNoField,
)
from fellesplan.web.components.glue import translate
from fellesplan.web.office.drafts import DraftChoice, DraftText, Mark
from fellesplan.web.uploads import UploadField, UploadsField

_CHANNEL, _CAPACITY = Complaint.Channel, Complaint.Capacity
_TICK = {"class": "ds-input"}
_LONG = 20_000


class RegisterForm(PageForm):
    """En klage på papir, eller en som fortelles."""

    decisions = MultipleChoiceField(label=_("Hvilket svar gjelder klagen?"))
    channel = ChoiceField(
        label=_("Hvordan kom klagen?"),
        choices=[(str(one.value), one.label) for one in _CHANNEL if one != _CHANNEL.PORTAL],
        hints={_CHANNEL.ORAL.value: _("Skriv den sammen med klageren. Den skal underskrives etterpå.")},
    )
    arrived_on = DateField(label=_("Hvilken dag kom den fram?"), help_text=_("For eksempel 3.12.2026"))
    handed_over = DateField(
        label=_("Hvilken dag ble den postet eller levert?"), required=False,
        help_text=_("Se poststempelet. Det er nok at klagen er sendt i tide."),
    )  # fmt: skip
    name = forms.CharField(label=_("Hvem klager?"), max_length=200)
    capacity = ChoiceField(label=_("Hvem er det?"), choices=_CAPACITY.choices)
    works_in_field = YesNoField(
        label=_("Arbeider fullmektigen i kommunen på dette området?"), required=False,
        help_text=_("Fyll ut når en fullmektig klager. En ansatt på området kan ikke være fullmektig."),
    )  # fmt: skip
    mandate = UploadField(label=_("Skriftlig fullmakt"), kind="authorisation", required=False)
    mandate_missing = forms.BooleanField(
        label=_("Fullmakten mangler"), required=False, widget=forms.CheckboxInput(attrs=_TICK),
        help_text=_("Klagen registreres likevel. Be om fullmakten etterpå."),
    )  # fmt: skip
    address = TextField(
        label=_("Adressen til fullmektigen eller advokaten"), required=False, rows=2, max_length=300
    )
    wants = TextField(label=_("Hva vil klageren ha endret?"), rows=4, max_length=_LONG)
    why = TextField(label=_("Hvorfor?"), required=False, rows=5, max_length=_LONG)
    late_reason = TextField(
        label=_("Hvorfor kommer klagen nå?"), required=False, rows=3, max_length=_LONG,
        help_text=_("Fyll ut når fristen er ute."),
    )  # fmt: skip
    signed = YesNoField(
        label=_("Er klagen underskrevet?"), error_messages={"required": _("Svar på om den er underskrevet")}
    )
    papers = UploadsField(label=_("Klagen og vedlegg, skannet"), kind="attachment", required=False)
    reference = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, decisions: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen: Any = self.fields["decisions"]
        chosen.choices = decisions

    def clean(self) -> dict[str, Any]:
        """A complaint on paper is kept as it was: the scan belongs to it."""
        data = self.cleaned_data
        on_paper = data.get("channel") in (_CHANNEL.POST, _CHANNEL.IN_PERSON)
        if on_paper and "papers" in data and not data["papers"]:
            self.add_error("papers", _("Legg ved den skannede klagen"))
        return data


class PostedForm(PageForm):
    """When the complaint was posted or handed in."""

    handed_over = DateField(
        label=_("Hvilken dag ble klagen postet eller levert?"),
        help_text=_("Se poststempelet eller spør klageren. Det er nok at klagen er sendt i tide."),
    )


class LateForm(PageForm):
    """Why a late complaint is taken up (fvl § 31)."""

    ground = ChoiceField(label=_("Hvorfor tas klagen opp?"), choices=Complaint.LateGround.choices)
    note = TextField(
        label=_("Forklar"), rows=4, max_length=_LONG,
        help_text=_("Ta også med om en endring kan være til skade for andre."),
    )  # fmt: skip


class CompletionForm(PageForm):
    """What the complaint lacks, and until when."""

    what = TextField(label=_("Hva mangler?"), rows=4, max_length=_LONG)
    by = DateField(label=_("Når må det være hos dere?"), help_text=_("Fristen skal være kort, men rimelig."))


class CompleteForm(PageForm):
    """What the complainant has sent afterwards."""

    text = TextField(label=_("Hva har klageren sendt eller sagt?"), required=False, rows=4, max_length=_LONG)
    signed_on = DateField(label=_("Hvilken dag ble klagen underskrevet?"), required=False)
    mandate = UploadField(label=_("Skriftlig fullmakt"), kind="authorisation", required=False)
    papers = UploadsField(label=_("Andre papirer"), kind="attachment", required=False)

    @property
    def uploads(self) -> list[Upload]:
        mandate = self.cleaned_data.get("mandate")
        return [*([mandate] if mandate else []), *self.cleaned_data.get("papers", [])]


class AssessForm(PageForm):
    """What the municipality thinks of the complaint. It can be saved half written.

    `theirs` is what somebody else saved meanwhile, `theirs_by` who.
    """

    theirs: str = ""
    theirs_by: str = ""

    planned = DraftChoice(label=_("Hva skal skje med klagen?"), choices=Complaint.Course.choices)
    statement = DraftText(label=_("Det dere skriver"), rows=12, max_length=_LONG)

    def __init__(self, *args: Any, row: Complaint, courses: Sequence[str], **kwargs: Any) -> None:
        first = {"planned": row.planned, "statement": row.statement}
        kwargs["initial"] = first | kwargs.get("initial", {})
        super().__init__(*args, **kwargs)
        known: Any = self.fields["planned"]
        known.choices = [(key, label) for key, label in Complaint.Course.choices if key in courses]
        self.fields["statement"].help_text = _(
            "Skriv hva dere har undersøkt, og hva dere mener om det klageren sier. Parten får hele teksten."
        )
        self.fields["version"] = Mark(str(row.version))


class AnswerForm(PageForm):
    """What the complaint body has decided."""

    result = ChoiceField(label=_("Hva har klageinstansen bestemt?"))
    answered_on = DateField(label=_("Datoen på svaret"))
    text = TextField(label=_("Kort om svaret"), rows=6, max_length=_LONG)
    scan = UploadField(label=_("Svaret, skannet"), kind="attachment", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known: Any = self.fields["result"]
        known.choices = [(key, translate(text)) for key, text in RESULTS.items()]


class WithdrawForm(PageForm):
    """Who has withdrawn the complaint, and how."""

    note = TextField(
        label=_("Hvordan ble klagen trukket?"), rows=3, max_length=_LONG,
        help_text=_("For eksempel «Mor ringte 8. desember»."),
    )  # fmt: skip


class AppealForm(PageForm):
    """A complaint over the dismissal."""

    arrived = DateField(label=_("Hvilken dag kom den fram?"))
    text = TextField(label=_("Hva går klagen ut på?"), rows=4, max_length=_LONG)
