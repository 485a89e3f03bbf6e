"""A consent is taken back, whole or in part. It bites at once, and nobody asks why (pbrl § 4-1)."""

from fellesplan.access import audit
from fellesplan.access.actor import Actor
from fellesplan.access.functions import can, require
from fellesplan.consent import queries
from fellesplan.consent.happenings import ConsentWithdrawn
from fellesplan.consent.models import Consent, ConsentGrant
from fellesplan.consent.services.settling import settle
from fellesplan.consent.services.wishes import is_the_parents, wish
from fellesplan.kernel import clock
from fellesplan.kernel.errors import Refused
from fellesplan.kernel.events import announce
from fellesplan.kernel.text import t
from fellesplan.people.models import Person, Unit


def withdraw(*, actor: Actor, consent: Consent, on_behalf_of: str = "") -> Consent:
    """Withdraw one answer. `on_behalf_of` names who told an employee so. Withdrawing twice changes nothing.

    Where both parents must agree, what is left of the other's yes is closed too. What a child under 16 wants
    to take back of what others gave for it is kept as the child's wish: the row comes back not withdrawn.
    """
    row = Consent.objects.select_for_update(of=("self",)).select_related("person").get(pk=consent.pk)
    _may(actor, row.person, row)
    if row.answer != Consent.Answer.GIVEN:
        raise Refused(t("Svaret er nei. Det er ingenting å trekke."))
    if row.withdrawn_at is None and is_the_parents(actor, row.person, row):
        wish(actor=actor, person=row.person, purpose=row.purpose, consent=row)
    elif row.withdrawn_at is None:
        _end(actor, row, on_behalf_of or actor.name)
        announce(
            ConsentWithdrawn(
                actor, person=row.person, purposes=(row.purpose,), withdrawn_by_name=row.withdrawn_by_name
            )
        )
    return row


def _may(actor: Actor, person: Person, consent: Consent | None = None) -> None:
    """The person and those who act for the person may always; an employee on their behalf.

    Parents may take back their own wish for barnekoordinator until 18 (hol § 7-2 a).
    """
    if consent and can(actor, "family_wish.withdraw", consent):
        return
    if not can(actor, "consent.withdraw", person):
        require(actor, "consent.register", person)


def _end(actor: Actor, row: Consent, by: str) -> None:
    rows = [row]
    _close(rows, by)
    today = clock.today()
    if not queries.status_for(row.person, row.purpose, today).is_live:
        rest = list(queries.live_rows(row.person, today).filter(purpose=row.purpose))
        _close(rest, by)
        rows += rest
    ConsentGrant.objects.filter(consent__in=rows, withdrawn_at__isnull=True).update(
        withdrawn_at=clock.now(), withdrawn_by_name=by
    )
    settle(row.person, [row.purpose], today)
    for each in rows:
        audit.changed(actor, "consent.withdraw", each, subject=row.person_id, fields=["withdrawn_at"])


def _close(rows: list[Consent], by: str) -> None:
    for row in rows:
        row.withdrawn_at, row.withdrawn_by_name = clock.now(), by
        row.save(update_fields=["withdrawn_at", "withdrawn_by_name"])


def withdraw_share(
    *,
    actor: Actor,
    person: Person,
    unit: Unit | None = None,
    recipient: Person | None = None,
    areas: tuple[str, ...] = (),
    on_behalf_of: str = "",
) -> int:
    """Stop sharing with one recipient: everything, or only some areas. Returns how many rows were closed.

    What waits for the other parent is closed too: it must not open afterwards. What a child under 16 did not
    share itself is not closed: it is kept as the child's wish.
    """
    if (unit is None) == (recipient is None):
        raise ValueError("Name one recipient")
    Person.objects.select_for_update().only("pk").get(pk=person.pk)
    _may(actor, person)
    rows = queries.open_or_waiting(person, clock.today()).filter(unit=unit, recipient=recipient)
    if areas:
        rows = rows.filter(area__in=areas)
    found = list(rows.select_for_update(of=("self",)).select_related("consent"))
    closed = [row for row in found if not is_the_parents(actor, person, row.consent)]
    whom = unit.name if unit else recipient.full_name if recipient else ""
    if len(closed) < len(found):
        wish(actor=actor, person=person, purpose=Consent.Purpose.SHARING, whom=whom)
    _close_grants(actor, person, closed, on_behalf_of or actor.name)
    if closed:
        announce(
            ConsentWithdrawn(
                actor, person=person, purposes=(Consent.Purpose.SHARING,),
                withdrawn_by_name=on_behalf_of or actor.name, whom=whom,
            )
        )  # fmt: skip
    return len(closed)


def _close_grants(actor: Actor, person: Person, rows: list[ConsentGrant], by: str) -> None:
    for row in rows:
        row.withdrawn_at, row.withdrawn_by_name = clock.now(), by
        row.save(update_fields=["withdrawn_at", "withdrawn_by_name"])
        audit.changed(actor, "share.withdraw", row, subject=person.id, fields=["withdrawn_at", "area"])
