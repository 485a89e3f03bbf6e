"""The box that says what is next with a plan, and leads to where it is done."""

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from fellesplan.plans.models import Plan
from fellesplan.plans.view import NextThing, PlanView
from fellesplan.web.components import words
from fellesplan.web.components.presenters import Action, Fact, NextStep

LABELS = {
    "report": _("Skriv hva som skjer"),
    "goal": _("Skriv et mål"),
    "consent": _("Se hvem som ser planen"),
    "leaver": _("Se hvem som er med"),
    "review": _("Gå gjennom deltakerne"),
    "evaluate": _("Evaluer planen"),
    "ask_yes": _("Åpne planen som PDF"),
    "fill": _("Se hva som mangler"),
}
_PAGES = {
    "goal": "goal-new",
    "consent": "participants",
    "leaver": "participants",
    "review": "access-review",
    "evaluate": "evaluation",
    "ask_yes": "plan-pdf",
}


def next_step(view: PlanView, slug: str) -> NextStep | None:
    """Return the box; None when the view has nothing to say."""
    thing = view.next
    if thing is None:
        return None
    if thing.is_wait:
        return NextStep(thing.title, text=thing.why, kind="wait")
    return NextStep(thing.title, facts=_facts(thing), action=_action(thing, view, slug))


def _facts(thing: NextThing) -> tuple[Fact, ...]:
    facts = [Fact(_("Hvem"), _("Deg"))]
    if thing.due:
        due = f"{words.weekday_and_day(thing.due)}, {words.distance(thing.due)}"
        facts.append(Fact(_("Frist"), due[:1].upper() + due[1:]))
    return (*facts, Fact(_("Hvorfor"), thing.why))


def _action(thing: NextThing, view: PlanView, slug: str) -> Action | None:
    label = LABELS.get(thing.kind)
    if label is None:
        return None
    if thing.kind == "fill":
        return Action(label, "#sjekkliste")
    if thing.kind == "report":
        return Action(label, reverse("measure-report", kwargs={"tenant": slug, "measure": thing.subject}))
    return Action(label, reverse(_PAGES[thing.kind], kwargs={"tenant": slug, "plan": view.id}))


def title(view: PlanView) -> str:
    """Return what the page is called: a plan, or what is used instead of one."""
    if view.tool == Plan.Tool.RESPONSIBILITY_GROUP:
        return gettext("Samarbeidet rundt %(name)s") % {"name": view.first_name}
    if view.tool == Plan.Tool.SERVICE_OVERVIEW:
        return gettext("Tjenestene til %(name)s") % {"name": view.first_name}
    return gettext("Planen til %(name)s") % {"name": view.first_name}


def lead(view: PlanView) -> str:
    """Return where the plan stands, in a sentence or two."""
    if view.rights.emergency:
        return gettext("Du leser planen med nødtilgang. %(name)s får vite det.") % {"name": view.first_name}
    if not view.rights.follows:
        return gettext("Du ser det %(name)s har samtykket til at du ser.") % {"name": view.first_name}
    if view.tool == Plan.Tool.RESPONSIBILITY_GROUP:
        return gettext("Dere møtes og skriver referat. Det lages ikke noe eget plandokument.")
    if view.tool == Plan.Tool.SERVICE_OVERVIEW:
        return gettext("Hvem %(name)s kan ringe, og hva de har ansvar for.") % {"name": view.first_name}
    if view.approval is None:
        return gettext("Planen er under arbeid og ikke godkjent ennå.")
    told = {"name": view.approval.by_name, "day": words.day(view.approval.at)}
    said = gettext("%(name)s godkjente planen %(day)s.") % told
    if view.state == "approved":
        return said
    return f"{said} {gettext('Etter det er den endret, så den må godkjennes på nytt.')}"
