"""Tasks are done, and taken up again."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from fellesplan.access.functions import fetch
from fellesplan.meetings import services
from fellesplan.meetings.models import Task
from fellesplan.web.page import PageRequest, page


@page("task.do")
@require_POST
def done(request: PageRequest, task: UUID) -> HttpResponse:
    """Mark a task as done; `event=reopened` takes it up again. `next` is the page to go back to."""
    row = fetch(request.actor, "task.do", Task, task)
    if request.POST.get("event") == "reopened":
        services.reopen_task(actor=request.actor, task=row)
        messages.success(request, gettext("Oppgaven er åpnet igjen."))
    else:
        services.do_task(actor=request.actor, task=row, note=request.POST.get("note", "")[:2000])
        messages.success(request, gettext("Oppgaven er merket som gjort."))
    return HttpResponseRedirect(_back(request, row))


def _back(request: PageRequest, task: Task) -> str:
    wanted = request.POST.get("next", "")
    if url_has_allowed_host_and_scheme(wanted, allowed_hosts=None) and wanted.startswith("/"):
        return wanted
    slug = {"tenant": request.tenant.slug}
    if task.meeting_id:
        return reverse("meeting", kwargs={**slug, "meeting": task.meeting_id})
    return reverse("start", kwargs=slug)
