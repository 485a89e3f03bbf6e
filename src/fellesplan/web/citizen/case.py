"""Where is my case, and the letters in it."""

from collections.abc import Iterable
from uuid import UUID

from django.http import HttpResponse
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from fellesplan.access.functions import fetch, visible
from fellesplan.cases.facts import facts_of, procedure_of
from fellesplan.cases.models import Case, Decision, Letter
from fellesplan.cases.services import raising
from fellesplan.documents.models import Document
from fellesplan.kernel import clock
from fellesplan.kernel.errors import NotFound
from fellesplan.web.citizen import reads
from fellesplan.web.citizen.case_words import case_page
from fellesplan.web.citizen.complaint_words import complaints_of, line_of
from fellesplan.web.citizen.room import Room, enter
from fellesplan.web.page import PageRequest, page


@page("case.follow")
@require_safe
def case(request: PageRequest, person: UUID) -> HttpResponse:
    """Show where the case stands, what comes next and who to talk to."""
    room = enter(request, person)
    found = reads.case_of(room.actor, room.person)
    if found is None:
        return room.show("no-case", at="my-case")
    row = fetch(room.actor, "case.follow", Case, found.pk, related=("person__municipality", "caseworker"))
    on = clock.today()
    return room.show(
        "case", at="my-case", case=row, page=case_page(room, row, facts_of(row), on),
        letters=(letters := reads.letters_of(room.actor, room.person)),
        complaints=(lines := [line_of(room, one) for one in complaints_of(room.actor, room.person)]),
        complaint_open=any(line.is_open for line in lines),
        complain_url=_complain_url(room, letters),
        governor=procedure_of(row.person.municipality, on).county_governor,
    )  # fmt: skip


@page("letter.read")
@require_safe
def letter(request: PageRequest, person: UUID, letter: UUID) -> HttpResponse:
    """Show a letter; opening it is written down."""
    room = enter(request, person)
    row = _letter(room, letter)
    raising.opened(row)
    return room.show("letter", at="my-case", letter=row, complain_url=_complain_url(room, (row,)))


@page("letter.read")
@require_safe
def letter_pdf(request: PageRequest, person: UUID, letter: UUID) -> HttpResponse:
    """Give the letter as the document that was sent."""
    room = enter(request, person)
    row = _letter(room, letter)
    raising.opened(row)
    document = fetch(room.actor, "document.read", Document, row.document_id, related=("content",))
    response = HttpResponse(bytes(document.content.data), content_type=document.media_type)
    response["Content-Disposition"] = f'inline; filename="{slugify(row.title)[:60] or "brev"}.pdf"'
    return response


def _complain_url(room: Room, letters: Iterable[Letter]) -> str:
    """Return where one complains over the latest of the letters that decided something; empty: nowhere."""
    decided = next((one for one in letters if one.kind == Letter.Kind.DECISION), None)
    if decided is None:
        return ""
    rows = visible(room.actor, "complaint.lodge", Decision).filter(letter=decided.copy_of_id or decided.pk)
    open_ = rows.exclude(outcome=Decision.Outcome.WITHDRAWN).exclude(replaced_by__issued_at__isnull=False)
    return room.url("my-complaint-new", letter=decided.pk) if open_.exists() else ""


def _letter(room: Room, pk: UUID) -> Letter:
    row = fetch(room.actor, "letter.read", Letter, pk, related=("case",), information=("letter",))
    if row.case.person_id != room.person.pk:
        raise NotFound
    return row
