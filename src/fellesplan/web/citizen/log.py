"""Who has looked: the list, the whole of it as a file, and questions about it."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from fellesplan.access import log_table, questions
from fellesplan.access.functions import fetch
from fellesplan.access.log import entries, whole
from fellesplan.kernel import clock
from fellesplan.people.models import Person
from fellesplan.procedures.counting import after_working_days
from fellesplan.web.citizen.emergency import used
from fellesplan.web.citizen.log_form import LogQuestionForm
from fellesplan.web.citizen.room import Room, enter
from fellesplan.web.citizen.saving import attempt, status_of
from fellesplan.web.components.glue import translate
from fellesplan.web.page import PageRequest, page


@dataclass(frozen=True)
class Place:
    """Where in the list the reader is, as the address says it."""

    side: str
    own: bool

    @classmethod
    def of(cls, request: PageRequest) -> "Place":
        return cls(request.GET.get("side", "1"), "egne" in request.GET)

    @property
    def query(self) -> str:
        """Return what comes after the question mark; ends so that more can follow."""
        said = {"side": self.side} if self.side != "1" else {}
        return urlencode(said | ({"egne": "1"} if self.own else {}))


@page("log.read")
@require_safe
def log(request: PageRequest, person: UUID) -> HttpResponse:
    """Show who has read and changed what, why and when; `spor` opens the question about one of them."""
    room = enter(request, person)
    return _show(room, Place.of(request), _id(request.GET.get("spor", "")), LogQuestionForm())


@require_POST
@page("log.ask")
def ask(request: PageRequest, person: UUID, event: UUID) -> HttpResponse:
    """Ask the municipality about one of those who have looked."""
    room, place = enter(request, person), Place.of(request)
    form = LogQuestionForm(request.POST)
    answer_by = after_working_days(clock.today(), questions.ANSWER_WITHIN)

    def send() -> object:
        return questions.ask(
            actor=room.actor, person=room.person.pk, event=event, answer_by=answer_by, **form.cleaned_data
        )

    if form.is_valid() and attempt(form, send) is not None:
        messages.success(request, _("Spørsmålet er sendt til kommunen. Svaret kommer her på siden."))
        return HttpResponseRedirect(f"{room.url('my-log')}?{place.query}".rstrip("?"))
    return _show(room, place, event, form)


@require_safe
@page("log.download")
def download(request: PageRequest, person: UUID) -> HttpResponse:
    """Give the whole list as a file that Excel opens with the right letters; that is written down too."""
    room = enter(request, person)
    fetch(room.actor, "log.download", Person, room.person.pk, information=("log",))
    text = "\ufeff" + log_table.as_csv(whole(room.actor, room.person.pk), translate)
    name = f"{_('hvem-har-sett')}-{clock.today():%Y%m%d}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(text, content_type="text/csv; charset=utf-8", headers=headers)


def _show(room: Room, place: Place, asking: UUID | None, form: LogQuestionForm) -> HttpResponse:
    asked = questions.of_person(room.actor, room.person.pk)
    found = entries(room.actor, room.person.pk, place.side, with_own=place.own, asked=asked)
    return room.show(
        "log", at="my-log", log=found, place=place, asking=asking, form=form, asked=asked,
        used=used(room), status=status_of(form),
    )  # fmt: skip


def _id(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
