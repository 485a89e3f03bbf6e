"""Writes about consent: one keyword-only function per use case."""

from fellesplan.consent.data import ConsentData, Share
from fellesplan.consent.services.changing import extend, extend_share, hold, limit, limit_share, longest
from fellesplan.consent.services.registration import give_digitally, register
from fellesplan.consent.services.withdrawal import withdraw, withdraw_share

__all__ = [
    "ConsentData",
    "Share",
    "extend",
    "extend_share",
    "give_digitally",
    "hold",
    "limit",
    "limit_share",
    "longest",
    "register",
    "withdraw",
    "withdraw_share",
]
