"""The answers one may choose between in the referral form."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from fellesplan.cases.models import Referral, Right

NOBODY = "ingen"
SELF, CHILD, GUARDIAN, WORK, OTHER = "self", "child", "guardian", "work", "other"

WHO = (
    (SELF, _("Meg selv")),
    (CHILD, _("Barnet mitt, eller et barn vi venter")),
    (GUARDIAN, _("Noen jeg er verge for")),
    (WORK, _("En jeg møter i jobben min")),
    (OTHER, _("En annen jeg kjenner")),
)
REPORTERS = {
    SELF: Referral.Reporter.SELF,
    CHILD: Referral.Reporter.PARENT,
    GUARDIAN: Referral.Reporter.GUARDIAN,
    OTHER: Referral.Reporter.NEXT_OF_KIN,
}
WORKPLACES = (
    (Referral.Reporter.PROVIDER.value, _("En tjeneste i kommunen, skole eller barnehage")),
    (Referral.Reporter.GP.value, _("Fastlegekontor")),
    (Referral.Reporter.HOSPITAL.value, _("Sykehus")),
    (Referral.Reporter.OTHER.value, _("Et annet sted")),
)
DIFFICULTIES = (
    ("home", _("Hverdagen hjemme")),
    ("health", _("Helse og behandling")),
    ("school", _("Barnehage, skole eller jobb")),
    ("leisure", _("Fritid og venner")),
    ("housing", _("Bolig og hjelpemidler")),
    ("economy", _("Økonomi og skjemaer")),
    ("cooperation", _("De som hjelper, snakker ikke sammen")),
)
SERVICES = (
    ("fastlege", _("Fastlege")),
    ("sykehus", _("Sykehus")),
    ("fysioterapi", _("Fysioterapeut eller ergoterapeut")),
    ("hjemmesykepleie", _("Hjemmesykepleie eller hjelp hjemme")),
    ("psykisk_helse", _("Psykisk helse eller rus")),
    ("skole", _("Barnehage, skole eller PPT")),
    ("helsesykepleier", _("Helsestasjon")),
    ("avlastning", _("Avlastning eller støttekontakt")),
    ("nav", _("NAV")),
    ("barnevern", _("Barnevernet")),
    ("annet", _("Noen andre")),
    (NOBODY, _("Ingen, eller jeg vet ikke")),
)
WANTS = (
    (Right.COORDINATOR.value, _("Koordinator")),
    (Right.CHILD_COORDINATOR.value, _("Barnekoordinator")),
    (Right.PLAN.value, _("Individuell plan")),
    ("unsure", _("Jeg vet ikke ennå")),
)
WANT_HINTS = {
    Right.COORDINATOR.value: _("Én person som følger opp og får de andre til å samarbeide."),
    Right.CHILD_COORDINATOR.value: _(
        "For familier som har eller venter et barn med alvorlig sykdom, skade eller funksjonsnedsettelse."
    ),
    Right.PLAN.value: _("Målene, hvem som gjør hva, og når. Skrevet sammen med den det gjelder."),
    "unsure": _("Det er helt i orden. Vi finner ut av det sammen."),
}
CONTACT = (("call", _("Ring meg")), ("write", _("Skriv til meg")))

NO, ORAL, WRITTEN = Referral.ConsentObtained.NO.value, "oral", "written"
Choices = tuple[tuple[str, Promise], ...]
CONSENTS: dict[str, Choices] = {
    SELF: (("own_yes", _("Ja")), ("own_no", _("Nei, jeg vil snakke med dere først"))),
    CHILD: (
        ("both", _("Ja, vi er to, og begge sier ja")),
        ("alone", _("Ja, jeg har foreldreansvaret alene")),
        ("one", _("Nei, den andre har ikke sagt ja")),
    ),
    "others": (
        ("oral", _("Ja, muntlig")),
        ("written", _("Ja, skriftlig")),
        ("no", _("Nei, ikke ennå")),
    ),
}
CONSENT_OBTAINED = {
    "own_yes": WRITTEN, "own_no": NO, "both": WRITTEN, "alone": WRITTEN, "one": NO,
    "oral": ORAL, "written": WRITTEN, "no": NO,
}  # fmt: skip
CONSENT_HINTS = {
    "one": _("Du kan melde likevel. Vi tar kontakt med dere begge og gjør ikke mer før vi har fått svar."),
    "no": _("Du kan melde likevel. Vi spør den det gjelder før vi gjør noe mer."),
    "own_no": _("Du kan melde likevel. Vi ringer deg og gjør ikke mer før du sier ja."),
}
