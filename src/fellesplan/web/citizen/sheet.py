"""Consent on paper, for who would rather sign with ink."""

from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_http_methods

from fellesplan.kernel import clock
from fellesplan.web.citizen import reads
from fellesplan.web.citizen.answers import answers
from fellesplan.web.citizen.room import enter
from fellesplan.web.citizen.saving import posted, status_of
from fellesplan.web.office.sheet_form import SHARING, SheetForm
from fellesplan.web.office.sheet_paper import paper
from fellesplan.web.page import PageRequest, page


@page("share.read")
@require_http_methods(["GET", "HEAD", "POST"])
def sheet(request: PageRequest, person: UUID) -> HttpResponse:
    """Choose what shall stand on the sheet; POST gives it as PDF, and changes nothing."""
    room, on = enter(request, person), clock.today()
    joined = reads.participants_of(room.actor, room.person, on)
    initial = {
        "purposes": [
            card.purpose
            for card in answers(room, on, reads.case_of(room.actor, room.person))
            if not card.withdraw
        ]
        or [SHARING],
        "units": [str(row.unit_id) for row in joined if row.unit_id],
    }
    form = SheetForm(posted(request), person=room.person, initial=initial)
    if request.method == "POST" and form.is_valid():
        return paper(request, form)
    return room.show("sheet", at="my-consents", form=form, status=status_of(form))
