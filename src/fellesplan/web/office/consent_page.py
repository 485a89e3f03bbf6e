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
    """Where one purpose stands, who can answer, and why."""

    title: str
    status: Tag
    is_live: bool
    who: str
    missing: tuple[Line, ...]
    lines: tuple[Line, ...]


def purposes(statuses: Mapping[str, ConsentStatus], asking: Mapping[str, Asking]) -> tuple[PurposeView, ...]:
    """Return each purpose that is asked about."""
    titles = {key: str(text) for key, text in PURPOSES} | {SHARING: _("Deling av opplysninger")}
    return tuple(_purpose(titles[key], statuses[key], found) for key, found in asking.items())


def _purpose(title: str, status: ConsentStatus, asking: Asking) -> PurposeView:
    verdict = asking.verdict
    lines = [
        *_lines("why", verdict.reasons),
        *_lines("hear", verdict.hear),
        *_lines("unsettled", verdict.unsettled),
    ]
    kind = "success" if status.is_live else "warning"
    return PurposeView(
        title,
        Tag(kind, status.text),
        status.is_live,
        _who(asking),
        tuple(_lines("missing", verdict.missing)),
        tuple(lines),
    )


def _who(asking: Asking) -> str:
    names = [
        f"{translate(one.text)}: {one.name}" if one.name else translate(one.text) for one in asking.givers
    ]
    return words.listing(list(dict.fromkeys(names)))


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
        lead=words.short_day(row.given_on),
        text=_("%(who)s, %(form)s. %(capacity)s.")
        % {
            "who": row.given_by_name,
            "form": str(Consent.Form(row.form).label).lower(),
            "capacity": Consent.Capacity(row.capacity).label,
        },
        meta=" · ".join(part for part in (_period(row), row.child_heard, row.note) if part),
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


def shares(case: Case, rows: Iterable[SharedWith], areas: Mapping[str, str]) -> tuple[Row, ...]:
    """Return who sees what, with the way to stop it."""
    return tuple(
        Row(
            title=share.name,
            text=words.listing([areas.get(area, area) for area in share.areas]),
            meta=_("Til %(day)s") % {"day": words.day(share.until)} if share.until else _("Uten sluttdato"),
            action=Action(
                _("Stans"), links.share_url(case, share.unit), kind="link",
                hidden=_("delingen med %s") % share.name,
            ) if share.unit else None,
        )
        for share in rows
    )  # fmt: skip
