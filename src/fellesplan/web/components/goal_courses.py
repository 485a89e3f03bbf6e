"""From what has been said of the goals to charts of how they have gone, one by one and together."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext

from fellesplan.plans.evaluation import EvaluationLine, RatingLine, rated
from fellesplan.plans.rules.gas import course
from fellesplan.web.components import words
from fellesplan.web.components.goal_charts import LEVELS, GoalChart

SHOWN = 6


@dataclass(frozen=True)
class Said:
    """What one has said of a goal. `face` is a drawn symbol, or nothing."""

    who: str
    when: str
    step: str
    face: str
    feeling: str
    comment: str


def face(feeling: int | None) -> str:
    """Return the name of the drawn face of a feeling."""
    return f"face{feeling}" if feeling else ""


def plain_steps() -> tuple[str, ...]:
    """Return what the five steps mean where nobody has written anything, from -2 to 2."""
    return (
        gettext("Der vi begynte"), gettext("På vei"), gettext("Målet er nådd"), gettext("Bedre enn målet"),
        gettext("Mye bedre enn målet"),
    )  # fmt: skip


def steps_of(own: Sequence[str]) -> tuple[str, ...]:
    """Return what the five steps mean, from -2 to 2: the person's own words first."""
    return tuple(mine or plain for mine, plain in zip(own, plain_steps(), strict=True))


def step_choices(own: Sequence[str]) -> list[tuple[str, str]]:
    """Return the steps as choices of a form, the best first."""
    named = zip(LEVELS, steps_of(own), strict=True)
    found = [(str(level), f"{signed(level)} {text}" if any(own) else text) for level, text in named]
    return found[::-1]


def signed(level: int) -> str:
    """Return "+1", "0" or "−1" with a real minus."""
    return f"{level:+d}".replace("-", "−") if level else "0"


def feeling_choices() -> list[tuple[str, str]]:
    """Return how it may feel, from not good to very good, by number."""
    said = (
        gettext("Ikke bra"), gettext("Litt dårlig"), gettext("Midt imellom"), gettext("Ganske bra"),
        gettext("Veldig bra"),
    )  # fmt: skip
    return [(str(n), text) for n, text in enumerate(said, start=1)]


def feeling_words(feeling: int | None) -> str:
    """Return a feeling in words; nothing for None."""
    return dict(feeling_choices()).get(str(feeling), "")


def goal_course(
    title: str,
    own: Sequence[str],
    lines: Sequence[RatingLine],
    *,
    next_on: date | None,
    on: date,
    anchor: str,
    person: str = "",
) -> GoalChart | None:
    """Return how one goal has gone; None before anybody has said anything."""
    points = course(rated(lines))[-SHOWN:]
    if not points:
        return None
    ahead = [next_on] if next_on and next_on > on else []
    days = [*(point.day for point in points), *ahead]
    last = points[-1]
    steps = steps_of(own)
    said = []
    if last.own is not None:
        said.append(gettext("Personen selv: %(step)s.") % {"step": steps[last.own + 2]})
    if last.others is not None:
        said.append(gettext("De andre: %(step)s.") % {"step": steps[last.others + 2]})
    return GoalChart(
        bands=steps_of(own)[::-1], dates=tuple(words.short_day(day) for day in days),
        mine=(*(point.own for point in points), *(None for _ in ahead)),
        others=(*(point.others for point in points), *(None for _ in ahead)),
        title=gettext("Slik har det gått: %(title)s") % {"title": title},
        summary=" ".join(said), anchor=anchor, person=person,
    )  # fmt: skip


def whole_course(held: Sequence[EvaluationLine], person: str = "") -> GoalChart | None:
    """Return how all the goals have gone together, from one evaluation to the next; `held` newest first."""
    found = [one for one in reversed(held) if one.own is not None or one.others is not None][-SHOWN:]
    if not found:
        return None
    return GoalChart(
        bands=(
            gettext("Mye bedre enn målene"), gettext("Bedre enn målene"), gettext("Målene er nådd"),
            gettext("På vei"), gettext("Der vi begynte"),
        ),
        dates=tuple(words.short_day(one.held_on) for one in found),
        mine=tuple(_whole(one.own) for one in found), others=tuple(_whole(one.others) for one in found),
        title=gettext("Alle målene samlet"),
        summary=gettext("50 betyr at målene er nådd. Høyere er bedre."), anchor="samlet", scores=True,
        person=person,
    )  # fmt: skip


def _whole(score: float | None) -> float | None:
    return None if score is None else round(score, 1)


def said(line: RatingLine, own: Sequence[str]) -> Said:
    """Return what one has said of a goal, in words."""
    step = steps_of(own)[line.level + 2] if line.level is not None else ""
    who = line.by_name
    if not line.own:
        who = gettext("%(name)s, %(as)s") % {"name": line.by_name, "as": line.as_text.lower()}
    return Said(who, words.day(line.at), step, face(line.feeling), feeling_words(line.feeling), line.comment)
