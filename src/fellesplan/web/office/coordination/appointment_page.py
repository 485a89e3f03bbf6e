"""Everything the page where a coordinator is found shows, gathered before it is drawn."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from fellesplan.access.actor import Actor
from fellesplan.access.functions import visible
from fellesplan.cases.facts import procedure_of
from fellesplan.cases.models import Case
from fellesplan.coordinators import candidates, queries, states
from fellesplan.coordinators.candidates import Suggested, SuggestedUnit
from fellesplan.coordinators.models import Appointment, Kind, Nomination
from fellesplan.coordinators.readiness import NAMES, granted_kinds, lacking
from fellesplan.kernel.text import Text
from fellesplan.people.models import Unit
from fellesplan.procedures.loader import Procedure
from fellesplan.web.components.glue import translate
from fellesplan.web.components.presenters import Choice, Sentence


@dataclass(frozen=True)
class AppointmentPage:
    """One case and one kind of coordinator."""

    case: Case
    kind: str
    procedure: Procedure
    lacking: Text | None
    nominations: tuple[Nomination, ...]
    current: tuple[Appointment, ...]
    units: tuple[SuggestedUnit, ...]
    others: tuple[tuple[str, str], ...]
    people: tuple[Suggested, ...]
    wished: str
    sentence: Sentence | None
    rule: Text | None

    @property
    def kind_name(self) -> str:
        return translate(NAMES[self.kind])

    @property
    def asked(self) -> Nomination | None:
        """Return a question that waits for an answer."""
        return next((row for row in self.nominations if row.state == states.ASKED), None)

    @property
    def named(self) -> Nomination | None:
        """Return an answer that names somebody who is not appointed yet."""
        rows = (row for row in self.nominations if row.state == states.NAMED)
        return next((row for row in rows if not hasattr(row, "appointment")), None)

    @property
    def live(self) -> Appointment | None:
        """Return who has the task, or is to begin, with no end set."""
        return next((row for row in self.current if row.valid_to is None), None)

    @property
    def replaces(self) -> str:
        return self.live.employee.name if self.live else ""


def appointment_page(actor: Actor, case: Case, query: Mapping[str, str], today: date) -> AppointmentPage:
    """Gather the page for the kind in the address, or the first that is granted; bounded queries."""
    procedure = procedure_of(case.municipality, today)
    kinds = granted_kinds(case) or _asked_for(case)
    kind = query.get("rolle", "") if query.get("rolle") in kinds else kinds[0]
    heavy = query.get("behov") == "tungt"
    serving = candidates.serving_units(case)
    unit_kinds = candidates.unit_kinds(procedure, case.person, kind, today, heavy=heavy)
    nominations = tuple(row for row in queries.nominations_of(actor, case.pk) if row.kind == kind)
    wished = nominations[0].wished if nominations else candidates.wish(case)
    rule = procedure.find(candidates.SOURCE)
    return AppointmentPage(
        case=case,
        kind=kind,
        procedure=procedure,
        lacking=lacking(case, kind, today),
        nominations=nominations,
        current=tuple(row for row in queries.appointments_of(actor, case.pk, today) if row.kind == kind),
        units=candidates.units_to_ask(actor, unit_kinds, serving),
        others=_units(actor),
        people=candidates.candidates(
            actor, case, procedure, today, kinds=unit_kinds, wished=wished, serving=serving
        ),
        wished=wished,
        sentence=_sentence(procedure, kinds, kind, heavy),
        rule=rule.text if rule else None,
    )


def _asked_for(case: Case) -> tuple[str, ...]:
    """Return the kinds that were asked for, koordinator when nothing is known."""
    wanted = {right for wants in case.referrals.values_list("wants", flat=True) for right in wants}
    return tuple(kind for kind in Kind.values if kind in wanted) or (Kind.COORDINATOR.value,)


def _units(actor: Actor) -> tuple[tuple[str, str], ...]:
    rows = visible(actor, "unit.read", Unit).filter(active=True).order_by("name")
    return tuple((str(pk), name) for pk, name in rows.values_list("pk", "name"))


def _sentence(procedure: Procedure, kinds: tuple[str, ...], kind: str, heavy: bool) -> Sentence | None:
    """Only what there is to choose: which role, and how heavy the need is where that changes who is asked."""
    roles = tuple((each, translate(NAMES[each])) for each in kinds)
    role = Choice("rolle", _("Rolle"), roles, kind)
    need = Choice("behov", _("Behovet"), (("", _("vanlig")), ("tungt", _("tungt"))), "tungt" if heavy else "")
    weighs = candidates.weighs_need(procedure)
    if len(kinds) > 1 and weighs:
        return Sentence.build(_("Finn {rolle} når behovet er {behov}."), [role, need])
    if weighs:
        return Sentence.build(_("Vis hvem vi spør når behovet er {behov}."), [need])
    return Sentence.build(_("Finn {rolle}."), [role]) if len(kinds) > 1 else None
