"""Something is kept from the parents, or no longer (pbrl § 3-4 andre, tredje og femte ledd)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from fellesplan.access import audit
from fellesplan.access.actor import Actor
from fellesplan.access.functions import require
from fellesplan.consent import queries
from fellesplan.consent.areas import EVERYTHING
from fellesplan.consent.happenings import WithholdingChanged
from fellesplan.consent.law import consent_law
from fellesplan.consent.models import Withholding
from fellesplan.consent.secrecy import Basis, kept_until, may_be_kept
from fellesplan.consent.services.checks import shareable
from fellesplan.consent.services.raising import raise_coming
from fellesplan.kernel import clock
from fellesplan.kernel.errors import InvalidInput, NotAllowed
from fellesplan.kernel.events import announce
from fellesplan.kernel.text import Text, t
from fellesplan.people.models import Person, Representation

_FIELDS = ("area", "representative", "valid_to")


@dataclass(frozen=True, kw_only=True)
class KeepData:
    """What is kept from whom. `representative`: one of the parents; None is all of them. Civil days."""

    areas: tuple[str, ...]
    basis: str
    reason: str
    representative: UUID | None = None
    child_told_on: date | None = None
    valid_to: date | None = None


def keep_from_parents(*, actor: Actor, person: Person, data: KeepData) -> list[Withholding]:
    """Keep some areas from the parents: a professional decides, and writes why. Returns a row per area.

    The same area kept from the same person twice is kept once. Raises InvalidInput by field.
    """
    _lock(person)
    require(actor, "consent.register", person)
    wrong = _wrong(person, data)
    if not data.reason.strip():
        wrong["reason"] = t("Skriv hvorfor dette ikke skal vises.")
    if data.child_told_on is None:
        wrong["child_told_on"] = t("Skriv når barnet fikk vite hva foreldrene likevel får vite.")
    elif data.child_told_on > clock.today():
        wrong["child_told_on"] = t("Skriv en dag som ikke ligger fram i tid.")
    if wrong:
        raise InvalidInput(wrong)
    return _keep(actor, person, data, asked_by_child=False)


def ask_to_keep(
    *,
    actor: Actor,
    person: Person,
    areas: tuple[str, ...],
    reason: str = "",
    representative: UUID | None = None,
) -> list[Withholding]:
    """Let a child of 12 to 15 keep something from the parents, at once; somebody looks at it afterwards.

    The page has told the child what the parents get all the same. Raises InvalidInput by field.
    """
    _lock(person)
    if actor.person != person.pk:
        raise NotAllowed
    require(actor, "consent.withdraw", person)
    data = KeepData(
        areas=areas, basis=Withholding.Basis.CHILD, reason=reason, representative=representative,
        child_told_on=clock.today(),
    )  # fmt: skip
    if wrong := _wrong(person, data):
        raise InvalidInput(wrong)
    rows = _keep(actor, person, data, asked_by_child=True)
    raise_coming([person], clock.today())
    return rows


def look_at(*, actor: Actor, row: Withholding) -> Withholding:
    """Note that a professional has looked at what the child asked for, and lets it stand."""
    held = _held(row)
    require(actor, "consent.register", held.person)
    if held.looked_at is None:
        held.looked_at, held.decided_by_name = clock.now(), actor.name
        held.save(update_fields=["looked_at", "decided_by_name"])
        audit.changed(actor, "withholding.start", held, subject=held.person_id, fields=["looked_at"])
        announce(WithholdingChanged(actor, person=held.person))
    return held


def show_again(*, actor: Actor, row: Withholding, why: str = "") -> Withholding:
    """Let the parents see it again. The child may end what it asked for; a professional must say why."""
    held = _held(row)
    own = held.asked_by_child and actor.person == held.person_id
    require(actor, "consent.withdraw" if own else "consent.register", held.person)
    if not own and not why.strip():
        raise InvalidInput({"why": t("Skriv hvorfor det kan vises igjen, og hva barnet mener.")})
    if held.ended_at is None:
        held.ended_at, held.ended_by_name, held.why_ended = clock.now(), actor.name, why.strip()
        held.save(update_fields=["ended_at", "ended_by_name", "why_ended"])
        audit.changed(actor, "withholding.end", held, subject=held.person_id, fields=["ended_at"])
        announce(WithholdingChanged(actor, person=held.person))
    return held


def _held(row: Withholding) -> Withholding:
    rows = Withholding.objects.select_for_update(of=("self",)).select_related("person")
    return rows.get(pk=row.pk)


def _lock(person: Person) -> None:
    Person.objects.select_for_update().only("pk").get(pk=person.pk)


def _wrong(person: Person, data: KeepData) -> dict[str, Text]:
    today = clock.today()
    wrong: dict[str, Text] = {}
    known = shareable(person.municipality.profile, today) | {EVERYTHING}
    if not data.areas:
        wrong["areas"] = t("Velg hva som ikke skal vises.")
    elif set(data.areas) - known:
        wrong["areas"] = t("Velg blant områdene på listen. Ett av dem finnes ikke.")
    verdict = may_be_kept(person.age(today), Basis(data.basis), consent_law(today))
    if not verdict.may:
        wrong["basis"] = verdict.reasons[0].text
    if data.representative and not _acts(person, data.representative, today):
        wrong["representative"] = t("Velg en som handler for barnet.")
    if data.valid_to and data.valid_to < today:
        wrong["valid_to"] = t("Velg en dag som ikke er over.")
    return wrong


def _acts(person: Person, representative: UUID, today: date) -> bool:
    rows = queries.representations(person, today).filter(representative_id=representative)
    return rows.filter(kind__in=Representation.PARENTAL).exists()


def _keep(actor: Actor, person: Person, data: KeepData, *, asked_by_child: bool) -> list[Withholding]:
    today = clock.today()
    last = kept_until(person.birth_date, Basis(data.basis), consent_law(today), today)
    last = min(last, data.valid_to or last)
    rows = [_one(actor, person, area, data, last, asked_by_child) for area in data.areas]
    announce(WithholdingChanged(actor, person=person, asked_by_child=asked_by_child))
    return rows


def _one(
    actor: Actor, person: Person, area: str, data: KeepData, last: date, asked_by_child: bool
) -> Withholding:
    again = Withholding.objects.filter(
        person=person, area=area, representative_id=data.representative, ended_at__isnull=True,
        valid_to__gte=clock.today(),
    ).first()  # fmt: skip
    if again:
        return again
    row = Withholding.objects.create(
        municipality_id=person.municipality_id, person=person, area=area, basis=data.basis,
        representative_id=data.representative, reason=data.reason.strip(), asked_by_child=asked_by_child,
        decided_by_name="" if asked_by_child else actor.name,
        looked_at=None if asked_by_child else clock.now(), child_told_on=data.child_told_on,
        valid_from=clock.today(), valid_to=last,
    )  # fmt: skip
    audit.changed(actor, "withholding.start", row, subject=person.pk, fields=_FIELDS)
    return row
