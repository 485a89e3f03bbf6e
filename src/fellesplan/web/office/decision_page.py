"""What the decision page shows beside the form: what remains, in which languages, and who approves."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from fellesplan.cases import rights
from fellesplan.cases.deciding import DecisionView, Remark
from fellesplan.kernel.text import Text
from fellesplan.web.components.glue import Words
from fellesplan.web.components.presenters import Action
from fellesplan.web.office.decision_form import DecisionForm
from fellesplan.web.page import PageRequest

LANGUAGE_NAMES = {"nb": _("bokmål"), "nn": _("nynorsk"), "en": _("engelsk")}


@dataclass(frozen=True)
class Check:
    """A line of the list before the letter can go: what, where to put it right, why, and how it stands."""

    text: Words
    url: str = ""
    why: Words = ""
    state: str = "stop"


def context_of(request: PageRequest, found: DecisionView, form: DecisionForm | None) -> dict[str, Any]:
    """Return the template context of the decision page."""
    case = found.case
    here = reverse("case-decision", args=[request.tenant.slug, case.pk])
    return {
        "decision": found,
        "case": case,
        "form": form,
        "letter": found.sent.content if found.sent else found.letter,
        "checks": checks(request, found),
        "languages": _languages(found, here),
        "addable": [
            Action(_add(word), f"{here}?ogsa={right}#{right}", kind="link")
            for right, word in rights.WORDS.items()
            if right not in found.found.rights
        ],
        "assessment": found.found,
        "sent_copies": found.sent.copies.order_by("at", "id") if found.sent else (),
    }


def checks(request: PageRequest, found: DecisionView) -> list[Check]:
    """Return what remains, then what is in order."""
    case = found.case
    assessment = reverse("case-assessment", args=[request.tenant.slug, case.pk])
    lines = [_check(remark, assessment) for remark in found.remarks]
    if found.letter and found.letter.complaint:
        lines.append(Check(_("Klagefrist, klageinstans og rett til innsyn står i brevet"), state="done"))
    if found.letter:
        language = LANGUAGE_NAMES[found.language]
        text = gettext("Brevet går til %(names)s, på %(language)s")
        lines.append(Check(text % {"names": _names(found), "language": language}, state="done"))
    if not found.found.unreasoned and found.found.decisive:
        lines.append(Check(_("Alle vilkår er begrunnet"), state="done"))
    return lines


def _check(remark: Remark, assessment: str) -> Check:
    field = remark.field
    if field.startswith("assessment"):
        url = f"{assessment}#mening" if field == "assessment-child" else assessment
    else:
        url = f"#id_{field}_0" if field.endswith("-outcome") else f"#id_{field}" if field else ""
    return Check(remark.text, url, remark.why or "", "stop" if remark.stops else "hint")


def _names(found: DecisionView) -> str:
    return f" {gettext('og')} ".join(found.recipients)


def _languages(found: DecisionView, here: str) -> list[Action]:
    """Return links that show the letter in the other languages."""
    return [
        Action(_show(name), f"{here}?sprak={language}#brev-h", kind="link")
        for language, name in LANGUAGE_NAMES.items()
        if language != found.language
    ]


def _show(language: Words) -> str:
    return gettext("Vis på %(language)s") % {"language": language}


def _add(right: Text) -> str:
    return gettext("Avgjør også %(right)s") % {"right": right.render(gettext)}
