"""The lock that every write in a case takes first."""

from fellesplan.access.actor import Actor
from fellesplan.access.functions import require
from fellesplan.cases import states
from fellesplan.cases.models import Case
from fellesplan.cases.services.progress import lock
from fellesplan.kernel.errors import Refused
from fellesplan.kernel.text import Text, t


def locked(actor: Actor, action: str, case: Case) -> Case:
    """Return the case, held for the rest of the transaction; raises NotAllowed."""
    require(actor, action, case)
    return lock(case)


def open_for_assessment(case: Case) -> None:
    """Raise Refused unless the case can be assessed: with consent, and before it is decided."""
    _consented(case, t("Samtykke mangler. Utredningen kan begynne når samtykket er registrert."))
    if case.state != states.ASSESSMENT:
        raise Refused(t("Saken er avgjort, og utredningen kan ikke endres lenger."))


def open_for_decision(case: Case) -> None:
    """Raise Refused unless the case can be decided."""
    _consented(case, t("Samtykke mangler. Saken kan avgjøres når samtykket er registrert."))
    if case.state != states.ASSESSMENT:
        status = states.CASE.states[case.state]
        raise Refused(t("Saken er alt avgjort. Status er «{status}».", status=status))


def _consented(case: Case, sentence: Text) -> None:
    if case.state in (states.RECEIVED, states.CONSENT_MISSING):
        raise Refused(sentence)
