"""The receipt: what is told at once about a referral that has come in. It lies in the session too."""

from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.sessions.backends.base import SessionBase
from django.utils.translation import gettext as _

from fellesplan.cases.data import ReferralData
from fellesplan.cases.facts import preliminary_reply, procedure_of
from fellesplan.cases.models import Referral, Right
from fellesplan.kernel import clock
from fellesplan.people.models import Municipality
from fellesplan.procedures.deadlines import service_promise
from fellesplan.web.components import words
from fellesplan.web.components.presenters import Step


@dataclass(frozen=True)
class Receipt:
    """Reference, time, the person's first name, and the days that follow from the rules."""

    reference: str
    at: datetime
    name: str
    answer_by: date
    promised: bool
    mandate_later: bool
    for_child: bool
    reporter: str = ""
    asks_first: bool = False

    @property
    def is_own(self) -> bool:
        return self.reporter == Referral.Reporter.SELF and bool(self.name)

    @property
    def follows(self) -> bool:
        """Return whether the one who reports can read the case afterwards: others may not (hpl. § 21)."""
        return self.reporter in {Referral.Reporter.SELF, Referral.Reporter.PARENT, Referral.Reporter.GUARDIAN}

    @property
    def steps(self) -> tuple[Step, ...]:
        return (
            Step(
                _("Vi leser meldingen"),
                "now",
                _("Så snart vi kan"),
                self._contact,
            ),
            Step(self._answer, "next", self._latest, self._if_late if self.follows else self._told),
            Step(self._then, "next", _("Hvis svaret er ja"), self._wishes),
        )

    @property
    def _contact(self) -> str:
        if not self.asks_first:
            return _("En saksbehandler tar kontakt, hører hva som trengs, og svarer på det du lurer på.")
        if self.follows:
            return _("En saksbehandler tar kontakt. Vi gjør ikke mer før vi har fått ja.")
        return _("Vi spør den det gjelder, før vi gjør noe mer.")

    @property
    def _answer(self) -> str:
        if self.follows:
            return _("Svaret kommer i et brev")
        return _("Den det gjelder, får svaret i et brev")

    @property
    def _told(self) -> str:
        return _("Vi har taushetsplikt. Du får vite svaret bare hvis den det gjelder, vil det.")

    @property
    def _wishes(self) -> str:
        if self.follows:
            return _("Du kan si hvem du ønsker. Får du nei, kan du klage.")
        return _("Den det gjelder, kan si hvem de ønsker, og kan klage på et nei.")

    @property
    def _latest(self) -> str:
        return _("Senest %(day)s") % {"day": words.weekday_and_day(self.answer_by)}

    @property
    def _if_late(self) -> str:
        if self.promised:
            return _("Det har kommunen lovet. Tar det lengre tid, får du vite hvorfor.")
        return _(
            "Blir vi ikke ferdige, får du et brev den dagen. Der står det hvorfor, og når svaret kommer."
        )

    @property
    def _then(self) -> str:
        return (
            _("Familien får en barnekoordinator") if self.for_child else _("Det blir oppnevnt en koordinator")
        )


def keep(session: SessionBase, tenant: Municipality, referral: Referral, data: ReferralData) -> None:
    """Keep the receipt in the session."""
    received = clock.civil_day(referral.received_at)
    weeks = procedure_of(tenant, received).number("casework.promise_weeks")
    reply = service_promise(received, weeks=weeks) if weeks else preliminary_reply(received)
    session[_key(tenant)] = {
        "reference": referral.reference,
        "at": referral.received_at.isoformat(),
        "name": data.given_name,
        "answer_by": reply.date.isoformat(),
        "promised": bool(weeks),
        "mandate_later": bool(data.extra.get("missing_attachments")),
        "reporter": data.reporter,
        "asks_first": data.consent_obtained == Referral.ConsentObtained.NO,
        "for_child": Right.CHILD_COORDINATOR.value in data.wants,
    }


def of(session: SessionBase, tenant: Municipality) -> Receipt | None:
    """Return the receipt of what this browser sent last."""
    raw = session.get(_key(tenant))
    if raw is None:
        return None
    moment, day = datetime.fromisoformat(raw["at"]), date.fromisoformat(raw["answer_by"])
    return Receipt(**(raw | {"at": moment, "answer_by": day}))


def forget(session: SessionBase, tenant: Municipality) -> None:
    """Take the receipt away from a borrowed telephone."""
    session.pop(_key(tenant), None)


def _key(tenant: Municipality) -> str:
    return f"kvittering:{tenant.slug}"
