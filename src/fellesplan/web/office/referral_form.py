"""The form in which an employee registers a referral that was told, or that came on paper."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fellesplan.cases.data import ParentData, ReferralData, ReportedService
from fellesplan.cases.models import Referral, Right
from fellesplan.cases.service_kinds import KINDS
from fellesplan.kernel import clock
from fellesplan.web.components.forms import (
    BirthNumberField,
    ChoiceField,
    DateField,
    MultipleChoiceField,
    PageForm,
    PhoneField,
    TextField,
)
from fellesplan.web.components.glue import translate
from fellesplan.web.uploads import UploadsField

CHANNELS = (
    (Referral.Channel.ORAL.value, _("Muntlig, på telefon eller i et møte")),
    (Referral.Channel.PAPER.value, _("På papir")),
)
SHARED = (
    ("shared", _("Begge foreldrene")),
    ("alone", _("Den første alene")),
    ("unknown", _("Det vet vi ikke ennå")),
)


class RegisterForm(PageForm):
    """Registrer en melding."""

    channel = ChoiceField(label=_("Hvordan kom meldingen?"), choices=CHANNELS, compact=True)
    received_on = DateField(label=_("Når kom den?"), past=True)
    given_name = forms.CharField(label=_("Fornavn"), max_length=100, required=False)
    family_name = forms.CharField(label=_("Etternavn"), max_length=100)
    birth_number = BirthNumberField(label=_("Fødselsnummer eller d-nummer"), required=False)
    birth_date = DateField(
        label=_("Fødselsdato"), past=True, required=False, help_text=_("Hvis dere ikke har nummeret.")
    )
    due_date = DateField(
        label=_("Termindato"), required=False, help_text=_("Bare for barn som ikke er født.")
    )
    phone = PhoneField(label=_("Telefon"), required=False)
    address = forms.CharField(label=_("Adresse"), max_length=200, required=False)
    postal_code = forms.RegexField(
        r"^\d{4}$", label=_("Postnummer"), required=False, error_messages={"invalid": _("Skriv fire siffer")}
    )
    postal_place = forms.CharField(label=_("Poststed"), max_length=100, required=False)
    interpreter = forms.CharField(label=_("Tolk, skriv språket"), max_length=60, required=False)
    gp = forms.CharField(label=_("Fastlege"), max_length=200, required=False)
    parent_1 = forms.CharField(label=_("Forelder"), max_length=200, required=False)
    parent_1_phone = PhoneField(label=_("Telefon til forelderen"), required=False)
    parent_2 = forms.CharField(label=_("Den andre forelderen"), max_length=200, required=False)
    parent_2_phone = PhoneField(label=_("Telefon til den andre forelderen"), required=False)
    responsibility = ChoiceField(
        label=_("Hvem har foreldreansvaret?"),
        choices=SHARED,
        required=False,
        help_text=_("Se i Folkeregisteret."),
    )
    reporter = ChoiceField(label=_("Hvem meldte?"), choices=Referral.Reporter.choices)
    reporter_name = forms.CharField(label=_("Navnet på den som meldte"), max_length=200)
    reporter_organisation = forms.CharField(label=_("Arbeidssted"), max_length=200, required=False)
    reporter_phone = PhoneField(label=_("Telefon til den som meldte"), required=False)
    wants = MultipleChoiceField(label=_("Hva er ønsket?"), choices=Right.choices)
    need = TextField(label=_("Hva er det behov for å samordne?"), rows=6, max_length=6000)
    services = MultipleChoiceField(
        label=_("Tjenester i dag"), choices=[(key, text) for key, (text, _s) in KINDS.items()], required=False
    )
    wished_coordinator = forms.CharField(label=_("Ønsket koordinator"), max_length=200, required=False)
    urgent = TextField(label=_("Haster noe?"), rows=2, max_length=1000, required=False)
    consent_obtained = ChoiceField(
        label=_("Har noen samtykket?"),
        choices=Referral.ConsentObtained.choices,
        help_text=_("Du registrerer svaret og legger ved dokumentasjon på neste side."),
        compact=True,
    )
    papers = UploadsField(label=_("Papirene, skannet"), kind="attachment", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"received_on": clock.today(), "responsibility": "unknown"})
        super().__init__(*args, **kwargs)

    def sections(self) -> list[tuple[str, list[Any]]]:
        """Return the fields under their headings, in order."""
        return [(str(title), [self[name] for name in names]) for title, names in _SECTIONS]

    def clean(self) -> dict[str, Any]:
        """A paper referral has its paper; a person has a number or a date."""
        data = self.cleaned_data
        if (
            data.get("channel") == Referral.Channel.PAPER
            and not data.get("papers")
            and not self.has_error("papers")
        ):
            self.add_error("papers", _("Legg ved papiret. Skann det eller ta bilde av det"))
        return data

    @property
    def referral_data(self) -> ReferralData:
        """Return the referral as the service takes it."""
        data = self.cleaned_data
        plain = {name: data[name] for name in _AS_THEY_ARE}
        names = {key: translate(text) for key, (text, _sector) in KINDS.items()}
        return ReferralData(
            **plain,
            due_date=None if data["birth_date"] or data["birth_number"] else data["due_date"],
            wants=tuple(data["wants"]),
            parents=self._parents(),
            services=tuple(ReportedService(name=names[kind], kind=kind) for kind in data["services"]),
        )

    def _parents(self) -> tuple[ParentData, ...]:
        data = self.cleaned_data
        told = ((data[f"parent_{n}"], data[f"parent_{n}_phone"]) for n in (1, 2))
        return tuple(ParentData(name=name, phone=phone) for name, phone in told if name)


_AS_THEY_ARE = (
    "channel", "received_on", "given_name", "family_name", "birth_number", "birth_date", "phone", "address",
    "postal_code", "postal_place", "interpreter", "gp", "reporter", "reporter_name", "reporter_organisation",
    "reporter_phone", "need", "wished_coordinator", "urgent", "consent_obtained",
)  # fmt: skip
_SECTIONS = (
    (_("Meldingen"), ("channel", "received_on", "papers")),
    (_("Hvem gjelder det?"), (
        "given_name", "family_name", "birth_number", "birth_date", "due_date", "phone", "address",
        "postal_code", "postal_place", "interpreter", "gp",
    )),
    (_("Foreldre, når det gjelder et barn"), (
        "parent_1", "parent_1_phone", "parent_2", "parent_2_phone", "responsibility",
    )),
    (_("Den som meldte"), ("reporter", "reporter_name", "reporter_organisation", "reporter_phone")),
    (_("Behovet"), ("wants", "need", "services", "wished_coordinator", "urgent", "consent_obtained")),
)  # fmt: skip
