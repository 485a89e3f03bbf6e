"""Utredning: answers with reasons, services, and what the child and the person think (fvl § 17)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from fellesplan.access import audit
from fellesplan.access.actor import Actor
from fellesplan.cases import assessing, service_kinds
from fellesplan.cases.assessing import NO, YES, AssessmentView, Item, ServiceRow, services_content
from fellesplan.cases.models import Assessment, AssessmentAnswer, Case, Service
from fellesplan.cases.services.locks import locked, open_for_assessment
from fellesplan.cases.services.progress import refresh
from fellesplan.cases.versions import Stale, StalePart, stale
from fellesplan.kernel import clock
from fellesplan.kernel.errors import InvalidInput, Refused
from fellesplan.kernel.ids import new_id
from fellesplan.kernel.text import t


@dataclass(frozen=True)
class Answer:
    """An answer to one question. `version` is the mark of what was read; None writes without asking."""

    criterion: str
    answer: str
    reason: str = ""
    source: str = ""
    version: str | None = None

    @property
    def content(self) -> dict[str, str]:
        return {"answer": self.answer, "reason": self.reason, "source": self.source}


@dataclass(frozen=True)
class Changes:
    """What somebody has written on the page; None leaves a part as it is."""

    answers: tuple[Answer, ...] = ()
    services: tuple[ServiceRow, ...] | None = None
    services_version: str | None = None
    texts: Mapping[str, str] | None = None
    texts_version: str | None = None


def save(*, actor: Actor, case: Case, changes: Changes) -> Assessment:
    """Save everything that was changed, or nothing: raises Stale with all that others changed meanwhile."""
    case = locked(actor, "case.handle", case)
    open_for_assessment(case)
    found = assessing.view(case)
    _check(found, changes)
    assessment = found.assessment or begin(found)
    fields = [
        _write_answer(actor, assessment, found.item(given.criterion), given) for given in changes.answers
    ]
    if changes.services is not None:
        fields.append(_write_services(assessment, changes.services))
    for name, text in (changes.texts or {}).items():
        setattr(assessment, name, text)
        fields.append(name)
    touch(assessment, actor)
    audit.changed(actor, "case.handle", assessment, subject=case.person_id, fields=fields)
    refresh(case)
    return assessment


def answer(
    *,
    actor: Actor,
    case: Case,
    right: str,
    criterion: str,
    answer: str,
    reason: str = "",
    source: str = "",
    version: str | None = None,
) -> AssessmentAnswer:
    """Answer one question. The answer counts for every right of the case that asks the same."""
    given = Answer(criterion, answer, reason, source, version)
    assessment = save(actor=actor, case=case, changes=Changes(answers=(given,)))
    return assessment.answers.get(criterion=criterion)


def save_services(
    *, actor: Actor, case: Case, services: Sequence[ServiceRow], version: str | None = None
) -> Assessment:
    """Replace the list of services."""
    return save(actor=actor, case=case, changes=Changes(services=tuple(services), services_version=version))


def finish(*, actor: Actor, case: Case) -> Assessment:
    """Say that the assessment is done; raises Refused while a question lacks its answer or reason."""
    case = locked(actor, "case.handle", case)
    open_for_assessment(case)
    found = assessing.view(case)
    if found.assessment is None or found.unreasoned:
        left = len(found.unreasoned)
        raise Refused(
            t("Utredningen er ikke ferdig. {left} vilkår mangler svar eller begrunnelse.", left=left)
        )
    found.assessment.finished_at = clock.now()
    touch(found.assessment, actor)
    audit.changed(actor, "case.handle", found.assessment, subject=case.person_id, fields=["finished_at"])
    refresh(case)
    return found.assessment


def touch(assessment: Assessment, actor: Actor) -> None:
    """Save the assessment with who changed it."""
    assessment.version += 1
    assessment.changed_by_name = actor.name
    assessment.save()


def begin(found: AssessmentView) -> Assessment:
    """Return a new assessment that holds the services the messages told of."""
    case = found.case
    assessment = Assessment.objects.create(municipality=case.municipality, case=case)
    _write_services(assessment, found.services)
    return assessment


def _check(found: AssessmentView, changes: Changes) -> None:
    """Raise InvalidInput for answers that nobody asks for, Stale for parts that others have changed."""
    for given in changes.answers:
        if not _fits(found.item(given.criterion), given.answer):
            raise InvalidInput({given.criterion: t("Velg et av svarene.")})
    if parts := tuple(filter(None, _stale_parts(found, changes))):
        raise Stale(*parts)


def _stale_parts(found: AssessmentView, changes: Changes) -> Iterable[StalePart | None]:
    by = found.assessment.changed_by_name if found.assessment else ""
    for given in changes.answers:
        item = found.item(given.criterion)
        yield stale(given.criterion, given.version, item.content, given.content, item.by or by)
    if changes.services is not None:
        now, mine = services_content(found.services), services_content(changes.services)
        yield stale("services", changes.services_version, now, mine, by)
    if changes.texts is not None:
        now = {name: found.texts[name] for name in changes.texts}
        yield stale("texts", changes.texts_version, now, changes.texts, by)


def _fits(item: Item, given: str) -> bool:
    return not given or (given.isdecimal() if item.is_number else given in (YES, NO))


def _write_answer(actor: Actor, assessment: Assessment, item: Item, given: Answer) -> str:
    row = assessment.answers.filter(criterion=item.key).first() or AssessmentAnswer(
        municipality_id=assessment.municipality_id, assessment=assessment, right=item.right,
        criterion=item.key, version=0,
    )  # fmt: skip
    row.answer, row.reason, row.source = given.answer, given.reason.strip(), given.source.strip()
    row.by_name = actor.name
    row.version += 1
    row.save()
    return item.key


def _write_services(assessment: Assessment, rows: Iterable[ServiceRow]) -> str:
    """Replace the services; the log tells that they changed, and the decision keeps what it rested on."""
    assessment.services.all().delete()
    named = [row for row in rows if row.name.strip()]
    for id, row in zip(sorted(new_id() for _ in named), named, strict=True):
        Service.objects.create(
            id=id, municipality_id=assessment.municipality_id, assessment=assessment, name=row.name.strip(),
            kind=service_kinds.kind_of(row.kind), provider=row.provider.strip(),
        )  # fmt: skip
    return "services"
