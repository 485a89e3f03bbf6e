"""What ends, ends on the next request: in lists, pages, fragments, search, files, exports and calendars."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from fellesplan.consent import services as consent
from fellesplan.consent.data import Share
from fellesplan.consent.models import Consent, ConsentGrant
from fellesplan.coordinators.models import Appointment
from fellesplan.documents.models import Document, store
from fellesplan.kernel import clock
from fellesplan.meetings.models import Invitation, Meeting, Minutes, Task
from fellesplan.people.models import Assignment, Municipality, Representation, Unit
from fellesplan.plans.models import Participant
from fellesplan.plans.services.participants import end_participation
from tests import factories as make
from tests.fixtures import NOW
from tests.web.citizen.conftest import Family, family_in
from tests.web.conftest import as_

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
YESTERDAY = NOW.date() - timedelta(days=1)
HTMX = {"HX-Request": "true"}
NAME, GOAL = "Nora", "Jeg vil ta bussen alene"


@dataclass(frozen=True)
class Place:
    """Somewhere a person's information comes out. `shows`: what stands there while one may see."""

    name: str
    ask: Callable[[Client], Any]
    shows: str = ""

    def is_open(self, client: Client) -> bool:
        answer = self.ask(client)
        if answer.status_code in {302, 403, 404, 409}:
            return False
        assert answer.status_code == 200, (self.name, answer.status_code)
        return not self.shows or self.shows in answer.content.decode()


@dataclass(frozen=True)
class Scene:
    """A family with a meeting that has been, its minutes, a task and a document that is shared."""

    family: Family
    held: Meeting
    task: Task
    letter: Document
    minutes: Document

    def url(self, name: str, **kwargs: object) -> str:
        return reverse(name, kwargs={"tenant": "lund"} | kwargs)

    def get(self, name: str, shows: str = "", *, headers: Any = None, **kwargs: object) -> Place:
        url = self.url(name, **kwargs)
        return Place(f"{name} {headers or ''}", lambda client: client.get(url, headers=headers), shows)


@pytest.fixture
def scene(lund: Municipality) -> Scene:
    return build(lund)


def build(lund: Municipality) -> Scene:
    """Make the scene in the running transaction."""
    family = family_in(lund, born=date(2012, 3, 3))
    part = Participant.objects.get(employee=family.teacher)
    for area in ("documents", "contact"):
        given = ConsentGrant.objects.filter(unit=family.school).latest("valid_from")
        ConsentGrant.objects.create(
            municipality=lund, consent=given.consent, unit=family.school, area=area, valid_from=clock.today()
        )
    paper = _paper(family, Document.Kind.MINUTES, "Referat")
    held = Meeting.objects.create(
        municipality=lund, person=family.child, kind="ansvarsgruppemote", state="held",
        starts_at=clock.now() - timedelta(days=3), ends_at=clock.now() - timedelta(days=3, hours=-1),
        called_by=family.coordinator,
    )  # fmt: skip
    for meeting in (held, family.meeting):
        Invitation.objects.create(municipality=lund, meeting=meeting, participant=part, purpose="Skolen")
    Minutes.objects.create(
        municipality=lund, meeting=held, written_by="Marit", sent_at=clock.now(), document=paper
    )
    task = Task.objects.create(
        municipality=lund, person=family.child, meeting=held, title="Ringe skyssen", responsible=part
    )
    return Scene(family, held, task, _paper(family, Document.Kind.PLAN, "Planen"), paper)


def _paper(family: Family, kind: str, title: str) -> Document:
    return store(
        person=family.child, kind=kind, title=title, media_type="application/pdf", data=b"%PDF-1.7 paper"
    )


def for_participant(scene: Scene) -> Iterator[Place]:
    plan, held, ahead = scene.family.plan.pk, scene.held.pk, scene.family.meeting.pk
    yield scene.get("shared-plans", NAME)
    yield scene.get("plan", GOAL, plan=plan)
    yield scene.get("plan", GOAL, headers=HTMX, plan=plan)
    yield scene.get("plan-pdf", plan=plan)
    yield scene.get("measure-report", headers=HTMX, measure=scene.family.measure.pk)
    yield scene.get("meeting", NAME, meeting=held)
    yield scene.get("meeting", NAME, headers=HTMX, meeting=ahead)
    yield scene.get("minutes-pdf", meeting=held)
    yield scene.get("meeting-ics", meeting=ahead)
    yield scene.get("document", pk=scene.letter.pk)


def for_coordinator(scene: Scene) -> Iterator[Place]:
    plan, person = scene.family.plan.pk, scene.family.child.pk
    yield scene.get("today", NAME)
    yield scene.get("plan", GOAL, plan=plan)
    yield scene.get("plan", GOAL, headers=HTMX, plan=plan)
    yield scene.get("plan-pdf", plan=plan)
    yield scene.get("participants", plan=plan)
    yield scene.get("participant-new", plan=plan, headers=HTMX)
    yield scene.get("goal-edit", goal=scene.family.goal.pk, headers=HTMX)
    yield scene.get("meeting", NAME, meeting=scene.held.pk)
    yield scene.get("minutes-pdf", meeting=scene.held.pk)
    yield scene.get("meeting-ics", meeting=scene.family.meeting.pk)
    yield scene.get("meeting-new", person=person)


def for_caseworker(scene: Scene) -> Iterator[Place]:
    case, search = scene.family.case.pk, scene.url("cases")
    yield scene.get("worklist")
    yield scene.get("cases", NAME)
    yield Place("search", lambda client: client.post(search, {"q": NAME}, follow=True), NAME)
    yield Place("search htmx", lambda client: client.get(f"{search}?q={NAME}", headers=HTMX), NAME)
    yield scene.get("case", NAME, pk=case)
    yield scene.get("case-consent", NAME, pk=case)
    yield scene.get("document", pk=scene.letter.pk)
    yield scene.get("report-csv")


def for_parent(scene: Scene) -> Iterator[Place]:
    me: dict[str, Any] = {"person": scene.family.child.pk}
    family = scene.family
    yield scene.get("my-plan", GOAL, **me)
    yield scene.get("my-plan", GOAL, headers=HTMX, **me)
    yield scene.get("plan-pdf", plan=family.plan.pk)
    yield scene.get("my-goal", goal=family.goal.pk, **me)
    yield scene.get("my-meetings", **me)
    yield scene.get("my-meeting", meeting=scene.held.pk, **me)
    yield scene.get("my-minutes", meeting=scene.held.pk, **me)
    yield scene.get("minutes-pdf", meeting=scene.held.pk)
    yield scene.get("meeting-ics", meeting=family.meeting.pk)
    yield scene.get("my-letter", letter=family.letter.pk, **me)
    yield scene.get("my-letter-pdf", letter=family.letter.pk, **me)
    yield scene.get("document", pk=scene.letter.pk)
    yield scene.get("my-consents", **me)
    yield scene.get("my-log", **me)


def withdraw(scene: Scene) -> None:
    mother = make.actor(scene.family.parent)
    consent.withdraw_share(actor=mother, person=scene.family.child, unit=scene.family.school)


def withdraw_through_the_page(scene: Scene) -> None:
    url = scene.url("my-share-withdraw", person=scene.family.child.pk, recipient=scene.family.school.pk)
    assert as_(scene.family.parent).post(url).status_code == 302


def limit_to_what_is_elsewhere(scene: Scene) -> None:
    """Leave only an area that nothing on these pages belongs to: the share itself is closed with it."""
    mother, less = make.actor(scene.family.parent), Share(areas=("leisure",), unit=scene.family.school)
    consent.limit_share(actor=mother, person=scene.family.child, whom=less)


def leave_the_plan(scene: Scene) -> None:
    part = Participant.objects.get(employee=scene.family.teacher)
    end_participation(actor=make.actor(scene.family.coordinator), participant=part)


def leave_the_job(who: str) -> Callable[[Scene], None]:
    def end(scene: Scene) -> None:
        Assignment.objects.filter(employee=getattr(scene.family, who)).update(valid_to=YESTERDAY)

    return end


def move_to_another_service(scene: Scene) -> None:
    other: Unit = make.unit(scene.family.child.municipality)
    Assignment.objects.filter(employee=scene.family.teacher).update(unit=other)


def refuse_coordinator(scene: Scene) -> None:
    mother = make.actor(scene.family.parent)
    for row in Consent.objects.filter(person=scene.family.child, purpose="coordinator"):
        consent.withdraw(actor=mother, consent=row)


def end_appointment(scene: Scene) -> None:
    Appointment.objects.filter(person=scene.family.child).update(
        valid_from=YESTERDAY - timedelta(days=9), valid_to=YESTERDAY
    )


def end_representation(scene: Scene) -> None:
    Representation.objects.filter(person=scene.family.child).update(valid_to=YESTERDAY)


def later(day: date) -> Callable[[Scene], AbstractContextManager[None]]:
    return lambda scene: clock.frozen(datetime(day.year, day.month, day.day, 9, tzinfo=UTC))


Change = Callable[[Scene], Any]
PARTICIPANT: dict[str, Change] = {
    "withdrawn": withdraw,
    "withdrawn on the page": withdraw_through_the_page,
    "limited to nothing": limit_to_what_is_elsewhere,
    "participation ended": leave_the_plan,
    "job ended": leave_the_job("teacher"),
    "other service": move_to_another_service,
    "expired": later(NOW.date() + timedelta(days=201)),
}
COORDINATOR: dict[str, Change] = {
    "consent withdrawn": refuse_coordinator,
    "appointment ended": end_appointment,
    "job ended": leave_the_job("coordinator"),
}
PARENT: dict[str, Change] = {
    "representation ended": end_representation,
    "the child is 18": later(date(2030, 3, 3)),
}


def holds(client: Client, places: list[Place], change: Change, scene: Scene) -> None:
    """Everything is open; then the change is made, and every first request after it is refused."""
    assert [place.name for place in places if not place.is_open(client)] == []
    made = change(scene)
    with made if isinstance(made, AbstractContextManager) else nullcontext():
        assert [place.name for place in places if place.is_open(client)] == []


@pytest.mark.parametrize("change", PARTICIPANT)
def test_a_participant_sees_nothing_on_the_next_request(scene: Scene, change: str) -> None:
    holds(as_(scene.family.teacher), list(for_participant(scene)), PARTICIPANT[change], scene)


@pytest.mark.parametrize("change", COORDINATOR)
def test_a_coordinator_sees_nothing_on_the_next_request(scene: Scene, change: str) -> None:
    holds(as_(scene.family.coordinator), list(for_coordinator(scene)), COORDINATOR[change], scene)


@pytest.mark.parametrize("change", PARENT)
def test_a_parent_sees_nothing_on_the_next_request(scene: Scene, change: str) -> None:
    holds(as_(scene.family.parent), list(for_parent(scene)), PARENT[change], scene)


@pytest.mark.parametrize("values", [{"valid_to": YESTERDAY}, {"role": "provider"}])
def test_a_caseworker_without_the_role_sees_nothing(scene: Scene, values: dict[str, Any]) -> None:
    clerk = make.employee(scene.family.child.municipality, "caseworker")

    def change(_scene: Scene) -> None:
        Assignment.objects.filter(employee=clerk).update(**values)

    holds(as_(clerk), list(for_caseworker(scene)), change, scene)


@pytest.mark.parametrize("change", PARTICIPANT)
def test_what_was_open_in_a_window_cannot_be_sent(scene: Scene, change: str) -> None:
    teacher, family = as_(scene.family.teacher), scene.family
    report = scene.url("measure-report", measure=family.measure.pk)
    assert teacher.get(report).status_code == 200
    done = scene.url("task-done", task=scene.task.pk)
    made = PARTICIPANT[change](scene)
    with made if isinstance(made, AbstractContextManager) else nullcontext():
        for url in (report, done, scene.url("meeting-reply", meeting=family.meeting.pk)):
            answer = teacher.post(url, {"event": "done", "answer": "yes"}, headers=HTMX)
            assert answer.status_code in {403, 404}, url
    scene.task.refresh_from_db()
    family.measure.refresh_from_db()
    assert (scene.task.state, family.measure.state) == ("open", "planned")


def test_no_answer_with_personal_data_may_be_kept(scene: Scene) -> None:
    """A copy in the browser would still be there after the withdrawal."""
    for who, places in (
        (scene.family.teacher, for_participant(scene)),
        (scene.family.coordinator, for_coordinator(scene)),
        (scene.family.parent, for_parent(scene)),
    ):
        client = as_(who)
        kept = [p.name for p in places if "no-store" not in p.ask(client).get("Cache-Control", "")]
        assert kept == []
