"""Writes about consent: one keyword-only function per use case."""

from fellesplan.consent.data import ConsentData, Share
from fellesplan.consent.services.capacity import CapacityData, end_capacity, register_capacity
from fellesplan.consent.services.changing import extend, extend_share, hold, limit, limit_share, longest
from fellesplan.consent.services.objections import object_to_health, withdraw_objection
from fellesplan.consent.services.parents import InformationData, inform_parents
from fellesplan.consent.services.registration import give_digitally, register
from fellesplan.consent.services.wishes import answer_wish, wish
from fellesplan.consent.services.withdrawal import withdraw, withdraw_share
from fellesplan.consent.services.withholding import (
    KeepData,
    ask_to_keep,
    keep_from_parents,
    look_at,
    show_again,
)

__all__ = [
    "CapacityData",
    "ConsentData",
    "InformationData",
    "KeepData",
    "Share",
    "answer_wish",
    "ask_to_keep",
    "end_capacity",
    "extend",
    "extend_share",
    "give_digitally",
    "hold",
    "inform_parents",
    "keep_from_parents",
    "limit",
    "limit_share",
    "longest",
    "look_at",
    "object_to_health",
    "register",
    "register_capacity",
    "show_again",
    "wish",
    "withdraw",
    "withdraw_objection",
    "withdraw_share",
]
