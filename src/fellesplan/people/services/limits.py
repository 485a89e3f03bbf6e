"""What one who acts for the person may see is ended or limited, without touching the others' (bl § 47)."""

from datetime import date

from fellesplan.access import audit
from fellesplan.access.actor import Actor
from fellesplan.access.functions import require
from fellesplan.kernel import clock
from fellesplan.kernel.errors import InvalidInput
from fellesplan.kernel.events import announce
from fellesplan.kernel.text import Text, t
from fellesplan.people.happenings import RepresentationChanged
from fellesplan.people.models import AccessLimit, Person, Representation
from fellesplan.people.services.locks import keep_history


def end(*, actor: Actor, representation: Representation, last_day: date, reason: str) -> Representation:
    """Let somebody no longer act for the person after a day. Raises InvalidInput by field."""
    row = _held(actor, representation)
    wrong = _without_reason(reason)
    if last_day < row.valid_from:
        wrong["last_day"] = t("Det begynte {day}. Velg den dagen eller en senere.", day=row.valid_from)
    if wrong:
        raise InvalidInput(wrong)
    row.valid_to = last_day
    row.save(update_fields=["valid_to"])
    keep_history(actor, row.person, "representation_ended", note=reason.strip())
    audit.changed(actor, "person.limit", row, subject=row.person_id, fields=["valid_to"])
    announce(RepresentationChanged(actor, person=row.person))
    return row


def limit(
    *, actor: Actor, representation: Representation, basis: str, reason: str, until: date | None = None
) -> AccessLimit:
    """Close the person's pages to one who acts for them, from today, with the decision's basis and reason.

    Who must be asked for consent stays as it is. The same one limited twice is limited once.
    """
    row = _held(actor, representation)
    wrong = _without_reason(reason)
    if basis not in AccessLimit.Basis.values:
        wrong["basis"] = t("Velg hva det bygger på.")
    if until and until < clock.today():
        wrong["until"] = t("Velg i dag eller en senere dag, eller la feltet stå tomt.")
    if wrong:
        raise InvalidInput(wrong)
    row.limits.filter(lifted_at__isnull=True, valid_to__lt=clock.today()).update(lifted_at=clock.now())
    if already := row.limits.filter(lifted_at__isnull=True).first():
        return already
    made = AccessLimit.objects.create(
        municipality_id=row.municipality_id, representation=row, basis=basis, reason=reason.strip(),
        by_name=actor.name, valid_from=clock.today(), valid_to=until,
    )  # fmt: skip
    audit.changed(actor, "person.limit", made, subject=row.person_id, fields=["basis", "valid_to"])
    return made


def lift(*, actor: Actor, representation: Representation, reason: str) -> None:
    """Open the pages again to one who was limited. Twice is once."""
    row = _held(actor, representation)
    if wrong := _without_reason(reason):
        raise InvalidInput(wrong)
    if row.limits.filter(lifted_at__isnull=True).update(lifted_at=clock.now()):
        keep_history(actor, row.person, "limit_lifted", note=reason.strip())
        audit.changed(actor, "person.limit", row, subject=row.person_id, fields=["limits"])


def _held(actor: Actor, representation: Representation) -> Representation:
    Person.objects.select_for_update().only("pk").get(pk=representation.person_id)
    rows = Representation.objects.select_for_update(of=("self",)).select_related("person", "representative")
    row = rows.get(pk=representation.pk)
    require(actor, "person.limit", row.person)
    return row


def _without_reason(reason: str) -> dict[str, Text]:
    return {} if reason.strip() else {"reason": t("Skriv hvorfor, og hvem som har bestemt det.")}
