"""What the page of a complaint shows: where it stands, what it says, its time limits and its papers."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from fellesplan.access.actor import Actor
from fellesplan.access.functions import can, visible
from fellesplan.cases import complaint_states as states
from fellesplan.cases import rights
from fellesplan.cases.complaint_facts import answer_by, defects_of, in_part, standing_of
from fellesplan.cases.complaint_law import timing
from fellesplan.cases.correspondence.complaints import decisions
from fellesplan.cases.models import Case, Complaint, Decision, Letter
from fellesplan.cases.rules import NextStep as Rule
from fellesplan.cases.rules import complaint_step, waiting_for_body
from fellesplan.cases.services.complaints_settling import two_people
from fellesplan.kernel import clock
from fellesplan.web.components import words
from fellesplan.web.components.glue import Words, translate
from fellesplan.web.components.presenters import Action, Clock, NextStep, Row, Tag
from fellesplan.web.office import case_page, steps
from fellesplan.web.office.steps import words_stor

_KINDS = {
    states.SENT: "info",
    states.CHANGED: "success",
    states.CLOSED: "neutral",
    states.WITHDRAWN: "neutral",
}
_LETTERS = ("complaint_receipt", "complaint_completion", "complaint_dismissed", "complaint_annulled",
            "complaint_forwarded")  # fmt: skip


@dataclass(frozen=True)
class ComplaintPage:
    """A complaint with everything round it."""

    row: Complaint
    title: str
    about: str
    tag: Tag
    next: NextStep | None
    timing: tuple[Row, ...]
    clocks: tuple[Clock, ...]
    history: tuple[Row, ...]
    papers: tuple[Row, ...]
    others: tuple[Action, ...]
    over: tuple[Decision, ...]


def page_of(actor: Actor, row: Complaint) -> ComplaintPage:
    """Return the page; `row` is fetched with its case."""
    over = tuple(decisions(row))
    return ComplaintPage(
        row=row,
        title=_("Klage fra %(name)s") % {"name": row.complainant_name},
        about=words_stor(translate(rights.listed(rights.ordered(row.rights)))),
        tag=tag_of(row),
        next=_next(actor, row),
        timing=_timing(row, over[0]),
        clocks=_clocks(row),
        history=_history(row),
        papers=_papers(actor, row),
        others=tuple(_others(actor, row)),
        over=over,
    )


def tag_of(row: Complaint) -> Tag:
    """Return where the complaint stands, as a tag."""
    kind = _KINDS.get(row.state, "neutral" if row.state in states.ENDED else "warning")
    return Tag(kind, states.COMPLAINT.states[row.state])


def rule_of(row: Complaint) -> Rule | None:
    """Return the next step of the complaint."""
    partly = Complaint.objects.filter(pk=row.pk).filter(in_part()).exists()
    standing = standing_of(row, two_people=two_people(row.case), changed_in_part=partly)
    if standing.waits_for_body:
        return waiting_for_body(standing)
    return complaint_step(standing, clock.today())


def complaint_url(row: Complaint, name: str = "complaint") -> str:
    """Return the address of a page of the complaint."""
    return reverse(name, args=[row.case.municipality.slug, row.pk])


def case_address(case: Case, name: str) -> str:
    return reverse(name, args=[case.municipality.slug, case.pk])


def _next(actor: Actor, row: Complaint) -> NextStep | None:
    rule = rule_of(row)
    if rule is None:
        return None
    shown = steps.next_step(rule, row.case, actor)
    action, others = _actions(actor, row, steps.what_words(rule))
    return NextStep(shown.title, facts=shown.facts, action=action, others=others, kind=shown.kind)


def _actions(actor: Actor, row: Complaint, what: Words) -> tuple[Action | None, tuple[Action, ...]]:
    """Return the button of the next step, and other ways to go, as far as the actor may."""
    handles, decides = can(actor, "complaint.handle", row), can(actor, "complaint.decide", row)
    dismiss = Action(_("Avvis klagen"), complaint_url(row, "complaint-assess") + "?til=dismiss", kind="link")
    if row.state == states.RECEIVED:
        return _on_received(row, handles=handles, decides=decides, dismiss=dismiss)
    if row.state == states.NEEDS_COMPLETION:
        first = Action(_("Registrer det som er sendt inn"), complaint_url(row, "complaint-complete"))
        return (first if handles else None, (dismiss,) if decides else ())
    if row.state == states.UNDER_REASSESSMENT and decides:
        change = Action(
            _("Endre svaret"), complaint_url(row, "complaint-change"), post=True, kind="secondary"
        )
        return Action(what, complaint_url(row, "complaint-assess")), (change,)
    if row.state == states.CHANGING and decides:
        drop = Action(_("Behold det gamle svaret"), complaint_url(row, "complaint-drop"), post=True,
                      kind="secondary")  # fmt: skip
        return Action(what, case_address(row.case, "case-decision")), (drop,)
    if row.state in states.DECIDE_ANEW and decides:
        look = Action(_("Se over utredningen"), case_address(row.case, "case-assessment"), kind="link")
        return Action(what, case_address(row.case, "case-decision")), (look,)
    if row.state == states.SENT and handles:
        return Action(_("Registrer svaret"), complaint_url(row, "complaint-answer")), ()
    if row.state in (states.BODY_UPHELD, states.BODY_DISMISSED) and handles:
        return Action(what, complaint_url(row, "complaint-close"), post=True), ()
    return None, ()


def _on_received(
    row: Complaint, *, handles: bool, decides: bool, dismiss: Action
) -> tuple[Action | None, tuple[Action, ...]]:
    late = (dismiss,) if decides else ()
    if not handles:
        return None, ()
    if defects_of(row):
        complete = Action(
            _("Registrer det som er sendt inn"), complaint_url(row, "complaint-complete"), kind="link"
        )
        return Action(_("Be om det som mangler"), complaint_url(row, "complaint-completion")), (
            complete,
            *late,
        )
    if row.timing == Complaint.Timing.UNKNOWN:
        return Action(_("Skriv inn dagen"), complaint_url(row, "complaint-posted")), ()
    if row.timing == Complaint.Timing.IN_TIME:
        return Action(_("Ta opp klagen"), complaint_url(row, "complaint-take-up"), post=True), ()
    if row.timing == Complaint.Timing.LATE:
        return Action(_("Ta opp den sene klagen"), complaint_url(row, "complaint-late")), late
    return (Action(_("Avvis klagen"), dismiss.url), ()) if decides else (None, ())


def _others(actor: Actor, row: Complaint) -> list[Action]:
    if not can(actor, "complaint.handle", row):
        return []
    found = []
    if row.state in (states.RECEIVED, states.UNDER_REASSESSMENT):
        found.append(
            Action(_("Be om mer fra klageren"), complaint_url(row, "complaint-completion"), kind="link")
        )
        found.append(Action(_("Legg til papirer"), complaint_url(row, "complaint-complete"), kind="link"))
    if states.COMPLAINT.allows(row.state, "withdrawn"):
        found.append(Action(_("Klagen er trukket"), complaint_url(row, "complaint-withdraw"), kind="link"))
    if row.state == states.DISMISSED:
        found.append(
            Action(_("Parten klager på avvisningen"), complaint_url(row, "complaint-appeal"), kind="link")
        )
    return found


def _timing(row: Complaint, over: Decision) -> tuple[Row, ...]:
    """Return the reasons for in time or late, each with its rule."""
    arrived = clock.civil_day(row.received_at)
    verdict = timing(over, row.channel, handed_over=row.handed_over, arrived=arrived, on=arrived)
    return tuple(
        Row(title=translate(reason.text), meta=steps.rule_words(reason.source)) for reason in verdict.reasons
    )


def _clocks(row: Complaint) -> tuple[Clock, ...]:
    if row.state not in states.AT_OFFICE:
        return ()
    received = clock.civil_day(row.received_at)
    why = _(
        "Klagen skal behandles uten ugrunnet opphold. Er den ikke ferdig etter en måned, skal klageren få "
        "vite hvorfor, og når den blir ferdig."
    )
    source = steps.rule_words("fvl §§ 11 a og 33")
    return (Clock(_("Svar på klagen"), answer_by(received), received, clock.today(), why, source),)


def _history(row: Complaint) -> tuple[Row, ...]:
    found = row.history.exclude(event="dismissal_complained_arrived").order_by("-at", "-id")
    return tuple(
        Row(
            title=states.COMPLAINT.states.get(step.state, ""), lead=words.short_day(step.at), text=step.note,
            meta=step.by_name,
        )
        for step in found
    )  # fmt: skip


def _papers(actor: Actor, row: Complaint) -> tuple[Row, ...]:
    """Return the complaint, its attachments, the letters about it, the file sent on and the answer."""
    slug = row.case.municipality.slug
    found = [one.document for one in row.attachments.select_related("document").order_by("at", "id")]
    found += [one for one in (row.package, row.answer_document) if one]
    rows = [
        Row(title=one.title, url=case_page.document_url(one, slug), lead=words.short_day(one.at))
        for one in found
    ]
    about = visible(actor, "letter.read", Letter).filter(case=row.case, kind__in=_LETTERS)
    since = about.filter(at__gte=row.history.order_by("at").values("at")[:1]).order_by("at", "id")
    rows += [
        Row(title=one.title, url=reverse("case-letter", args=[slug, one.pk]), lead=words.short_day(one.at),
            side=_("Brev"))
        for one in since
    ]  # fmt: skip
    return tuple(rows)
