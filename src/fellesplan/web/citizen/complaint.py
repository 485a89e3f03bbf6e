"""Klag på svaret, follow the complaint, and other places to go."""

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from fellesplan.access.functions import fetch, visible
from fellesplan.cases import complaint_states, rights
from fellesplan.cases.complaint_law import deadline_of, latest_of
from fellesplan.cases.facts import procedure_of
from fellesplan.cases.models import Complaint, Decision, Letter
from fellesplan.cases.services import complaints_handling as handling
from fellesplan.cases.services import complaints_lodging as lodging
from fellesplan.cases.services.complaints_lodging import ComplaintData
from fellesplan.kernel import clock
from fellesplan.kernel.errors import NotFound
from fellesplan.kernel.ids import new_reference
from fellesplan.web.citizen.complaint_forms import ComplaintForm, MoreForm
from fellesplan.web.citizen.complaint_words import line_of
from fellesplan.web.citizen.room import Room, enter
from fellesplan.web.citizen.saving import attempt, posted, status_of
from fellesplan.web.components.glue import translate
from fellesplan.web.page import PageRequest, page


@page("complaint.lodge")
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: PageRequest, person: UUID, letter: UUID) -> HttpResponse:
    """Complain over what a letter says; the login is the signature."""
    room = enter(request, person)
    row = _letter(room, letter)
    over = _open(room, row)
    if busy := _busy(room, over):
        return redirect(room.url("my-complaint", complaint=busy.pk))
    if not over:
        raise NotFound
    due, last = deadline_of(over[0]).date, latest_of(over[0]).date
    form = _form(room, over, due)
    if form.is_valid():
        found = attempt(form, lambda: _lodge(room, row, form))
        if found:
            messages.success(request, _("Vi har fått klagen din."))
            return redirect(room.url("my-complaint", complaint=found[0].pk))
    on = clock.today()
    return room.show(
        "complaint-new", at="my-case", form=form, letter=row, due=due, late=on > due, too_late=on > last,
        body=procedure_of(room.person.municipality, on).county_governor, status=status_of(form),
    )  # fmt: skip


@page("complaint.read")
@require_http_methods(["GET", "HEAD", "POST"])
def complaint(request: PageRequest, person: UUID, complaint: UUID) -> HttpResponse:
    """Show where the complaint stands, and take what is sent to it later."""
    room = enter(request, person)
    row = _complaint(room, complaint, "complaint.read")
    form = MoreForm(posted(request), request.FILES or None)
    if form.is_valid():
        data = form.cleaned_data
        done = attempt(
            form,
            lambda: handling.supplement(
                actor=room.actor, complaint=row, text=data["text"], files=data["papers"]
            ),
        )
        if done:
            messages.success(request, _("Takk. Det er lagt til klagen."))
            return redirect(room.url("my-complaint", complaint=row.pk))
    shown = line_of(room, row)
    return room.show("complaint", at="my-case", line=shown, row=row, form=form, status=status_of(form))


@page("complaint.withdraw")
@require_POST
def withdraw(request: PageRequest, person: UUID, complaint: UUID) -> HttpResponse:
    """Withdraw the complaint."""
    room = enter(request, person)
    row = _complaint(room, complaint, "complaint.withdraw")
    handling.withdraw_own(actor=room.actor, complaint=row)
    messages.success(request, _("Klagen er trukket. Svaret står som før."))
    return redirect(room.url("my-complaint", complaint=row.pk))


@page("case.follow")
@require_safe
def elsewhere(request: PageRequest, person: UUID) -> HttpResponse:
    """Tell where else one can go: supervision by the state administrator, and the ombud."""
    room = enter(request, person)
    procedure = procedure_of(room.person.municipality, clock.today())
    return room.show(
        "complaint-elsewhere", at="my-case", governor=procedure.county_governor,
        county=procedure.municipality.county,
    )  # fmt: skip


def _form(room: Room, over: list[Decision], due: date) -> ComplaintForm:
    choices = [(str(one.pk), _answer(one)) for one in over]
    sent = posted(room.request)
    return ComplaintForm(
        sent, room.request.FILES if sent is not None else None, decisions=choices,
        late=clock.today() > due, initial={"reference": new_reference()},
    )  # fmt: skip


def _lodge(room: Room, letter: Letter, form: ComplaintForm) -> tuple[Complaint, ...]:
    data = form.cleaned_data
    told = ComplaintData(
        decisions=tuple(UUID(one) for one in form.chosen), wants=data["wants"], why=data["why"],
        late_reason=data.get("late_reason", ""), reference=data["reference"],
    )  # fmt: skip
    return lodging.lodge(actor=room.actor, case=letter.case, data=told, attachments=data["papers"])


def _open(room: Room, letter: Letter) -> list[Decision]:
    """Return what the letter decided that one may complain over now."""
    first = letter.copy_of_id or letter.pk
    may = set(
        visible(room.actor, "complaint.lodge", Decision).filter(letter=first).values_list("pk", flat=True)
    )
    return [one for one in lodging.open_to_complaint(letter.case) if one.pk in may]


def _busy(room: Room, over: list[Decision]) -> Complaint | None:
    rows = visible(room.actor, "complaint.read", Complaint)
    return rows.filter(over__decision__in=over, state__in=complaint_states.OPEN).first()


def _answer(decision: Decision) -> str:
    right = translate(rights.WORDS[decision.right]).capitalize()
    return f"{right}: {decision.get_outcome_display().lower()}"


def _letter(room: Room, pk: UUID) -> Letter:
    related = ("case__municipality", "case__person")
    row = fetch(room.actor, "letter.read", Letter, pk, related=related, information=("letter",))
    if row.case.person_id != room.person.pk:
        raise NotFound
    return row


def _complaint(room: Room, pk: UUID, action: str) -> Complaint:
    row = fetch(room.actor, action, Complaint, pk, related=("case",), information=("complaint",))
    if row.case.person_id != room.person.pk:
        raise NotFound
    return row
