"""Bekreftelse som PDF: made once for each referral, stored and entered in the journal (eFvf § 6)."""

from fellesplan.access import audit
from fellesplan.access.actor import Actor
from fellesplan.cases.correspondence import receipt
from fellesplan.cases.models import Case, JournalEntry, Referral
from fellesplan.cases.services import journal
from fellesplan.cases.services.wording import archived
from fellesplan.documents.letters import Language, render_letter
from fellesplan.documents.models import Document, store
from fellesplan.kernel.errors import NotFound
from fellesplan.kernel.text import t
from fellesplan.people.models import Municipality

PUBLIC_TITLE = t("Bekreftelse på mottatt melding")


def as_pdf(*, actor: Actor, tenant: Municipality, reference: str, language: Language) -> bytes:
    """Return the receipt of a referral that came on the web; the same file however often it is fetched.

    The caller knows that this visitor sent the referral. Raises NotFound for another reference.
    """
    rows = Referral.objects.select_related("case__municipality", "case__person")
    found = rows.filter(municipality=tenant, reference=reference, channel=Referral.Channel.WEB).first()
    if found is None:
        raise NotFound
    Case.objects.select_for_update().only("pk").get(pk=found.case_id)
    return _kept(found) or _made(actor, found, language)


def _kept(referral: Referral) -> bytes | None:
    entries = referral.case.journal.filter(
        direction=JournalEntry.Direction.OUT, document__kind=Document.Kind.LETTER,
        document__title=_title(referral),
    )  # fmt: skip
    entry = entries.select_related("document__content").first()
    return bytes(entry.document.content.data) if entry and entry.document else None


def _made(actor: Actor, referral: Referral, language: Language) -> bytes:
    case, data = referral.case, render_letter(receipt.content(referral, language))
    document = store(
        person=case.person, kind=Document.Kind.LETTER, title=_title(referral), media_type="application/pdf",
        data=data, by_name=actor.name,
    )  # fmt: skip
    entry = journal.add(
        case=case, direction=JournalEntry.Direction.OUT, title=archived(PUBLIC_TITLE, case.municipality),
        counterpart=referral.reporter_name[:200], author=actor.name, document=document,
    )  # fmt: skip
    audit.changed(actor, "referral.register", entry, subject=case.person_id, fields=["receipt"])
    return data


def _title(referral: Referral) -> str:
    """Return the title by which the receipt is found again, whatever language it was fetched in."""
    return f"{archived(PUBLIC_TITLE, referral.case.municipality)} {referral.reference}"
