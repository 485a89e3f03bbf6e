"""What is next when a coordinator is to be found, and the lists of the page."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __

from fellesplan.coordinators import states
from fellesplan.coordinators.candidates import Suggested
from fellesplan.coordinators.models import Appointment, Nomination
from fellesplan.kernel.text import Text
from fellesplan.web.components import words
from fellesplan.web.components.glue import translate
from fellesplan.web.components.presenters import Action, Fact, NextStep, Row, Tag
from fellesplan.web.office.coordination.appointment_page import AppointmentPage

TAGS = {
    states.ASKED: Tag("neutral", __("Venter på svar")),
    states.NAMED: Tag("success", __("Har foreslått")),
    states.DECLINED: Tag("warning", __("Sa nei")),
    states.CANCELLED: Tag("neutral", __("Trukket tilbake")),
}
_LOOK = {
    "warning": "ExclamationmarkTriangleFill",
    "quiet": "Circle",
    "success": "CheckmarkCircleFill",
}


def next_step(shown: AppointmentPage, warning: Text | None, leaders: str, slug: str) -> NextStep:
    """Return the one thing to do. `warning` is advice about the one who is named."""
    if shown.named:
        return _appoint(shown.named, warning)
    if shown.asked:
        return _wait(shown.asked, leaders)
    if shown.live:
        return _done(shown.live, shown.kind_name)
    if shown.lacking:
        return _stopped(shown, slug)
    return NextStep(
        _("Spør en virksomhet om %(kind)s") % {"kind": shown.kind_name},
        facts=(
            Fact(_("Hvem"), _("Deg")),
            Fact(_("Hvorfor"), _("Virksomheten vet hvem som har rom. Ønsket til personen veier tungt.")),
        ),
        action=Action(_("Velg virksomhet"), "#spor"),
    )


def _stopped(shown: AppointmentPage, slug: str) -> NextStep:
    return NextStep(
        _("Koordinator kan ikke finnes ennå"),
        text=shown.lacking or "",
        action=Action(_("Gå til saken"), reverse("case", args=[slug, shown.case.pk]), kind="secondary"),
        kind="wait",
        own_label=_("Først må dette på plass"),
    )


def _wait(asked: Nomination, leaders: str) -> NextStep:
    left = words.time_left(asked.answer_by)
    return NextStep(
        _("%(unit)s svarer om koordinator") % {"unit": asked.unit.name},
        facts=(
            Fact(_("Hvem"), leaders or _("Lederen i virksomheten")),
            Fact(_("Frist"), f"{words.weekday_and_day(asked.answer_by).capitalize()}, {left}"),
            Fact(_("Spurt"), words.day(asked.asked_at)),
        ),
        kind="wait",
    )


def _appoint(named: Nomination, warning: Text | None) -> NextStep:
    name = named.employee.name if named.employee else ""
    why = _("%(unit)s har foreslått %(name)s.") % {"unit": named.unit.name, "name": name}
    return NextStep(
        _("Oppnevn %(name)s og send brev") % {"name": name},
        facts=(
            Fact(_("Hvem"), _("Deg")),
            Fact(_("Hvorfor"), why),
            *((Fact(_("Tenk over"), translate(warning)),) if warning else ()),
        ),
        action=Action(_("Velg dato og oppnevn"), "#oppnevn"),
    )


def _done(live: Appointment, kind: str) -> NextStep:
    return NextStep(
        _("%(name)s er %(kind)s fra %(day)s")
        % {"name": live.employee.name, "kind": kind, "day": words.day(live.valid_from)},
        text=_("Personen har fått brev med navnet. Skal noen andre overta, spør du en virksomhet under."),
        kind="wait",
    )


def nomination_rows(shown: AppointmentPage) -> tuple[Row, ...]:
    """Return every question that has been asked, the latest first."""
    return tuple(_nomination(row) for row in shown.nominations)


def _nomination(row: Nomination) -> Row:
    asked = _("Spurt %(day)s, svar innen %(due)s") % {
        "day": words.day(row.asked_at),
        "due": words.day(row.answer_by),
    }
    named = _("Foreslår %(name)s. ") % {"name": row.employee.name} if row.employee else ""
    return Row(row.unit.name, text=f"{named}{row.answer_note}".strip(), meta=asked, tag=TAGS[row.state])


def candidate_rows(people: tuple[Suggested, ...]) -> tuple[Row, ...]:
    """Return those who suit best, each with reasons, and warnings after them."""
    return tuple(
        Row(
            f"{each.name}, {each.unit}",
            text=" ".join(translate(reason.text) for reason in each.ranked.reasons),
            meta=" ".join(translate(warning.text) for warning in each.ranked.warnings),
            icon=_LOOK[_weight(each)],
            icon_kind=_weight(each),
        )
        for each in people
    )


def _weight(each: Suggested) -> str:
    """Training can be given; the other warnings are worth a second thought."""
    untrained = not each.ranked.candidate.trained
    if len(each.ranked.warnings) > untrained:
        return "warning"
    return "quiet" if untrained else "success"
