"""The sheet itself, as PDF."""

from django.http import HttpResponse
from django.urls import reverse

from fellesplan.cases.correspondence.parties import sender
from fellesplan.cases.facts import procedure_of
from fellesplan.consent.sheets import code_of
from fellesplan.documents.letters import Person as Named
from fellesplan.documents.letters import language_of
from fellesplan.documents.sheets import ConsentSheet, render_consent
from fellesplan.kernel import clock
from fellesplan.web.components import words
from fellesplan.web.components.glue import translate
from fellesplan.web.office.consent_form import PURPOSES
from fellesplan.web.office.sheet_form import SHARING, SheetForm
from fellesplan.web.page import PageRequest


def paper(request: PageRequest, form: SheetForm) -> HttpResponse:
    """Return the sheet that a valid form asks for, to sign with ink."""
    content, person, today = form.content, form.person, clock.today()
    language = language_of(words.language())
    where = {"tenant": request.tenant.slug, "code": code_of(content)}
    names = dict(PURPOSES)
    sheet = ConsentSheet(
        sender=sender(request.tenant, procedure_of(request.tenant, today), language),
        person=Named(person.first_name, person.full_name, person.birth_date), giver="", capacity="",
        given_on=today, to_sign=True,
        purposes=tuple(translate(names[one]) for one in content.purposes if one != SHARING),
        services=tuple(form.units_by_key[str(unit)].name for unit in content.units),
        information=tuple(form.area_names[area] for area in content.areas),
        register_at=request.build_absolute_uri(reverse("consent-sheet", kwargs=where)),
    )  # fmt: skip
    response = HttpResponse(render_consent(sheet, language), content_type="application/pdf")
    response["Content-Disposition"] = 'inline; filename="samtykke.pdf"'
    return response
