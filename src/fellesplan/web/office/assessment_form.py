"""The assessment as one form: questions, services and views."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from fellesplan.cases.assessing import (
    NO,
    YES,
    AssessmentView,
    Item,
    ServiceRow,
    services_content,
)
from fellesplan.cases.service_kinds import KINDS
from fellesplan.cases.services.assessment import Answer, Changes
from fellesplan.cases.versions import shown, version_of
from fellesplan.web.components.forms import PageForm
from fellesplan.web.components.glue import Words, translate
from fellesplan.web.office.drafts import DraftChoice, DraftLine, DraftSelect, DraftText, Mark
from fellesplan.web.office.merge import Field

ANSWERS = ((YES, _("Ja")), (NO, _("Nei")))
SERVICE_FIELDS = ("name", "kind", "provider")
MOST_SERVICES = 60
_TEXTS = {
    "child_view": (_("Hva barnet mener"), _("Med barnets egne ord, og når dere snakket sammen.")),
    "person_view": (_("Hva familien eller personen selv mener"), ""),
    "longterm": (_("Hvor lenge behovet vil vare"), ""),
}


@dataclass(frozen=True)
class Question:
    """A question with its fields."""

    item: Item
    answer: BoundField
    reason: BoundField
    source: BoundField


class AssessmentForm(PageForm):
    """Built for one case: `found` as it stands now, `spare` empty service rows."""

    def __init__(self, found: AssessmentView, *args: Any, spare: int = 1, **kwargs: Any) -> None:
        self.found = found
        super().__init__(*args, **kwargs)
        for item in found.items:
            self._ask(item)
        posted = [name for name in self.data if name.startswith("service-") and name.endswith("-name")]
        self.rows = min(max(len(found.services) + spare, len(posted)), MOST_SERVICES)
        for number in range(self.rows):
            self._service(number, found.services[number] if number < len(found.services) else None)
        self.fields["services-was"] = Mark(found.services_version)
        for name, (label, hint) in _TEXTS.items():
            if name != "child_view" or self.is_child:
                self.fields[f"texts-{name}"] = DraftText(
                    label=label, help_text=hint, initial=found.texts[name], rows=3
                )
        self.fields["texts-was"] = Mark(version_of(self._now()))
        self._dress()

    @property
    def is_child(self) -> bool:
        age = self.found.case.person.age(self.found.on)
        return age is None or age < 18

    def _dress(self) -> None:
        for field in self.fields.values():
            if not isinstance(field.widget, forms.RadioSelect | forms.HiddenInput):
                field.widget.attrs.setdefault("class", "ds-input")

    def _ask(self, item: Item) -> None:
        question, hint = translate(item.criterion.question), translate(item.criterion.help)
        if item.is_number:
            answer: forms.Field = DraftLine(label=question, help_text=hint, initial=item.answer, max_length=3)
            answer.widget.attrs.update({"inputmode": "numeric", "data-short": ""})
        else:
            answer = DraftChoice(
                label=question, help_text=hint, initial=item.answer, choices=ANSWERS, compact=True
            )
        self.fields[f"{item.key}-answer"] = answer
        self.fields[f"{item.key}-reason"] = DraftText(label=_("Begrunnelse"), initial=item.reason, rows=2)
        self.fields[f"{item.key}-source"] = DraftLine(
            label=_("Hvor vet du det fra?"), initial=item.source, max_length=200
        )
        self.fields[f"{item.key}-was"] = Mark(item.version)

    def _service(self, number: int, row: ServiceRow | None) -> None:
        kinds = [("", _("Velg")), *((key, translate(label)) for key, (label, _sector) in KINDS.items())]
        self.fields[f"service-{number}-name"] = DraftLine(
            label=_("Tjeneste"), initial=row.name if row else "", max_length=200
        )
        self.fields[f"service-{number}-kind"] = DraftSelect(
            label=_("Type"), choices=kinds, initial=row.kind if row else ""
        )
        self.fields[f"service-{number}-provider"] = DraftLine(
            label=_("Hvem gir den?"), initial=row.provider if row else "", max_length=200
        )
        remove = forms.BooleanField(label=_("Ta bort"), required=False)
        remove.widget.attrs["class"] = "ds-input"
        self.fields[f"service-{number}-remove"] = remove

    @property
    def decisive(self) -> list[Question]:
        return [self._question(item) for item in self.found.decisive]

    @property
    def advisory(self) -> list[Question]:
        return [self._question(item) for item in self.found.advisory]

    def _question(self, item: Item) -> Question:
        return Question(item, *(self[f"{item.key}-{name}"] for name in ("answer", "reason", "source")))

    @property
    def service_rows(self) -> list[list[BoundField]]:
        """Return the fields of each service row; the last is the box that takes it away."""
        parts = (*SERVICE_FIELDS, "remove")
        return [[self[f"service-{number}-{part}"] for part in parts] for number in range(self.rows)]

    @property
    def marks(self) -> list[BoundField]:
        """Return the hidden fields that tell what the page was made from."""
        return [self[name] for name, field in self.fields.items() if isinstance(field, Mark)]

    @property
    def texts(self) -> list[BoundField]:
        return [self[f"texts-{name}"] for name in _TEXTS if f"texts-{name}" in self.fields]

    def changes(self) -> Changes:
        """Return what was changed since the page was made; the form must be valid."""
        services, texts = self.services(), self._written()
        changed = self._changed("services", services_content(services))
        return Changes(
            answers=tuple(self._answers()),
            services=services if changed else None,
            services_version=self.cleaned_data["services-was"],
            texts=texts if self._changed("texts", texts) else None,
            texts_version=self.cleaned_data["texts-was"],
        )

    def services(self) -> tuple[ServiceRow, ...]:
        """Return the services as written; those that are stored when the merge page chose them."""
        now = services_content(self.found.services)
        if self.data.get("services-services") == shown(now["services"]):
            return self.found.services
        rows = [self._row(number) for number in range(self.rows)]
        return tuple(row for row in rows if row)

    def _row(self, number: int) -> ServiceRow | None:
        values = [self.cleaned_data[f"service-{number}-{part}"] for part in SERVICE_FIELDS]
        gone = self.cleaned_data[f"service-{number}-remove"] or not values[0].strip()
        return None if gone else ServiceRow(values[0].strip(), values[1] or "annet", values[2].strip())

    def _answers(self) -> Iterator[Answer]:
        for item in self.found.items:
            values = [
                self.cleaned_data[f"{item.key}-{part}"] for part in ("answer", "reason", "source", "was")
            ]
            given = Answer(item.key, *values)
            if version_of(given.content) != given.version:
                yield given

    def _changed(self, part: str, content: dict[str, str]) -> bool:
        return version_of(content) != str(self.cleaned_data[f"{part}-was"])

    def _written(self) -> dict[str, str]:
        return {name: self.cleaned_data[f"texts-{name}"] for name in self._now()}

    def _now(self) -> dict[str, str]:
        return {name: text for name, text in self.found.texts.items() if f"texts-{name}" in self.fields}

    @property
    def merge_fields(self) -> dict[str, Field]:
        """Return what the merge page calls each field."""
        found = {f"texts-{name}": Field(label) for name, (label, _hint) in _TEXTS.items()}
        found["services-services"] = Field(_("Tjenester"), is_text=False)
        for item in self.found.items:
            question = translate(item.criterion.question)
            found[f"{item.key}-answer"] = Field(question, _yes_or_no, is_text=False)
            found[f"{item.key}-reason"] = Field(f"{question} {_('Begrunnelse')}")
            found[f"{item.key}-source"] = Field(f"{question} {_('Hvor vet du det fra?')}")
        return found


def _yes_or_no(value: str) -> Words:
    return dict(ANSWERS).get(value, value)
