"""How far along the road each story comes, walked with the services that the pages use."""

from collections.abc import Callable

from fellesplan.config.demo import casework, consenting, gathering, lives, planning
from fellesplan.config.demo.lives import Life

Walk = Callable[[Life], None]


def walk(life: Life) -> None:
    """Let the story happen up to its stage."""
    lives.report(life)
    STAGES[life.story.stage](life)


def _referred(life: Life) -> None:
    """Nobody has taken the case."""


def _consent_missing(life: Life) -> None:
    lives.take(life)
    consenting.ask(life, 6)


def _assessing(life: Life) -> None:
    lives.take(life)
    consenting.ask(life, 2)
    consenting.give(life, 5)
    casework.note(life, 7)
    casework.answer(life, 9, life.story.answered)


def _drafted(life: Life) -> None:
    lives.take(life)
    consenting.give(life, 3)
    casework.answer(life, 9)
    casework.draft(life, 14)


def _decided(life: Life) -> None:
    _drafted(life)
    casework.issue(life, 15)


def _asked(life: Life) -> None:
    _decided(life)
    casework.ask_unit(life, 17, "rehabilitation")


def _appointed(life: Life) -> None:
    _decided(life)
    casework.appoint(life, 17)
    if life.number < len(life.place.about["families"]):
        planning.start_lighter(life, life.after(36))


def _plan(life: Life) -> None:
    _decided(life)
    casework.appoint(life, 17)
    started = life.after(36)
    work = planning.make_plan(life, started)
    planning.follow_up(work, started)
    gathering.meet(work)


def _closed(life: Life) -> None:
    _decided(life)
    casework.close(life, casework.appoint(life, 17), -60)


STAGES: dict[str, Walk] = {
    "referred": _referred,
    "consent_missing": _consent_missing,
    "assessing": _assessing,
    "drafted": _drafted,
    "asked": _asked,
    "refused": _decided,
    "appointed": _appointed,
    "plan": _plan,
    "closed": _closed,
}
