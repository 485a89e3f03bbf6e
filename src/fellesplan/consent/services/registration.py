"""An answer comes in: on paper or spoken, kept by an employee; or given by the person who is logged in."""

from dataclasses import replace
from datetime import date

from django.db.models import QuerySet

from fellesplan.access import audit
from fellesplan.access.actor import Actor
from fellesplan.access.functions import can, require
from fellesplan.consent import queries
from fellesplan.consent.data import ConsentData
from fellesplan.consent.gathering import counts_for_all
from fellesplan.consent.happenings import ConsentRegistered
from fellesplan.consent.law import consent_law
from fellesplan.consent.models import Consent, ConsentGrant
from fellesplan.consent.services.checks import check, last_day
from fellesplan.consent.services.settling import settle
from fellesplan.consent.services.sharing import open_shares
from fellesplan.consent.services.wishes import is_the_parents, wish
from fellesplan.documents.models import Document, store
from fellesplan.documents.uploads import Upload
from fellesplan.kernel import clock
from fellesplan.kernel.errors import InvalidInput, NotAllowed, Refused
from fellesplan.kernel.events import announce
from fellesplan.kernel.text import Text, t
from fellesplan.people.models import Person, Representation

_FIELDS = ("purpose", "answer", "form", "capacity", "valid_to", "shares")
_CODES = {
    Representation.Kind.PARENT: Consent.Capacity.ONE_PARENT,
    Representation.Kind.OTHER_PARENTAL: Consent.Capacity.OTHER_PARENTAL,
    Representation.Kind.FOSTER_PARENT: Consent.Capacity.CARE_HOME,
    Representation.Kind.CHILD_WELFARE: Consent.Capacity.CHILD_WELFARE,
    Representation.Kind.GUARDIAN: Consent.Capacity.GUARDIAN,
    Representation.Kind.FUTURE_PROXY: Consent.Capacity.FUTURE_PROXY,
    Representation.Kind.NEXT_OF_KIN: Consent.Capacity.NEXT_OF_KIN,
}


def register(
    *, actor: Actor, person: Person, data: ConsentData, evidence: Upload | None = None
) -> list[Consent]:
    """Keep an answer that an employee has received: one row per purpose. Returns the rows.

    The same answer sent twice is kept once. Raises InvalidInput by field; Refused when another must answer.
    """
    _lock(person)
    require(actor, "consent.register", person)
    return _keep(actor, person, data, evidence)


def give_digitally(*, actor: Actor, person: Person, data: ConsentData) -> list[Consent]:
    """Keep the answer of whoever is logged in, for oneself or for the person one acts for.

    Name, capacity, form and day follow from the login, whatever `data` says.
    """
    _lock(person)
    _may_give(actor, person, data)
    if actor.person is None:
        raise NotAllowed
    giver = Person.objects.get(pk=actor.person)
    _refuse_others(giver, person, data)
    own = replace(
        data, form=Consent.Form.DIGITAL, capacity=capacity_of(giver, person), given_by=giver,
        given_by_name=giver.full_name, given_on=clock.today(), why_one="",
    )  # fmt: skip
    return _keep(actor, person, own, None)


def _may_give(actor: Actor, person: Person, data: ConsentData) -> None:
    """Parents answer about barnekoordinator until 18, also when the youth decides the rest (hol § 7-2 a)."""
    family = set(data.purposes) == {Consent.Purpose.CHILD_COORDINATOR}
    if not (family and can(actor, "family_wish.give", person)):
        require(actor, "consent.give", person)


def capacity_of(giver: Person, person: Person) -> str:
    """Return the code of Volven 7456 for who answers for the person today. Raises Refused for a proxy."""
    if giver.pk == person.pk:
        return Consent.Capacity.SELF
    for row in queries.representations(person, clock.today()):
        if row.representative_id == giver.pk and row.kind in _CODES:
            return _CODES[Representation.Kind(row.kind)]
    raise Refused(t("Du kan ikke samtykke for {name}. {name} må svare selv.", name=person.first_name))


def _refuse_others(giver: Person, person: Person, data: ConsentData) -> None:
    """Raise Refused unless the law lets the giver say yes today; a no may come from whoever acts."""
    if data.answer == Consent.Answer.REFUSED:
        return
    law, age = consent_law(clock.today()), person.age(clock.today())
    for purpose in data.purposes:
        named = queries.givers(person, purpose, clock.today())
        if giver.pk not in {one.person.pk for one in named if one.person}:
            raise Refused(_not_yours(giver, person, young=age is None or age < law.own))


def _not_yours(giver: Person, person: Person, *, young: bool) -> Text:
    law = consent_law(clock.today())
    if giver.pk == person.pk and young:
        return t("Andre samtykker for barn under {age} år.", age=law.own)
    if giver.pk == person.pk:
        return t(
            "Barnekoordinator er familiens rett til barnet fyller {age} år. Det er foreldrenes ønske som "
            "teller.",
            age=law.adult,
        )
    return t("Du kan ikke samtykke for {name}. {name} må svare selv.", name=person.first_name)


def _why_one(data: ConsentData) -> str:
    return data.why_one.strip() if data.capacity == Consent.Capacity.ONE_PARENT else ""


def _refuse_over_a_no(person: Person, data: ConsentData, today: date) -> None:
    """Raise InvalidInput when one parent's yes is to be enough, and the other has said no."""
    if not _why_one(data) or data.answer == Consent.Answer.REFUSED:
        return
    for purpose in data.purposes:
        said = {_giver_of(row): row.answer for row in _answers(person, purpose, today)}
        said.pop(str(data.given_by.pk) if data.given_by else data.given_by_name.strip().casefold(), None)
        if Consent.Answer.REFUSED in said.values():
            raise InvalidInput(
                {"why_one": t("Den andre forelderen har sagt nei. Da er ikke ett samtykke nok.")}
            )


def _answers(person: Person, purpose: str, today: date) -> "QuerySet[Consent]":
    rows = Consent.objects.filter(person=person, purpose=purpose, given_on__lte=today)
    return rows.order_by("given_on", "id")


def _giver_of(row: Consent) -> str:
    return str(row.given_by_id or row.given_by_name.casefold())


def _lock(person: Person) -> None:
    Person.objects.select_for_update().only("pk").get(pk=person.pk)


def _keep(actor: Actor, person: Person, data: ConsentData, evidence: Upload | None) -> list[Consent]:
    today = clock.today()
    check(person, data, today)
    if again := _the_same(person, data):
        return again
    _refuse_over_a_no(person, data, today)
    document = _stored(actor, person, evidence)
    rows = [_row(actor, person, purpose, data, document, today) for purpose in data.purposes]
    settle(person, data.purposes, today)
    for row in rows:
        audit.changed(actor, "consent.register", row, subject=person.id, fields=_FIELDS)
    announce(
        ConsentRegistered(
            actor, person=person, purposes=data.purposes, answer=data.answer, form=data.form,
            given_by_name=data.given_by_name, evidence=document.id if document else None,
        )
    )  # fmt: skip
    return rows


def _the_same(person: Person, data: ConsentData) -> list[Consent]:
    """Return the rows of exactly this answer if they are there already: a form that was sent twice."""
    found = Consent.objects.filter(
        person=person, purpose__in=data.purposes, answer=data.answer, form=data.form, capacity=data.capacity,
        given_by_name=data.given_by_name.strip(), given_on=data.given_on, withdrawn_at__isnull=True,
        child_heard=data.child_heard, note=data.note, why_one=_why_one(data),
    )  # fmt: skip
    rows = [row for row in found if row.valid_to == last_day(person, row.purpose, data, clock.today())]
    if {row.purpose for row in rows} != set(data.purposes):
        return []
    wanted = {(*share.key, area) for share in data.shares for area in share.areas}
    held = ConsentGrant.objects.filter(consent__in=rows, withdrawn_at__isnull=True).select_related("consent")
    whole = [row for row in held if row.valid_to in (None, row.consent.valid_to)]
    return rows if wanted == {(row.unit_id, row.recipient_id, row.area) for row in whole} else []


def _stored(actor: Actor, person: Person, evidence: Upload | None) -> Document | None:
    if evidence is None:
        return None
    return store(
        person=person, kind=Document.Kind.CONSENT, title=evidence.name, media_type=evidence.media_type,
        data=evidence.data, by_name=actor.name,
    )  # fmt: skip


def _row(
    actor: Actor, person: Person, purpose: str, data: ConsentData, document: Document | None, today: date
) -> Consent:
    end = last_day(person, purpose, data, today)
    if data.answer == Consent.Answer.REFUSED:
        _close_earlier(actor, person, purpose, data)
    consent = Consent.objects.create(
        municipality_id=person.municipality_id, person=person, purpose=purpose, answer=data.answer,
        form=data.form, capacity=data.capacity, given_by=data.given_by,
        given_by_name=data.given_by_name.strip(), received_by_id=actor.employee,
        received_how=data.received_how, given_on=data.given_on,
        valid_from=data.given_on, valid_to=end, evidence=document, child_heard=data.child_heard,
        note=data.note, why_one=_why_one(data),
    )  # fmt: skip
    if purpose == Consent.Purpose.SHARING and data.answer == Consent.Answer.GIVEN:
        open_shares(consent, data)
    return consent


def _close_earlier(actor: Actor, person: Person, purpose: str, data: ConsentData) -> None:
    """A no takes back the same giver's earlier yes, also the one that both parents gave together.

    That of a child under 16 takes back only what the child gave; the rest is the child's wish.
    """
    earlier = queries.live_rows(person, clock.today()).filter(purpose=purpose)
    others = [row for row in earlier if not _same_giver(row, data) and counts_for_all(row)]
    parents = [row for row in others if is_the_parents(actor, person, row)]
    for row in parents:
        wish(actor=actor, person=person, purpose=purpose, consent=row)
    kept = {row.pk for row in parents}
    mine = [row for row in earlier if _same_giver(row, data) or (row in others and row.pk not in kept)]
    Consent.objects.filter(pk__in=[row.pk for row in mine]).update(
        withdrawn_at=clock.now(), withdrawn_by_name=data.given_by_name
    )


def _same_giver(row: Consent, data: ConsentData) -> bool:
    if row.given_by_id and data.given_by:
        return row.given_by_id == data.given_by.pk
    return row.given_by_name.casefold() == data.given_by_name.strip().casefold()
