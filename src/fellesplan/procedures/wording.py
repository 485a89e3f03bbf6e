"""En setning i data, på bokmål, nynorsk og engelsk."""

from collections.abc import Mapping
from dataclasses import dataclass

from fellesplan.kernel.text import Text


@dataclass(frozen=True, slots=True)
class Wording:
    """One sentence in three languages; bokmål is also its key in the catalogues."""

    nb: str
    nn: str
    en: str

    def __str__(self) -> str:
        return self.nb

    @property
    def text(self) -> Text:
        """The sentence as a Text; `translations` holds its nynorsk and English."""
        return Text(self.nb)

    def with_params(self, **params: object) -> Text:
        """Return the sentence with its named places filled in."""
        return Text(self.nb, params)

    def in_language(self, language: str) -> str:
        """Return the sentence in `nb`, `nn` or `en`; any other code gives bokmål."""
        return {"nn": self.nn, "en": self.en}.get(language, self.nb)

    @classmethod
    def from_data(cls, data: Mapping[str, object]) -> "Wording":
        """Read the keys nb, nn and en. Raises ValueError naming the language that is missing or empty."""
        for language in ("nb", "nn", "en"):
            if not isinstance(data.get(language), str) or not str(data[language]).strip():
                raise ValueError(f"teksten mangler på {language}")
        return cls(str(data["nb"]), str(data["nn"]), str(data["en"]))
