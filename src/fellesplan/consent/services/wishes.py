"""A child under 16 wants to take back what the parents have said yes to.

The child is heard, and from 12 it counts for much (pbrl § 4-4 femte ledd), but does not decide alone: the
wish is kept and handed to the coordinator and the office. What the child has said yes to alone is its own.
"""

from fellesplan.access import audit
from fellesplan.access.actor import Actor
from fellesplan.access.functions import require
from fellesplan.consent.circumstances import OWN
from fellesplan.consent.happenings import ChildWished, WishAnswered
from fellesplan.consent.law import consent_law
from fellesplan.consent.models import ChildsWish, Consent
from fellesplan.consent.services.raising import raise_coming
from fellesplan.kernel import clock
from fellesplan.kernel.errors import InvalidInput
from fellesplan.kernel.events import announce
from fellesplan.kernel.text import t
from fellesplan.people.models import Person


def is_the_parents(actor: Actor, person: Person, consent: Consent) -> bool:
    """Return whether it is a child under 16 who asks, about an answer that others have given for it."""
    age = person.age(clock.today())
    is_child = age is not None and age < consent_law(clock.today()).own
    return actor.person == person.pk and is_child and consent.capacity not in OWN


def wish(
    *, actor: Actor, person: Person, purpose: str, consent: Consent | None = None, whom: str = ""
) -> ChildsWish:
    """Keep the child's wish, and hand it over. The same wish that nobody has answered is kept once."""
    require(actor, "consent.withdraw", person)
    again = ChildsWish.objects.filter(
        person=person, purpose=purpose, consent=consent, whom=whom, answered_at__isnull=True
    ).first()
    if again:
        return again
    row = ChildsWish.objects.create(
        municipality_id=person.municipality_id, person=person, purpose=purpose, consent=consent, whom=whom,
        wished_at=clock.now(),
    )  # fmt: skip
    audit.changed(actor, "consent.wish", row, subject=person.pk, fields=["purpose", "whom"])
    announce(ChildWished(actor, person=person, purpose=purpose, whom=whom))
    raise_coming([person], clock.today())
    return row


def answer_wish(*, actor: Actor, wish: ChildsWish, answer: str) -> ChildsWish:
    """Write what came of the wish after talking with the child and the parents. Raises InvalidInput."""
    row = ChildsWish.objects.select_for_update(of=("self",)).select_related("person").get(pk=wish.pk)
    require(actor, "consent.register", row.person)
    if not answer.strip():
        raise InvalidInput({"answer": t("Skriv hva dere ble enige om.")})
    if row.answered_at is None:
        row.answer, row.answered_at, row.answered_by_name = answer.strip(), clock.now(), actor.name
        row.save(update_fields=["answer", "answered_at", "answered_by_name"])
        audit.changed(actor, "childs_wish.answer", row, subject=row.person_id, fields=["answer"])
        announce(WishAnswered(actor, person=row.person))
    return row
