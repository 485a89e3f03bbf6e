"""The questions of an assessment and the services it counts, each with what is written about it."""

from collections.abc import Iterable
from dataclasses import dataclass

from fellesplan.cases import rights, service_kinds
from fellesplan.cases.models import Right
from fellesplan.cases.versions import version_of
from fellesplan.kernel.text import Text
from fellesplan.procedures.criteria import AnswerKind, Criterion
from fellesplan.procedures.facts import ServiceFact

YES, NO = "yes", "no"
HELPING = frozenset({"qualification", "complex"})


@dataclass(frozen=True)
class ServiceRow:
    """A service as it is written: name, kind and who gives it."""

    name: str
    kind: str = "annet"
    provider: str = ""

    @property
    def fact(self) -> ServiceFact:
        """Return the service as the rules count it."""
        return service_kinds.fact(self.name, self.kind, self.provider)


@dataclass(frozen=True)
class Item:
    """A question with its answer. `rights` are all it counts for; the answer is kept under the first.

    `shown` is what consents and services show while nobody has answered.
    """

    criterion: Criterion
    rights: tuple[Right, ...]
    answer: str = ""
    reason: str = ""
    source: str = ""
    by: str = ""
    shown: bool | None = None

    @property
    def key(self) -> str:
        return self.criterion.key

    @property
    def right(self) -> Right:
        return self.rights[0]

    @property
    def counts_for(self) -> Text:
        """Return the rights in words."""
        return rights.listed(self.rights)

    @property
    def is_number(self) -> bool:
        return self.criterion.kind is AnswerKind.NUMBER

    @property
    def is_optional(self) -> bool:
        """Return whether the question may stand open: advice, and what only helps the person."""
        return self.criterion.advisory or self.key in HELPING

    @property
    def may_rest(self) -> bool:
        """Return whether nobody needs to write anything here: a consent tells, or the answer only helps."""
        return not self.criterion.advisory and not self.answer and (self.is_optional or bool(self.shown))

    @property
    def is_reasoned(self) -> bool:
        """Return whether the question is answered with a reason; a consent speaks for a wish."""
        written = bool(self.answer and self.reason)
        return written or (not self.answer and (self.is_optional or bool(self.shown)))

    @property
    def typed(self) -> bool | int | None:
        """Return the answer as the rules read it; None when there is none."""
        if self.is_number:
            return int(self.answer) if self.answer.isdecimal() else None
        return {YES: True, NO: False}.get(self.answer)

    @property
    def state(self) -> str:
        """Return met, unmet, unreasoned, missing, open (may stay so) or advice."""
        if self.criterion.advisory:
            return "advice"
        if not self.answer:
            return "met" if self.shown else "open" if self.is_optional else "missing"
        if not self.reason:
            return "unreasoned"
        return "met" if self.answer == YES else "unmet"

    @property
    def version(self) -> str:
        return version_of(self.content)

    @property
    def content(self) -> dict[str, str]:
        return {"answer": self.answer, "reason": self.reason, "source": self.source}


def services_content(rows: Iterable[ServiceRow]) -> dict[str, str]:
    """Return services as comparable text, one line each."""
    return {"services": "\n".join(" · ".join(filter(None, (r.name, r.provider, r.kind))) for r in rows)}
