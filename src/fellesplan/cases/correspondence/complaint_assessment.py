"""Utredningen som dokument: the questions with their answers, as they stand, for the complaint body."""

from collections.abc import Iterable

from django.utils import translation
from django.utils.translation import gettext

from fellesplan.cases import assessing
from fellesplan.cases.assessing import NO, YES, AssessmentView
from fellesplan.cases.correspondence import parties
from fellesplan.cases.models import Case
from fellesplan.cases.questions import Item
from fellesplan.documents.complaint_sheet import Note, render_note
from fellesplan.documents.letters import Language
from fellesplan.kernel import clock


def assessment_note(case: Case, language: Language) -> tuple[str, bytes] | None:
    """Return the title and the document, or None when nothing has been assessed."""
    found = assessing.view(case)
    if found.assessment is None:
        return None
    with translation.override(language):
        title = gettext("Utredning i sak %(number)s") % {"number": case.number}
        parts = tuple(part for part in _parts(found) if part[1])
        word = gettext("Utredning")
    note = Note(
        sender=parties.sender(case.municipality, found.procedure, language), word=word, title=title,
        on=clock.today(), parts=parts,
    )  # fmt: skip
    return title, render_note(note, language)


def _parts(found: AssessmentView) -> Iterable[tuple[str, str]]:
    texts = found.texts
    yield gettext("Hva personen selv mener"), texts["person_view"]
    yield gettext("Hva barnet mener"), texts["child_view"]
    names = [f"{row.name} ({row.provider})" if row.provider else row.name for row in found.services]
    yield gettext("Tjenester"), "\n".join(names)
    for item in found.items:
        if item.answer:
            yield item.criterion.question.render(gettext), _answer(item)
    yield gettext("Varighet"), texts["longterm"]
    yield gettext("Opplysningene som er lagt til grunn"), found.assessment.facts if found.assessment else ""
    yield gettext("Det som er lagt vekt på"), found.assessment.considerations if found.assessment else ""


def _answer(item: Item) -> str:
    words = {YES: gettext("Ja"), NO: gettext("Nei")}
    lines = [
        f"{words.get(item.answer, item.answer)}. {item.reason}".strip(),
        gettext("Kilde: %(source)s") % {"source": item.source} if item.source else "",
        gettext("Vilkåret er rådgivende og ikke et krav i loven.") if item.criterion.advisory else "",
    ]
    return "\n".join(filter(None, lines))
