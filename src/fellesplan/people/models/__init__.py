from fellesplan.people.models.account import Account
from fellesplan.people.models.employees import Assignment, Employee
from fellesplan.people.models.municipality import Municipality, Unit
from fellesplan.people.models.person import Person
from fellesplan.people.models.representation import Representation

__all__ = ["Account", "Assignment", "Employee", "Municipality", "Person", "Representation", "Unit"]
