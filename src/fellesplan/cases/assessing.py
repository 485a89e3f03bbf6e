"""Reads about an assessment: the questions with their answers, the services, and what they point to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from fellesplan.cases import rights, service_kinds, states
from fellesplan.cases.facts import procedure_of
from fellesplan.cases.models import Assessment, AssessmentAnswer, Case, Right, Service
from fellesplan.cases.versions import version_of
from fellesplan.consent import queries as consents
from fellesplan.consent.status import ConsentStatus
from fellesplan.kernel import clock
from fellesplan.kernel.errors import NotFound
from fellesplan.kernel.text import Text, t
from fellesplan.procedures.criteria import AnswerKind, Criterion, criteria
from fellesplan.procedures.facts import Facts, ServiceFact
from fellesplan.procedures.loader import Procedure
from fellesplan.procedures.rules import assess
from fellesplan.procedures.services import ServiceCount, count_services
from fellesplan.procedures.verdicts import Outcome, Verdict

YES, NO = "yes", "no"
WISHES = {f"wants_{right}": right for right in Right.values}
HELPING = frozenset({"qualification", "complex"})
TEXT_FIELDS = ("child_view", "person_view", "longterm")


@dataclass(frozen=True)
class ServiceRow:
    """A service as it is written: name, kind and who gives it."""

    name: str
    kind: str = "annet"
    provider: str = ""


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


@dataclass(frozen=True)
class AssessmentView:
    """Everything a page shows of an assessment; `assessment` is None until something is saved."""

    case: Case
    procedure: Procedure
    on: date
    rights: tuple[Right, ...]
    assessment: Assessment | None
    items: tuple[Item, ...]
    services: tuple[ServiceRow, ...]
    consent: Mapping[str, ConsentStatus]

    @property
    def is_open(self) -> bool:
        """Return whether the answers can still be changed."""
        return self.case.state == states.ASSESSMENT

    @property
    def decisive(self) -> tuple[Item, ...]:
        """Return the questions the law asks."""
        return tuple(item for item in self.items if not item.criterion.advisory)

    @property
    def advisory(self) -> tuple[Item, ...]:
        """Return the municipality's own questions, which never decide."""
        return tuple(item for item in self.items if item.criterion.advisory)

    @property
    def unreasoned(self) -> tuple[Item, ...]:
        return tuple(item for item in self.items if not item.is_reasoned)

    @cached_property
    def count(self) -> ServiceCount:
        return count_services(self.procedure, tuple(map(_fact, self.services)))

    @cached_property
    def verdicts(self) -> tuple[Verdict, ...]:
        """Return a proposal for each right, in order."""
        return tuple(assess(self.procedure, right, self.facts, self.on) for right in self.rights)

    @property
    def by_right(self) -> tuple[tuple[Text, Verdict], ...]:
        """Return each proposal with the name of the right."""
        return tuple((rights.WORDS[Right(v.right.value)], v) for v in self.verdicts)

    @property
    def proposal(self) -> tuple[Text, ...]:
        """Return what the answers point to, in sentences."""
        return tuple(
            Text(point.msgid, {"rights": rights.listed(found)})
            for outcome, point in _POINTS.items()
            if (found := [Right(v.right.value) for v in self.verdicts if v.outcome is outcome])
        )

    @property
    def texts(self) -> dict[str, str]:
        return {name: getattr(self.assessment, name, "") for name in TEXT_FIELDS}

    @property
    def services_version(self) -> str:
        return version_of(services_content(self.services))

    @cached_property
    def facts(self) -> Facts:
        """Return what is known. The questions are asked once, so the facts are the same for every right."""
        person = self.case.person
        wishes = {key: self._wish(key, wished) for key, wished in WISHES.items()}
        return Facts(
            birth_date=person.birth_date,
            due_date=person.due_date,
            services=tuple(map(_fact, self.services)),
            answers={item.key: _typed(item) for item in self.items},
            wants_plan=wishes["wants_plan"],
            wants_coordinator=wishes["wants_coordinator"],
            wants_child_coordinator=wishes["wants_child_coordinator"],
        )

    def item(self, key: str) -> Item:
        """Return the question; raises NotFound when nobody asks it in this case."""
        found = next((item for item in self.items if item.key == key), None)
        if found is None:
            raise NotFound
        return found

    def _wish(self, key: str, right: str) -> bool | None:
        item = next((item for item in self.items if item.key == key), None)
        answered = _typed(item) if item else None
        return answered if isinstance(answered, bool) else _consented(self.consent.get(right))


_POINTS = {
    Outcome.YES: t("Svarene peker mot ja til {rights}."),
    Outcome.NO: t("Svarene peker mot nei til {rights}."),
    Outcome.UNCLEAR: t("Svarene er ikke klare nok ennå til et forslag om {rights}."),
}


def view(case: Case, on: date | None = None, *, also: Iterable[str] = ()) -> AssessmentView:
    """Return the assessment of a case, with rights that are being added; the caller has decided access.

    Nine queries at most.
    """
    on = on or clock.today()
    procedure = procedure_of(case.municipality, on)
    assessment = Assessment.objects.filter(case=case).first()
    asked = rights.ordered([*rights.of(case), *also])
    consent = consents.statuses(case.person, on)
    rows = list(assessment.answers.all()) if assessment else []
    items = tuple(_items(procedure, asked, rows, consent, on))
    return AssessmentView(case, procedure, on, asked, assessment, items, _services(case, assessment), consent)


assessment_summary = view


def proposal(case: Case, right: str, on: date) -> Verdict:
    """Return what the answers point to for one right, also one that nobody has asked for."""
    found = view(case, on)
    return assess(found.procedure, right, found.facts, on)


def services_content(rows: Iterable[ServiceRow]) -> dict[str, str]:
    """Return services as comparable text, one line each."""
    return {"services": "\n".join(" · ".join(filter(None, (r.name, r.provider, r.kind))) for r in rows)}


def _items(
    procedure: Procedure,
    asked: tuple[Right, ...],
    rows: list[AssessmentAnswer],
    consent: Mapping[str, ConsentStatus],
    on: date,
) -> Iterable[Item]:
    """Yield each question once, however many rights it counts for."""
    found: dict[str, tuple[Criterion, list[Right]]] = {}
    for right in asked:
        for criterion in criteria(procedure, right, on):
            found.setdefault(criterion.key, (criterion, []))[1].append(right)
    for key, (criterion, counted) in sorted(found.items(), key=lambda entry: entry[1][0].advisory):
        row = _answer(rows, key, counted)
        shown = _consented(consent.get(WISHES.get(key, "")))
        given = (row.answer, row.reason, row.source, row.by_name) if row else ("", "", "", "")
        yield Item(criterion, tuple(counted), *given, shown=shown)


def _answer(rows: list[AssessmentAnswer], key: str, counted: list[Right]) -> AssessmentAnswer | None:
    """Return the answer under the first right, else one given under another right."""
    same = [row for row in rows if row.criterion == key]
    return min(same, key=lambda row: row.right != counted[0], default=None)


def _services(case: Case, assessment: Assessment | None) -> tuple[ServiceRow, ...]:
    """Return what is written in the assessment, else what the messages told."""
    if assessment:
        rows: Iterable[Service] = assessment.services.order_by("id")
        return tuple(ServiceRow(row.name, service_kinds.kind_of(row.kind), row.provider) for row in rows)
    told = [row for services in case.referrals.values_list("services", flat=True) for row in services]
    return tuple(dict.fromkeys(_told(row) for row in told if row.get("name")))


def _told(row: Mapping[str, str]) -> ServiceRow:
    return ServiceRow(row["name"], service_kinds.kind_of(row.get("kind", "")), row.get("provider", ""))


def _fact(row: ServiceRow) -> ServiceFact:
    return service_kinds.fact(row.name, row.kind, row.provider)


def _typed(item: Item) -> bool | int | None:
    if item.is_number:
        return int(item.answer) if item.answer.isdecimal() else None
    return {YES: True, NO: False}.get(item.answer)


def _consented(status: ConsentStatus | None) -> bool | None:
    """A living consent says that it is wanted, a refusal that it is not."""
    if status is None:
        return None
    return True if status.is_live else False if status is ConsentStatus.REFUSED else None
