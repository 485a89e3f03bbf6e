"""Who is around the person: as a drawing, and the same as a list."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from fellesplan.plans.view import AccessReviewLine, ParticipantLine, PlanView
from fellesplan.web.citizen.roles import head_word
from fellesplan.web.citizen.room import Room
from fellesplan.web.components import words
from fellesplan.web.components.presenters import Around, Circle

_SCHOOL = ("skole", "skule", "barnehage", "SFO")
MOST = 12


@dataclass(frozen=True)
class Near:
    """One in the list."""

    name: str
    text: str
    colour: str
    phone: str = ""


@dataclass(frozen=True)
class AroundMe:
    """The drawing and the list; `circle` is None when there are too many to draw, or nobody."""

    circle: Circle | None
    nearest: tuple[Near, ...]
    everyday: tuple[Near, ...]
    helpers: tuple[Near, ...]
    reviewed: AccessReviewLine | None = None

    @property
    def is_empty(self) -> bool:
        return not (self.nearest or self.everyday or self.helpers)


def around_me(room: Room, view: PlanView | None) -> AroundMe:
    """Return who is around the person; nobody when there is no plan."""
    if view is None:
        return AroundMe(None, (), (), ())
    private = [one for one in view.participants if one.is_private]
    leads = {one.employee_id for one in view.coordinators}
    work = [one for one in view.participants if not one.is_private and one.employee_id not in leads]
    school = [one for one in work if _is_school(one)]
    services = [one for one in work if not _is_school(one)]
    near = [Near(one.name, one.kind, "brand2") for one in view.family]
    near += [Near(one.name, one.role or _("Familie eller venn"), "brand2") for one in private]
    helpers = [Near(one.name, f"{one.kind}, {one.unit}", "accent", one.phone) for one in view.coordinators]
    return AroundMe(
        circle=_circle(room, view, near, school, services), nearest=tuple(near),
        everyday=tuple(_near(one, "brand3") for one in school),
        helpers=(*helpers, *(_near(one, "accent") for one in services)),
        reviewed=view.access_review if view.access_review and view.access_review.last else None,
    )  # fmt: skip


def _near(one: ParticipantLine, colour: str) -> Near:
    vikar = ""
    if one.stands_in_for and one.until:
        told = {"name": one.stands_in_for, "day": words.day(one.until)}
        vikar = _("vikar for %(name)s til %(day)s") % told
    return Near(one.name, ", ".join(filter(None, [one.role, one.unit, vikar])), colour, one.phone)


def _is_school(one: ParticipantLine) -> bool:
    return any(word in one.unit for word in _SCHOOL)


def _circle(
    room: Room, view: PlanView, near: list[Near], school: list[ParticipantLine],
    services: list[ParticipantLine],
) -> Circle | None:  # fmt: skip
    people = [Around(one.name, "", "inner", "family") for one in near]
    people += [Around(one.name, _("koordinator"), "outer", "coordinator") for one in view.coordinators]
    people += [Around(one.name, head_word(one.role), "outer", "everyday") for one in school]
    people += [Around(one.name, head_word(one.role), "outer", "service") for one in services]
    return Circle(room.first_name, tuple(people)) if 0 < len(people) <= MOST else None
