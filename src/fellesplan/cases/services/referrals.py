"""Melding om behov comes in: on the web by anybody, or told to an employee (hpl § 38 a, eFvf § 6)."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, datetime, time

from fellesplan.access import audit
from fellesplan.access.actor import Actor
from fellesplan.access.functions import require
from fellesplan.cases import states
from fellesplan.cases.data import ReferralData
from fellesplan.cases.facts import facts_of_new, procedure_of
from fellesplan.cases.models import Case, CaseNumber, Referral, ReferralDocument, Right
from fellesplan.cases.services import journal, progress
from fellesplan.cases.services.wording import archived
from fellesplan.documents.models import Document, store
from fellesplan.documents.uploads import Upload
from fellesplan.kernel import clock
from fellesplan.kernel.errors import InvalidInput
from fellesplan.kernel.ids import new_reference
from fellesplan.kernel.text import Text, t
from fellesplan.people.models import Municipality, Person
from fellesplan.people.services import find_or_add

_AS_IT_CAME = (
    "channel", "reporter", "reporter_name", "reporter_organisation", "reporter_phone", "reporter_email",
    "need", "services", "consent_obtained", "wished_coordinator", "urgent",
)  # fmt: skip
JOURNAL_TITLE = t("Melding - behov for koordinerte tjenester")
"""The title Ålesund's procedure gives it; all municipalities use it."""


def register(
    *,
    actor: Actor,
    tenant: Municipality,
    data: ReferralData,
    attachments: Sequence[Upload] = (),
    person: Person | None = None,
) -> Referral:
    """Keep a referral, with the person and the open case it belongs to, and return it.

    On the web anybody may report, also without logging in; the other channels need `referral.register`, and
    whoever registers takes the case if it is new.
    `person`: who it is, when the caller has found them. Raises InvalidInput by field.
    """
    if data.channel != Referral.Channel.WEB:
        require(actor, "referral.register", tenant)
    _check(data)
    series = _series(tenant)
    if again := _the_same(tenant, data):
        return again
    person = person or _person(actor, tenant, data)
    case = _open_case(person, data) or _new_case(actor, tenant, person, data, series)
    referral = _keep(actor, case, data)
    documents = [_attach(referral, person, file, data) for file in attachments]
    journal.add(
        case=case, direction="in", title=archived(JOURNAL_TITLE, tenant), counterpart=_sender(data),
        author=actor.name, document=documents[0] if documents else None, dated=_received(data),
    )  # fmt: skip
    audit.changed(actor, "referral.register", referral, subject=person.id, fields=["referral"])
    _set_off(actor, case)
    return referral


def _check(data: ReferralData) -> None:
    """Raise InvalidInput for what nobody can work without."""
    wrong: dict[str, Text] = {}
    if not data.family_name.strip():
        wrong["family_name"] = t("Skriv etternavnet.")
    if not data.birth_number and not data.birth_date and not data.due_date:
        wrong["birth_date"] = t("Skriv fødselsdatoen, eller termindatoen hvis barnet ikke er født.")
    if not data.need.strip():
        wrong["need"] = t("Skriv litt om hva som er vanskelig.")
    if not data.reporter_name.strip():
        wrong["reporter_name"] = t("Skriv navnet på den som melder.")
    if data.received_on and data.received_on > clock.today():
        wrong["received_on"] = t("Skriv dagen meldingen kom. Den kan ikke ligge fram i tid.")
    if wrong:
        raise InvalidInput(wrong)


def _series(tenant: Municipality) -> CaseNumber:
    """Return this year's number series, locked: one referral at a time per municipality."""
    rows, year = CaseNumber.objects.select_for_update(), clock.today().year
    return rows.get_or_create(municipality=tenant, year=year)[0]


def _the_same(tenant: Municipality, data: ReferralData) -> Referral | None:
    if not data.reference:
        return None
    rows = Referral.objects.select_related("case__person")
    return rows.filter(municipality=tenant, reference=data.reference).first()


def _person(actor: Actor, tenant: Municipality, data: ReferralData) -> Person:
    """Someone who is logged in and reports for themselves is that person."""
    if actor.person and data.reporter == Referral.Reporter.SELF:
        return Person.objects.get(pk=actor.person)
    return find_or_add(municipality=tenant, data=data)


def _open_case(person: Person, data: ReferralData) -> Case | None:
    Person.objects.select_for_update().only("pk").get(pk=person.pk)
    rows = Case.objects.select_related("person", "municipality")
    return rows.filter(person=person).exclude(state=states.CLOSED).first()


def _new_case(
    actor: Actor, tenant: Municipality, person: Person, data: ReferralData, series: CaseNumber
) -> Case:
    series.last += 1
    series.save(update_fields=["last"])
    case = Case.objects.create(
        municipality=tenant, person=person, number=f"{series.year}/{series.last:04}", opened_at=clock.now(),
        received_on=_received(data), profile_version=procedure_of(tenant, clock.today()).version,
        caseworker_id=None if data.channel == Referral.Channel.WEB else actor.employee,
    )  # fmt: skip
    progress.keep_history(actor, case, "received", data.reporter_name)
    return case


def _received(data: ReferralData) -> date:
    return data.received_on or clock.today()


def _received_at(data: ReferralData) -> datetime:
    """Return the moment it came; for an earlier day only the day is known, and noon stands for it."""
    if data.received_on is None or data.received_on == clock.today():
        return clock.now()
    return datetime.combine(data.received_on, time(12), clock.NORWAY)


def _keep(actor: Actor, case: Case, data: ReferralData) -> Referral:
    own = asdict(data)
    return Referral.objects.create(
        municipality_id=case.municipality_id, case=case, reference=data.reference or new_reference(),
        received_at=_received_at(data), registered_by_id=actor.employee,
        wants=[right for right in data.wants if right in Right.values],
        extra={**_told(data), **data.extra}, **{name: own[name] for name in _AS_IT_CAME},
    )  # fmt: skip


def _told(data: ReferralData) -> dict[str, object]:
    """Return what was said about the person, kept as it was said: it may differ from what is known."""
    told = {
        "phone": data.phone, "address": data.address, "postal_code": data.postal_code,
        "postal_place": data.postal_place, "interpreter": data.interpreter, "gp": data.gp,
        "parents": [asdict(parent) for parent in data.parents],
    }  # fmt: skip
    return {name: value for name, value in told.items() if value}


def _attach(referral: Referral, person: Person, file: Upload, data: ReferralData) -> Document:
    document = store(
        person=person, kind=file.kind, title=file.name, media_type=file.media_type, data=file.data,
        by_name=data.reporter_name,
    )  # fmt: skip
    ReferralDocument.objects.create(
        municipality_id=referral.municipality_id, referral=referral, document=document
    )
    return document


def _sender(data: ReferralData) -> str:
    return ", ".join(part for part in (data.reporter_name, data.reporter_organisation) if part)[:200]


def _set_off(actor: Actor, case: Case) -> None:
    """A new case waits for consent, unless it lives already; an open one only finds its next step anew."""
    if case.state == states.RECEIVED:
        facts = facts_of_new(case)
        event = "consent_obtained" if facts.consent.is_live else "consent_missing"
        progress.move_held(actor, case, event, facts=facts)
    else:
        progress.refresh(case)
