"""A refusal that has been sent, and what happens to a complaint over it."""

from datetime import timedelta
from typing import Any

from fellesplan.access.actor import Actor
from fellesplan.cases.models import Complaint, Decision
from fellesplan.cases.services import complaints_lodging, decisions
from fellesplan.cases.services.complaints_lodging import ComplaintData
from fellesplan.kernel import clock
from fellesplan.people.models import Municipality
from tests import factories as make
from tests.cases.world import World, world
from tests.fixtures import NOW

WANTS = "Vi vil ha barnekoordinator."


def refused(where: Municipality, **values: Any) -> World:
    """Make a case in which the answer no is sent."""
    here = world(where)
    here.ready(outcome="refused", dissent="Behovet er dekket.", **values)
    decisions.issue(actor=here.caseworker, case=here.case)
    here.case.refresh_from_db()
    return here


def decision(here: World) -> Decision:
    return here.case.decisions.get(replaces=None)


def data(here: World, **changes: Any) -> ComplaintData:
    values: dict[str, Any] = {"wants": WANTS, "reference": "K7M2PQRS"}
    if "decisions" not in changes:
        values["decisions"] = (decision(here).pk,)
    return ComplaintData(**{**values, **changes})


def parent(here: World) -> Actor:
    return make.actor(here.parent)


def lodge(here: World, **changes: Any) -> Complaint:
    """Let the parent complain in the portal."""
    return complaints_lodging.lodge(actor=parent(here), case=here.case, data=data(here, **changes))[0]


def register(here: World, **changes: Any) -> Complaint:
    """Register a paper complaint that came today."""
    files = {name: changes.pop(name) for name in ("attachments", "mandate") if name in changes}
    values = {"channel": "post", "name": "Anne Fjellbekk", "capacity": "representative"}
    values |= {"arrived_on": clock.today(), "handed_over": clock.today()}
    told = data(here, **{**values, **changes})
    return complaints_lodging.register(actor=here.caseworker, case=here.case, data=told, **files)[0]


def later(days: int) -> Any:
    """Let some days pass."""
    return clock.frozen(NOW + timedelta(days=days))
