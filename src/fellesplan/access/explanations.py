"""The access log in plain words: what was done, to what, and on which ground."""

from fellesplan.access.actor import Role
from fellesplan.access.matrix import MATRIX
from fellesplan.access.models import Event
from fellesplan.kernel.text import Text, t

GROUNDS: dict[str, Text] = {
    "person:self": t("Det er personen selv."),
    "representative:represents": t("Er forelder, verge eller en annen som handler på vegne av personen."),
    "representative:parent_of_minor": t(
        "Har foreldreansvaret. Foreldre får det de trenger til barnet er 18 år, og det barnet selv deler."
    ),
    "participant:takes_part_for_health": t(
        "Er helsepersonell og med i planen. Da kan de se det som står om helse, så lenge personen ikke har "
        "sagt nei."
    ),
    "caseworker:in_municipality": t("Behandler saker i koordinerende enhet."),
    "caseworker:own_municipality": t("Behandler saker i koordinerende enhet."),
    "system_coordinator:in_municipality": t("Følger opp koordinatorene i kommunen."),
    "system_coordinator:own_municipality": t("Følger opp koordinatorene i kommunen."),
    "office_leader:in_municipality": t("Leder koordinerende enhet, som har ansvaret for saken."),
    "office_leader:own_municipality": t("Leder koordinerende enhet, som har ansvaret for saken."),
    "unit_leader:leads_unit": t("Leder tjenesten som skal finne en koordinator."),
    "unit_leader:in_municipality": t("Leder en tjeneste i kommunen."),
    "unit_leader:own_municipality": t("Leder en tjeneste i kommunen."),
    "coordinator:coordinates": t("Er koordinator og leder arbeidet med planen."),
    "coordinator:coordinates_someone": t("Er koordinator i kommunen."),
    "coordinator:own_appointment": t("Er oppnevnt som koordinator."),
    "emergency:emergency": t("Brukte nødtilgang. En annen i kommunen ser gjennom det etterpå."),
    "emergency:own_session": t("Brukte nødtilgang. En annen i kommunen ser gjennom det etterpå."),
    "participant:own_participation": t("Er med i planen, og samtykket åpner for det."),
    "coordinator:in_municipality": t("Kan være koordinator i kommunen."),
    "coordinator:own_municipality": t("Kan være koordinator i kommunen."),
    "administrator:in_municipality": t("Har ansvar for brukere og tjenester i kommunen."),
    "administrator:own_municipality": t("Har ansvar for brukere og tjenester i kommunen."),
    "participant:takes_part": t("Er med i planen, og samtykket åpner for det."),
    "participant:responsible": t("Har ansvaret for noe i planen, og samtykket åpner for det."),
    "participant:answers_for_a_part": t("Har ansvaret for noe i planen, og samtykket åpner for det."),
    "participant:invited": t("Er kalt inn til møtet, og samtykket åpner for det."),
}
"""Why somebody could do something, by role and relation of the matrix."""

BY_REFERENCE = "reference"
_FOLLOWED = t("Noen så hvor langt meldingen har kommet, med referansenummeret. Ikke mer ble vist.")
NO_ACCESS = t("Ingenting ble vist. Forsøket er skrevet ned.")

_THINGS: dict[str, Text] = {
    "people.Person": t("navn og kontaktopplysninger"),
    "people.EmergencySession": t("bruken av nødtilgang"),
    "people.Representation": t("hvem som handler på vegne av personen"),
    "consent.Consent": t("svarene om samtykke"),
    "consent.ConsentGrant": t("hvem som kan se hva"),
    "consent.CapacityAssessment": t("en vurdering av beslutningskompetanse"),
    "consent.Objection": t("en innsigelse"),
    "consent.Withholding": t("noe som ikke vises for foreldrene"),
    "consent.ParentalInformation": t("informasjon til foreldrene"),
    "consent.ChildsWish": t("et ønske fra barnet"),
    "cases.Case": t("saken"),
    "cases.Referral": t("meldingen"),
    "cases.Assessment": t("utredningen"),
    "cases.Decision": t("vedtaket"),
    "cases.Complaint": t("klagen"),
    "cases.JournalEntry": t("papirene i saken"),
    "cases.Letter": t("et brev"),
    "documents.Document": t("et dokument"),
    "coordinators.Nomination": t("spørsmålet om koordinator"),
    "coordinators.Appointment": t("hvem som er koordinator"),
    "plans.Plan": t("planen"),
    "plans.AreaNote": t("et område i planen"),
    "plans.Goal": t("et mål i planen"),
    "plans.Measure": t("et tiltak i planen"),
    "plans.SubPlan": t("en annen plan som hører til"),
    "plans.Participant": t("hvem som er med i planen"),
    "meetings.Meeting": t("et møte"),
    "meetings.AgendaItem": t("sakslisten til et møte"),
    "meetings.Minutes": t("et referat"),
    "meetings.Task": t("en oppgave"),
    "access.Event": t("hvem som har sett"),
    "access.LogQuestion": t("et spørsmål om hvem som har sett"),
}
_DONE: dict[str, Text] = {
    "referral.register": t("registrerte en melding."),
    "consent.register": t("registrerte et svar om samtykke."),
    "consent.withdraw": t("tok tilbake et samtykke."),
    "share.withdraw": t("tok bort en tilgang."),
    "consent.wish": t("sa at et samtykke bør tas tilbake."),
    "childs_wish.answer": t("fulgte opp et ønske fra barnet."),
    "capacity.register": t("registrerte en avgjørelse om beslutningskompetanse."),
    "capacity.end": t("avsluttet en avgjørelse om beslutningskompetanse."),
    "withholding.start": t("bestemte at noe ikke vises for foreldrene."),
    "withholding.end": t("bestemte at noe vises for foreldrene igjen."),
    "parental_information.give": t("ga foreldrene informasjon."),
    "objection.start": t("sa nei til at helsepersonell ser helseopplysninger."),
    "objection.end": t("tok tilbake en innsigelse."),
    "case.appoint": t("arbeidet med å finne koordinator."),
    "case.decide": t("arbeidet med vedtaket."),
    "complaint.lodge": t("registrerte en klage."),
    "complaint.handle": t("arbeidet med klagen."),
    "complaint.decide": t("arbeidet med klagen."),
    "complaint.supplement": t("sendte mer til klagen."),
    "complaint.withdraw": t("trakk klagen."),
    "emergency.open": t("åpnet planen i en nødsituasjon."),
    "emergency.end": t("avsluttet nødtilgangen."),
    "emergency.review": t("så gjennom bruken av nødtilgang."),
    "plan.approve": t("godkjente planen."),
    "goal.rate": t("sa hvordan det går med et mål."),
    "measure.report": t("fortalte hvordan det går med et tiltak."),
    "meeting.reply": t("svarte på en møteinnkalling."),
    "meeting.suggest": t("foreslo noe å snakke om i et møte."),
    "task.do": t("gjorde en oppgave ferdig."),
    "log.ask": t("spurte om noe i listen over hvem som har sett."),
    "log_question.answer": t("svarte på et spørsmål om hvem som har sett."),
}
_TAKEN: dict[str, Text] = {"log.download": t("lastet ned listen over hvem som har sett.")}
_VERBS: dict[str, Text] = {
    Event.Kind.READ: t("leste {thing}."),
    Event.Kind.CHANGE: t("endret {thing}."),
    Event.Kind.REFUSED: t("prøvde å åpne {thing}, men har ikke tilgang."),
}
_SAW = t("så {thing}.")
_SEEN = frozenset({"people.Person", "consent.ConsentGrant", "coordinators.Appointment", "plans.Participant"})


def what(kind: str, action: str, object_type: str) -> Text:
    """Return what was done, as the rest of a sentence that begins with a name."""
    if kind == Event.Kind.CHANGE and action in _DONE:
        return _DONE[action]
    if kind == Event.Kind.READ and action in _TAKEN:
        return _TAKEN[action]
    verb = _SAW if kind == Event.Kind.READ and object_type in _SEEN else _VERBS[kind]
    return t(verb.msgid, thing=_THINGS.get(object_type, t("opplysninger")))


def seen_by(role: Role, *packages: str) -> tuple[Text, ...]:
    """Return what of some packages a role may read about everybody in the municipality, in words."""
    models = {
        grant.model for grant in MATRIX if grant.role is role and grant.relation == "in_municipality"
        and grant.action.endswith(".read")
    }  # fmt: skip
    return tuple(
        dict.fromkeys(
            text for label, text in _THINGS.items() if label in models and label.partition(".")[0] in packages
        )
    )


def why(kind: str, ground: str) -> Text | None:
    """Return why it was allowed, or None when the log holds no ground."""
    if ground == BY_REFERENCE:
        return _FOLLOWED
    return NO_ACCESS if kind == Event.Kind.REFUSED else GROUNDS.get(ground)
