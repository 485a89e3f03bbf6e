"""Text that pure code can make and the web translates late."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class Text:
    """A bokmål sentence with named parameters; `str()` gives it in bokmål.

    A parameter may itself be a Text or a date: both are rendered in the reader's language.
    """

    msgid: str
    params: Mapping[str, object] = field(default_factory=dict, hash=False)

    def __str__(self) -> str:
        return self.render(lambda msgid: msgid)

    def render(
        self,
        translate: Callable[[str], str],
        show_date: Callable[[date], str] = lambda day: f"{day.day}.{day.month}.{day.year}",
    ) -> str:
        """Return the sentence in the language that `translate` (msgid -> text) speaks."""

        def shown(value: object) -> object:
            if isinstance(value, Text):
                return value.render(translate, show_date)
            return show_date(value) if isinstance(value, date) else value

        text = translate(self.msgid)
        return (
            text.format(**{name: shown(value) for name, value in self.params.items()})
            if self.params
            else text
        )


def t(msgid: str, **params: object) -> Text:
    """Mark a bokmål sentence for translation and keep its parameters beside it."""
    return Text(msgid, params)
