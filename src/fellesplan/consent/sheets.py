"""The code on a sheet that is signed on paper: which sheet it is, for those alone who hold the keys."""

from dataclasses import dataclass
from uuid import UUID

from cryptography.fernet import InvalidToken

from fellesplan.kernel.errors import NotFound
from fellesplan.people.models.person import vault

_PART, _ITEM = ";", ","


@dataclass(frozen=True, kw_only=True)
class SheetContent:
    """What a sheet asks for: about whom, which purposes, and which services may see which areas."""

    person: UUID
    purposes: tuple[str, ...]
    units: tuple[UUID, ...] = ()
    areas: tuple[str, ...] = ()


def code_of(content: SheetContent) -> str:
    """Return the code: sealed text that fits in an address, and tells nothing to whoever scans it."""
    units = _ITEM.join(unit.hex for unit in content.units)
    parts = (content.person.hex, _ITEM.join(content.purposes), units, _ITEM.join(content.areas))
    return vault().encrypt(_PART.join(parts)).decode()


def read_code(code: str) -> SheetContent:
    """Return what a code says; raises NotFound for anything we have not made."""
    try:
        person, purposes, units, areas = vault().decrypt(code.encode()).split(_PART)
        return SheetContent(
            person=UUID(person), purposes=_items(purposes), areas=_items(areas),
            units=tuple(UUID(unit) for unit in _items(units)),
        )  # fmt: skip
    except (InvalidToken, ValueError) as error:
        raise NotFound from error


def _items(text: str) -> tuple[str, ...]:
    return tuple(filter(None, text.split(_ITEM)))
