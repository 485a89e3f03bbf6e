"""Going through who takes part: each is confirmed, shortened or ended, on one page (pjf § 13)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.forms import BoundField
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from fellesplan.access.functions import fetch
from fellesplan.kernel.errors import InvalidInput
from fellesplan.people.concealing import concealed
from fellesplan.plans import services
from fellesplan.plans.models import AccessReview, Participant, Plan
from fellesplan.plans.services.access_review import Judged, to_judge
from fellesplan.web.components.forms import ChoiceField, DateField, PageForm
from fellesplan.web.coordinator.plan.saving import attempt, to_plan
from fellesplan.web.page import PageRequest, page

Verdict = AccessReview.Verdict


@dataclass(frozen=True)
class Asked:
    """One participant, and the two fields about them."""

    row: Participant
    verdict: BoundField
    until: BoundField


class ReviewForm(PageForm):
    """Two fields for each who takes part: `<id>` is what was found, `<id>-til` the last day."""

    def __init__(self, *args: Any, rows: Sequence[Participant], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rows = rows
        for row in rows:
            self.fields[str(row.pk)] = ChoiceField(
                label=gettext("Skal %(name)s være med videre?") % {"name": row.name},
                choices=Verdict.choices,
            )
            self.fields[f"{row.pk}-til"] = DateField(label=gettext("Siste dag"), required=False)

    @property
    def asked(self) -> list[Asked]:
        """Return the fields by participant."""
        return [Asked(row, self[str(row.pk)], self[f"{row.pk}-til"]) for row in self.rows]

    @property
    def judged(self) -> dict[UUID, Judged]:
        """Return what was answered."""
        kept = self.cleaned_data
        return {row.pk: Judged(kept[str(row.pk)], kept[f"{row.pk}-til"]) for row in self.rows}

    def take(self, error: Any) -> None:
        """Put what is wrong with a last day beside the day."""
        if isinstance(error, InvalidInput):
            days = {
                name: f"{name}-til" for name in error.fields if self.cleaned_data.get(name) == Verdict.SHORTEN
            }
            error = InvalidInput({days.get(name, name): text for name, text in error.fields.items()})
        super().take(error)


@page("plan.lead")
@require_http_methods(["GET", "HEAD", "POST"])
def review(request: PageRequest, plan: UUID) -> HttpResponse:
    """Confirm who shall go on taking part."""
    row = fetch(request.actor, "plan.lead", Plan, plan, related=("person",))
    rows = concealed(row.person, list(to_judge(request.actor, row)))
    form = ReviewForm(request.POST or None, rows=rows)
    if request.method == "POST" and form.is_valid():
        judged = form.judged
        done = attempt(form, lambda: services.review_access(actor=request.actor, plan=row, judged=judged))
        if done is not None:
            return to_plan(request, plan, gettext("Det er lagret at dere har gått gjennom hvem som er med."))
    last = row.access_reviews.order_by("-at", "-id").first()
    back = reverse("participants", kwargs={"tenant": request.tenant.slug, "plan": plan})
    context = {"form": form, "plan": row, "last": last, "back_url": back, "submit": _("Lagre gjennomgangen")}
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "coordinator/access_review.html", context, status=status)
