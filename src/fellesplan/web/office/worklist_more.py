"""Beside the worklist: handing several cases over at once, and views that are kept."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_POST

from fellesplan.access.functions import visible
from fellesplan.cases import lists, saved_views
from fellesplan.cases.models import Case
from fellesplan.cases.services import handing_over
from fellesplan.kernel.errors import InvalidInput
from fellesplan.people import queries as people
from fellesplan.people.models import Employee
from fellesplan.web.components.forms import PageForm, SelectField, TextField
from fellesplan.web.components.glue import translate
from fellesplan.web.page import PageRequest, page


class HandOverForm(PageForm):
    """Hvem skal ha sakene?"""

    caseworker = SelectField(label=gettext_lazy("Hvem skal ha sakene?"))
    note = TextField(
        label=gettext_lazy("Hvorfor gis sakene videre?"), rows=3, max_length=1000,
        help_text=gettext_lazy("For eksempel ferie eller permisjon. Det står i journalen i hver sak."),
    )  # fmt: skip

    def __init__(self, data: QueryDict | None, names: list[tuple[str, str]]) -> None:
        super().__init__(data)
        self.fields["caseworker"].choices = [("", _("Velg")), *names]  # type: ignore[attr-defined]


@require_http_methods(["GET", "HEAD", "POST"])
@page("case.handle")
def hand_over(request: PageRequest) -> HttpResponse:
    """Give chosen cases, or all that one caseworker has, to another."""
    staff = {str(one.pk): one for one in people.caseworkers(request.tenant.id)}
    query = request.POST if request.method == "POST" else request.GET
    cases = _chosen(request, query)
    names = [(key, one.name) for key, one in staff.items() if key != query.get("fra")]
    form = HandOverForm(request.POST if request.method == "POST" else None, names)
    if cases and form.is_valid() and (done := _given(request, form, cases, staff)):
        return done
    context = {"form": form, "cases": cases, "staff": list(staff.values()), "at_most": handing_over.AT_MOST,
               "sent_on": query.get("fra", "")}  # fmt: skip
    return render(request, "office/worklist_hand_over.html", context)


def _chosen(request: PageRequest, query: QueryDict) -> list[Case]:
    """Return the cases named one by one, or those of somebody who is away."""
    ids = _ids(query.getlist("sak")[: handing_over.AT_MOST])
    if ids:
        rows = visible(request.actor, "case.handle", Case).filter(pk__in=ids)
        return list(rows.select_related(*lists.RELATED).order_by("number"))
    away = _ids([query.get("fra", "")])
    return list(lists.held_by(request.actor, away[0])[: handing_over.AT_MOST]) if away else []


def _ids(texts: list[str]) -> list[UUID]:
    found = []
    for text in texts:
        try:
            found.append(UUID(text))
        except ValueError:
            continue
    return found


def _given(
    request: PageRequest, form: HandOverForm, cases: list[Case], staff: dict[str, Employee]
) -> HttpResponse | None:
    to = staff[form.cleaned_data["caseworker"]]
    try:
        number = handing_over.hand_over(
            actor=request.actor, cases=[case.pk for case in cases], to=to, note=form.cleaned_data["note"]
        )
    except InvalidInput as error:
        form.take(error)
        return None
    said = ngettext("%(name)s har fått %(n)s sak.", "%(name)s har fått %(n)s saker.", number)
    messages.success(request, said % {"name": to.name, "n": number})
    return HttpResponseRedirect(reverse("worklist", args=[request.tenant.slug]))


@require_POST
@page("case.work", "case.overview")
def view(request: PageRequest) -> HttpResponse:
    """Keep the view one looks at, or delete one."""
    back = reverse("worklist", args=[request.tenant.slug])
    gone = _ids([request.POST.get("slett", "")])
    if gone:
        saved_views.delete(actor=request.actor, view=gone[0])
        return HttpResponseRedirect(back)
    query = saved_views.cleaned(request.POST.get("query", ""))
    try:
        saved_views.save(actor=request.actor, name=request.POST.get("name", ""), query=query)
    except InvalidInput as error:
        messages.error(request, translate(error.fields["name"]))
    else:
        messages.success(request, _("Visningen er lagret."))
    return HttpResponseRedirect(f"{back}?{query}" if query else back)
