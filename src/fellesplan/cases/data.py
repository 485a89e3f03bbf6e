"""What is handed to the services of cases."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from fellesplan.people.services import PersonData


@dataclass(frozen=True, kw_only=True)
class ParentData:
    """A parent as the reporter names them."""

    name: str
    phone: str = ""


@dataclass(frozen=True, kw_only=True)
class ReportedService:
    """A service the person has today, as the reporter calls it. `kind` is one of `service_kinds.KINDS`."""

    name: str
    kind: str
    provider: str = ""


@dataclass(frozen=True, kw_only=True)
class ReferralData(PersonData):
    """Melding om behov as it came in. Codes are those of `cases.models.Referral`.

    `reference` is made beforehand by forms that may be sent twice; the same one gives the same referral.
    `received_on` is the day an oral or paper referral came, today unless given.
    """

    channel: str
    reporter: str
    reporter_name: str
    need: str
    reporter_organisation: str = ""
    reporter_phone: str = ""
    reporter_email: str = ""
    parents: tuple[ParentData, ...] = ()
    wants: tuple[str, ...] = ()
    services: tuple[ReportedService, ...] = ()
    consent_obtained: str = "no"
    wished_coordinator: str = ""
    urgent: str = ""
    extra: Mapping[str, Any] = field(default_factory=dict)
    reference: str = ""
    received_on: date | None = None
