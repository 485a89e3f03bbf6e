"""One form per question. What is asked depends on who reports, and on the municipality's procedure."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fellesplan.cases.models import Right
from fellesplan.web.components.forms import (
    BirthNumberField,
    ChoiceField,
    DateField,
    MultipleChoiceField,
    PageForm,
    PhoneField,
    TextField,
    YesNoField,
)
from fellesplan.web.public.referral import choices as c
from fellesplan.web.public.referral.context import Asked


class StepForm(PageForm):
    """A step of the referral. `asked` is what earlier answers and the procedure say."""

    def __init__(self, *args: Any, asked: Asked, **kwargs: Any) -> None:
        self.asked = asked
        super().__init__(*args, **kwargs)


class WhoForm(StepForm):
    """Hvem melder du for?"""

    who = ChoiceField(
        label=_("Hvem melder du for?"),
        choices=c.WHO,
        error_messages={"required": _("Velg hvem du melder for")},
    )


class NeedForm(StepForm):
    """Hva er vanskelig nå?"""

    difficulties = MultipleChoiceField(
        label=_("Hva er vanskelig nå?"),
        choices=c.DIFFICULTIES,
        help_text=_("Kryss av for alt som passer. Du kan også la være å krysse av, og bare skrive."),
        error_messages={"required": _("Kryss av for noe, eller skriv litt om hva som er vanskelig")},
    )
    need = TextField(
        label=_("Fortell med egne ord"),
        rows=6,
        required=False,
        max_length=6000,
        help_text=_("Du trenger ikke skrive om diagnoser. Skriv hva som er vanskelig, og hva dere ønsker."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """One cross or one sentence is enough."""
        super().__init__(*args, **kwargs)
        self.fields["difficulties"].required = not self.data.get("need", "").strip()


class ServicesForm(StepForm):
    """Hvem hjelper i dag?"""

    services = MultipleChoiceField(
        label=_("Hvem hjelper i dag?"),
        choices=c.SERVICES,
        help_text=_("Kryss av for alle du kommer på. Ingen kontakter dem før den det gjelder, har sagt ja."),
        error_messages={"required": _("Kryss av for dem som hjelper, eller for at du ikke vet")},
    )
    names = TextField(
        label=_("Vil du skrive hvem det er?"),
        rows=3,
        required=False,
        max_length=1000,
        help_text=_("For eksempel navn på skolen, sykehuset eller legen."),
    )


class WantsForm(StepForm):
    """Hva ønsker du?"""

    wants = MultipleChoiceField(
        label=_("Hva melder du behov for?"),
        choices=c.WANTS,
        hints=c.WANT_HINTS,
        error_messages={"required": _("Kryss av for det du ønsker, eller for at du ikke vet ennå")},
    )
    wished_coordinator = forms.CharField(
        label=_("Er det et ønske om hvem som skal være koordinator?"),
        required=False,
        max_length=200,
        help_text=_("Ønsket veier tungt, men vi kan ikke love at den personen har tid."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.asked.may_have_child_coordinator:
            field = self.fields["wants"]
            field.choices = [one for one in c.WANTS if one[0] != Right.CHILD_COORDINATOR.value]  # type: ignore[attr-defined]


class ConsentForm(StepForm):
    """Er den det gjelder, enig?"""

    consent = ChoiceField(
        label="", hints=c.CONSENT_HINTS, error_messages={"required": _("Velg et av svarene")}
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["consent"]
        field.label, field.help_text = self.asked.consent_question, self.asked.consent_help
        field.choices = self.asked.consents  # type: ignore[attr-defined]


class ContactForm(StepForm):
    """Hvordan skal vi snakke med deg?"""

    contact = ChoiceField(
        label=_("Vil du at vi ringer eller skriver?"), choices=c.CONTACT, initial="call", compact=True
    )
    interpreter = forms.CharField(
        label=_("Trenger dere tolk? Skriv hvilket språk"), required=False, max_length=60
    )
    home_visit = YesNoField(label=_("Ønsker dere at vi kommer hjem til dere?"), required=False)
    urgent = TextField(
        label=_("Er det noe som haster?"),
        rows=3,
        required=False,
        max_length=1000,
        help_text=_("Skriv hva, og når. Er det fare for liv, ring 113."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.asked.who == c.SELF:
            self.fields["interpreter"].label = _("Trenger du tolk? Skriv hvilket språk")
        if not self.asked.offers_home_visit:
            del self.fields["home_visit"]


class PersonForm(StepForm):
    """Hvem gjelder det, og hvem er du?"""

    given_name = forms.CharField(label=_("Fornavn"), max_length=100)
    family_name = forms.CharField(label=_("Etternavn"), max_length=100)
    birth_date = DateField(
        label=_("Fødselsdato"),
        past=True,
        help_text=_("Dag, måned og år. For eksempel 7.3.2021"),
        error_messages={"required": _("Skriv fødselsdatoen med dag, måned og år")},
    )
    due_date = DateField(
        label=_("Termindato"), required=False, help_text=_("Bare hvis barnet ikke er født ennå.")
    )
    birth_number = BirthNumberField(
        label=_("Fødselsnummer"), required=False, help_text=_("Hvis du har det. Da vet vi hvem det gjelder.")
    )
    person_phone = PhoneField(label=_("Telefonnummeret til den det gjelder"), required=False)
    workplace = ChoiceField(label=_("Hvor jobber du?"), choices=c.WORKPLACES)
    organisation = forms.CharField(label=_("Navnet på arbeidsstedet"), max_length=200)
    reporter_name = forms.CharField(label=_("Navnet ditt"), max_length=200)
    other_parent = forms.CharField(
        label=_("Navnet på den andre forelderen"),
        max_length=200,
        required=False,
        help_text=_("Hvis dere er to som har foreldreansvar."),
    )
    phone = PhoneField(
        label=_("Telefonnummeret ditt"),
        help_text=_("Vi ringer bare om denne meldingen."),
        error_messages={"required": _("Skriv et telefonnummer vi kan ringe deg på")},
    )
    email = forms.EmailField(
        label=_("E-postadressen din"),
        required=False,
        help_text=_("Vi sender bare beskjed om at noe er nytt, aldri opplysninger om helse."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in _NOT_ASKED[self.asked.who]:
            del self.fields[name]
        expected = "due_date" in self.fields and bool(self.data.get("due_date"))
        for name in ("given_name", "birth_date"):
            self.fields[name].required = not expected


_NOT_ASKED = {
    c.SELF: ("due_date", "person_phone", "workplace", "organisation", "reporter_name", "other_parent"),
    c.CHILD: ("person_phone", "workplace", "organisation"),
    c.GUARDIAN: ("due_date", "workplace", "organisation", "other_parent"),
    c.WORK: ("other_parent",),
    c.OTHER: ("workplace", "organisation", "other_parent"),
}
