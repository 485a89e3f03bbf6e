"""What is shared is limited, and what has been said yes to is made longer or shorter.

Less can always be chosen (pbrl § 4-1: a consent can be withdrawn when one wants, so also in part). More is a
new yes, and only whoever can consent gives it.
"""

from datetime import date

from fellesplan.access import audit
from fellesplan.access.actor import Actor
from fellesplan.access.functions import can, require
from fellesplan.consent import queries
from fellesplan.consent.data import ConsentData, Share
from fellesplan.consent.happenings import ConsentWithdrawn
from fellesplan.consent.models import Consent, ConsentGrant
from fellesplan.consent.services.checks import last_day
from fellesplan.consent.services.registration import capacity_of, give_digitally
from fellesplan.consent.services.settling import settle
from fellesplan.consent.services.sharing import earliest
from fellesplan.consent.services.wishes import is_the_parents, wish
from fellesplan.kernel import clock
from fellesplan.kernel.errors import InvalidInput, Refused
from fellesplan.kernel.events import announce
from fellesplan.kernel.text import t
from fellesplan.people.models import Person

_GONE = t("Tilgangen er tatt bort eller gått ut i mellomtiden. Ingenting er endret.")
_TAKEN_BACK = t("Svaret er tatt tilbake eller gått ut i mellomtiden. Ingenting er endret.")
_PAST = t("Velg en dag som ikke er over.")


def hold(*, person: Person) -> None:
    """Let nobody else change what is shared about the person until this transaction ends."""
    _lock(person)


def limit_share(
    *, actor: Actor, person: Person, whom: Share, until: date | None = None, on_behalf_of: str = ""
) -> int:
    """Let a recipient see only `whom.areas`, and no longer than `until`. Returns how many rows changed.

    What the recipient does not see already is not opened. What waits for the other parent is closed: it would
    open more. What the parents of a child under 16 have shared is not closed by the child: it is a wish.
    Raises Refused when the recipient sees nothing any more.
    """
    _lock(person)
    if not can(actor, "consent.withdraw", person):
        require(actor, "consent.register", person)
    today, by = clock.today(), on_behalf_of or actor.name
    _not_past(until, today)
    rows = list(_rows(person, whom, today))
    if not any(row.valid_from <= today for row in rows):
        raise Refused(_GONE)
    if any(is_the_parents(actor, person, row.consent) for row in rows):
        wish(actor=actor, person=person, purpose=Consent.Purpose.SHARING, whom=name_of(whom))
        return 0
    closed = [row for row in rows if row.area not in whom.areas or row.valid_from > today]
    for row in closed:
        row.withdrawn_at, row.withdrawn_by_name = clock.now(), by
        row.save(update_fields=["withdrawn_at", "withdrawn_by_name"])
        audit.changed(actor, "share.withdraw", row, subject=person.id, fields=["withdrawn_at", "area"])
    shorter = [row for row in rows if row not in closed and _ends_after(row, until)]
    for row in shorter:
        row.valid_to = until
        row.save(update_fields=["valid_to"])
        audit.changed(actor, "share.withdraw", row, subject=person.id, fields=["valid_to", "area"])
    if closed:
        _tell(actor, person, whom, by)
    return len(closed) + len(shorter)


def extend_share(
    *, actor: Actor, person: Person, whom: Share, until: date, child_heard: str = ""
) -> list[Consent]:
    """Let a recipient see `whom.areas` until a later day: a new yes, given with one's own click.

    Without areas those the recipient sees are kept. Raises Refused when the access has been taken away or has
    ended meanwhile: then the answer must be given anew, with open eyes. The same sent twice is kept once.
    """
    _lock(person)
    require(actor, "consent.give", person)
    _not_past(until, clock.today())
    seen = dict.fromkeys(row.area for row in _rows(person, whom, clock.today(), waiting=False))
    if not seen:
        raise Refused(_GONE)
    share = Share(areas=whom.areas or tuple(seen), unit=whom.unit, recipient=whom.recipient)
    data = _yes((Consent.Purpose.SHARING,), until, child_heard, (share,))
    return give_digitally(actor=actor, person=person, data=data)


def extend(*, actor: Actor, consent: Consent, until: date, child_heard: str = "") -> list[Consent]:
    """Say the same yes to plan or coordinator again, until a later day. Raises Refused when it is gone."""
    row = _locked(consent)
    _not_past(until, clock.today())
    if not queries.live_rows(row.person, clock.today()).filter(purpose=row.purpose).exists():
        raise Refused(_TAKEN_BACK)
    data = _yes((row.purpose,), until, child_heard)
    return give_digitally(actor=actor, person=row.person, data=data)


def limit(*, actor: Actor, consent: Consent, until: date) -> Consent:
    """Let one answer about plan or coordinator hold no longer than a day. Raises Refused when it is gone."""
    row = _locked(consent)
    require(actor, "consent.withdraw", row.person)
    today = clock.today()
    _not_past(until, today)
    if not queries.live_rows(row.person, today).filter(pk=row.pk).exists():
        raise Refused(_TAKEN_BACK)
    if is_the_parents(actor, row.person, row):
        wish(actor=actor, person=row.person, purpose=row.purpose, consent=row)
    elif row.valid_to is None or row.valid_to > until:
        row.valid_to = until
        row.save(update_fields=["valid_to"])
        settle(row.person, [row.purpose], today)
        audit.changed(actor, "consent.withdraw", row, subject=row.person_id, fields=["valid_to"])
    return row


def longest(giver: Person, person: Person, purpose: str, wanted: date) -> date:
    """Return until when the giver's yes can hold: as wanted, or until another must answer. Raises Refused."""
    capacity = capacity_of(giver, person)
    data = ConsentData(
        purposes=(purpose,), answer=Consent.Answer.GIVEN, form=Consent.Form.DIGITAL, capacity=capacity,
        given_by_name="", given_on=clock.today(), valid_to=wanted,
    )  # fmt: skip
    return last_day(person, purpose, data, clock.today()) or wanted


def _yes(
    purposes: tuple[str, ...], until: date, child_heard: str, shares: tuple[Share, ...] = ()
) -> ConsentData:
    """Return a yes; who gives it and in which capacity follow from the login."""
    return ConsentData(
        purposes=purposes, answer=Consent.Answer.GIVEN, form=Consent.Form.DIGITAL,
        capacity=Consent.Capacity.SELF, given_by_name="", given_on=clock.today(), valid_to=until,
        shares=shares, child_heard=child_heard,
    )  # fmt: skip


def name_of(whom: Share) -> str:
    """Return what the recipient is called."""
    return whom.unit.name if whom.unit else whom.recipient.full_name if whom.recipient else ""


def _lock(person: Person) -> None:
    """Let everything that changes what is shared about a person happen one after the other."""
    Person.objects.select_for_update().only("pk").get(pk=person.pk)


def _locked(consent: Consent) -> Consent:
    _lock(Person(pk=consent.person_id))
    return Consent.objects.select_related("person").get(pk=consent.pk)


def _not_past(until: date | None, today: date) -> None:
    if until is not None and until < today:
        raise InvalidInput({"until": _PAST})


def _rows(person: Person, whom: Share, today: date, *, waiting: bool = True) -> list[ConsentGrant]:
    find = queries.open_or_waiting if waiting else queries.live_grants
    rows = find(person, today).filter(unit=whom.unit, recipient=whom.recipient)
    return list(rows.select_for_update(of=("self",)).select_related("consent").order_by("id"))


def _ends_after(row: ConsentGrant, until: date | None) -> bool:
    ends = earliest(row.valid_to, row.consent.valid_to)
    return until is not None and (ends is None or ends > until)


def _tell(actor: Actor, person: Person, whom: Share, by: str) -> None:
    name = name_of(whom)
    announce(
        ConsentWithdrawn(
            actor, person=person, purposes=(Consent.Purpose.SHARING,), withdrawn_by_name=by, whom=name
        )
    )
