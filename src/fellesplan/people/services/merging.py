"""Two persons become one, and two again."""

from django.db.models import Q

from fellesplan.access import audit
from fellesplan.access.actor import Actor
from fellesplan.access.functions import require
from fellesplan.kernel import clock
from fellesplan.kernel.errors import Refused
from fellesplan.kernel.events import announce
from fellesplan.kernel.text import t
from fellesplan.people.happenings import PersonsMerged
from fellesplan.people.merging import filling, rules
from fellesplan.people.merging.links import links
from fellesplan.people.merging.recorder import Recorder, take_back
from fellesplan.people.models import Person, PersonMerge
from fellesplan.people.services.locks import keep_history


def merge(*, actor: Actor, survivor: Person, loser: Person) -> PersonMerge:
    """Let all that is kept about `loser` be kept about `survivor`. The same sent twice is once.

    What is written once keeps the id it was written under. Raises Refused when something must be done first.
    """
    one, other = _both(actor, survivor, loser)
    if other.merged_into_id == one.pk:
        return PersonMerge.objects.get(loser=other, undone_at__isnull=True)
    if wrong := rules.obstacles(one, other):
        raise Refused(wrong[0])
    made = PersonMerge.objects.create(
        municipality_id=one.municipality_id, loser=other, survivor=one, by_name=actor.name
    )
    _make_one(Recorder(made), one, other)
    _tell(actor, made, "merged")
    announce(PersonsMerged(actor, merge=made))
    return made


def undo(*, actor: Actor, merge: PersonMerge) -> PersonMerge:
    """Make the two of a merge two again, as they were. What is new since then stays with the survivor.

    Twice is once. Raises Refused while a later merge of one of them stands.
    """
    held = PersonMerge.objects.select_for_update(of=("self",)).get(pk=merge.pk)
    one, other = _both(actor, held.survivor, held.loser)
    if held.undone_at:
        return held
    later = PersonMerge.objects.filter(undone_at__isnull=True, at__gte=held.at).exclude(pk=held.pk)
    both = (one, other)
    if later.filter(Q(survivor__in=both) | Q(loser__in=both), pk__gt=held.pk).exists():
        raise Refused(t("En av dem er slått sammen med en tredje etterpå. Angre det først."))
    take_back(held.rows.order_by("-order"))
    held.undone_at, held.undone_by_name = clock.now(), actor.name
    held.save(update_fields=["undone_at", "undone_by_name"])
    _tell(actor, held, "merge_undone")
    announce(PersonsMerged(actor, merge=held, undone=True))
    return held


def _both(actor: Actor, survivor: Person, loser: Person) -> tuple[Person, Person]:
    """Return the two, held in the order of their ids; both must be open to the actor."""
    rows = Person.objects.select_for_update(of=("self",)).filter(pk__in=(survivor.pk, loser.pk))
    found = {row.pk: row for row in rows.order_by("pk")}
    for row in found.values():
        require(actor, "person.merge", row)
    return found[survivor.pk], found[loser.pk]


def _make_one(recorder: Recorder, survivor: Person, loser: Person) -> None:
    filling.fill(recorder, survivor, loser)
    for link in links():
        for row in list(link.rows(loser)):
            rules.move(recorder, row, link, survivor)
    recorder.change(loser, merged_into=survivor)
    rules.adjust(recorder, survivor, loser)


def _tell(actor: Actor, made: PersonMerge, event: str) -> None:
    """Write down with both what was done: either log tells it."""
    for person in (made.survivor, made.loser):
        keep_history(actor, person, event, str(made.pk))
        audit.changed(actor, "person.merge", made, subject=person.pk, fields=[event])
