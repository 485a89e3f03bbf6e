"""What the page Trygghet shows: only what the reader may see."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from fellesplan.access.functions import visible
from fellesplan.cases.facts import procedure_of
from fellesplan.consent.areas import EVERYTHING
from fellesplan.consent.law import consent_law
from fellesplan.consent.models import (
    CapacityAssessment,
    ChildsWish,
    Consent,
    Objection,
    ParentalInformation,
    Withholding,
)
from fellesplan.consent.upcoming import Upcoming
from fellesplan.consent.warnings import warnings
from fellesplan.kernel import clock
from fellesplan.web.citizen.consent_page import area_names
from fellesplan.web.citizen.room import Room
from fellesplan.web.components import words
from fellesplan.web.components.glue import translate
from fellesplan.web.components.presenters import Action, Row


@dataclass(frozen=True)
class SafeguardsPage:
    """`may_ask`: the reader is a child of 12 to 15, who can keep something from the parents."""

    may_ask: bool
    kept: tuple[Row, ...]
    told: tuple[Row, ...]
    wishes: tuple[Row, ...]
    objections: tuple[Row, ...]
    capacity: tuple[Row, ...]
    coming: tuple[Upcoming, ...]


def may_ask(room: Room, on: date) -> bool:
    """Return whether the reader can keep something from the parents without asking others first."""
    age, law = room.person.age(on), consent_law(on)
    return room.is_own and age is not None and law.secrecy <= age < law.own


def safeguards_page(room: Room, on: date) -> SafeguardsPage:
    """Return the page; a fixed number of queries."""
    return SafeguardsPage(
        may_ask=may_ask(room, on), kept=_kept(room, on), told=told_to_parents(room), wishes=_wishes(room),
        objections=_objections(room), capacity=_capacity(room, on),
        coming=warnings(room.person, on) if room.is_own else (),
    )  # fmt: skip


def _kept(room: Room, on: date) -> tuple[Row, ...]:
    rows = visible(room.actor, "withholding.read", Withholding).filter(
        person=room.person, ended_at__isnull=True, valid_to__gte=on
    )
    names = {
        key: translate(name) for key, name in area_names(procedure_of(room.person.municipality, on)).items()
    }
    names[EVERYTHING] = _("Alt i planen og saken")
    return tuple(
        Row(
            title=names.get(one.area, one.area),
            text=one.representative.full_name if one.representative else _("Ingen av foreldrene ser det."),
            meta=_("Du har bedt om det.") if one.asked_by_child else one.reason,
            side=_("Til %(day)s") % {"day": words.day(one.valid_to, year=True)},
            action=Action(
                _("Vis igjen"), room.url("my-show-again", withholding=one.pk), kind="link",
                hidden=names.get(one.area, one.area),
            ) if one.asked_by_child and room.is_own else None,
        )
        for one in rows.select_related("representative").order_by("-valid_from", "-id")
    )  # fmt: skip


def told_to_parents(room: Room) -> tuple[Row, ...]:
    """Return what the parents have been told, the latest first."""
    rows = visible(room.actor, "parental_information.read", ParentalInformation).filter(person=room.person)
    return tuple(
        Row(
            title=one.text, text=one.why_necessary, lead=words.day(one.given_on, year=True),
            meta=", ".join(part for part in (one.by_name, one.by_title.lower()) if part),
        )
        for one in rows.order_by("-given_on", "-id")
    )  # fmt: skip


def _wishes(room: Room) -> tuple[Row, ...]:
    rows = visible(room.actor, "childs_wish.read", ChildsWish).filter(person=room.person)
    return tuple(
        Row(
            title=one.whom or str(Consent.Purpose(one.purpose).label).capitalize(),
            text=one.answer or _("Koordinatoren har fått vite det, og snakker med deg."),
            side=words.day(clock.civil_day(one.wished_at), year=True),
        )
        for one in rows.order_by("-wished_at", "-id")
    )  # fmt: skip


def _objections(room: Room) -> tuple[Row, ...]:
    rows = visible(room.actor, "objection.read", Objection).filter(
        person=room.person, withdrawn_on__isnull=True
    )
    found = []
    for one in rows.select_related("unit").order_by("-since", "-id"):
        name = one.unit.name if one.unit else _("Alt helsepersonell")
        url = room.url("my-object-end", objection=one.pk)
        action = Action(_("Ta tilbake"), url, kind="link", hidden=name)
        found.append(Row(title=name, side=words.day(one.since, year=True), action=action))
    return tuple(found)


def _capacity(room: Room, on: date) -> tuple[Row, ...]:
    rows = visible(room.actor, "capacity.read", CapacityAssessment).filter(person=room.person)
    return tuple(
        Row(
            title=words.listing([str(Consent.Purpose(key).label) for key in one.covers]).capitalize(),
            text=one.reason,
            meta=_("%(who)s, %(title)s, %(unit)s, %(day)s. Gjelder til %(end)s.")
            % {
                "who": one.decided_by_name, "title": one.decided_by_title.lower(),
                "unit": one.decided_by_unit, "day": words.day(one.decided_on, year=True),
                "end": words.day(one.valid_to, year=True),
            },
            side="" if one.ended_at is None and one.valid_to >= on else _("Gjelder ikke lenger"),
        )
        for one in rows.order_by("-decided_on", "-id")
    )  # fmt: skip
