"""Reads about an assessment: the questions with their answers, the services, and what they point to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from fellesplan.cases import rights, service_kinds, states
from fellesplan.cases.facts import procedure_of
from fellesplan.cases.models import Assessment, AssessmentAnswer, Case, Right, Service
from fellesplan.cases.questions import NO, YES, Item, ServiceRow, services_content
from fellesplan.cases.versions import version_of
from fellesplan.consent import queries as consents
from fellesplan.consent.status import ConsentStatus
from fellesplan.kernel import clock
from fellesplan.kernel.errors import NotFound
from fellesplan.kernel.text import Text, t
from fellesplan.procedures.criteria import Criterion, criteria
from fellesplan.procedures.facts import Facts
from fellesplan.procedures.loader import Procedure
from fellesplan.procedures.rules import assess
from fellesplan.procedures.services import ServiceCount, count_services
from fellesplan.procedures.verdicts import Outcome, Verdict

__all__ = [
    "NO",
    "YES",
    "AssessmentView",
    "Item",
    "ServiceRow",
    "assessment_summary",
    "proposal",
    "services_content",
    "view",
]
WISHES = {f"wants_{right}": right for right in Right.values}
TEXT_FIELDS = ("child_view", "person_view", "longterm")


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
        return count_services(self.procedure, tuple(row.fact for row in self.services))

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
            services=tuple(row.fact for row in self.services),
            answers={item.key: item.typed for item in self.items},
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
        answered = item.typed if item else None
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


def _consented(status: ConsentStatus | None) -> bool | None:
    """A living consent says that it is wanted, a refusal that it is not."""
    if status is None:
        return None
    return True if status.is_live else False if status is ConsentStatus.REFUSED else None
