"""What people have looked at: real reads by those who may, so that the log has something to tell."""

from uuid import UUID

from fellesplan.access import audit
from fellesplan.access.functions import fetch
from fellesplan.cases.models import Case
from fellesplan.config.demo.places import Place
from fellesplan.people.models import Person
from fellesplan.plans.models import Participant, Plan
from fellesplan.plans.queries import INFORMATION

_BY_COORDINATOR = (-41, -27, -13, -1)
_BY_PARTICIPANT = (-30, -8)
_BY_OFFICE = (-60, -20)


def look(place: Place) -> None:
    """Let coordinators, participants and the office read what they may."""
    with audit.buffered():
        for plan in Plan.objects.filter(tool=Plan.Tool.INDIVIDUAL_PLAN).order_by("id"):
            _look_at(place, plan)


def _look_at(place: Place, plan: Plan) -> None:
    for days in _BY_COORDINATOR:
        _read(place, "coordinator", days, plan.pk)
    posts = {employee.pk: key for key, employee in place.staff.items()}
    rows = Participant.objects.filter(plan=plan, employee__isnull=False).values_list("employee_id", flat=True)
    for number, key in enumerate(sorted(posts[pk] for pk in rows)):
        if key != "coordinator":
            for days in _BY_PARTICIPANT:
                _read(place, key, days + number, plan.pk)
    for days in _BY_OFFICE:
        _read_case(place, plan.person, days)


def _read(place: Place, post: str, days: int, plan: UUID) -> None:
    with place.days.at(days, 9.25):
        fetch(place.post(post), "plan.read", Plan, plan, information=INFORMATION)


def _read_case(place: Place, person: Person, days: int) -> None:
    case = person.cases.get()
    with place.days.at(days, 10.75):
        fetch(place.post("caseworker"), "case.read", Case, case.pk, information=("case",))
