"""What is known of the one who goes, and not of the one who stays, is kept with the one who stays."""

from typing import Any

from fellesplan.people import protection
from fellesplan.people.merging.recorder import Recorder
from fellesplan.people.models import Person, PersonNumber

_FILLS = (
    "given_name", "birth_date", "due_date", "phone", "email", "language", "interpreter", "gp", "daily_unit",
)  # fmt: skip
_ADDRESS = ("address", "postal_code", "postal_place")
_NUMBER = ("number_kind", "number_encrypted", "number_index", "synthetic")
_STRICTNESS = (protection.OPEN, protection.CONFIDENTIAL, protection.STRICT)
NO_NUMBER = {
    "number_kind": Person.NumberKind.NONE, "number_encrypted": None, "number_index": None,
}  # fmt: skip


def fill(recorder: Recorder, survivor: Person, loser: Person) -> None:
    """Complete the survivor. The stricter protection holds for both."""
    known = {name: getattr(loser, name) for name in _FILLS if not getattr(survivor, name)}
    if not survivor.address:
        known |= {name: getattr(loser, name) for name in _ADDRESS}
    recorder.change(survivor, **{name: value for name, value in known.items() if value})
    strict = max((survivor.protection, loser.protection), key=_STRICTNESS.index)
    recorder.change(survivor, protection=strict)
    recorder.change(loser, protection=strict)
    _account(recorder, survivor, loser)
    _number(recorder, survivor, loser)


def _account(recorder: Recorder, survivor: Person, loser: Person) -> None:
    account = loser.account
    if account is not None:
        recorder.change(loser, account=None)
        recorder.change(survivor, account=account)


def _number(recorder: Recorder, survivor: Person, loser: Person) -> None:
    """A fødselsnummer goes before a d-nummer, which is kept as an earlier one."""
    if loser.number_kind == Person.NumberKind.NONE:
        return
    theirs = {name: getattr(loser, name) for name in _NUMBER}
    ours = {name: getattr(survivor, name) for name in _NUMBER}
    recorder.change(loser, **NO_NUMBER)
    if survivor.number_kind == Person.NumberKind.BIRTH:
        _earlier(recorder, survivor, theirs)
        return
    recorder.change(survivor, **theirs)
    if ours["number_kind"] == Person.NumberKind.D:
        _earlier(recorder, survivor, ours)


def _earlier(recorder: Recorder, survivor: Person, number: dict[str, Any]) -> None:
    recorder.make(
        PersonNumber(
            municipality_id=survivor.municipality_id, person=survivor, kind=number["number_kind"],
            encrypted=number["number_encrypted"], index=number["number_index"],
        )
    )  # fmt: skip
