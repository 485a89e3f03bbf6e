"""What people write is shown as text everywhere, also in drawings and attributes."""

import pytest
from django.urls import reverse

from fellesplan.people.models import Municipality
from fellesplan.plans import services
from tests import factories as make
from tests.meetings.scene import build
from tests.web.conftest import Browser

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
EVIL = "\"><img src=x onerror=alert(1)>'{{7*7}}"


def test_evil_words_come_out_as_words(browser: Browser, lund: Municipality) -> None:
    scene = build(lund)
    for row, names in (
        (scene.mina, ("given_name", "family_name", "gp")),
        (scene.mother, ("given_name",)),
        (scene.school, ("name",)),
        (scene.teacher, ("name", "title")),
        (scene.plan, ("matters", "resources", "cooperation")),
        (scene.teacher_part, ("role", "purpose", "contribution")),
    ):
        for name in names:
            setattr(row, name, EVIL)
        row.save()
    make.measure(make.goal(scene.plan, "daytime", title=EVIL, now=EVIL), title=EVIL, where=EVIL,
                 state="not_working", state_note=EVIL)  # fmt: skip
    services.area(actor=scene.leader, plan=scene.plan, key="daytime", own_words=EVIL, needs=EVIL, version=0)
    meeting = scene.call(agenda=(EVIL[:150],), place=EVIL[:100])
    case, clerk = scene.mina.cases.get(), make.employee(lund, "caseworker")
    person, at = {"person": scene.mina.pk}, {"tenant": "lund"}
    visits = (
        (clerk, "case", {"pk": case.pk}), (clerk, "cases", {}), (clerk, "worklist", {}),
        (clerk, "case-consent", {"pk": case.pk}), (clerk, "case-representative", {"pk": case.pk}),
        (scene.marit, "today", {}), (scene.marit, "plan", {"plan": scene.plan.pk}),
        (scene.marit, "participants", {"plan": scene.plan.pk}),
        (scene.marit, "meeting", {"meeting": meeting.pk}), (scene.teacher, "shared-plans", {}),
        (scene.teacher, "plan", {"plan": scene.plan.pk}), (scene.mina, "my-plan", person),
        (scene.mina, "my-around", person), (scene.mina, "my-consents", person),
        (scene.mina, "my-meetings", person), (scene.mina, "my-log", person),
    )  # fmt: skip
    told = 0
    for who, name, where in visits:
        page = browser(who).get(reverse(name, kwargs=at | where))
        assert page.status_code == 200, name
        shown = page.content.decode()
        assert "<img src=x" not in shown, name
        told += "&lt;img src=x" in shown
    assert told > len(visits) // 2
