"""Har jeg rett? Six questions in plain words, and a referral that begins with the answers."""

from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __
from django.views.decorators.http import require_http_methods

from fellesplan.cases.facts import procedure_of
from fellesplan.cases.rules.guide import Guidance, GuideAnswers, guidance
from fellesplan.kernel import clock
from fellesplan.web.components.forms import ChoiceField, PageForm
from fellesplan.web.page import PageRequest, page
from fellesplan.web.public.referral import choices as c
from fellesplan.web.public.referral import draft as drafts

YES, NO, UNKNOWN = "yes", "no", "unknown"
ANSWERS = ((YES, __("Ja")), (NO, __("Nei")), (UNKNOWN, __("Vet ikke")))
_TYPED = {YES: True, NO: False, UNKNOWN: None}
WHO = (
    (c.SELF, __("Meg selv")),
    (c.CHILD, __("Et barn, født eller ventet")),
    (c.OTHER, __("En annen voksen")),
)


def _question(label: Any, help_text: Any) -> ChoiceField:
    return ChoiceField(label=label, help_text=help_text, choices=ANSWERS, compact=True, initial=UNKNOWN)


class GuideForm(PageForm):
    """Seks spørsmål. «Vet ikke» is chosen until one answers."""

    who = ChoiceField(
        label=__("Hvem gjelder det?"), choices=WHO,
        error_messages={"required": __("Velg hvem det gjelder")},
    )  # fmt: skip
    long_term = _question(
        __("Trengs det hjelp over lengre tid?"),
        __("Det finnes ingen grense i måneder. Behovet kan komme og gå."),
    )
    coordinated = _question(
        __("Må de som hjelper, samarbeide?"), __("For eksempel fordi dere må si det samme til mange.")
    )
    health_care = _question(
        __("Trengs det helse- eller omsorgstjenester?"),
        __("For eksempel fastlege, helsestasjon, fysioterapi, hjemmesykepleie eller avlastning."),
    )
    other_welfare = _question(
        __("Trengs det også hjelp fra andre?"),
        __("For eksempel barnehage, skole, NAV, barnevern eller bolig."),
    )
    serious_condition = _question(
        __("Gjelder det et barn med alvorlig sykdom, skade eller nedsatt funksjonsevne?"),
        __("Svar ja også hvis barnet ikke er født ennå. Barnet trenger ikke å ha en diagnose."),
    )

    @property
    def answers(self) -> GuideAnswers:
        told = {name: _TYPED.get(self.cleaned_data.get(name) or UNKNOWN) for name in _ASKED}
        return GuideAnswers(for_child=self.cleaned_data["who"] == c.CHILD, **told)


_ASKED = ("long_term", "coordinated", "health_care", "other_welfare", "serious_condition")


@require_http_methods(["GET", "HEAD", "POST"])
@page(public=True)
def guide(request: PageRequest) -> HttpResponse:
    """Ask; POST shows what the answers point to, or begins a referral with them. Nothing is stored before."""
    form = GuideForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return render(request, "public/guide.html", {"form": form})
    today = clock.today()
    found = guidance(procedure_of(request.tenant, today), form.answers, today)
    if "report" in request.POST:
        return _begin(request, form, found)
    names = dict(c.WANTS)
    context = {
        "likely": [names[right.value] for right in found.likely],
        "open": [names[right.value] for right in found.open],
        "typed": [(name, form.cleaned_data[name] or UNKNOWN) for name in ("who", *_ASKED)],
    }
    return render(request, "public/guide_result.html", context)


def _begin(request: PageRequest, form: GuideForm, found: Guidance) -> HttpResponse:
    """Fill in what the answers tell; what has been written in the draft already stays as it is."""
    draft = drafts.load(request.session, request.tenant) or drafts.Draft()
    for step, typed in _steps(form, found).items():
        draft.steps.setdefault(step, typed)
    drafts.save(request.session, request.tenant, draft)
    return HttpResponseRedirect(reverse("referral-step", kwargs={"tenant": request.tenant.slug, "step": 1}))


def _steps(form: GuideForm, found: Guidance) -> dict[str, drafts.Typed]:
    answers = form.answers
    told = (
        (answers.long_term, _("Det trengs hjelp over lengre tid.")),
        (answers.coordinated, _("De som hjelper, må samarbeide.")),
        (answers.serious_condition, _("Barnet har alvorlig sykdom, skade eller nedsatt funksjonsevne.")),
    )
    difficult = (
        (answers.health_care, "health"), (answers.coordinated, "cooperation"),
    )  # fmt: skip
    wants = [right.value for right in (*found.likely, *found.open)] or ["unsure"]
    return {
        "who": {"who": [form.cleaned_data["who"]]},
        "need": {
            "difficulties": [name for yes, name in difficult if yes],
            "need": [" ".join(text for yes, text in told if yes)],
        },
        "wants": {"wants": wants},
    }
