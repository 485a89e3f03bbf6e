"""What the page of one case shows. The caller has fetched the case; the rest is reached through access."""

from dataclasses import dataclass
from datetime import date

from fellesplan.access.actor import Actor
from fellesplan.access.functions import visible
from fellesplan.access.policy import about
from fellesplan.cases.facts import facts_of
from fellesplan.cases.models import Case, JournalEntry, Referral
from fellesplan.cases.rules import CaseFacts, NextStep, StepView, course, next_step
from fellesplan.consent import queries as consent
from fellesplan.documents.models import Document
from fellesplan.kernel import clock
from fellesplan.people.models import Representation

JOURNAL_SHOWN = 5


@dataclass(frozen=True)
class CaseView:
    """The case with everything around it that the office may see, read in a fixed number of queries."""

    case: Case
    on: date
    facts: CaseFacts
    steps: tuple[StepView, ...]
    next: NextStep
    referrals: tuple[Referral, ...]
    acting: tuple[Representation, ...]
    journal: tuple[JournalEntry, ...]
    journal_total: int
    documents: tuple[Document, ...]
    shares: tuple[consent.SharedWith, ...]

    @property
    def referral(self) -> Referral | None:
        """Return the latest referral."""
        return self.referrals[0] if self.referrals else None


def view(actor: Actor, case: Case, *, whole_journal: bool = False) -> CaseView:
    """Return what the page of a case shows."""
    today = clock.today()
    facts = facts_of(case, today)
    entries = (
        visible(actor, "journal.read", JournalEntry).filter(case=case).select_related("document", "corrects")
    )
    newest = entries.order_by("-at", "-id")
    documents = visible(actor, "document.read", Document).filter(about(Document, [case.person_id]))
    return CaseView(
        case=case,
        on=today,
        facts=facts,
        steps=course(facts),
        next=next_step(facts, today),
        referrals=tuple(case.referrals.order_by("-received_at", "-id")),
        acting=tuple(consent.representations(case.person, today)),
        journal=tuple(newest if whole_journal else newest[:JOURNAL_SHOWN]),
        journal_total=entries.count(),
        documents=tuple(documents.order_by("-at", "-id")),
        shares=consent.shares_for(case.person, today),
    )
