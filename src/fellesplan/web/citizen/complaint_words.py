"""The course of a complaint, in words for whoever has complained."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from fellesplan.access.actor import Actor
from fellesplan.access.functions import visible
from fellesplan.cases import complaint_states as states
from fellesplan.cases import rights
from fellesplan.cases.complaint_facts import answer_by, defects_of
from fellesplan.cases.models import Complaint
from fellesplan.kernel import clock
from fellesplan.people.models import Person
from fellesplan.web.citizen.room import Room
from fellesplan.web.components import words
from fellesplan.web.components.glue import translate
from fellesplan.web.components.presenters import Step

_OFFICE = frozenset(states.AT_OFFICE)
_ANSWER = frozenset({*states.ANSWERED, states.CLOSED})


@dataclass(frozen=True)
class ComplaintLine:
    """A complaint as it stands, for the page of the case and for its own."""

    row: Complaint
    url: str
    about: str
    title: str
    text: str
    steps: tuple[Step, ...]
    is_open: bool
    may_withdraw: bool


def complaints_of(actor: Actor, person: Person) -> list[Complaint]:
    """Return the complaints about the person's answers, the latest first."""
    rows = visible(actor, "complaint.read", Complaint).filter(case__person=person)
    return list(rows.select_related("case").order_by("-received_at", "-id"))


def line_of(room: Room, row: Complaint) -> ComplaintLine:
    """Return one complaint in words."""
    title, text = _now(row)
    return ComplaintLine(
        row=row, url=room.url("my-complaint", complaint=row.pk),
        about=translate(rights.listed(rights.ordered(row.rights))), title=title, text=text,
        steps=_steps(row), is_open=row.state in states.OPEN,
        may_withdraw=states.COMPLAINT.allows(row.state, "withdrawn"),
    )  # fmt: skip


def _now(row: Complaint) -> tuple[str, str]:
    """Return where it stands and what comes next."""
    body = {"body": row.body}
    return {
        states.RECEIVED: (_("Vi har fått klagen"), _received(row)),
        states.NEEDS_COMPLETION: (
            _("Klagen mangler noe"),
            _("Vi har skrevet til deg om hva som mangler. Send det innen %(day)s.") % {"day": _by(row)},
        ),
        states.UNDER_REASSESSMENT: (
            _("Vi ser på saken en gang til"),
            _("Kanskje endrer vi svaret. Hvis ikke, sender vi klagen til %(body)s.") % body,
        ),
        states.CHANGING: (
            _("Vi skriver et nytt svar"),
            _("Du får det i et brev. Det gamle svaret gjelder til det nye er sendt."),
        ),
        states.CHANGED: (
            _("Vi har endret svaret"),
            _("Det nye svaret finner du under «Brev i saken»."),
        ),
        states.ANNULLED: (
            _("Svaret gjelder ikke lenger"),
            _("Vi avgjør saken på nytt, og skriver til deg."),
        ),
        states.DISMISSED: (
            _("Vi kan ikke behandle klagen"),
            _("I brevet står det hvorfor, og hvordan du kan klage på det."),
        ),
        states.WITHDRAWN: (_("Klagen er trukket"), _("Svaret står som før.")),
        states.SENT: (
            _("Klagen er hos %(body)s") % body,
            _("De avgjør klagen og skriver til deg. Vi vet ikke når svaret kommer."),
        ),
        states.BODY_UPHELD: (
            _("%(body)s er enig med kommunen") % body, _("Svaret står som før."),
        ),
        states.BODY_CHANGED: (
            _("%(body)s har endret svaret") % body, _("Vi retter oss etter det, og skriver til deg."),
        ),
        states.BODY_ANNULLED: (
            _("%(body)s har opphevet svaret") % body, _("Vi avgjør saken på nytt, og skriver til deg."),
        ),
        states.BODY_DISMISSED: (
            _("%(body)s har avvist klagen") % body, _("Svaret står som før."),
        ),
        states.CLOSED: (_("Klagen er ferdig behandlet"), ""),
    }[row.state]  # fmt: skip


def _received(row: Complaint) -> str:
    if defects_of(row):
        return _("Den mangler noe. Vi skriver til deg om hva det er.")
    if row.timing in (Complaint.Timing.LATE, Complaint.Timing.TOO_LATE):
        return _("Den kom etter fristen. Vi ser på om vi likevel kan behandle den.")
    return _("Nå ser vi på saken en gang til.")


def _by(row: Complaint) -> str:
    return words.day(row.completion_by, year=True) if row.completion_by else ""


def _steps(row: Complaint) -> tuple[Step, ...]:
    """Return the road of a complaint, as far as it has come."""
    came = Step(
        _("Klagen kom"), "done", _day(clock.civil_day(row.received_at)),
        _("Referansen er %(reference)s.") % {"reference": row.reference},
    )  # fmt: skip
    if row.state == states.WITHDRAWN:
        return (came, Step(_("Klagen er trukket"), "done"))
    if row.state == states.DISMISSED:
        return (came, Step(_("Klagen er avvist"), "done", _settled(row)))
    at_office = row.state in _OFFICE
    due = _("Du hører fra oss senest %(day)s.") % {
        "day": words.day(answer_by(clock.civil_day(row.received_at)))
    }
    own = Step(
        _("Kommunen ser på saken en gang til"), "now" if at_office else "done",
        _("Her er vi nå") if at_office else _settled(row), due if at_office else "",
    )  # fmt: skip
    if row.state in (states.CHANGED, states.ANNULLED) or (row.state == states.CLOSED and not row.package_id):
        return (came, own, Step(_("Du får et nytt svar"), "next" if row.state == states.ANNULLED else "done"))
    return (came, own, _body(row))


def _body(row: Complaint) -> Step:
    title = _("%(body)s avgjør klagen") % {"body": row.body}
    if row.state in _ANSWER:
        return Step(title, "done", _day(row.answered_on) if row.answered_on else "")
    if row.state == states.SENT:
        return Step(title, "now", _("Her er vi nå"))
    return Step(title, "next", _("Hvis vi ikke endrer svaret"))


def _settled(row: Complaint) -> str:
    return _day(row.settled_on) if row.settled_on else ""


def _day(day: date) -> str:
    text = words.weekday_and_day(day)
    return text[:1].upper() + text[1:]
