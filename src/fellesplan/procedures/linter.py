"""Sjekk av en kommunes prosedyre mot loven: strengere regler, foreldede grunnlag og uttrykk som er avløst."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from fellesplan.kernel.text import Text
from fellesplan.procedures import law, profile
from fellesplan.procedures.outdated import outdated_terms
from fellesplan.procedures.profile import Profile, Rule
from fellesplan.procedures.sentences import wordings

_PLAN_LAW = "helse- og omsorgstjenesteloven §§ 7-1 og 7-2"
_NATIONAL_MINIMUM = 2


class Severity(StrEnum):
    """`error`: cannot be used. `warning`: outdated or lacking. `advice`: stricter than law, may stay."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


@dataclass(frozen=True, slots=True)
class Finding:
    """Noe å rette eller vite om. `reference`: the paragraph that says otherwise."""

    severity: Severity
    key: str
    text: Text
    reference: str = ""


def check(path: Path | str, on: date) -> tuple[Finding, ...]:
    """Return what is wrong with a procedure in a file, errors first. Raises OSError if it cannot be read."""
    return check_profile(profile.read(Path(path)), on)


def check_profile(found: Profile, on: date) -> tuple[Finding, ...]:
    """Return what is wrong with a procedure that has been read."""
    rules = found.on(on)
    findings = [*_unusable(found)]
    if rules:
        findings += [*_stricter(rules), *_outdated(rules, on), *_lacking(rules, on)]
        findings += [Finding(Severity.WARNING, *term) for term in outdated_terms(rules.values(), on)]
    return tuple(sorted(findings, key=lambda finding: list(Severity).index(finding.severity)))


def _unusable(found: Profile) -> Iterator[Finding]:
    for problem in found.problems:
        yield Finding(Severity.ERROR, problem.key, _say("unusable", reason=problem.reason))


def _stricter(rules: dict[str, Rule]) -> Iterator[Finding]:
    minimum = _local(rules, "criterion.min_services")
    if minimum and isinstance(minimum.value, int) and minimum.value > _NATIONAL_MINIMUM:
        yield _advice(minimum, "min_services", _PLAN_LAW, needed=minimum.value)
    excluded = _local(rules, "criterion.excluded")
    if excluded and isinstance(excluded.value, tuple) and excluded.value:
        names = ", ".join(map(str, excluded.value))
        yield _advice(excluded, "excluded", _PLAN_LAW, excluded=names)
    forms = _local(rules, "consent.forms")
    if forms and isinstance(forms.value, tuple) and "oral" not in forms.value:
        yield _advice(forms, "written_only", "forskrift om individuell plan § 5")
    reporters = _local(rules, "who_may_report")
    if reporters and reporters.value == ("person",):
        yield _advice(reporters, "person_only", "helsepersonelloven § 38 a")


def _outdated(rules: dict[str, Rule], on: date) -> Iterator[Finding]:
    local = rules.get("complaint.coordinator_local")
    statute = law.rule("right.complaint.coordinator", on)
    if local and local.value is False and statute.value is True:
        yield Finding(Severity.WARNING, local.key, _say("no_complaint"), statute.reference)


def _lacking(rules: dict[str, Rule], on: date) -> Iterator[Finding]:
    if law.applies("right.child_coordinator", on):
        yield from _child_coordinator(rules, law.rule("right.child_coordinator", on).reference)
    template = rules.get("plan.content_local")
    if template and isinstance(template.value, tuple) and law.applies("plan.content", on):
        yield from _template(template, on)


def _child_coordinator(rules: dict[str, Rule], reference: str) -> Iterator[Finding]:
    if not any(key.startswith("barnekoordinator.") for key in rules):
        yield Finding(Severity.WARNING, "barnekoordinator.offered", _say("no_child_coordinator"), reference)
    conditions = rules.get("barnekoordinator.conditions")
    if conditions and isinstance(conditions.value, tuple) and "expects_child" not in conditions.value:
        yield Finding(Severity.WARNING, conditions.key, _say("not_expecting"), reference)


def _template(template: Rule, on: date) -> Iterator[Finding]:
    points = law.value("plan.content", on)
    have = template.value if isinstance(template.value, tuple) else ()
    missing = [str(p) for p in points if p not in have] if isinstance(points, tuple) else []
    if missing and isinstance(points, tuple):
        named = " ".join(law.rule(f"plan.content.{point}", on).wording.nb for point in missing)
        text = _say("template_lacks", missing=len(missing), total=len(points), points=named)
        yield Finding(Severity.WARNING, template.key, text, law.rule("plan.content", on).reference)


def _local(rules: dict[str, Rule], key: str) -> Rule | None:
    rule = rules.get(key)
    return rule if rule and rule.legal_status == "municipal" else None


def _advice(rule: Rule, sentence: str, reference: str, **params: object) -> Finding:
    return Finding(Severity.ADVICE, rule.key, _say(sentence, **params), reference)


def _say(key: str, **params: object) -> Text:
    return wordings("findings")[key].with_params(**params)
