"""En klage kommer inn: in the portal, on paper, or orally with help (fvl §§ 28-32, pbrl §§ 7-2 og 7-3)."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from uuid import UUID

from fellesplan.access import audit
from fellesplan.access.actor import Actor
from fellesplan.access.functions import visible
from fellesplan.cases import complaint_states, legal, rights
from fellesplan.cases.complaint_law import deadline_of, latest_of, sector_of, timing
from fellesplan.cases.correspondence import complaints as letters
from fellesplan.cases.facts import procedure_of
from fellesplan.cases.models import (
    Case,
    ComplainedDecision,
    Complaint,
    ComplaintDocument,
    Decision,
    JournalEntry,
    Letter,
)
from fellesplan.cases.rules.complaint_form import ComplaintForm, obstacles
from fellesplan.cases.services import journal, progress, sending
from fellesplan.cases.services.complaints_common import keep
from fellesplan.cases.services.wording import archived
from fellesplan.documents.models import Document, store
from fellesplan.documents.uploads import Upload
from fellesplan.kernel import clock
from fellesplan.kernel.errors import InvalidInput, NotAllowed, Refused
from fellesplan.kernel.ids import is_reference, new_reference
from fellesplan.kernel.text import Text, t
from fellesplan.procedures.legal_basis import LegalBasis

_CHANNEL, _CAPACITY = Complaint.Channel, Complaint.Capacity


@dataclass(frozen=True, kw_only=True)
class ComplaintData:
    """What a complaint says. `decisions` are the ids of what is complained over.

    `reference` is made with the form, so that one that is sent twice is one complaint. `arrived_on` and
    `handed_over` are for what came on paper or orally; a portal complaint arrives now.
    """

    decisions: tuple[UUID, ...]
    wants: str
    why: str = ""
    late_reason: str = ""
    reference: str = ""
    channel: str = _CHANNEL.PORTAL
    capacity: str = _CAPACITY.SELF
    name: str = ""
    address: str = ""
    handed_over: date | None = None
    arrived_on: date | None = None
    signed: bool = True
    mandate_missing: bool = False
    works_in_field: bool | None = None


def lodge(
    *, actor: Actor, case: Case, data: ComplaintData, attachments: Sequence[Upload] = ()
) -> tuple[Complaint, ...]:
    """Lodge a complaint as the person, or as who acts for the person; the login is the signature.

    Returns one complaint for each set of rules among what is complained over. The same reference gives the
    same complaints. Raises InvalidInput, and Refused while another complaint over the same is open.
    """
    own = actor.person == case.person_id
    told = replace(
        data, channel=_CHANNEL.PORTAL, capacity=_CAPACITY.SELF if own else _CAPACITY.REPRESENTATIVE,
        name=actor.name, handed_over=None, arrived_on=None, signed=True, mandate_missing=False,
    )  # fmt: skip
    return _lodge(actor, case, told, attachments, None)


def register(
    *,
    actor: Actor,
    case: Case,
    data: ComplaintData,
    attachments: Sequence[Upload] = (),
    mandate: Upload | None = None,
) -> tuple[Complaint, ...]:
    """Register a complaint that came on paper, or was told and written down together with who complains.

    Raises as `lodge` does.
    """
    if not actor.employee:
        raise NotAllowed
    _check_days(data)
    return _lodge(actor, case, data, attachments, mandate)


def open_to_complaint(case: Case) -> list[Decision]:
    """Return the decisions one may complain over: sent, not withdrawn, and not replaced by new ones."""
    rows = case.decisions.filter(issued_at__isnull=False).exclude(outcome=Decision.Outcome.WITHDRAWN)
    standing = rows.exclude(replaced_by__issued_at__isnull=False)
    found = standing.select_related("case__municipality", "letter").order_by("id")
    return sorted(found, key=lambda row: rights.ORDER.index(row.right))


def _lodge(
    actor: Actor, case: Case, data: ComplaintData, attachments: Sequence[Upload], mandate: Upload | None
) -> tuple[Complaint, ...]:
    case = progress.lock(case)
    over = _allowed(actor, case, data.decisions)
    if again := _same(case, data.reference):
        return again
    form = ComplaintForm(
        capacity=data.capacity, channel=data.channel, wants=data.wants, has_mandate=mandate is not None,
        mandate_missing=data.mandate_missing, works_in_field=data.works_in_field, signed=data.signed,
    )  # fmt: skip
    if wrong := obstacles(form):
        raise InvalidInput(wrong)
    _none_open(over)
    known = replace(data, reference=_reference(data.reference))
    files = [*attachments, *([mandate] if mandate else [])]
    stored = [_store(case, file, actor) for file in files]
    return tuple(_keep(actor, case, group, known, stored) for group in _by_rules(over))


def _allowed(actor: Actor, case: Case, ids: Iterable[UUID]) -> list[Decision]:
    """Return what is complained over, in order; raises NotAllowed for what the actor may not, or not now."""
    wanted = set(ids)
    if not wanted:
        raise InvalidInput({"decisions": t("Velg hvilket svar klagen gjelder.")})
    may = set(visible(actor, "complaint.lodge", Decision).filter(case=case).values_list("pk", flat=True))
    if not wanted <= may:
        raise NotAllowed
    found = [row for row in open_to_complaint(case) if row.pk in wanted]
    if len(found) != len(wanted):
        raise Refused(t("Svaret er erstattet av et nytt. Klag på det nye svaret."))
    return found


def _same(case: Case, reference: str) -> tuple[Complaint, ...]:
    return tuple(case.complaints.filter(reference=reference).order_by("id")) if reference else ()


def _reference(wanted: str) -> str:
    """Return the reference that came with the form; a new one for nonsense, or one another case has."""
    taken = not is_reference(wanted) or Complaint.objects.filter(reference=wanted).exists()
    return new_reference() if taken else wanted


def _none_open(over: list[Decision]) -> None:
    busy = Complaint.objects.filter(over__decision__in=over, state__in=complaint_states.OPEN).first()
    if busy:
        text = t(
            "Det ligger alt en klage på dette svaret, med referanse {reference}. Send det nye til den.",
            reference=busy.reference,
        )
        raise Refused(text)


def _by_rules(over: list[Decision]) -> list[list[Decision]]:
    groups: dict[str, list[Decision]] = defaultdict(list)
    for decision in over:
        groups[sector_of(decision)].append(decision)
    return list(groups.values())


def _check_days(data: ComplaintData) -> None:
    wrong: dict[str, Text] = {}
    today = clock.today()
    if data.arrived_on is None:
        wrong["arrived_on"] = t("Skriv hvilken dag klagen kom fram.")
    elif data.arrived_on > today:
        wrong["arrived_on"] = t("Klagen kan ikke ha kommet fram etter i dag.")
    if data.handed_over and data.arrived_on and data.handed_over > data.arrived_on:
        wrong["handed_over"] = t("Klagen kan ikke være sendt etter at den kom fram.")
    if not data.name.strip():
        wrong["name"] = t("Skriv hvem som klager.")
    if wrong:
        raise InvalidInput(wrong)


def _keep(
    actor: Actor, case: Case, over: list[Decision], data: ComplaintData, files: list[Document]
) -> Complaint:
    first, today = over[0], clock.today()
    arrived = data.arrived_on or today
    due, last = deadline_of(first), latest_of(first)
    given = data.handed_over if data.channel == _CHANNEL.POST else data.handed_over or arrived
    verdict = timing(first, data.channel, handed_over=given, arrived=arrived, on=arrived)
    row = Complaint.objects.create(
        municipality_id=case.municipality_id, case=case, reference=data.reference, sector=sector_of(first),
        rights=[one.right for one in over], channel=data.channel, complainant_id=actor.person,
        complainant_name=data.name.strip()[:200], complainant_address=data.address.strip()[:300],
        capacity=data.capacity, wants=data.wants.strip(), why=data.why.strip(),
        late_reason=data.late_reason.strip(), received_at=_arrival(arrived), registered_by_id=actor.employee,
        handed_over=given, signed_on=arrived if data.signed else None, mandate_missing=data.mandate_missing,
        deadline=due.date, latest=last.date, paragraph=due.paragraph, timing=str(verdict.timing),
        body=_body(case, first),
    )  # fmt: skip
    for one in over:
        ComplainedDecision.objects.create(municipality_id=case.municipality_id, complaint=row, decision=one)
    keep(actor, row, "received")
    audit.changed(actor, "complaint.lodge", row, subject=case.person_id, fields=["received"])
    _enter(actor, row, files)
    _confirm(actor, row)
    progress.refresh(case)
    return row


def _arrival(arrived: date) -> datetime:
    """Return when it arrived: now if it was today, else at noon of the day."""
    if arrived == clock.today():
        return clock.now()
    return datetime.combine(arrived, time(12), clock.NORWAY)


def _body(case: Case, decision: Decision) -> str:
    on = clock.today()
    basis = LegalBasis(decision.legal_basis)
    return legal.complaint(basis, procedure_of(case.municipality, on), case.municipality.language, on=on).body


def _store(case: Case, file: Upload, actor: Actor) -> Document:
    return store(
        person=case.person, kind=file.kind, title=file.name, media_type=file.media_type, data=file.data,
        by_name=actor.name,
    )  # fmt: skip


def _enter(actor: Actor, row: Complaint, files: list[Document]) -> None:
    """Store the complaint itself, and enter it and what came with it in the journal."""
    case = row.case
    title = t("Klage på svar om {rights}", rights=rights.listed(rights.ordered(row.rights)))
    words = archived(title, case.municipality)
    own = store(
        person=case.person, kind=Document.Kind.ATTACHMENT, title=words, media_type=sending.PDF,
        data=letters.sheet(row), by_name=row.complainant_name,
    )  # fmt: skip
    for document in (own, *files):
        ComplaintDocument.objects.create(municipality=case.municipality, complaint=row, document=document)
    for number, document in enumerate((own, *files)):
        attached = archived(t("Vedlegg til klage"), case.municipality)
        journal.add(
            case=case, direction=JournalEntry.Direction.IN, title=attached if number else words,
            public_title=attached if number else "Klage", counterpart=row.complainant_name,
            author=actor.name if row.registered_by_id else "", document=document,
            dated=clock.civil_day(row.received_at),
        )  # fmt: skip


def _confirm(actor: Actor, row: Complaint) -> Letter:
    """Send the receipt, at once (eFvf § 6)."""
    content = letters.receipt(row, actor.name if actor.employee else letters.office_name(row))
    return sending.send(
        actor=actor, action="complaint.lodge", case=row.case, kind=Letter.Kind.COMPLAINT_RECEIPT,
        content=content, to=letters.recipient(row).names, public_title="Bekreftelse på klage",
    )  # fmt: skip
