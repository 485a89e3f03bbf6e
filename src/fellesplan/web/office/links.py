"""Where the pages of a case are, and which of them a next step leads to."""

from django.urls import reverse

from fellesplan.access import matrix
from fellesplan.access.actor import Actor
from fellesplan.cases.models import Case
from fellesplan.consent.models import Consent

_PAGES = {
    "consenter": "case-representative",
    "consent_ask": "case-consent",
    "consent_wait": "case-consent",
    "consent_refused": "case-close",
    "deceased": "case-close",
    "consent_withdrawn": "case-consent",
    "consent_expired": "case-consent",
    "consent_to_renew": "case-consent",
    "consent_coming": "case-consent",
    "preliminary": "case-preliminary",
    "second_notice": "case-clocks",
    "criteria": "case-assessment",
    "child": "case-assessment",
    "assessment": "case-assessment",
    "prior_notice": "case-decision",
    "approve": "case-decision",
    "decide": "case-decision",
    "letter": "case-decision",
    "complaint": "case-complaints",
    "complaint_completion": "case-complaints",
    "complaint_sent": "case-complaints",
    "complaint_wait": "case-close",
    "wish": "case-appointment",
    "nominate_ask": "case-appointment",
    "nominate": "case-appointment",
    "appoint": "case-appointment",
}
# What the leader of the office may open too; the other pages are for those who handle cases.
_READ_BY_ALL = ("case-assessment", "case-decision", "case-complaints")


def case_url(case: Case, name: str = "case") -> str:
    """Return the address of a page of the case."""
    return reverse(name, args=[case.municipality.slug, case.pk])


def step_url(case: Case, key: str, actor: Actor) -> str:
    """Return where the next step is done; the case itself when the actor has no such page."""
    name = _PAGES.get(key, "case")
    open_to = name in _READ_BY_ALL or matrix.grants("case.handle", actor.roles)
    return case_url(case, name if open_to else "case")


def consent_url(case: Case, consent: Consent) -> str:
    """Return where one consent is withdrawn."""
    return reverse("consent-withdraw", args=[case.municipality.slug, case.pk, consent.pk])


def share_url(case: Case, unit: object) -> str:
    """Return where sharing with one service is stopped."""
    return reverse("share-stop", args=[case.municipality.slug, case.pk, unit])
