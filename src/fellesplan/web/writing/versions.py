"""All versions of a plan: the list, two beside each other, and bringing back. The same in both rooms."""

from dataclasses import dataclass

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _

from fellesplan.kernel.errors import Refused
from fellesplan.plans import services, versions
from fellesplan.plans.comparing import FieldChange, PartChange, What
from fellesplan.plans.errors import EditConflict
from fellesplan.plans.models import PlanVersion
from fellesplan.plans.services.restoring import FIELDS
from fellesplan.plans.versions import Comparison, Version
from fellesplan.web.components.glue import translate
from fellesplan.web.components.presenters import Tag
from fellesplan.web.page import PageRequest
from fellesplan.web.writing.shell import Shell

ON_A_PAGE = 25
_TAGS = {"approval": "success", "before_meeting": "info", "ending": "neutral"}


@dataclass(frozen=True)
class Line:
    """A version in the list."""

    version: Version
    compare_url: str
    restore_url: str
    tag: Tag | None


@dataclass(frozen=True)
class Field:
    """A field that differs; `restorable`: it can be brought back alone."""

    change: FieldChange
    restorable: bool


@dataclass(frozen=True)
class Part:
    """A part of the plan that differs, with what has happened to it in words."""

    change: PartChange
    heading: str
    fields: tuple[Field, ...]


def listing(request: PageRequest, shell: Shell) -> HttpResponse:
    """Show all versions, the newest first."""
    kind = request.GET.get("bare", "")
    kind = kind if kind in PlanVersion.Kind.values else ""
    page = Paginator(versions.Versions(shell.plan, kind), ON_A_PAGE).get_page(request.GET.get("side"))
    lines = [_line(shell, version) for version in page.object_list]
    kinds = [("", _("Alle"))] + [(one.value, str(one.label)) for one in PlanVersion.Kind if one != "change"]
    return shell.show("versions", page_obj=page, lines=lines, kinds=kinds, kind=kind)


def comparing(request: PageRequest, shell: Shell) -> HttpResponse:
    """Show two versions beside each other; without a choice, the last change."""
    newest = shell.plan.version
    after = _number(request, "til") or newest
    before = _number(request, "fra") or max(after - 1, 1)
    found = versions.comparison(shell.plan, before, after)
    return _compared(shell, found)


def restoring(request: PageRequest, shell: Shell, number: int) -> HttpResponse:
    """Ask once, and bring back the whole plan as it was."""
    found = versions.comparison(shell.plan, number, shell.plan.version)
    if request.method != "POST":
        return _ask(shell, found)
    try:
        services.restore_version(actor=shell.actor, plan=shell.plan, number=number, version=_posted(request))
    except EditConflict:
        return _ask(shell, found, changed=True)
    messages.success(
        request, _("Planen er hentet tilbake slik den var. Det som sto før, ligger i versjonene.")
    )
    return HttpResponseRedirect(shell.url("home"))


def field(request: PageRequest, shell: Shell, number: int) -> HttpResponse:
    """Bring back one field."""
    post = request.POST
    found = versions.comparison(shell.plan, number, shell.plan.version)
    try:
        services.restore_field(
            actor=shell.actor, plan=shell.plan, number=number, part=post.get("part", ""),
            key=post.get("key", ""), name=post.get("name", ""), version=_posted(request),
        )  # fmt: skip
    except EditConflict:
        said = _("Planen er endret siden du åpnet siden. Se på endringene en gang til.")
        return _compared(shell, found, said=said, status=409)
    except Refused as error:
        return _compared(shell, found, said=translate(error.text), status=409)
    messages.success(request, _("Teksten er hentet tilbake. Det som sto før, ligger i versjonene."))
    return HttpResponseRedirect(shell.url("versions"))


def _compared(shell: Shell, found: Comparison, *, said: str = "", status: int = 200) -> HttpResponse:
    parts = [_part(found, change) for change in found.changes]
    context = {"found": found, "parts": parts, "said": said, "restore_url": _restore(shell, found.before)}
    return shell.show(
        "compare", status=status, field_url=shell.url("field", number=found.before.number), **context
    )


def _ask(shell: Shell, found: Comparison, *, changed: bool = False) -> HttpResponse:
    parts = [_part(found, change) for change in found.changes]
    status = 409 if changed else 200
    return shell.show("restore", status=status, found=found, parts=parts, changed=changed)


def _line(shell: Shell, version: Version) -> Line:
    tag = Tag(_TAGS[version.kind], str(PlanVersion.Kind(version.kind).label)) if version.is_snapshot else None
    compare = f"{shell.url('compare')}?fra={max(version.number - 1, 1)}&til={version.number}"
    return Line(version, compare if version.number > 1 else "", _restore(shell, version), tag)


def _restore(shell: Shell, version: Version) -> str:
    return shell.url("restore", number=version.number) if version.number < shell.plan.version else ""


def _part(found: Comparison, change: PartChange) -> Part:
    known = FIELDS.get(change.part, ())
    old = found.before.number < found.newest
    fields = tuple(
        Field(one, old and one.name in known and change.what is not What.ADDED) for one in change.fields
    )
    return Part(change, _heading(change), fields)


def _heading(change: PartChange) -> str:
    title = translate(change.title) if not isinstance(change.title, str) else change.title
    kinds = {
        "goal": _("Målet «%(title)s»"), "measure": _("Tiltaket «%(title)s»"),
        "participant": _("Deltakeren %(title)s"),
    }  # fmt: skip
    named = kinds.get(change.part, "%(title)s") % {"title": title}
    ends = {
        What.ADDED: _("lagt til"), What.TAKEN_OUT: _("tatt ut av planen"),
        What.BROUGHT_BACK: _("hentet tilbake"), What.NOT_YET: _("ikke med"),
    }  # fmt: skip
    return f"{named}: {ends[change.what]}" if change.what in ends else named


def _number(request: PageRequest, name: str) -> int:
    text = request.GET.get(name, "")
    return int(text) if text.isdecimal() and len(text) < 8 else 0


def _posted(request: PageRequest) -> int:
    text = request.POST.get("version", "")
    return int(text) if text.isdecimal() and len(text) < 8 else 0
