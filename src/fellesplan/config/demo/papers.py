"""Papers that people send in: a signed consent, a mandate. They are real PDF files with invented content."""

from fellesplan.cases.correspondence.parties import sender
from fellesplan.cases.data import ReferralData
from fellesplan.config.demo.places import Place
from fellesplan.documents.letters import Person as Named
from fellesplan.documents.letters import language_of
from fellesplan.documents.models import Document
from fellesplan.documents.sheets import ConsentSheet, render_consent
from fellesplan.documents.uploads import Upload, upload
from fellesplan.kernel import clock
from fellesplan.people.models import Person
from fellesplan.procedures.practice import attachments_required

_REPORTS_AS = {"self": "person", "parent": "guardian", "next_of_kin": "relative"}


def mandate(place: Place, data: ReferralData) -> tuple[Upload, ...]:
    """Return what the procedure wants with a referral: a mandate where somebody reports for another."""
    wanted = attachments_required(place.procedure, _REPORTS_AS.get(data.reporter, "provider"))
    if not wanted:
        return ()
    purpose = place.say("mandate_purpose", reporter=data.reporter_name)
    full = f"{data.given_name} {data.family_name}".strip()
    giver = data.parents[0].name if data.parents else full
    sheet = _sheet(place, Named(data.given_name or full, full, data.birth_date), giver, "", (purpose,))
    return (_file(place, "mandate", sheet, Document.Kind.AUTHORISATION),)


def written_consent(
    place: Place, person: Person, giver: str, capacity: str, purposes: tuple[str, ...]
) -> Upload:
    """Return a consent on paper with its signature."""
    named = Named(person.first_name, person.full_name, person.birth_date)
    return _file(
        place, "written_consent", _sheet(place, named, giver, capacity, purposes), Document.Kind.CONSENT
    )


def _sheet(place: Place, person: Named, giver: str, capacity: str, purposes: tuple[str, ...]) -> ConsentSheet:
    return ConsentSheet(
        sender=sender(place.municipality, place.procedure, place.language), person=person, giver=giver,
        capacity=capacity, given_on=clock.today(), purposes=purposes, services=(), information=(),
    )  # fmt: skip


def _file(place: Place, name: str, sheet: ConsentSheet, kind: str) -> Upload:
    data = render_consent(sheet, language_of(place.language))
    return upload(f"{place.say(name)}.pdf", data, kind)
