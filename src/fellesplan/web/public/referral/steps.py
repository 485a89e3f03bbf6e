"""The questions in order, and how each is shown."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from fellesplan.kernel import clock
from fellesplan.people.models import Municipality
from fellesplan.procedures import loader
from fellesplan.web.components.typed import parse_date
from fellesplan.web.public.referral import choices as c
from fellesplan.web.public.referral import forms
from fellesplan.web.public.referral.context import Asked
from fellesplan.web.public.referral.draft import Draft


@dataclass(frozen=True)
class Step:
    """One question. `question` is the field whose label is the h1; else `headings` gives the h1 by who."""

    key: str
    form: type[forms.StepForm]
    question: str = ""
    headings: Mapping[str, str | Promise] | None = None
    fold: str = ""

    def heading(self, asked: Asked) -> str | Promise:
        return (self.headings or {}).get(asked.who, "") or (self.headings or {}).get("", "")


STEPS = (
    Step("who", forms.WhoForm, "who"),
    Step(
        "person",
        forms.PersonForm,
        headings={
            c.SELF: _("Hvem er du?"),
            c.CHILD: _("Hvem er barnet?"),
            "": _("Hvem gjelder det?"),
        },
    ),
    Step("need", forms.NeedForm, "difficulties"),
    Step("services", forms.ServicesForm, "services"),
    Step("wants", forms.WantsForm, "wants"),
    Step("consent", forms.ConsentForm, "consent", fold="consent"),
    Step("contact", forms.ContactForm, headings={"": _("Hvordan skal vi snakke med deg?")}),
)


def asked_of(draft: Draft, tenant: Municipality) -> Asked:
    """Return what the draft says so far about who it is and who reports."""
    today = clock.today()
    procedure = loader.load(tenant.profile, today)
    who = draft.first("who", "who")
    born = parse_date(draft.first("person", "birth_date"), today=today, past=True)
    name = draft.first("person", "given_name").strip()
    unborn = born is None and bool(draft.first("person", "due_date"))
    known = who if who in dict(c.WHO) else c.SELF
    return Asked(procedure, today, known, name, born, unborn)


def form_of(step: Step, draft: Draft, asked: Asked, data: QueryDict | None = None) -> forms.StepForm:
    """Return the step's form: bound to `data`, or showing what was typed before."""
    if data is not None:
        return step.form(data, asked=asked)
    return step.form(asked=asked, initial=_initial(step, draft))


def _initial(step: Step, draft: Draft) -> dict[str, Any]:
    many = {"difficulties", "services", "wants"}
    typed = draft.steps.get(step.key, {})
    return {name: texts if name in many else next(iter(texts), "") for name, texts in typed.items()}


def filled(draft: Draft, asked: Asked) -> dict[str, forms.StepForm]:
    """Return every step's form, bound to what was typed."""
    return {step.key: form_of(step, draft, asked, draft.typed(step.key)) for step in STEPS}


def first_unfinished(draft: Draft, asked: Asked) -> int | None:
    """Return the number of the first step that is not well answered, or None."""
    for number, step in enumerate(STEPS, start=1):
        if step.key not in draft.steps or not form_of(step, draft, asked, draft.typed(step.key)).is_valid():
            return number
    return None
