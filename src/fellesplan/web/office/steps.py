"""A next step as the office reads it."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fellesplan.access.actor import Actor
from fellesplan.cases.models import Case
from fellesplan.cases.rules import Actor as Who
from fellesplan.cases.rules import NextStep as Rule
from fellesplan.kernel import clock
from fellesplan.kernel.text import Text
from fellesplan.procedures.references import spelled_out
from fellesplan.web.components import words
from fellesplan.web.components.glue import translate
from fellesplan.web.components.presenters import Action, Fact, NextStep, Tag, Words
from fellesplan.web.office import links

OFFICE = (Who.CASEWORKER, Who.APPROVER)
STATE_KINDS = {
    "received": "neutral",
    "consent_missing": "warning",
    "assessment": "info",
    "decided": "info",
    "appointing": "info",
    "active": "success",
    "closed": "neutral",
}


def state_tag(case: Case, text: Words) -> Tag:
    """Return where the case stands, as a tag."""
    return Tag(STATE_KINDS[case.state], text)


def rule_words(source: str) -> str:
    """Return a reference written out in the reader's language, with a capital first."""
    return words_stor(words.law(spelled_out(source)))


def words_stor(text: str) -> str:
    """Return the text with a capital first letter; a name such as eForvaltningsforskriften keeps its own."""
    return text if text[1:2].isupper() else text[:1].upper() + text[1:]


def who_words(rule: Rule, case: Case, me: object) -> str:
    """Return who shall do it: you, a colleague by name, nobody yet, or somebody outside the office."""
    if rule.who not in OFFICE:
        return _OTHERS[rule.who]()
    if case.caseworker is None:
        return _("Ingen har tatt saken")
    return _("Deg") if case.caseworker_id == me else case.caseworker.name


_OTHERS = {
    Who.UNIT_LEADER: lambda: _("Virksomhetslederen"),
    Who.COORDINATOR: lambda: _("Koordinatoren"),
    Who.CONSENTER: lambda: _("Den som kan samtykke"),
    Who.PERSON: lambda: _("Personen selv"),
    Who.NOBODY: lambda: _("Ingen"),
}


def what_words(rule: Rule) -> str:
    """Return what is to be done; what others shall do is told as what the office waits for."""
    return str(_WAITING[rule.key]) if rule.key in _WAITING else spelled(rule.what)


def spelled(text: Text) -> str:
    """Return the text with its numbers as words: "Begrunn fire vilkår"."""
    params = {
        name: words.number(value, "ett") if isinstance(value, int) else value
        for name, value in text.params.items()
    }
    return translate(Text(text.msgid, params))


_WAITING = {
    "consent_wait": gettext_lazy("Venter på svar om samtykke"),
    "nominate": gettext_lazy("Venter på forslag til koordinator"),
    "plan_start": gettext_lazy("Koordinatoren starter planen"),
    "plan_finish": gettext_lazy("Koordinatoren gjør planen ferdig"),
    "evaluate": gettext_lazy("Koordinatoren evaluerer planen"),
    "follow_up": gettext_lazy("Koordinatoren følger opp"),
}


def due_words(rule: Rule) -> str:
    """Return "Torsdag 26. november, om 2 dager", or that no day is set."""
    if rule.due is None:
        return _("Ingen fast frist")
    day = words_stor(words.weekday_and_day(rule.due))
    return f"{day}, {words.distance(rule.due, clock.today())}"


def next_step(
    rule: Rule,
    case: Case,
    actor: Actor,
    *,
    title: str = "",
    at: int | None = None,
    others: tuple[Action, ...] = (),
) -> NextStep:
    """Return the box that says what is next, who does it, by when and why."""
    mine = rule.who in OFFICE
    what = what_words(rule)
    facts = (
        Fact(_("Hvem"), who_words(rule, case, actor.employee)),
        Fact(_("Frist"), due_words(rule)),
        Fact(_("Hvorfor"), _why(rule.why.text, rule.why.source)),
    )
    url = links.step_url(case, rule.key, actor)
    leads_on = url != links.case_url(case)
    action = Action(what, url) if mine and leads_on else None
    if rule.key == "consent_wait" and leads_on:
        others = (*others, Action(_("Registrer svaret"), url, kind="link"))
    if rule.key == "nominate" and leads_on:
        others = (*others, Action(_("Se hvem som er spurt"), url, kind="link"))
    return NextStep(
        title or what, facts=facts, action=action, others=others, kind="do" if mine else "wait", at=at
    )


def _why(text: Text, source: str) -> str:
    return f"{translate(text)} {rule_words(source)}." if source else translate(text)
