"""The desk of one who writes in a form: draft, conflict and what is done about them, alike on every page."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse, HttpResponseRedirect, JsonResponse, QueryDict
from django.utils.translation import gettext as _

from fellesplan.kernel import clock
from fellesplan.kernel.errors import InvalidInput, NotFound, Refused
from fellesplan.kernel.ids import new_id
from fellesplan.plans.errors import EditConflict
from fellesplan.plans.models import Draft
from fellesplan.plans.services import drafts
from fellesplan.web.components import words
from fellesplan.web.components.forms import PageForm
from fellesplan.web.office.merge import resolved
from fellesplan.web.page import PageRequest
from fellesplan.web.writing import carrying, token
from fellesplan.web.writing.forms import Clash, WritingForm

T = TypeVar("T")
MOST = 400_000
"""How many characters a draft may have."""


@dataclass(frozen=True)
class MergePage:
    """Two have written: the fields to choose in, and everything else that was typed."""

    clashes: list[Clash]
    hidden: list[tuple[str, str]]
    by_name: str


class WritingDesk:
    """One opened page on which somebody writes. `key` names the form and what it is about."""

    def __init__(self, request: PageRequest, key: str, *, person: UUID, title: object = "") -> None:
        self.request, self.key = request, key
        self.merge: MergePage | None = None
        self._person, self._title = person, str(title)

    @property
    def posted(self) -> bool:
        """Return whether the form was sent to be saved."""
        return self.request.method == "POST"

    @cached_property
    def data(self) -> QueryDict | None:
        """Return what was sent, with what was chosen on the merge page in its fields."""
        return resolved(self.request.POST) if self.posted else None

    @cached_property
    def found(self) -> list[Draft]:
        """Return the writer's own drafts of this form; one query."""
        return drafts.of_form(self.request.tenant.id, self._account, self.key)

    @cached_property
    def continued(self) -> Draft | None:
        """Return the draft that is being written on."""
        wanted = self.request.GET.get("utkast", "")
        return next((row for row in self.found if str(row.pk) == wanted), None) if wanted else None

    @property
    def waiting(self) -> list[Draft]:
        """Return the drafts that can be written on."""
        here = (self.continued.pk if self.continued else None, self._desk.id)
        return [row for row in self.found if row.ended_at is None and row.pk not in here]

    @property
    def thrown_away(self) -> list[Draft]:
        """Return the drafts that were thrown away lately."""
        return [row for row in self.found if row.ended_at and row != self.continued]

    @property
    def token(self) -> str:
        return token.sign(self._desk)

    def answer(self) -> HttpResponse | None:
        """Answer what is not the form itself: a draft to keep or throw away, or a page of somebody else."""
        if not self.posted:
            return None
        post = self.request.POST
        mark = token.read(post.get(token.TOKEN, ""))
        if mark and mark.account != self._account:
            return self._not_mine()
        if token.KEEP in post:
            return self._keep()
        if wanted := post.get(token.DISCARD):
            return self._discard(wanted)
        return None

    def initial(self, now: Mapping[str, object]) -> dict[str, object]:
        """Return what the fields show: the draft that is written on, else what is stored."""
        draft = self.continued
        kept = {
            name: values[-1] if values else "" for name, values in (draft.content if draft else {}).items()
        }
        return {**now, **kept}

    def attempt(self, form: PageForm, act: Callable[[], T]) -> T | None:
        """Do it; or let the form say why not, or open the merge page. Nothing is half saved, nothing lost."""
        try:
            with transaction.atomic():
                done = act()
        except (InvalidInput, Refused) as error:
            form.take(error)
        except EditConflict as conflict:
            if not isinstance(form, WritingForm):
                raise
            self.merge = self._merge(form, conflict)
        else:
            drafts.saved(self._desk, token.seq(self.request.POST))
            return done
        return None

    def status(self, form: PageForm) -> int:
        """Return the status of the page, and keep what was typed when it could not be saved."""
        wrong = 409 if self.merge else 422 if form.is_bound and form.errors else 200
        if self.posted and wrong != 200 and self.request.POST.get(token.TOKEN):
            drafts.keep(self._desk, token.typed(self.data or QueryDict()), token.seq(self.request.POST))
        return wrong

    @property
    def _account(self) -> UUID:
        account = self.request.actor.account
        if account is None:
            raise NotFound
        return account

    @cached_property
    def _desk(self) -> drafts.Desk:
        """Return the desk: that of the page that was sent, or of the one that is being made."""
        here = drafts.Desk(
            municipality=self.request.tenant.id, account=self._account, person=self._person, key=self.key,
            id=new_id(), title=self._title, address=self.request.path,
            continues=self.continued.pk if self.continued else None,
        )  # fmt: skip
        sent = token.read(self.request.POST.get(token.TOKEN, "")) if self.posted else None
        if sent is None or (sent.account, sent.key) != (here.account, here.key):
            return here
        return replace(here, id=sent.id, continues=sent.continues)

    def _keep(self) -> HttpResponse:
        content = token.typed(self.request.POST)
        if sum(len(value) for values in content.values() for value in values) > MOST:
            return JsonResponse({"text": _("Teksten er for lang til å lagres.")}, status=413)
        drafts.keep(self._desk, content, token.seq(self.request.POST))
        said = _("Lagret som utkast %(time)s.") % {"time": words.at(clock.now())}
        return JsonResponse({"text": said})

    def _discard(self, wanted: str) -> HttpResponse:
        row = next((row for row in self.found if str(row.pk) == wanted), None)
        if row:
            drafts.discard(
                municipality=self.request.tenant.id, account=self._account, key=self.key, draft=row.pk
            )
            messages.success(self.request, _("Utkastet er forkastet. Du kan hente det tilbake under."))
        return HttpResponseRedirect(self.request.path)

    def _not_mine(self) -> HttpResponse:
        carrying.kept(self.request, self.request.tenant)
        said = _(
            "Noen andre har logget inn siden du åpnet siden. Teksten er lagret som utkast for deg som skrev."
        )
        if token.KEEP in self.request.POST:
            return JsonResponse({"text": said}, status=409)
        messages.warning(self.request, said)
        return HttpResponseRedirect(self.request.path)

    def _merge(self, form: WritingForm, conflict: EditConflict) -> MergePage:
        data = (self.data or QueryDict()).copy()
        clashes = form.clashes(conflict)
        for name, value in form.told(conflict.merged).items():
            data[name] = value
        data["version"] = str(conflict.version)
        skip = {clash.name for clash in clashes} | {"csrfmiddlewaretoken", token.TOKEN, token.SEQ}
        hidden = [(name, value) for name, values in data.lists() if name not in skip for value in values]
        return MergePage(clashes, hidden, conflict.by_name)
