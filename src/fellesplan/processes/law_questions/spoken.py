"""An answer as JSON in a reader's language, with references written in full."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from fellesplan.kernel.text import Text
from fellesplan.procedures.law import LawRule
from fellesplan.procedures.reasons import Reason
from fellesplan.procedures.references import in_nynorsk, spelled_out
from fellesplan.procedures.restated import restated
from fellesplan.procedures.verdicts import Ground
from fellesplan.processes.law_questions.asking import Asked


@dataclass(frozen=True, slots=True)
class Voice:
    """`language`: nb, nn or en. `translate`: bokmål -> that language."""

    language: str
    translate: Callable[[str], str]

    def say(self, text: Text) -> str:
        return text.render(self.translate, self.show_date)

    def show_date(self, day: date) -> str:
        return (
            f"{day.day}.{day.month}.{day.year}" if self.language != "en" else f"{day.day} {day:%B} {day.year}"
        )

    def reference(self, source: str, on: date) -> str:
        """Return a reference in full, as it reads on the day."""
        full = restated(spelled_out(source), on)
        return in_nynorsk(full) if self.language == "nn" else full


def as_json(asked: Asked, voice: Voice) -> dict[str, object]:
    """Return what is printed: only what there is, keys always in the same order."""
    answer, on = asked.answer, asked.on
    shown: dict[str, object] = {} if asked.id is None else {"id": asked.id}
    shown |= {"question": asked.name, "on": on.isoformat(), "outcome": answer.outcome}
    if answer.date is not None:
        shown["date"] = answer.date.isoformat()
    if answer.body is not None:
        shown["body"] = voice.say(answer.body)
    shown["certainty"] = str(answer.certainty)
    shown |= {name: _plain(value, voice, on) for name, value in answer.more.items()}
    shown["reasons"] = [_plain(reason, voice, on) for reason in answer.reasons]
    sources = [rule.reference for rule in answer.rules] + [reason.source for reason in answer.reasons]
    shown["paragraphs"] = list(
        dict.fromkeys(voice.reference(source, on) for source in sources if "§" in source)
    )
    shown["rules"] = [_rule(rule, voice, on) for rule in answer.rules]
    return shown


def _rule(rule: LawRule, voice: Voice, on: date) -> dict[str, object]:
    shown: dict[str, object] = {
        "id": rule.id,
        "valid_from": rule.valid_from.isoformat(),
        "valid_to": rule.valid_to.isoformat() if rule.valid_to else None,
        "reference": voice.reference(rule.reference, on),
    }
    return shown | {"tried": True} if rule.tried else shown


def _plain(value: object, voice: Voice, on: date) -> object:
    if isinstance(value, Reason):
        return _reason(value, voice, on)
    if isinstance(value, Text):
        return voice.say(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {
            str(name): voice.reference(inner, on)
            if name in {"source", "law_source"} and isinstance(inner, str)
            else _plain(inner, voice, on)
            for name, inner in value.items()
        }
    if isinstance(value, list | tuple):
        return [_plain(inner, voice, on) for inner in value]
    return str(value) if isinstance(value, str) else value


def _reason(reason: Reason, voice: Voice, on: date) -> dict[str, object]:
    shown: dict[str, object] = {"text": voice.say(reason.text)}
    if reason.source:
        shown["source"] = voice.reference(reason.source, on)
    return shown | {"met": reason.met} if isinstance(reason, Ground) else shown
