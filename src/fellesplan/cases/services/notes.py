"""A caseworker writes down what was said or done."""

from fellesplan.access import audit
from fellesplan.access.actor import Actor
from fellesplan.access.functions import require
from fellesplan.cases.models import Case, JournalEntry
from fellesplan.cases.services import journal
from fellesplan.kernel.errors import InvalidInput
from fellesplan.kernel.text import t


def note(*, actor: Actor, case: Case, title: str, text: str) -> JournalEntry:
    """Write a note in the journal of the case. The same note sent twice is kept once."""
    require(actor, "case.handle", case)
    wrong = {}
    if not title.strip():
        wrong["title"] = t("Skriv kort hva notatet gjelder.")
    if not text.strip():
        wrong["text"] = t("Skriv notatet.")
    if wrong:
        raise InvalidInput(wrong)
    Case.objects.select_for_update().only("pk").get(pk=case.pk)
    last = case.journal.order_by("-at", "-id").first()
    if last and (last.direction, last.title, last.text, last.author) == ("note", title, text, actor.name):
        return last
    entry = journal.add(
        case=case, direction="note", title=title.strip(), public_title="Notat", author=actor.name, text=text
    )
    audit.changed(actor, "case.handle", entry, subject=case.person_id, fields=["journal"])
    return entry
