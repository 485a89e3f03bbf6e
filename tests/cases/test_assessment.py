"""Utredning: one question counts for all rights, and nobody writes over anybody."""

import pytest

from fellesplan.cases import assessing
from fellesplan.cases.assessing import ServiceRow
from fellesplan.cases.services import assessment
from fellesplan.cases.services.assessment import Answer, Changes
from fellesplan.cases.versions import Stale
from fellesplan.kernel.errors import InvalidInput, NotAllowed, NotFound, Refused
from fellesplan.people.models import Municipality
from fellesplan.procedures.verdicts import Outcome
from tests import factories as make
from tests.cases.world import world

pytestmark = pytest.mark.django_db(databases=["default", "audit"])


def test_each_question_is_asked_once_for_all_rights(lund: Municipality) -> None:
    found = assessing.view(world(lund, wants=("child_coordinator", "plan")).case)
    keys = [item.key for item in found.items]
    assert len(keys) == len(set(keys))
    assert found.item("long_term").rights == ("child_coordinator", "plan")
    assert found.item("long_term").right == "child_coordinator"


def test_answers_point_to_yes_but_decide_nothing(lund: Municipality) -> None:
    here = world(lund)
    here.answer()
    found = assessing.view(here.case)
    assert [v.outcome for v in found.verdicts] == [Outcome.YES]
    assert [str(line) for line in found.proposal] == ["Svarene peker mot ja til barnekoordinator."]
    assert not here.case.decisions.exists()


def test_a_no_points_to_no(lund: Municipality) -> None:
    here = world(lund)
    here.answer()
    here.answer("other_welfare", answer="no")
    here.case.assessment.services.all().delete()
    assert str(assessing.view(here.case).proposal[0]) == "Svarene peker mot nei til barnekoordinator."


def test_services_start_as_the_message_told_and_can_be_replaced(lund: Municipality) -> None:
    here = world(lund)
    assert [row.name for row in assessing.view(here.case).services] == ["Fysioterapi"]
    here.answer("long_term")
    assert [row.name for row in assessing.view(here.case).services] == ["Fysioterapi"]
    rows = [ServiceRow("Avlastning", "avlastning"), ServiceRow("Storgata skole", "skole")]
    assessment.save_services(actor=here.caseworker, case=here.case, services=rows)
    assert [row.name for row in assessing.view(here.case).services] == ["Avlastning", "Storgata skole"]


def test_lusters_third_group_is_asked_about_but_never_refuses(luster: Municipality) -> None:
    here = world(luster, wants=("plan",))
    here.answer("long_term", "coordinated")
    changes = Changes(answers=(Answer("min_services", "2"),))
    assessment.save(actor=here.caseworker, case=here.case, changes=changes)
    found = assessing.view(here.case)
    (verdict,) = found.verdicts
    (advice,) = verdict.advisories
    assert found.item("min_services").criterion.advisory
    assert (verdict.outcome, advice.met) == (Outcome.YES, False)
    assert "krav til antall" in str(advice.law)


def test_stale_answer_is_not_saved_and_both_texts_are_there(lund: Municipality) -> None:
    here = world(lund)
    seen = assessing.view(here.case).item("long_term").version
    here.answer("long_term")
    late = Changes(answers=(Answer("long_term", "no", "Det går over", "", seen),))
    with pytest.raises(Stale) as caught:
        assessment.save(actor=here.caseworker, case=here.case, changes=late)
    (part,) = caught.value.parts
    assert (part.name, part.by) == ("long_term", "Ingrid Nesvik")
    assert part.theirs["reason"] == "Behovet varer gjennom hele barndommen"
    assert assessing.view(here.case).item("long_term").answer == "yes"


def test_the_same_text_twice_is_no_conflict(lund: Municipality) -> None:
    here = world(lund)
    seen = assessing.view(here.case).item("long_term").version
    given = Answer("long_term", "yes", "Ja", "", seen)
    for _ in range(2):
        assessment.save(actor=here.caseworker, case=here.case, changes=Changes(answers=(given,)))
    assert assessing.view(here.case).item("long_term").reason == "Ja"


def test_nothing_is_saved_when_one_part_is_stale(lund: Municipality) -> None:
    here = world(lund)
    seen = assessing.view(here.case).item("long_term").version
    here.answer("long_term")
    answers = (Answer("long_term", "no", "", "", seen), Answer("coordinated", "yes", "Ja"))
    with pytest.raises(Stale):
        assessment.save(actor=here.caseworker, case=here.case, changes=Changes(answers=answers))
    assert assessing.view(here.case).item("coordinated").answer == ""


def test_finish_wants_all_answers_with_reasons(lund: Municipality) -> None:
    here = world(lund)
    here.answer("long_term")
    with pytest.raises(Refused, match="mangler svar"):
        assessment.finish(actor=here.caseworker, case=here.case)
    here.answer()
    assert assessment.finish(actor=here.caseworker, case=here.case).finished_at


def test_unknown_questions_and_answers_are_turned_away(lund: Municipality) -> None:
    here = world(lund)
    with pytest.raises(NotFound):
        assessment.answer(
            actor=here.caseworker, case=here.case, right="plan", criterion="shoe_size", answer="yes"
        )
    with pytest.raises(InvalidInput):
        assessment.answer(
            actor=here.caseworker, case=here.case, right="plan", criterion="long_term", answer="maybe"
        )


@pytest.mark.parametrize(
    ("state", "sentence"), [("consent_missing", "Samtykke mangler"), ("decided", "kan ikke endres")]
)
def test_refusals_say_why(lund: Municipality, state: str, sentence: str) -> None:
    here = world(lund, state=state)
    with pytest.raises(Refused, match=sentence):
        here.answer("long_term")


def test_leader_may_read_but_not_assess(lund: Municipality) -> None:
    here = world(lund)
    leader = make.actor(make.employee(lund, "office_leader"))
    with pytest.raises(NotAllowed):
        assessment.finish(actor=leader, case=here.case)
