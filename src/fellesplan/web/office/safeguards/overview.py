"""Everything that protects one person around consent, on one page."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from fellesplan.access.functions import M, visible
from fellesplan.consent.law import consent_law
from fellesplan.consent.models import (
    CapacityAssessment,
    ChildsWish,
    Consent,
    Objection,
    ParentalInformation,
    Withholding,
)
from fellesplan.consent.warnings import warnings
from fellesplan.kernel import clock
from fellesplan.people.models import Person
from fellesplan.web.components import words
from fellesplan.web.components.glue import translate
from fellesplan.web.components.presenters import Action, Row
from fellesplan.web.office.safeguards.forms import keepable
from fellesplan.web.office.safeguards.saving import enter
from fellesplan.web.office.steps import rule_words
from fellesplan.web.page import PageRequest, page

QUERY_BUDGET = 25


@dataclass(frozen=True)
class Section:
    """One kind of thing: what there is, and how to add to it."""

    key: str
    title: str
    empty: str
    rows: tuple[Row, ...]
    add: Action | None = None


@require_safe
@page("consent.register")
def overview(request: PageRequest, person: UUID) -> HttpResponse:
    """Show what is coming, and what has been decided."""
    found, on = enter(request, person), clock.today()
    law, age = consent_law(on), found.age(on)
    is_child, is_young = age is None or age < law.adult, age is None or age < law.own
    sections = [_coming(found, on)]
    if is_child:
        sections += [_wishes(request, found), _kept(request, found, on), _told(request, found)]
    if not is_young:
        sections.append(_capacity(request, found, on))
    sections.append(_objections(request, found))
    case = found.cases.order_by("-opened_at", "-id").first()
    context = {
        "person": found, "sections": sections,
        "case_url": reverse("case-consent", args=[request.tenant.slug, case.pk])
        if case and request.actor.is_office else "",
    }  # fmt: skip
    return render(request, "office/safeguards/overview.html", context)


def _url(person: Person, name: str, *args: object) -> str:
    return reverse(name, args=[person.municipality.slug, *args])


def _add(person: Person, name: str, label: str) -> Action:
    return Action(label, _url(person, name, person.pk), kind="secondary")


def _rows(request: PageRequest, action: str, model: type[M], person: Person, order: str) -> list[M]:
    return list(visible(request.actor, action, model).filter(person=person).order_by(order, "-id"))


def _coming(person: Person, on: date) -> Section:
    rows = tuple(
        Row(title=translate(one.text), meta=rule_words(one.source), side=words.day(one.due, year=True))
        for one in warnings(person, on)
    )
    return Section("kommer", _("Dette kommer"), _("Ingenting å forberede nå."), rows)


def _wishes(request: PageRequest, person: Person) -> Section:
    rows = []
    for one in _rows(request, "childs_wish.read", ChildsWish, person, "-wished_at"):
        title = _("Vil ta tilbake at %(whom)s får se") if one.whom else _("Vil ta tilbake ja til %(what)s")
        told = {"whom": one.whom, "what": str(Consent.Purpose(one.purpose).label)}
        rows.append(
            Row(
                title=title % told, text=one.answer, side=words.day(clock.civil_day(one.wished_at)),
                action=None if one.answered_at else Action(
                    _("Følg opp"), _url(person, "childs-wish", one.pk), kind="link", hidden=title % told
                ),
            )
        )  # fmt: skip
    return Section("onsker", _("Det barnet ønsker"), _("Barnet har ikke sagt noe her."), tuple(rows))


def _kept(request: PageRequest, person: Person, on: date) -> Section:
    names, rows = dict(keepable(person)), []
    live = _rows(request, "withholding.read", Withholding, person, "-valid_from")
    for one in (row for row in live if row.ended_at is None and row.valid_to >= on):
        name = names.get(one.area, one.area)
        whom = one.representative.full_name if one.representative else _("Alle foreldrene")
        told = _("Barnet har bedt om det selv.") if one.asked_by_child else one.reason
        rows.append(
            Row(
                title=name, lead=whom, text=told,
                meta=_("Til %(day)s") % {"day": words.day(one.valid_to, year=True)},
                action=Action(
                    _("Vurder"), _url(person, "withholding", one.pk), kind="link", hidden=name
                ),
            )
        )  # fmt: skip
    return Section(
        "skjult", _("Vises ikke for foreldrene"), _("Foreldrene ser alt."), tuple(rows),
        _add(person, "withholding-new", _("Ikke vis noe for foreldrene")),
    )  # fmt: skip


def _told(request: PageRequest, person: Person) -> Section:
    rows = tuple(
        Row(
            title=one.text, text=one.why_necessary, lead=words.day(one.given_on, year=True),
            meta=_("Barnet fikk vite det %(day)s. %(who)s.")
            % {"day": words.day(one.child_told_on), "who": one.by_name},
        )
        for one in _rows(
            request, "parental_information.read", ParentalInformation, person, "-given_on"
        )
    )  # fmt: skip
    return Section(
        "fortalt", _("Det foreldrene har fått vite"), _("Ingenting er gitt."), rows,
        _add(person, "parents-inform", _("Gi foreldrene informasjon")),
    )  # fmt: skip


def _capacity(request: PageRequest, person: Person, on: date) -> Section:
    rows = []
    for one in _rows(request, "capacity.read", CapacityAssessment, person, "-decided_on"):
        what = words.listing([str(Consent.Purpose(key).label) for key in one.covers])
        lives = one.ended_at is None and one.valid_to >= on
        rows.append(
            Row(
                title=_("Kan ikke avgjøre selv: %(what)s") % {"what": what}, text=one.reason,
                meta=_("%(who)s, %(title)s, %(unit)s, %(day)s. Gjelder til %(end)s.")
                % {
                    "who": one.decided_by_name, "title": one.decided_by_title, "unit": one.decided_by_unit,
                    "day": words.day(one.decided_on, year=True), "end": words.day(one.valid_to, year=True),
                },
                side="" if lives else _("Gjelder ikke lenger"),
                action=Action(
                    _("Avslutt"), _url(person, "capacity-end", one.pk), kind="link", hidden=what
                ) if lives else None,
            )
        )  # fmt: skip
    return Section(
        "kompetanse", _("Beslutningskompetanse"), _("%s avgjør alt selv.") % person.first_name, tuple(rows),
        _add(person, "capacity-new", _("Registrer en avgjørelse")),
    )  # fmt: skip


def _objections(request: PageRequest, person: Person) -> Section:
    rows = []
    for one in _rows(request, "objection.read", Objection, person, "-since"):
        if one.withdrawn_on is not None:
            continue
        name = one.unit.name if one.unit else _("Alt helsepersonell")
        rows.append(
            Row(
                title=name, text=one.note, meta=_("Sagt av %(who)s") % {"who": one.by_name},
                side=words.day(one.since, year=True),
                action=Action(
                    _("Ta tilbake"), _url(person, "objection-end", one.pk), kind="link", hidden=name
                ),
            )
        )  # fmt: skip
    return Section(
        "nei", _("Nei til at helsepersonell ser helseopplysninger"),
        _("Helsepersonell som er med i planen, kan se det som står om helse."), tuple(rows),
        _add(person, "objection-new", _("Registrer et nei")),
    )  # fmt: skip
