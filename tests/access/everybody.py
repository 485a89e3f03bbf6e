"""Random lives: people consent, limit, withdraw, turn 16, leave; after each step all is checked."""

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date, datetime, time, timedelta
from typing import Any

from django.apps import apps
from django.db import transaction
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from fellesplan.access import audit, tenancy
from fellesplan.access.actor import Actor
from fellesplan.access.functions import fetch, visible
from fellesplan.access.matrix import MODEL_OF
from fellesplan.access.models import Event
from fellesplan.consent.data import ConsentData
from fellesplan.consent.data import Share as ShareData
from fellesplan.consent.models import Consent, Objection, Withholding
from fellesplan.consent.queries import live_rows
from fellesplan.consent.services import register, withdraw, withdraw_share
from fellesplan.consent.services.objections import object_to_health, withdraw_objection
from fellesplan.consent.services.withholding import KeepData, keep_from_parents, show_again
from fellesplan.coordinators.models import Appointment
from fellesplan.documents.models import Document, store
from fellesplan.kernel import clock
from fellesplan.meetings.models import Invitation, Meeting
from fellesplan.people.models import Assignment, Person
from fellesplan.plans.models import AreaNote, Participant
from tests import factories as make
from tests.access.ledger import AREAS, LIFE, Kept, Ledger, Spell, Things

START = date(2026, 11, 24)
SOME = st.lists(st.sampled_from(AREAS), min_size=1, max_size=5, unique=True)
DAYS = st.none() | st.integers(0, 60)
STAFF = {"teacher": "school", "nurse": "home_care", "adviser": "nav", "lead": "school", "other": "home_care"}
PARENTS = ("anne", "bo")
TO = st.sampled_from(("school", "home_care", "nav", *PARENTS))


class Everybody(RuleBasedStateMachine):
    """One youth, who is 15 and turns 16 within weeks, and all who have to do with them."""

    def __init__(self) -> None:
        super().__init__()
        self.stack, self.day = ExitStack(), START
        for alias in ("default", "audit"):
            self.stack.enter_context(transaction.atomic(using=alias))
        self.time = self.stack.enter_context(ExitStack())
        self._go_to(START)
        born = date(2010, 12, 20)
        self.ledger = Ledger(born, dict(STAFF), frozenset({"home_care"}))
        self._people(born)
        self._things()

    def teardown(self) -> None:
        for alias in ("default", "audit"):
            transaction.set_rollback(True, using=alias)
        self.stack.close()

    def _go_to(self, day: date) -> None:
        self.time.close()
        self.day = day
        self.time.enter_context(clock.frozen(datetime.combine(day, time(12), clock.NORWAY)))

    def _people(self, born: date) -> None:
        self.where = make.municipality("lund")
        tenancy.use(self.where.id)
        tenancy.use(self.where.id, using="audit")
        self.youth = make.person(self.where, born=born, login=True)
        self.parents = {name: make.parent_of(self.youth) for name in PARENTS}
        self.youth.representations.update(shared=True)
        self.units = {kind: make.unit(self.where, kind) for kind in ("school", "home_care", "nav")}
        self.staff = {name: make.employee(self.where, at=self.units[at]) for name, at in STAFF.items()}
        self.office = make.employee(self.where, "caseworker")
        self.case = make.case(self.youth, "active")

    def _things(self) -> None:
        self.plan = make.plan(self.youth)
        meeting = Meeting.objects.create(
            municipality=self.where, person=self.youth, kind="ansvarsgruppemote", starts_at=clock.now(),
            ends_at=clock.now() + timedelta(hours=1),
        )  # fmt: skip
        self.parts = {name: self._invited(name, meeting) for name in ("teacher", "nurse", "adviser")}
        self.things: dict[tuple[str, str], Any] = {
            ("plan.read", ""): self.plan, ("person.read", ""): self.youth, ("person.contact", ""): self.youth,
            ("participant.read", ""): self.parts["teacher"], ("meeting.read", ""): meeting,
            ("document.read", "minutes"): self._paper(Document.Kind.MINUTES),
            ("document.read", "letter"): self._paper(Document.Kind.LETTER),
            ("consent.read", ""): make.consent(self.youth, Consent.Purpose.PLAN, answer="refused"),
        }  # fmt: skip
        for area in LIFE:
            goal = make.goal(self.plan, area)
            note = AreaNote.objects.create(municipality=self.where, plan=self.plan, area=area)
            self.things |= {
                ("area.read", area): note, ("goal.read", area): goal,
                ("measure.read", area): make.measure(goal),
            }  # fmt: skip

    def _paper(self, kind: str) -> Document:
        return store(
            person=self.youth, kind=kind, title="Papir", media_type="application/pdf", data=b"%PDF-"
        )  # fmt: skip

    def _invited(self, name: str, meeting: Meeting) -> Participant:
        part = make.participant(self.plan, self.staff[name])
        Invitation.objects.create(
            municipality=self.where, meeting=meeting, participant=part, purpose="Være med"
        )
        self.ledger.takes_part[name] = Spell(self.day)
        return part

    # what happens

    @rule(to=TO, areas=SOME, days=DAYS)
    def share(self, to: str, areas: list[str], days: int | None) -> None:
        recipient = {"recipient": self.parents[to]} if to in PARENTS else {"unit": self.units[to]}
        self._answer("sharing", "given", days, (ShareData(areas=tuple(areas), **recipient),))
        self.ledger.share(to, areas, self.day, days)

    @rule(days=DAYS)
    def say_yes_to_coordinator(self, days: int | None) -> None:
        self._answer("coordinator", "given", days)
        self.ledger.coordination.append(Spell(self.day, self.ledger.last_day(self.day, days)))

    @rule()
    def say_no_to_sharing(self) -> None:
        self._answer("sharing", "refused", None)
        self.ledger.refused = True
        for one in self.ledger.shares:
            one.stop()

    @rule()
    def withdraw_coordination(self) -> None:
        for row in live_rows(self.youth, self.day).filter(purpose="coordinator"):
            withdraw(actor=self._actor("office"), consent=row, on_behalf_of="Den som sa ja")
        for one in self.ledger.coordination:
            one.stop()

    @rule(to=TO, areas=SOME)
    def limit(self, to: str, areas: list[str]) -> None:
        whom = {"recipient": self.parents[to]} if to in PARENTS else {"unit": self.units[to]}
        withdraw_share(
            actor=self._actor("office"), person=self.youth, areas=tuple(areas), on_behalf_of="Noen", **whom
        )
        for one in self.ledger.shares:
            if one.to == to and one.area in areas and one.holds(self.day):
                one.stop()

    @rule(name=st.sampled_from(("teacher", "nurse", "adviser")))
    def end_part(self, name: str) -> None:
        Participant.objects.filter(pk=self.parts[name].pk).update(ended_at=clock.now())
        self.ledger.takes_part[name].stop()

    @rule(name=st.sampled_from(("lead", "other")))
    def change_coordinator(self, name: str) -> None:
        """The one before ends; whoever has left is not chosen."""
        if name not in self.ledger.works:
            return
        Appointment.objects.filter(person=self.youth).update(
            valid_from=START - timedelta(days=9), valid_to=self.day - timedelta(days=1)
        )
        Appointment.objects.create(
            municipality=self.where, person=self.youth, case=self.case, kind="coordinator",
            employee=self.staff[name], unit=self.units[STAFF[name]], valid_from=self.day,
        )  # fmt: skip
        self.ledger.coordinates = {name: Spell(self.day)}

    @rule(name=st.sampled_from(sorted(STAFF)))
    def leave(self, name: str) -> None:
        Assignment.objects.filter(employee=self.staff[name]).update(valid_to=self.day - timedelta(days=1))
        self.ledger.works.pop(name, None)

    @precondition(lambda self: self.day < self.ledger.day_of(16))
    @rule(area=st.sampled_from((*AREAS, "all")), parent=st.sampled_from(("", *PARENTS)))
    def keep(self, area: str, parent: str) -> None:
        data = KeepData(
            areas=(area,), basis=Withholding.Basis.CHILD, reason="Barnet vil det", child_told_on=self.day,
            representative=self.parents[parent].pk if parent else None,
        )  # fmt: skip
        keep_from_parents(actor=self._actor("office"), person=self.youth, data=data)
        self.ledger.kept.append(Kept(self.day, area=area, parent=parent))

    @rule()
    def show_all_again(self) -> None:
        for row in Withholding.objects.filter(person=self.youth, ended_at__isnull=True):
            show_again(actor=self._actor("office"), row=row, why="Barnet vil det")
        self.ledger.kept.clear()

    @rule(everyone=st.booleans())
    def object(self, everyone: bool) -> None:
        unit = None if everyone else self.units["home_care"]
        object_to_health(actor=self._actor("office"), person=self.youth, unit=unit, on_behalf_of="Noen")
        self.ledger.objections["" if everyone else "home_care"] = Spell(self.day)

    @rule()
    def take_objections_back(self) -> None:
        for row in Objection.objects.filter(person=self.youth, withdrawn_on__isnull=True):
            withdraw_objection(actor=self._actor("office"), objection=row, on_behalf_of="Noen")
        self.ledger.objections.clear()

    @rule(days=st.integers(1, 40))
    def time_passes(self, days: int) -> None:
        self._go_to(self.day + timedelta(days=days))

    # what must hold

    @invariant()
    def nobody_sees_more_or_less_than_a_live_ground_opens(self) -> None:
        wrong = [
            (name, sorted(seen ^ expected))
            for name, actor, expected in self._everybody()
            if (seen := self._seen(actor)) != expected
        ]
        assert not wrong, (self.day, wrong)

    @rule(data=st.data())
    def what_is_opened_is_in_the_log(self, data: st.DataObject) -> None:
        name, actor, expected = data.draw(st.sampled_from([one for one in self._everybody() if one[2]]))
        action, area = data.draw(st.sampled_from(sorted(expected)))
        thing = self.things[action, area]
        with audit.buffered():
            fetch(actor, action, type(thing), thing.pk)
        logged = Event.objects.using("audit").filter(object_id=thing.pk, action=action, kind="read")
        assert logged.filter(account=actor.account, subject=self.youth.pk).exclude(ground="").exists(), name

    def _everybody(self) -> Iterator[tuple[str, Actor, Things]]:
        yield "owner", self._actor("owner"), self.ledger.owner()
        for name in PARENTS:
            yield name, make.actor(self.parents[name]), self.ledger.parent(name, self.day)
        for name in STAFF:
            yield name, make.actor(self.staff[name]), self.ledger.employee(name, self.day)

    def _seen(self, actor: Actor) -> Things:
        by_action: dict[str, dict[object, str]] = {}
        for (action, area), thing in self.things.items():
            by_action.setdefault(action, {})[thing.pk] = area
        seen: Things = set()
        for action, areas in by_action.items():
            model = apps.get_model(MODEL_OF[action])
            found = visible(actor, action, model).values_list("pk", flat=True)
            seen |= {(action, areas[pk]) for pk in found if pk in areas}
        return seen

    def _actor(self, who: str) -> Actor:
        return make.actor(self.youth if who == "owner" else self.office)

    def _answer(
        self, purpose: str, answer: str, days: int | None, shares: tuple[ShareData, ...] = ()
    ) -> None:
        """The parents answer together until 16, the youth from then on."""
        young = self.day < self.ledger.day_of(16)
        data = ConsentData(
            purposes=(purpose,), answer=answer, form="oral", capacity="4" if young else "1",
            given_by_name="Anne og Bo" if young else self.youth.full_name, given_on=self.day,
            valid_to=None if days is None else self.day + timedelta(days=days), shares=shares,
            child_heard="Vil det", received_how=Consent.Received.PHONE, note=str(self.steps()),
        )  # fmt: skip
        register(actor=self._actor("office"), person=Person.objects.get(pk=self.youth.pk), data=data)

    def steps(self) -> int:
        """Return a number that is new each time: two answers are two answers, also on the same day."""
        self.count = getattr(self, "count", 0) + 1
        return self.count
