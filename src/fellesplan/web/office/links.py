"""Where the pages of a case are, and which of them a next step leads to."""

from django.urls import reverse

from fellesplan.cases.models import Case
from fellesplan.consent.models import Consent

_PAGES = {
    "consenter": "case-representative",
    "consent_ask": "case-consent",
    "consent_wait": "case-consent",
    "consent_refused": "case-close",
    "consent_withdrawn": "case-consent",
    "consent_expired": "case-consent",
    "consent_to_renew": "case-consent",
    "preliminary": "case-preliminary",
    "criteria": "case-assessment",
    "child": "case-assessment",
    "assessment": "case-assessment",
    "prior_notice": "case-decision",
    "approve": "case-decision",
    "decide": "case-decision",
    "letter": "case-decision",
    "complaint_wait": "case-close",
    "wish": "case-appointment",
    "nominate_ask": "case-appointment",
    "nominate": "case-appointment",
    "appoint": "case-appointment",
}


def case_url(case: Case, name: str = "case") -> str:
    """Return the address of a page of the case."""
    return reverse(name, args=[case.municipality.slug, case.pk])


def step_url(case: Case, key: str) -> str:
    """Return where the next step is done; the case itself when it has no page of its own."""
    return case_url(case, _PAGES.get(key, "case"))


def consent_url(case: Case, consent: Consent) -> str:
    """Return where one consent is withdrawn."""
    return reverse("consent-withdraw", args=[case.municipality.slug, case.pk, consent.pk])


def share_url(case: Case, unit: object) -> str:
    """Return where sharing with one service is stopped."""
    return reverse("share-stop", args=[case.municipality.slug, case.pk, unit])
