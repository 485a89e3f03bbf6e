from fellesplan.people.models.account import Account
from fellesplan.people.models.emergency import EmergencySession, EmergencyState
from fellesplan.people.models.employees import Assignment, Employee
from fellesplan.people.models.history import PersonState
from fellesplan.people.models.limits import AccessLimit
from fellesplan.people.models.merge import MergedRow, PersonMerge
from fellesplan.people.models.municipality import Municipality, Unit
from fellesplan.people.models.numbers import PersonNumber
from fellesplan.people.models.person import Person
from fellesplan.people.models.representation import Representation

__all__ = [
    "AccessLimit",
    "Account",
    "Assignment",
    "EmergencySession",
    "EmergencyState",
    "Employee",
    "MergedRow",
    "Municipality",
    "Person",
    "PersonMerge",
    "PersonNumber",
    "PersonState",
    "Representation",
    "Unit",
]
