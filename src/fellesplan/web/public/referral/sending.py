"""From a filled form to what the service takes, and to what is shown before sending."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from fellesplan.cases.data import ParentData, ReferralData, ReportedService
from fellesplan.cases.models import Referral, Right
from fellesplan.web.components import words
from fellesplan.web.components.glue import translate
from fellesplan.web.components.presenters import Answer
from fellesplan.web.components.typed import show_phone
from fellesplan.web.public.referral import choices as c
from fellesplan.web.public.referral.context import Asked
from fellesplan.web.public.referral.draft import Draft
from fellesplan.web.public.referral.forms import StepForm

Values = dict[str, Any]


def values_of(forms: Mapping[str, StepForm]) -> Values:
    """Return the cleaned answers of all steps together."""
    return {
        name: value for form in forms.values() if form.is_valid() for name, value in form.cleaned_data.items()
    }


def referral_data(draft: Draft, asked: Asked, values: Values, missing: tuple[str, ...] = ()) -> ReferralData:
    """Return the referral as the service takes it. `missing` names attachments that will come later."""
    own = asked.who == c.SELF
    full_name = f"{values['given_name']} {values['family_name']}".strip()
    return ReferralData(
        given_name=values["given_name"],
        family_name=values["family_name"],
        birth_date=values.get("birth_date"),
        due_date=None if values.get("birth_date") else values.get("due_date"),
        birth_number=values.get("birth_number", ""),
        phone=values["phone"] if own else values.get("person_phone", ""),
        interpreter=values.get("interpreter", ""),
        channel=Referral.Channel.WEB,
        reporter=values.get("workplace") or c.REPORTERS[asked.who],
        reporter_name=full_name if own else values["reporter_name"],
        reporter_organisation=values.get("organisation", ""),
        reporter_phone=values["phone"],
        reporter_email=values.get("email", ""),
        parents=_parents(asked, values),
        wants=tuple(right for right in values["wants"] if right in Right.values) or (_default_want(asked),),
        need=_need(values),
        services=_services(values),
        consent_obtained=c.CONSENT_OBTAINED[values["consent"]],
        wished_coordinator=values.get("wished_coordinator", ""),
        urgent=values.get("urgent", ""),
        extra=_extra(values, missing),
        reference=draft.reference,
    )


def _default_want(asked: Asked) -> str:
    """One who does not know yet is looked at for a coordinator, and a child for a child coordinator."""
    return Right.CHILD_COORDINATOR.value if asked.may_have_child_coordinator else Right.COORDINATOR.value


def _parents(asked: Asked, values: Values) -> tuple[ParentData, ...]:
    if asked.who != c.CHILD:
        return ()
    one = ParentData(name=values["reporter_name"], phone=values["phone"])
    other = values.get("other_parent", "")
    return (one, ParentData(name=other)) if other else (one,)


def _need(values: Values) -> str:
    chosen = words.listing([label.lower() for label in labels(c.DIFFICULTIES, values["difficulties"])])
    sentence = _("Vanskelig nå: %(what)s.") % {"what": chosen} if chosen else ""
    return "\n\n".join(part for part in (values["need"], sentence) if part)


def _services(values: Values) -> tuple[ReportedService, ...]:
    names = dict(c.SERVICES)
    known = [kind for kind in values["services"] if kind != c.NOBODY]
    return tuple(ReportedService(name=str(names[kind]), kind=kind) for kind in known)


def _extra(values: Values, missing: tuple[str, ...]) -> dict[str, Any]:
    told = {
        "difficulties": values["difficulties"],
        "service_names": values.get("names", ""),
        "consent_answer": values["consent"],
        "contact": values["contact"],
        "home_visit": values.get("home_visit"),
        "unsure": "unsure" in values["wants"],
        "missing_attachments": list(missing),
    }
    return {name: value for name, value in told.items() if value not in ("", None, [], False)}


def labels(choices: Any, chosen: list[str]) -> list[str]:
    """Return the words of the chosen answers."""
    names = dict(choices)
    return [str(names[one]) for one in chosen if one in names]


def summary(slug: str, asked: Asked, values: Values) -> tuple[Answer, ...]:
    """Return all answers to look over, each with the way back to its question."""
    rows = (
        (1, _("Du melder for"), dict(c.WHO)[asked.who]),
        (2, _("Det gjelder"), _who(values)),
        (2, _("Meldt av"), _reporter(asked, values)),
        (3, _("Vanskelig nå"), words.listing(labels(c.DIFFICULTIES, values["difficulties"]))),
        (3, _("Med egne ord"), values["need"]),
        (4, _("Hjelp i dag"), _help_today(values)),
        (5, _("Ønsker"), words.listing(labels(c.WANTS, values["wants"]))),
        (5, _("Ønsket koordinator"), values.get("wished_coordinator", "")),
        (6, _("Samtykke"), _consent(asked, values)),
        (7, _("Kontakt"), _contact(values)),
        (7, _("Haster"), values.get("urgent", "")),
    )
    return tuple(
        Answer(term, text or _("Ikke svart"), _step_url(slug, number))
        for number, term, text in rows
        if text or number in (3, 4)
    )


def _step_url(slug: str, number: int) -> str:
    return reverse("referral-step", kwargs={"tenant": slug, "step": number})


def _who(values: Values) -> str:
    name = f"{values['given_name']} {values['family_name']}".strip()
    if values.get("birth_date"):
        return _("%(name)s, født %(day)s") % {"name": name, "day": words.day(values["birth_date"], year=True)}
    return _("Barn med termin %(day)s, %(name)s") % {
        "name": name,
        "day": words.day(values["due_date"], year=True) if values.get("due_date") else "",
    }


def _reporter(asked: Asked, values: Values) -> str:
    parts = [values.get("reporter_name", ""), values.get("organisation", ""), show_phone(values["phone"])]
    return ", ".join(part for part in (*parts, values.get("email", "")) if part)


def _help_today(values: Values) -> str:
    chosen = words.listing(labels(c.SERVICES, values["services"]))
    return "\n".join(part for part in (chosen, values.get("names", "")) if part)


def _consent(asked: Asked, values: Values) -> str:
    answers = dict(asked.consents)
    return translate(answers[values["consent"]])


def _contact(values: Values) -> str:
    parts = [str(dict(c.CONTACT)[values["contact"]])]
    if values.get("interpreter"):
        parts.append(_("Tolk: %(language)s") % {"language": values["interpreter"]})
    if values.get("home_visit"):
        parts.append(_("Ønsker hjemmebesøk"))
    return ". ".join(parts)
