"""The presenters of the page about consent."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from fellesplan.cases.models import Case
from fellesplan.consent.models import Consent
from fellesplan.consent.queries import Asking, SharedWith
from fellesplan.consent.status import ConsentStatus
from fellesplan.kernel import clock
from fellesplan.procedures.reasons import Reason
from fellesplan.web.components import words
from fellesplan.web.components.glue import translate
from fellesplan.web.components.presenters import Action, Row, Tag
from fellesplan.web.office import links
from fellesplan.web.office.consent_form import PURPOSES
from fellesplan.web.office.steps import rule_words

SHARING = Consent.Purpose.SHARING.value


@dataclass(frozen=True)
class Line:
    """One reason with its paragraph; `kind` is why, hear, missing or unsettled."""

    kind: str
    text: str
    source: str


@dataclass(frozen=True)
class PurposeView:
    """Purposes that the same people answer, each with where it stands; who can answer, and why."""

    purposes: tuple[tuple[str, Tag], ...]
    who: str
    missing: tuple[Line, ...]
    lines: tuple[Line, ...]


def purposes(statuses: Mapping[str, ConsentStatus], asking: Mapping[str, Asking]) -> tuple[PurposeView, ...]:
    """Return what is asked about; purposes with the same answer to who and why stand together."""
    titles = {key: str(text) for key, text in PURPOSES} | {SHARING: _("Deling av opplysninger")}
    grouped: dict[tuple[str, tuple[Line, ...], tuple[Line, ...]], list[tuple[str, Tag]]] = {}
    for key, found in asking.items():
        status = statuses[key]
        tag = Tag("success" if status.is_live else "warning", status.text)
        grouped.setdefault(_why(found), []).append((titles[key], tag))
    return tuple(PurposeView(tuple(named), *why) for why, named in grouped.items())


def _why(asking: Asking) -> tuple[str, tuple[Line, ...], tuple[Line, ...]]:
    verdict = asking.verdict
    told = {"why": verdict.reasons, "hear": verdict.hear, "unsettled": verdict.unsettled}
    lines = tuple(line for kind, reasons in told.items() for line in _lines(kind, reasons))
    return _who(asking), tuple(_lines("missing", verdict.missing)), lines


def _who(asking: Asking) -> str:
    """Return "Begge foreldrene: Mona Fjellbekk og Even Fjellbekk"."""
    by_role: dict[str, list[str]] = {}
    for one in asking.givers:
        by_role.setdefault(translate(one.text), []).extend([one.name] if one.name else [])
    return "; ".join(f"{role}: {words.listing(names)}" if names else role for role, names in by_role.items())


def _lines(kind: str, reasons: Iterable[Reason]) -> list[Line]:
    return [Line(kind, translate(reason.text), rule_words(reason.source)) for reason in reasons]


def answers(case: Case, rows: Iterable[Consent]) -> tuple[Row, ...]:
    """Return every answer, the newest first, with the way to withdraw those that live."""
    return tuple(_answer(case, row) for row in rows)


def _answer(case: Case, row: Consent) -> Row:
    answer = _("Ja") if row.answer == Consent.Answer.GIVEN else _("Nei")
    title = _("%(answer)s til %(purpose)s") % {
        "answer": answer,
        "purpose": Consent.Purpose(row.purpose).label,
    }
    return Row(
        title=title,
        text=_("%(who)s, %(form)s %(day)s. %(capacity)s.")
        % {
            "who": row.given_by_name,
            "day": words.day(row.given_on),
            "form": str(Consent.Form(row.form).label).lower(),
            "capacity": Consent.Capacity(row.capacity).label,
        },
        meta=" · ".join(part for part in (_period(row), row.child_heard, row.why_one, row.note) if part),
        action=_withdraw(case, row),
    )


def _period(row: Consent) -> str:
    if row.withdrawn_at:
        day = words.day(clock.civil_day(row.withdrawn_at))
        return _("Trukket %(day)s av %(who)s") % {"day": day, "who": row.withdrawn_by_name}
    if row.valid_to:
        return _("Gjelder til %(day)s") % {"day": words.day(row.valid_to, year=True)}
    return ""


def _withdraw(case: Case, row: Consent) -> Action | None:
    over = row.valid_to is not None and row.valid_to < clock.today()
    if row.withdrawn_at or over or row.answer == Consent.Answer.REFUSED:
        return None
    what = Consent.Purpose(row.purpose).label
    return Action(_("Trekk"), links.consent_url(case, row), kind="link", hidden=_("samtykket til %s") % what)


def area_words(shared: Iterable[str], areas: Mapping[str, str]) -> str:
    """Return the areas in the municipality's order, apart from each other also when a name holds a comma."""
    held = set(shared)
    return " · ".join(name for key, name in areas.items() if key in held)


def shares(
    case: Case, rows: Iterable[SharedWith], areas: Mapping[str, str], *, stop: bool = True
) -> tuple[Row, ...]:
    """Return who sees what, with the way to stop it."""
    return tuple(
        Row(
            title=share.name,
            text=area_words(share.areas, areas),
            meta=_("Til %(day)s") % {"day": words.day(share.until)} if share.until else _("Uten sluttdato"),
            action=Action(
                _("Stans"), links.share_url(case, share.unit), kind="link",
                hidden=_("delingen med %s") % share.name,
            ) if share.unit and stop else None,
        )
        for share in rows
    )  # fmt: skip
