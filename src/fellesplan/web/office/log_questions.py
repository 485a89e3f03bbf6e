"""Spørsmål om innsyn: what people ask about who has looked, and the answers to it."""

from dataclasses import dataclass
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from fellesplan.access import explanations, questions
from fellesplan.access.functions import fetch
from fellesplan.access.log import parts_of
from fellesplan.access.models import Event, LogQuestion
from fellesplan.kernel import clock
from fellesplan.kernel.errors import InvalidInput, Refused
from fellesplan.kernel.text import Text
from fellesplan.web.components.forms import PageForm, TextField
from fellesplan.web.page import PageRequest, page

QUERY_BUDGET = 20
PER_PAGE = 25


class AnswerForm(PageForm):
    """The answer, as the person will read it."""

    answer: forms.Field = TextField(
        label=gettext_lazy("Svar"),
        rows=6,
        max_length=questions.LONGEST,
        error_messages={"required": gettext_lazy("Skriv et svar")},
        help_text=gettext_lazy("Personen ser svaret i listen over hvem som har sett."),
    )


@dataclass(frozen=True)
class Asked:
    """A question with what it is about, in plain words; `event` is None if the log no longer has it."""

    question: LogQuestion
    event: Event | None

    @property
    def what(self) -> Text:
        event = self.event
        return explanations.what(event.kind, event.action, event.object_type) if event else Text("–")

    @property
    def parts(self) -> tuple[Text, ...]:
        return parts_of([self.event]) if self.event else ()

    @property
    def why(self) -> Text | None:
        return explanations.why(self.event.kind, self.event.ground) if self.event else None

    @property
    def is_late(self) -> bool:
        return self.question.answered_at is None and self.question.answer_by < clock.today()


@require_safe
@page("log_question.answer")
def questions_list(request: PageRequest) -> HttpResponse:
    """Show what waits for an answer, and what has been answered."""
    shown = Paginator(questions.to_answer(request.actor), PER_PAGE).get_page(request.GET.get("side"))
    events = questions.events_of(request.actor, shown.object_list)
    rows = [Asked(question, events.get(question.event)) for question in shown.object_list]
    waiting = sum(row.question.answered_at is None for row in rows)
    return render(request, "office/log_questions.html", {"rows": rows, "page": shown, "waiting": waiting})


@require_http_methods(["GET", "HEAD", "POST"])
@page("log_question.answer")
def answer(request: PageRequest, question: UUID) -> HttpResponse:
    """Show a question, and answer it."""
    row = fetch(
        request.actor, "log_question.answer", LogQuestion, question, related=("person",),
        information=("log_question",),
    )  # fmt: skip
    form = AnswerForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            questions.answer(actor=request.actor, question=row, text=form.cleaned_data["answer"])
        except (InvalidInput, Refused) as error:
            form.take(error)
        else:
            messages.success(request, _("Svaret er sendt."))
            return HttpResponseRedirect(reverse("log-questions", kwargs={"tenant": request.tenant.slug}))
    asked = Asked(row, questions.asked_about(request.actor, row))
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "office/log_question.html", {"asked": asked, "form": form}, status=status)
