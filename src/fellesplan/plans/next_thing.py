"""What is next with a plan, for whoever looks at it. Pure: the same view gives the same answer."""

from datetime import date, timedelta

from fellesplan.kernel.text import Text, t
from fellesplan.plans import states
from fellesplan.plans.models import Plan
from fellesplan.plans.rules import MeasureState
from fellesplan.plans.view import MeasureLine, NextThing, PlanView

SOON = timedelta(days=7)
EVALUATION_SOON = timedelta(days=21)


def next_thing(view: PlanView) -> NextThing | None:
    """Return the one thing to do now: first what does not work, then what is late, then what is missing.

    In an emergency there is nothing to do with the plan but to read it.
    """
    if view.rights.emergency:
        return None
    if view.rights.lead:
        return _for_coordinator(view)
    return _for_owner(view) if view.rights.approve else _for_participant(view)


def _for_coordinator(view: PlanView) -> NextThing:
    steps = (
        _stuck(view), _late(view), _left(view), _first_goal(view), _unseen(view), _review(view),
        _evaluate(view), _ask_yes(view),
    )  # fmt: skip
    return next((step for step in steps if step), None) or _missing(view) or _rest(view)


def _for_owner(view: PlanView) -> NextThing:
    if view.state == states.DRAFT and view.goals:
        return NextThing("approve", t("Les planen, og si ja til den"), _why_draft(view))
    return _rest(view)


def _for_participant(view: PlanView) -> NextThing:
    mine = [line for line in view.measures if line.is_mine and line.is_open and line.may_report]
    pressing = [line for line in mine if line.needs_attention or _soon(line, view.on)]
    if not pressing:
        return _nothing_presses(mine)
    line = min(pressing, key=lambda one: (one.due_on or view.on, one.title))
    why = t("Fristen er {day}.", day=line.due_on) if line.due_on else t("Det er meldt at det ikke fungerer.")
    if line.late_days and line.due_on:
        why = t("Fristen var {day}.", day=line.due_on)
    return NextThing(
        "report", t("Fortell hvordan det går: {title}", title=line.title), why, line.due_on, line.id
    )


def _nothing_presses(mine: list[MeasureLine]) -> NextThing:
    if mine:
        why = t("Ingen av dem har frist den neste uka.")
        return NextThing("wait", t("Tiltakene dine er i rute"), why)
    why = t("Du ser planen så lenge samtykket gjelder.")
    return NextThing("wait", t("Du har ikke ansvar for noen tiltak nå"), why)


def _stuck(view: PlanView) -> NextThing | None:
    line = next((one for one in view.measures if one.state is MeasureState.NOT_WORKING), None)
    if line is None:
        return None
    why = t("Det er meldt at det ikke fungerer.")
    if line.report:
        why = t("{name} skriver: «{note}»", name=line.report.by_name, note=line.report.note)
    return NextThing("report", t("Finn en løsning: {title}", title=line.title), why, subject=line.id)


def _late(view: PlanView) -> NextThing | None:
    late = [line for line in view.measures if line.state is MeasureState.LATE]
    if not late:
        return None
    line = max(late, key=lambda one: one.late_days)
    who = line.who or t("Ingen")
    why = t("{who} har ansvaret. Fristen var {day}.", who=who, day=line.due_on)
    return NextThing("report", t("Følg opp: {title}", title=line.title), why, line.due_on, line.id)


def _first_goal(view: PlanView) -> NextThing | None:
    if view.goals or view.tool != Plan.Tool.INDIVIDUAL_PLAN:
        return None
    why = t("Planen har ingen mål ennå. Begynn med det som betyr mest.")
    return NextThing("goal", t("Skriv det første målet sammen med {name}", name=view.first_name), why)


def _unseen(view: PlanView) -> NextThing | None:
    line = next((one for one in view.participants if one.lacks_consent and not one.is_me), None)
    if line is None:
        return None
    why = t("{name} er invitert, men ser ikke planen: samtykke mangler.", name=line.name)
    title = t("Spør {first} om {who} kan se planen", first=view.first_name, who=line.unit or line.name)
    return NextThing("consent", title, why, subject=line.id)


def _left(view: PlanView) -> NextThing | None:
    """Somebody has changed work: their access has ended by itself, but what they did has nobody."""
    line = next((one for one in view.participants if one.has_left), None)
    if line is None:
        return None
    title = t("Finn ut hvem som tar over etter {name}", name=line.name)
    why = t("{name} arbeider ikke lenger i {unit}, og ser ikke planen.", name=line.name, unit=line.unit)
    return NextThing("leaver", title, why, subject=line.id)


def _review(view: PlanView) -> NextThing | None:
    if view.access_review is None or view.access_review.due > view.on + EVALUATION_SOON:
        return None
    title = t("Gå gjennom hvem som skal være med videre")
    return NextThing("review", title, view.access_review.why, view.access_review.due)


def _evaluate(view: PlanView) -> NextThing | None:
    if view.evaluate_on is None or view.evaluate_on > view.on + EVALUATION_SOON:
        return None
    why = t("Dere avtalte å se på planen igjen {day}.", day=view.evaluate_on)
    title = t("Evaluer planen sammen med {name}", name=view.first_name)
    return NextThing("evaluate", title, why, view.evaluate_on)


def _ask_yes(view: PlanView) -> NextThing | None:
    if view.state != states.DRAFT or not view.goals:
        return None
    title = t("Gå gjennom planen med {name}, og be om et ja", name=view.first_name)
    return NextThing("ask_yes", title, _why_draft(view))


def _why_draft(view: PlanView) -> Text:
    if view.approval is None:
        return t("Planen er ikke godkjent ennå.")
    return t(
        "Planen er endret siden den ble godkjent {day}. Den må godkjennes på nytt.", day=view.approval.at
    )


def _missing(view: PlanView) -> NextThing | None:
    if not view.missing or view.tool != Plan.Tool.INDIVIDUAL_PLAN:
        return None
    return NextThing("fill", t("Fyll ut det planen mangler"), view.missing[0].why[0])


def _rest(view: PlanView) -> NextThing:
    if view.evaluate_on:
        return NextThing(
            "wait", t("Alt er i rute"), t("Dere ser på planen igjen {day}.", day=view.evaluate_on)
        )
    return NextThing("wait", t("Alt er i rute"), t("Ingenting er forsinket, og ingenting er meldt."))


def _soon(line: MeasureLine, on: date) -> bool:
    return line.due_on is not None and line.due_on <= on + SOON
