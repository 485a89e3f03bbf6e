"""A decision that the person lacks capacity, and its end (pbrl § 4-3)."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from fellesplan.access.functions import fetch
from fellesplan.consent import services
from fellesplan.consent.models import CapacityAssessment
from fellesplan.kernel import clock
from fellesplan.kernel.text import t
from fellesplan.procedures import law
from fellesplan.procedures.reasons import Reason
from fellesplan.web.components.forms import PageForm
from fellesplan.web.office.safeguards.forms import CapacityForm
from fellesplan.web.office.safeguards.saving import back, enter, saved, sent, show
from fellesplan.web.page import PageRequest, page

_PRESUMED = Reason(
    t("Alle over 16 år avgjør selv, til noe annet er avgjort skriftlig og med begrunnelse."), "pbrl § 4-3"
)
_SHOWN = Reason(
    t("Avgjørelsen legges fram for personen og nærmeste pårørende med en gang, hvis det er mulig."),
    "pbrl § 4-3 fjerde ledd",
)


@require_http_methods(["GET", "HEAD", "POST"])
@page("consent.register")
def new(request: PageRequest, person: UUID) -> HttpResponse:
    """Register a decision."""
    found, today = enter(request, person), clock.today()
    form = CapacityForm(sent(request), initial={"decided_on": today})
    if saved(
        request, form,
        lambda: services.register_capacity(actor=request.actor, person=found, data=form.decision()),
        _("Avgjørelsen er registrert. %(name)s kan lese den.") % {"name": found.first_name},
    ):  # fmt: skip
        return back(found)
    test = law.rule("consent.capacity.test", today)
    reasons = (_PRESUMED, Reason(test.text, test.reference), _SHOWN)
    return show(
        request, found, form,
        title=_("Hva kan ikke %(name)s avgjøre selv?") % {"name": found.first_name},
        lead=_("Skriv inn avgjørelsen slik den er tatt av den som gir hjelpen. %(name)s ser alt du skriver.")
        % {"name": found.first_name},
        button=_("Registrer avgjørelsen"), reasons=reasons,
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@page("capacity.read")
def end(request: PageRequest, capacity: UUID) -> HttpResponse:
    """The person can decide again."""
    row = fetch(
        request.actor, "capacity.read", CapacityAssessment, capacity, related=("person__municipality",)
    )
    found = enter(request, row.person_id)
    form = PageForm(sent(request))
    if saved(
        request, form, lambda: services.end_capacity(actor=request.actor, assessment=row),
        _("%(name)s svarer selv fra nå av.") % {"name": found.first_name},
    ):  # fmt: skip
        return back(found)
    return show(
        request, found, form,
        title=_("Kan %(name)s avgjøre dette selv igjen?") % {"name": found.first_name},
        lead=_("Det andre har sagt ja til for %(name)s, slutter å gjelde med en gang. Spør %(name)s selv.")
        % {"name": found.first_name},
        button=_("Ja, avslutt avgjørelsen"), reasons=(_PRESUMED,),
    )  # fmt: skip
