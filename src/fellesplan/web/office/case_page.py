"""The presenters of the page of a case."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from fellesplan.cases import rights
from fellesplan.cases.facts import preliminary_reply, procedure_of
from fellesplan.cases.models import JournalEntry, Referral
from fellesplan.cases.reading import CaseView
from fellesplan.cases.rules import StepState, StepView
from fellesplan.documents.models import Document
from fellesplan.kernel import clock
from fellesplan.kernel.text import Text
from fellesplan.people import protection
from fellesplan.people.models import Representation
from fellesplan.procedures.deadlines import Deadline, service_promise
from fellesplan.web.components import words
from fellesplan.web.components.glue import translate
from fellesplan.web.components.presenters import Clock, Course, CourseStep, PersonChip, Row
from fellesplan.web.components.typed import show_phone
from fellesplan.web.office.steps import rule_words, spelled, words_stor
from fellesplan.web.office.worklist_rows import age_words

_STATES = {StepState.NOT_RELEVANT: "next"}


@dataclass(frozen=True)
class DocumentLine:
    """A document with its way to the file, if there is one."""

    title: str
    text: str
    url: str
    icon: str


def course_of(steps: Iterable[StepView]) -> Course:
    """Return the six steps of the case."""
    return Course(tuple(CourseStep(s.step.text, _STATES.get(s.state, str(s.state)), _told(s)) for s in steps))


def _told(step: StepView) -> str:
    return words_stor(spelled(step.text)) if isinstance(step.text, Text) else step.text


def title(found: CaseView) -> str:
    """Return "Jonas Fjellbekk, 7 år"."""
    return ", ".join(part for part in (found.case.person.full_name, age_words(found.case)) if part)


def home_visit(found: CaseView) -> Text | None:
    """Return the procedure's own words about visits, when the child is newborn or expected."""
    case, procedure = found.case, procedure_of(found.case.municipality, found.on)
    age, rule = case.person.age(found.on), procedure.find("newborn.home_visit")
    newborn = age == 0 or (age is None and case.person.due_date is not None)
    return rule.text if rule and newborn and not found.facts.closed else None


def lead(found: CaseView) -> str:
    """Return who asked for what, and when."""
    referral = found.referral
    if referral is None:
        return ""
    asked = words_stor(translate(rights.listed(rights.ordered(referral.wants)))) if referral.wants else ""
    who = _reporter(referral)
    day = words.day(clock.civil_day(referral.received_at), year=True)
    told = _("%(who)s meldte behovet %(day)s.") % {"who": who, "day": day}
    return " ".join(
        part for part in (_("Ønsker: %(what)s.") % {"what": asked} if asked else "", told) if part
    )


def _reporter(referral: Referral) -> str:
    name = referral.reporter_name
    return f"{name} ({referral.reporter_organisation})" if referral.reporter_organisation else name


def clocks(found: CaseView) -> tuple[Clock, ...]:
    """Return the limits that run, each with the rule behind it."""
    case, facts = found.case, found.facts
    if facts.closed:
        return ()
    made = []
    if not facts.is_decided:
        sent = case.preliminary_reply_on
        done = _("sendt %(day)s") % {"day": words.day(sent)} if sent else ""
        made.append(_clock(_("Foreløpig svar"), preliminary_reply(case.received_on), found, done))
        weeks = procedure_of(case.municipality, found.on).number("casework.promise_weeks")
        if weeks:
            own = _("Svaret %(name)s har lovet") % {"name": case.municipality.name}
            made.append(_clock(own, service_promise(case.received_on, weeks=weeks), found, ""))
    if facts.complaint_due and facts.letter_sent_on:
        why = _("Fristen regnes fra brevet ble gjort tilgjengelig.")
        made.append(
            Clock(
                _("Klagefrist"),
                facts.complaint_due,
                facts.letter_sent_on,
                found.on,
                why,
                _("Pasient- og brukerrettighetsloven § 7-5"),
            )
        )
    return tuple(made)


def _clock(name: str, deadline: Deadline, found: CaseView, done: str) -> Clock:
    why = " ".join(translate(step) for step in deadline.steps)
    return Clock(name, deadline.date, deadline.start, found.on, why, rule_words(deadline.paragraph), done)


def people(found: CaseView) -> tuple[PersonChip, ...]:
    """Return the person, who acts for the person, who reported, and whom the person wishes as coordinator."""
    person = found.case.person
    born = _("Født %(day)s") % {"day": words.day(person.birth_date, year=True)} if person.birth_date else ""
    due = (
        _("Termin %(day)s") % {"day": words.day(person.due_date, year=True)}
        if person.is_unborn and person.due_date
        else ""
    )
    facts = " · ".join(part for part in (born or due, show_phone(protection.phone(person))) if part)
    url = reverse("person", args=[found.case.municipality.slug, person.pk])
    chips = [PersonChip(person.full_name, facts, url, kind="person"), *map(acting_chip, found.acting)]
    if referral := found.referral:
        phone = show_phone(referral.reporter_phone)
        role = " · ".join(
            part for part in (_("Meldte behovet"), referral.reporter_organisation, phone) if part
        )
        chips.append(PersonChip(referral.reporter_name, role))
        if referral.wished_coordinator:
            chips.append(PersonChip(referral.wished_coordinator, _("Ønsket koordinator"), kind="coordinator"))
    return tuple(chips)


def acting_chip(row: Representation) -> PersonChip:
    """Return someone who acts for the person."""
    role = str(Representation.Kind(row.kind).label)
    phone = show_phone(protection.phone(row.representative))
    shared = _("felles") if row.shared else ""
    return PersonChip(
        row.representative.full_name,
        " · ".join(part for part in (role, shared, phone) if part),
        kind="family",
    )


def journal_rows(entries: Iterable[JournalEntry], slug: str) -> tuple[Row, ...]:
    """Return the journal, the newest first."""
    names = {"in": _("Inn"), "out": _("Ut"), "note": _("Notat")}
    return tuple(
        Row(
            title=entry.title,
            url=document_url(entry.document, slug) if entry.document else "",
            lead=_when(entry),
            text=entry.text,
            meta=_beside(entry),
            side=names[entry.direction],
        )
        for entry in entries
    )


def _beside(entry: JournalEntry) -> str:
    """Return who it is from or to, and which entry it puts right."""
    corrects = _("Retter %(number)s") % {"number": entry.corrects.number} if entry.corrects else ""
    return " · ".join(filter(None, (entry.counterpart or entry.author, corrects)))


def _when(entry: JournalEntry) -> str:
    """Return the day and time it was written, or the day of the document when that is another."""
    if entry.dated != clock.civil_day(entry.at):
        return words.short_day(entry.dated)
    return f"{words.short_day(entry.at)} {words.at(entry.at)}"


def document_lines(documents: Iterable[Document], slug: str) -> tuple[DocumentLine, ...]:
    """Return the documents, the newest first."""
    return tuple(
        DocumentLine(
            document.title,
            f"{Document.Kind(document.kind).label} · {words.day(clock.civil_day(document.at))}",
            document_url(document, slug),
            "FilePdf" if document.media_type == "application/pdf" else "File",
        )
        for document in documents
    )


def document_url(document: Document, slug: str) -> str:
    """Return the way to the file."""
    return reverse("document", args=[slug, document.pk])
