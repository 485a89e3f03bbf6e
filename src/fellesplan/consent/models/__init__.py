from fellesplan.consent.models.answers import Consent
from fellesplan.consent.models.capacity import CapacityAssessment
from fellesplan.consent.models.family import ChildsWish, ParentalInformation, Withholding
from fellesplan.consent.models.objection import Objection
from fellesplan.consent.models.raised import ConsentWarning
from fellesplan.consent.models.sharing import ConsentGrant

__all__ = [
    "CapacityAssessment",
    "ChildsWish",
    "Consent",
    "ConsentGrant",
    "ConsentWarning",
    "Objection",
    "ParentalInformation",
    "Withholding",
]
