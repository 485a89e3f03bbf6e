"""Alt klageinstansen skal ha, i én fil: letter, list of contents, complaint, decision, assessment, papers."""

from collections.abc import Iterable, Sequence

from fellesplan.cases.correspondence import complaints as letters
from fellesplan.cases.correspondence.complaint_assessment import assessment_note
from fellesplan.cases.models import Complaint
from fellesplan.documents.complaint_sheet import ContentsRow, render_contents
from fellesplan.documents.letters import LetterContent, render_letter
from fellesplan.documents.models import Document, DocumentContent
from fellesplan.documents.package import Enclosure, Placed, bind, joined
from fellesplan.kernel import clock


def package(row: Complaint, cover: LetterContent) -> bytes:
    """Return the file that follows the complaint (fvl § 33 fjerde ledd: «sakens dokumenter»)."""
    language = letters.municipal(row)

    def front(placed: Sequence[Placed]) -> bytes:
        rows = [
            ContentsRow(one.enclosure.title, one.enclosure.dated, str(one.page or ""), one.note)
            for one in placed
        ]
        title = f"{cover.title}, {row.case.number}"
        contents = render_contents(
            rows, title=title, sender=cover.sender, on=clock.today(), language=language
        )
        return joined(render_letter(cover), contents)

    return bind(tuple(enclosures(row)), front, title=cover.title, language=language)


def enclosures(row: Complaint) -> Iterable[Enclosure]:
    """Yield what is enclosed: the complaint and its papers, the decision, the assessment, then the rest."""
    attached = [one.document for one in row.attachments.select_related("document").order_by("at", "id")]
    decided = [one.letter.document for one in letters.decisions(row) if one.letter]
    first = list(dict.fromkeys([*attached, *decided]))
    yield from _contents(first)
    if note := assessment_note(row.case, letters.municipal(row)):
        title, data = note
        yield Enclosure(title, clock.today(), "application/pdf", data)
    yield from _contents(_rest(row, first))


def _rest(row: Complaint, first: list[Document]) -> list[Document]:
    """Return the other documents of the case's journal, the oldest first."""
    seen = {document.pk for document in first}
    entries = row.case.journal.filter(document__isnull=False).select_related("document").order_by("at", "id")
    rest = (entry.document for entry in entries if entry.document)
    return [one for one in dict.fromkeys(rest) if one.pk not in seen]


def _contents(documents: list[Document]) -> Iterable[Enclosure]:
    contents = {
        one.document_id: one for one in DocumentContent.objects.filter(document__in=documents).iterator()
    }
    for document in documents:
        data = bytes(contents[document.pk].data) if document.pk in contents else b""
        yield Enclosure(document.title, clock.civil_day(document.at), document.media_type, data)
