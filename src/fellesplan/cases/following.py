"""Following a referral without logging in: by its reference and something only few know beside it."""

from dataclasses import dataclass
from datetime import date, datetime

from fellesplan.access import audit
from fellesplan.access.actor import Actor
from fellesplan.access.explanations import BY_REFERENCE
from fellesplan.cases.facts import preliminary_reply, procedure_of
from fellesplan.cases.models import Decision, Referral
from fellesplan.cases.rules.following import Stage, stage
from fellesplan.kernel import clock
from fellesplan.kernel.ids import is_reference
from fellesplan.people.models import Municipality
from fellesplan.procedures.deadlines import service_promise


@dataclass(frozen=True)
class Known:
    """What the visitor knows beside the reference, each reading of what was typed."""

    phone: str = ""
    email: str = ""
    day: date | None = None


@dataclass(frozen=True)
class Followed:
    """All that is shown: no name, no case number, nothing about health, not the answer."""

    stage: Stage
    received_at: datetime
    answer_by: date


def follow(*, actor: Actor, tenant: Municipality, reference: str, known: Known) -> Followed | None:
    """Return how far the referral has come; None alike for an unknown reference and a wrong second factor."""
    if not is_reference(reference):
        return None
    rows = Referral.objects.select_related("case__person", "case__municipality")
    found = rows.filter(municipality=tenant, reference=reference).first()
    if found is None or not _knows(found, known):
        return None
    audit.read(
        actor,
        "case.read",
        found.case,
        ground=BY_REFERENCE,
        subject=found.case.person_id,
        information=("stage",),
    )
    return Followed(_stage(found), found.received_at, _answer_by(found, tenant))


def _knows(referral: Referral, known: Known) -> bool:
    """A reporter knows the telephone number or e-mail address given, the person the birth date."""
    person = referral.case.person
    given = (
        referral.reporter_phone,
        referral.reporter_email.casefold(),
        person.birth_date or person.due_date,
    )
    told = (known.phone, known.email.casefold(), known.day)
    return any(mine and mine == theirs for mine, theirs in zip(told, given, strict=True))


def _stage(referral: Referral) -> Stage:
    case = referral.case
    first = case.referrals.order_by("received_at", "id").first()
    decided = Decision.objects.filter(case=case, issued_at__gte=referral.received_at).exists()
    return stage(case.state, opened_case=first == referral, decided_since=decided)


def _answer_by(referral: Referral, tenant: Municipality) -> date:
    received = clock.civil_day(referral.received_at)
    weeks = procedure_of(tenant, received).number("casework.promise_weeks")
    return (service_promise(received, weeks=weeks) if weeks else preliminary_reply(received)).date
