"""A form with every kind of field."""

from django import forms

from fellesplan.web.components.forms import (
    BirthNumberField,
    ChoiceField,
    DateField,
    MultiFileField,
    MultipleChoiceField,
    PageForm,
    PhoneField,
    SelectField,
    TextField,
    TimeField,
    YesNoField,
)

REPLY = [("ring", "Ring meg"), ("skriv", "Skriv til meg")]
HARD = [("hjemme", "Hverdagen hjemme"), ("helse", "Helse og behandling"), ("skole", "Barnehage eller skole")]
RELATION = [("", "Velg"), ("mor", "Mor"), ("far", "Far"), ("verge", "Verge")]


class SampleForm(PageForm):
    name = forms.CharField(label="Navn på barnet")
    relation = SelectField(label="Hvem er du for barnet?", choices=RELATION)
    born = DateField(label="Fødselsdato", help_text="Dag, måned og år. For eksempel 7.3.2021", past=True)
    number = BirthNumberField(label="Fødselsnummer", required=False)
    phone = PhoneField(label="Telefonnummeret ditt", help_text="Vi ringer bare om denne meldingen.")
    hour = TimeField(label="Når passer det at vi ringer?", required=False)
    reply = ChoiceField(
        label="Vil du at vi ringer eller skriver?",
        choices=REPLY,
        hints={"skriv": "Vi skriver til deg i Digipost eller på papir."},
    )
    hard = MultipleChoiceField(
        label="Hva er vanskelig nå?", choices=HARD, help_text="Kryss av for alt som passer."
    )
    interpreter = YesNoField(label="Trenger du tolk?")
    own_words = TextField(label="Fortell med egne ord", required=False)
    papers = MultiFileField(
        label="Legg ved papirer", required=False, help_text="PDF eller bilde, høyst 10 MB."
    )
    sure = forms.BooleanField(label="Jeg har lest hva kommunen gjør med opplysningene")


def bad_form() -> SampleForm:
    """Return a form sent in with mistakes."""
    data = {"bad-name": "Jakob Prøvesen", "bad-born": "12.03", "bad-phone": "12", "bad-number": "123"}
    return SampleForm(data, prefix="bad")
