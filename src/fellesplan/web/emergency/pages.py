"""Nødtilgang: find the person, open the plan for a short time, end it, and review it afterwards."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from fellesplan.access.functions import can, fetch, visible
from fellesplan.access.matrix import grants
from fellesplan.cases.emergency import person_for
from fellesplan.kernel import clock
from fellesplan.kernel.errors import InvalidInput, NotFound, Refused
from fellesplan.people import emergency, emergency_reads
from fellesplan.people.models import EmergencySession, Municipality, Person
from fellesplan.plans import states
from fellesplan.plans.models import Plan
from fellesplan.web.components.forms import PageForm
from fellesplan.web.emergency.forms import FindForm, OpenForm, ReviewForm, person_in, token_of
from fellesplan.web.page import PageRequest, page

METHODS = ["GET", "HEAD", "POST"]


@require_http_methods(METHODS)
@page("emergency.open", "emergency.review")
def home(request: PageRequest) -> HttpResponse:
    """Search for the person; and list what waits for review."""
    may_open = can(request.actor, "emergency.open", request.tenant)
    may_review = bool(grants("emergency.review", request.actor.roles))
    if not (may_open or may_review):
        raise NotFound
    form = FindForm(request.POST if request.method == "POST" else None) if may_open else None
    if form and form.is_valid():
        found = _find(request, form)
        if found:
            return _confirm(request, found, _open_form(found))
        form.add_error(None, _("Vi fant ingen. Se etter om tallene er riktige."))
    return _home(request, form, may_review=may_review)


@require_POST
@page("emergency.open")
def open_plan(request: PageRequest) -> HttpResponse:
    """Open the plan of the person who was found; sent twice it is opened once."""
    fetch(request.actor, "emergency.open", Municipality, request.tenant.pk)
    person = _searched_for(request)
    if person is None:
        messages.warning(request, _("Det gikk for lang tid. Søk på nytt."))
        return _to_home(request)
    form = OpenForm(request.POST, protected=_is_protected(person))
    if form.is_valid():
        opening = emergency.Opening(
            reason=form.cleaned_data["reason"], warned=form.cleaned_data.get("warned", False)
        )
        try:
            emergency.open_session(actor=request.actor, tenant=request.tenant, person=person, opening=opening)
            return HttpResponseRedirect(reverse("emergency-plan", args=[request.tenant.slug]))
        except (InvalidInput, Refused) as error:
            form.take(error)
    return _confirm(request, person, form)


@require_http_methods(["GET", "HEAD"])
@page("emergency.end", "emergency.open")
def to_plan(request: PageRequest) -> HttpResponse:
    """Go on to the plan that was opened; to the page of emergency access when there is none."""
    whose = request.actor.emergency
    rows = visible(request.actor, "plan.read", Plan).exclude(state=states.ENDED)
    plan = rows.filter(person_id=whose).first() if whose else None
    if plan is None:
        return _to_home(request)
    return HttpResponseRedirect(reverse("plan", args=[request.tenant.slug, plan.pk]))


@require_POST
@page("emergency.end", "emergency.open")
def end(request: PageRequest) -> HttpResponse:
    """End one's session at once; sent twice, or too late, it has ended already."""
    session = emergency_reads.session_of(request.actor)
    if session:
        emergency.end_session(actor=request.actor, session=session)
    messages.success(request, _("Nødtilgangen er avsluttet. Du ser ikke planen lenger."))
    return HttpResponseRedirect(reverse("start", args=[request.tenant.slug]))


@require_http_methods(METHODS)
@page("emergency.review")
def review(request: PageRequest, session: UUID) -> HttpResponse:
    """Look at what was opened and why, and say whether there was reason to."""
    row = fetch(request.actor, "emergency.review", EmergencySession, session, related=("person", "employee"))
    form = ReviewForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        justified = form.cleaned_data["verdict"] == "ja"
        try:
            emergency.review(
                actor=request.actor, session=row, justified=justified, comment=form.cleaned_data["comment"]
            )
            messages.success(request, _("Gjennomgangen er lagret. Personen kan lese den."))
            return _to_home(request)
        except (InvalidInput, Refused) as error:
            form.take(error)
    (line,) = emergency_reads.lines([row])
    context = {"form": form, "line": line, "read": emergency_reads.read_in(row)}
    return render(request, "emergency/review.html", context, status=_status(form))


def _find(request: PageRequest, form: FindForm) -> Person | None:
    return person_for(
        actor=request.actor, tenant=request.tenant, number=form.cleaned_data["number"],
        case_number=form.cleaned_data["case"],
    )  # fmt: skip


def _searched_for(request: PageRequest) -> Person | None:
    """Return whom the search found a moment ago."""
    pk = person_in(request.POST.get("who", ""))
    return Person.objects.filter(municipality=request.tenant, pk=pk).first() if pk else None


def _is_protected(person: Person) -> bool:
    return person.protection != Person.Protection.OPEN


def _open_form(person: Person) -> OpenForm:
    return OpenForm(initial={"who": token_of(person)}, protected=_is_protected(person))


def _confirm(request: PageRequest, person: Person, form: OpenForm) -> HttpResponse:
    context = {
        "form": form,
        "person": person,
        "protected": _is_protected(person),
        "minutes": settings.EMERGENCY_MINUTES,
    }
    return render(request, "emergency/confirm.html", context, status=_status(form))


def _home(request: PageRequest, form: FindForm | None, *, may_review: bool) -> HttpResponse:
    actor = request.actor
    context = {
        "form": form,
        "session": emergency_reads.session_of(actor),
        "minutes": settings.EMERGENCY_MINUTES,
        "may_review": may_review,
        "waiting": emergency_reads.lines(emergency_reads.to_review(actor)) if may_review else (),
        "reviewed": emergency_reads.lines(emergency_reads.reviewed(actor)) if may_review else (),
        "now": clock.now(),
    }
    return render(request, "emergency/home.html", context, status=_status(form))


def _status(form: PageForm | None) -> int:
    return 422 if form is not None and form.is_bound and form.errors else 200


def _to_home(request: PageRequest) -> HttpResponse:
    return HttpResponseRedirect(reverse("emergency", args=[request.tenant.slug]))
