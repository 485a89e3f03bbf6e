"""Plans that lie still, so that the office can help them on."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from fellesplan.access.functions import visible
from fellesplan.coordinators.models import Appointment
from fellesplan.coordinators.policy import held_on
from fellesplan.kernel import clock
from fellesplan.plans.inactive import inactive_plans
from fellesplan.web.page import PageRequest, page

PER_PAGE = 50


@page("plan.count")
@require_safe
def inactive(request: PageRequest) -> HttpResponse:
    """List the plans that lie still, with who coordinates; not what stands in them."""
    shown = Paginator(inactive_plans(request.actor), PER_PAGE).get_page(request.GET.get("side"))
    people = [one.person_id for one in shown]
    held = visible(request.actor, "appointment.read", Appointment).filter(
        held_on(clock.today()), person_id__in=people
    )
    leads: dict[object, list[str]] = {}
    for person, name in held.order_by("valid_from", "id").values_list("person_id", "employee__name"):
        leads.setdefault(person, []).append(name)
    rows = [(one, ", ".join(leads.get(one.person_id, []))) for one in shown]
    return render(request, "office/inactive_plans.html", {"rows": rows, "page": shown})
