"""What the plan rests on, what does not concern this person, and other plans that belong to it."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from fellesplan.access.functions import fetch
from fellesplan.kernel.errors import NotFound
from fellesplan.plans import services
from fellesplan.plans.choices import NOBODY, Responsible, chosen, responsible_for, value
from fellesplan.plans.models import Plan, SubPlan
from fellesplan.plans.rules.checklist import MAY_BE_LEFT_OUT, TITLES
from fellesplan.plans.services import SubPlanData
from fellesplan.procedures.legal_basis import LegalBasis
from fellesplan.procedures.references import spelled_out
from fellesplan.web.components.forms import (
    ChoiceField,
    DateField,
    MultipleChoiceField,
    PageForm,
    SelectField,
    TextField,
)
from fellesplan.web.components.glue import translate
from fellesplan.web.components.presenters import Action
from fellesplan.web.coordinator.plan.saving import EditPage, attempt, edit, plan_url, to_plan, write
from fellesplan.web.page import PageRequest, page
from fellesplan.web.writing.desk import WritingDesk
from fellesplan.web.writing.forms import WritingForm


class LegalForm(PageForm):
    """Which paragraphs the plan rests on."""

    legal_basis = MultipleChoiceField(
        label=_("Hvilke bestemmelser bygger planen på?"),
        choices=[(basis.value, spelled_out(basis.paragraph)) for basis in LegalBasis],
        error_messages={"required": _("Velg minst én bestemmelse.")},
    )  # fmt: skip


class RelevanceForm(WritingForm):
    """Why a point does not concern this person."""

    reason = TextField(
        label=_("Hvorfor er det ikke aktuelt?"), required=False, rows=3,
        help_text=_("Grunnen står i planen. La feltet stå tomt hvis punktet er aktuelt likevel."),
    )  # fmt: skip


class SubPlanForm(WritingForm):
    """Another plan: what it is, and where."""

    kind = ChoiceField(label=_("Hva slags plan er det?"), choices=SubPlan.Kind.choices)
    title = forms.CharField(label=_("Hva heter den?"), max_length=200)
    where = forms.CharField(
        label=_("Hvor er den?"), max_length=300,
        help_text=_("For eksempel: «Elevmappa på skolen». Ikke kopier innholdet hit."),
    )  # fmt: skip
    responsible = SelectField(label=_("Hvem har ansvaret for den?"), required=False)
    dated = DateField(label=_("Når ble den laget eller endret?"), required=False)

    def __init__(self, *args: Any, people: tuple[Responsible, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = tuple(one for one in people if one.row is not None)
        choices = [(one.value, f"{one.name}, {one.place}") for one in self.people]
        self.fields["responsible"].choices = [(NOBODY, gettext("Ingen ennå")), *choices]  # type: ignore[attr-defined]

    @property
    def sub_plan(self) -> SubPlanData:
        """Return what was written."""
        kept = self.cleaned_data
        return SubPlanData(
            kind=kept["kind"], title=kept["title"], where=kept["where"], dated=kept["dated"],
            responsible=chosen(self.people, kept["responsible"]),
        )  # fmt: skip

    def told(self, values: Any) -> dict[str, str]:
        """Return values of the row as values of this form's fields."""
        found = super().told(values)
        if "responsible_id" in values:
            found["responsible"] = f"p-{values['responsible_id']}" if values["responsible_id"] else NOBODY
        return found


@page("plan.lead")
@require_http_methods(["GET", "HEAD", "POST"])
def legal(request: PageRequest, plan: UUID) -> HttpResponse:
    """Choose which paragraphs the plan rests on."""
    row = fetch(request.actor, "plan.lead", Plan, plan)
    form = LegalForm(request.POST or None, initial={"legal_basis": row.legal_basis})
    if request.method == "POST" and form.is_valid():
        bases = form.cleaned_data["legal_basis"]
        if attempt(form, lambda: services.set_legal_basis(actor=request.actor, plan=row, bases=bases)):
            return to_plan(request, plan, gettext("Rettsgrunnlaget er lagret."))
    lead = _("Det avgjør blant annet hvem som behandler en klage, og innen hvilken frist.")
    return edit(request, form, EditPage(_("Rettsgrunnlag"), _("Lagre"), plan_url(request, plan), lead=lead))


@page("plan.write")
@require_http_methods(["GET", "HEAD", "POST"])
def relevance(request: PageRequest, plan: UUID, number: int) -> HttpResponse:
    """Say why a point of § 9 does not concern this person."""
    row = fetch(request.actor, "plan.write", Plan, plan)
    if number not in MAY_BE_LEFT_OUT:
        raise NotFound
    title = gettext("Ikke aktuelt: %(point)s") % {"point": translate(TITLES[number - 1])}
    desk = WritingDesk(request, f"relevance:{plan}:{number}", person=row.person_id, title=title)
    if answer := desk.answer():
        return answer
    now = {"reason": row.not_relevant.get(str(number), "")}
    form = RelevanceForm(desk.data, initial=desk.initial(now))
    if desk.posted and form.is_valid():
        reason = form.cleaned_data["reason"]
        if desk.attempt(
            form,
            lambda: services.set_relevance(actor=request.actor, plan=row, point=number, reason=reason),
        ):
            return to_plan(request, plan, gettext("Det er lagret."), "sjekkliste")
    return write(request, form, EditPage(title, _("Lagre"), plan_url(request, plan, "sjekkliste")), desk)


@page("plan.write")
@require_http_methods(["GET", "HEAD", "POST"])
def new_sub_plan(request: PageRequest, plan: UUID) -> HttpResponse:
    """Link another plan."""
    row = fetch(request.actor, "plan.write", Plan, plan, related=("person__municipality",))
    title = gettext("En annen plan som hører til")
    desk = WritingDesk(request, f"sub-plan-new:{plan}", person=row.person_id, title=title)
    if answer := desk.answer():
        return answer
    form = SubPlanForm(desk.data, people=responsible_for(request.actor, row), initial=desk.initial({}))
    if desk.posted and form.is_valid():
        data = form.sub_plan
        if desk.attempt(form, lambda: services.add_sub_plan(actor=request.actor, plan=row, data=data)):
            return to_plan(request, plan, gettext("Planen er lagt til."), "delplaner")
    return write(request, form, EditPage(title, _("Lagre"), plan_url(request, plan, "delplaner")), desk)


@page("sub_plan.write")
@require_http_methods(["GET", "HEAD", "POST"])
def change_sub_plan(request: PageRequest, sub_plan: UUID) -> HttpResponse:
    """Change what is said of another plan."""
    row = _sub_plan(request, sub_plan)
    desk = WritingDesk(request, f"sub-plan:{sub_plan}", person=row.plan.person_id, title=row.title)
    if answer := desk.answer():
        return answer
    names = ("kind", "title", "where", "dated", "version")
    now = {name: getattr(row, name) for name in names} | {"responsible": value(row.responsible_id)}
    people = responsible_for(request.actor, row.plan, now=row.responsible_id)
    form = SubPlanForm(desk.data, people=people, initial=desk.initial(now))
    if desk.posted and form.is_valid():
        data, version = form.sub_plan, form.cleaned_data["version"] or 0
        if desk.attempt(
            form,
            lambda: services.update_sub_plan(actor=request.actor, sub_plan=row, data=data, version=version),
        ):
            return to_plan(request, row.plan_id, gettext("Det er lagret."), "delplaner")
    url = reverse("sub-plan-archive", kwargs={"tenant": request.tenant.slug, "sub_plan": sub_plan})
    removal = Action(_("Ta lenken ut av planen"), url, post=True, kind="tertiary")
    back = plan_url(request, row.plan_id, "delplaner")
    return write(request, form, EditPage(row.title, _("Lagre"), back, remove=removal), desk)


@page("sub_plan.write")
@require_POST
def archive_sub_plan(request: PageRequest, sub_plan: UUID) -> HttpResponse:
    """Take the link to another plan out; it can be brought back from the plan page."""
    row = _sub_plan(request, sub_plan)
    services.archive_sub_plan(actor=request.actor, sub_plan=row)
    said = gettext("Lenken er tatt ut. Du kan hente den tilbake nederst på siden.")
    return to_plan(request, row.plan_id, said, "tatt-ut")


@page("sub_plan.write")
@require_POST
def restore_sub_plan(request: PageRequest, sub_plan: UUID) -> HttpResponse:
    """Bring the link to another plan back."""
    row = _sub_plan(request, sub_plan)
    services.restore_sub_plan(actor=request.actor, sub_plan=row)
    return to_plan(request, row.plan_id, gettext("Lenken er hentet tilbake."), "delplaner")


def _sub_plan(request: PageRequest, sub_plan: UUID) -> SubPlan:
    return fetch(request.actor, "sub_plan.write", SubPlan, sub_plan, related=("plan__person__municipality",))
