"""The decision as one form: each right by itself, and what the letter says for all of them."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from fellesplan.cases import legal
from fellesplan.cases.deciding import DRAFT_FIELDS, DecisionView, Part
from fellesplan.cases.models import Decision
from fellesplan.cases.services.decisions import Draft
from fellesplan.cases.versions import shown, version_of
from fellesplan.kernel import clock
from fellesplan.kernel.text import Text
from fellesplan.procedures.legal_basis import LegalBasis
from fellesplan.web.components import words
from fellesplan.web.components.forms import PageForm
from fellesplan.web.components.glue import Words, translate
from fellesplan.web.components.typed import parse_date
from fellesplan.web.office.drafts import DraftChoice, DraftDate, DraftSelect, DraftText, Mark
from fellesplan.web.office.merge import Field

OUTCOMES = (
    (Decision.Outcome.GRANTED, _("Innvilget")),
    (Decision.Outcome.PARTLY, _("Delvis")),
    (Decision.Outcome.REFUSED, _("Avslag")),
    (Decision.Outcome.DISMISSED, _("Avvist")),
    (Decision.Outcome.WITHDRAWN, _("Trukket")),
)


@dataclass(frozen=True)
class RightFields:
    """One right with its fields. `basis` is None when the right rests on one law only."""

    part: Part
    title: Text
    law: str
    outcome: BoundField
    reason: BoundField
    dissent: BoundField | None
    basis: BoundField | None


class DecisionForm(PageForm):
    """Built for one case: `found` is the decision as it stands."""

    def __init__(self, found: DecisionView, *args: Any, **kwargs: Any) -> None:
        self.found = found
        super().__init__(*args, **kwargs)
        for part in found.parts:
            self._right(part)
        self._letter()
        for field in self.fields.values():
            if not isinstance(field.widget, forms.RadioSelect | forms.HiddenInput):
                field.widget.attrs.setdefault("class", "ds-input")

    def _right(self, part: Part) -> None:
        name, draft = part.right, part.content
        self.fields[f"{name}-outcome"] = DraftChoice(
            label=_("Svar"), choices=OUTCOMES, initial=draft["outcome"], compact=True
        )
        self.fields[f"{name}-reason"] = DraftText(label=_("Hvorfor"), initial=draft["reason"], rows=4)
        self.fields[f"{name}-dissent"] = DraftText(
            label=_("Hvorfor svaret er et annet enn forslaget"), initial=draft["dissent"], rows=3,
            help_text=_("Står i saken, ikke i brevet."),
        )  # fmt: skip
        bases = [(str(basis), _paragraphs(basis)) for basis in part.bases]
        self.fields[f"{name}-legal_basis"] = DraftSelect(
            label=_("Etter hvilken lov"), choices=bases, initial=draft["legal_basis"] or bases[0][0]
        )
        self.fields[f"{name}-was"] = Mark(part.version)

    def _letter(self) -> None:
        texts = self.found.letter_texts
        if self.found.must_hear_child:
            self._text("child_weight", _("Hva det betydde for svaret"), 3)
        self._text("facts", _("Hva svaret bygger på"), 4)
        self._text("considerations", _("Hva dere har lagt vekt på"), 4)
        for name, label in (
            ("valid_from", _("Gjelder fra")),
            ("name_by", _("Navnet på koordinatoren kommer senest")),
        ):
            self.fields[f"letter-{name}"] = DraftDate(
                label=label, help_text=_("For eksempel 1.12.2026"), initial=texts[name] or None,
                earliest=self.found.found.on if name == "name_by" else None,
            )  # fmt: skip
        self.fields["letter-was"] = Mark(self.found.letter_version)
        self.fields["letter-shown"] = Mark(version_of(self._now()))

    def _text(self, name: str, label: Words, rows: int) -> None:
        written = self.found.letter_texts[name] or self.found.suggested.get(name, "")
        self.fields[f"letter-{name}"] = DraftText(label=label, initial=written, rows=rows)

    @property
    def rights(self) -> list[RightFields]:
        return [self._fields(part) for part in self.found.parts]

    def _fields(self, part: Part) -> RightFields:
        basis = self[f"{part.right}-legal_basis"]
        single = len(part.bases) == 1
        return RightFields(
            part=part,
            title=part.word,
            law=words.law(legal.paragraphs(part.bases[0])) if single else "",
            outcome=self[f"{part.right}-outcome"],
            reason=self[f"{part.right}-reason"],
            dissent=self[f"{part.right}-dissent"] if self._shows_dissent(part) else None,
            basis=None if single else basis,
        )

    def _shows_dissent(self, part: Part) -> bool:
        return part.departs or bool(part.content["dissent"])

    def drafts(self) -> tuple[Draft, ...]:
        """Return the drafts that were changed since the page was made; the form must be valid."""
        written = [self._draft(part) for part in self.found.parts]
        return tuple(draft for draft in written if draft is not None)

    def _draft(self, part: Part) -> Draft | None:
        values = {name: self.cleaned_data[f"{part.right}-{name}"] for name in DRAFT_FIELDS}
        draft = Draft(part.right, **values, version=self.cleaned_data[f"{part.right}-was"])
        untouched = part.draft is None and not any(values[name] for name in DRAFT_FIELDS[:3])
        return None if untouched or version_of(draft.content) == draft.version else draft

    def texts(self) -> dict[str, str | date | None] | None:
        """Return what was written for the letter as a whole; None when nothing was changed."""
        written = {name: self.cleaned_data[f"letter-{name}"] for name in self._now()}
        same = version_of(written) == self.cleaned_data["letter-shown"]
        return None if same else self._own(written)

    def _own(self, written: dict[str, Any]) -> dict[str, Any]:
        """Keep a suggestion that was left as it stood out of the draft, so that it follows the assessment."""
        suggested = self.found.suggested
        return {
            name: "" if name in suggested and shown(value) == shown(suggested[name]) else value
            for name, value in written.items()
        }

    def _now(self) -> dict[str, object]:
        """Return what the letter's fields were shown with."""
        texts = self.found.letter_texts
        return {
            name: texts[name] or self.found.suggested.get(name, "")
            for name in texts
            if f"letter-{name}" in self.fields
        }

    @property
    def marks(self) -> list[BoundField]:
        """Return the hidden fields that tell what the page was made from."""
        return [self[name] for name, field in self.fields.items() if isinstance(field, Mark)]

    @property
    def letter_fields(self) -> dict[str, BoundField]:
        """Return the letter's fields by name, for the template."""
        return {n.removeprefix("letter-"): self[n] for n in self.fields if n.startswith("letter-")}

    def _merge_field(self, part: Part, title: str, name: str) -> Field:
        field = self.fields[f"{part.right}-{name}"]
        return Field(f"{title}: {field.label}", _word, isinstance(field, DraftText))

    @property
    def merge_fields(self) -> dict[str, Field]:
        """Return what the merge page calls each field."""
        found = {
            name: Field(field.label or "", is_text=isinstance(field, DraftText), plain=_plain_date)
            for name, field in self.fields.items()
            if name.startswith("letter-") and not isinstance(field, Mark)
        }
        for part in self.found.parts:
            title = translate(part.word).capitalize()
            found |= {
                f"{part.right}-{name}": self._merge_field(part, title, name) for name in _shown_of(part)
            }
        return found


def _shown_of(part: Part) -> tuple[str, ...]:
    """Return the fields a right has on the page; a single basis is not chosen."""
    return DRAFT_FIELDS if len(part.bases) > 1 else DRAFT_FIELDS[:-1]


def _word(value: str) -> Words:
    """Return an outcome or a basis in words."""
    named: dict[str, Words] = {str(outcome): word for outcome, word in OUTCOMES}
    named |= {str(basis): _paragraphs(basis) for bases in legal.BASES.values() for basis in bases}
    return named.get(value, value)


def _paragraphs(basis: LegalBasis) -> str:
    text = words.law(legal.paragraphs(basis))
    return text[:1].upper() + text[1:]


def _plain_date(value: str) -> str:
    """Return a typed date as it is stored; any other text as it is."""
    day = parse_date(value, today=clock.today()) if len(value) < 20 else None
    return day.isoformat() if day else value
