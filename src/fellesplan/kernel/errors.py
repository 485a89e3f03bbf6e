"""What can go wrong, in words a person may read. No error holds personal data."""

from collections.abc import Mapping

from fellesplan.kernel.text import Text


class FellesplanError(Exception):
    """The base of all errors that a page turns into a message."""


class NotFound(FellesplanError):
    """The thing does not exist, or the actor may not know that it does: the two look alike."""


class NotAllowed(FellesplanError):
    """The actor may see the thing, but not do this with it."""


class Refused(FellesplanError):
    """The actor may do this, but not now; the text says what is missing."""

    def __init__(self, text: Text) -> None:
        super().__init__(str(text))
        self.text = text


class InvalidInput(FellesplanError):
    """Some fields cannot be used as they are; each has its own message. `""` is the form as a whole."""

    def __init__(self, fields: Mapping[str, Text]) -> None:
        super().__init__(", ".join(sorted(fields)))
        self.fields = dict(fields)


class Conflict(FellesplanError):
    """Somebody changed the same thing meanwhile; nothing was saved over theirs."""
