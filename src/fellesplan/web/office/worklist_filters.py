"""The worklist's filter: all of it stands in the address, and nonsense there is the same as nothing."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.http import QueryDict
from django.utils.translation import gettext as _

from fellesplan.cases import lists
from fellesplan.people import queries as people
from fellesplan.web.components.presenters import Choice, Sentence
from fellesplan.web.page import PageRequest

DAYS = {"uke": 7, "maned": 30}


@dataclass(frozen=True)
class Counted:
    """A kind of work with how many cases it holds, and the address that shows them."""

    text: str
    number: int
    url: str
    current: bool


def counted(request: PageRequest, numbers: Mapping[str, int]) -> tuple[Counted, ...]:
    """Return the kinds of work that hold something; the rest of the filter stays as it is."""
    names = {
        "consent": _("Samtykke"), "assessment": _("Utredning"), "decision": _("Vedtak"),
        "complaint": _("Klage"), "appointment": _("Oppnevning"), "letter": _("Nytt varsel"),
    }  # fmt: skip
    return tuple(
        _counted(request, key, text, numbers[key]) for key, text in names.items() if numbers.get(key)
    )


def _counted(request: PageRequest, key: str, text: str, number: int) -> Counted:
    query = request.GET.copy()
    query.pop("side", None)
    query["hva"] = key
    return Counted(text, number, f"{request.path}?{query.urlencode()}", request.GET.get("hva") == key)


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def chosen(query: QueryDict, default: str) -> lists.Filter:
    """Return the filter that the address asks for; nonsense is the same as nothing."""
    who, what, sort = query.get("hvem", ""), query.get("hva", ""), query.get("sorter", "")
    return lists.Filter(
        who=who if who in ("mine", "free", "all") else default,
        what=what if what in lists.WHAT else "",
        days=DAYS.get(query.get("frist", "")),
        overdue=query.get("frist") == "over",
        caseworker=_uuid(who),
        sort=sort if sort in lists.SORTS else "due",
    )


def sentence(request: PageRequest, handles: bool) -> Sentence:
    own = (
        ("", _("mine og ledige saker")), ("mine", _("bare mine saker")), ("all", _("alle saker")),
    )  # fmt: skip
    known = tuple((str(one.pk), one.name) for one in people.caseworkers(request.tenant.id))
    who = (*(own if handles else (("", _("alle saker")),)), ("free", _("saker uten saksbehandler")), *known)
    what = (
        ("", _("noe")), ("preliminary", _("foreløpig svar")), ("consent", _("samtykke")),
        ("assessment", _("utredning")), ("decision", _("vedtak")), ("complaint", _("klage")),
        ("appointment", _("oppnevning")), ("letter", _("nytt varsel")),
    )  # fmt: skip
    due = (
        ("", _("uansett frist")),
        ("over", _("og fristen er ute")),
        ("uke", _("innen en uke")),
        ("maned", _("innen 30 dager")),
    )
    sort = (("", _("frist")), ("age", _("hvor lenge saken har vart")), ("name", _("navn")))
    choices = (
        Choice("hvem", _("Hvilke saker"), who, request.GET.get("hvem", "")),
        Choice("hva", _("Hva som skal gjøres"), what, request.GET.get("hva", "")),
        Choice("frist", _("Frist"), due, request.GET.get("frist", "")),
        Choice("sorter", _("Sortering"), sort, request.GET.get("sorter", "")),
    )
    text = _("Vis {hvem} der {hva} skal gjøres {frist}, sortert etter {sorter}.")
    return Sentence.build(text, choices, action_url=request.path, target="#arbeid")
