"""Neste steg i en klagesak: hva, hvem, når og hvorfor (fvl §§ 11 a og 31-34, pbrl kap. 7)."""

from dataclasses import dataclass
from datetime import date

from fellesplan.cases import complaint_states as states
from fellesplan.cases.rules.facts import Actor
from fellesplan.cases.rules.steps import NextStep, step
from fellesplan.kernel.text import Text, t
from fellesplan.procedures.complaints import ComplaintTiming

NOT_AT_OFFICE = frozenset({states.SENT, *states.ENDED})


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintStanding:
    """A complaint on one day. `answer_by`: one month after it came (fvl § 11 a), when an explanation is due.

    `awaits_other`: it is prepared, and another must stand behind it. `changed_in_part`: a new answer has been
    given that does not meet all of it.
    """

    state: str
    received_on: date
    timing: ComplaintTiming
    answer_by: date
    defects: tuple[Text, ...] = ()
    completion_by: date | None = None
    body: str = ""
    sent_on: date | None = None
    awaits_other: bool = False
    changed_in_part: bool = False

    @property
    def is_open(self) -> bool:
        """Return whether anybody has something left to do about it."""
        return self.state in states.OPEN

    @property
    def waits_for_body(self) -> bool:
        return self.state == states.SENT


def complaint_step(complaint: ComplaintStanding, on: date) -> NextStep | None:
    """Return what the municipality does about the complaint now; None when it has nothing to do."""
    if complaint.state in NOT_AT_OFFICE:
        return None
    if complaint.state == states.RECEIVED:
        return _received(complaint)
    if complaint.state == states.NEEDS_COMPLETION:
        return _completion(complaint, on)
    if complaint.state == states.UNDER_REASSESSMENT:
        return _reassess(complaint)
    what, why, source = _STEPS[complaint.state]
    due = complaint.answer_by if complaint.state == states.CHANGING else None
    return step("complaint", what, Actor.CASEWORKER, why, source, due)


def waiting_for_body(complaint: ComplaintStanding) -> NextStep:
    """Return the step of a complaint that the complaint body has."""
    why = t("Klagen ble sendt {day}. Svaret registreres når det kommer.", day=complaint.sent_on)
    what = t("Vent på svar fra {body}", body=complaint.body)
    return step("complaint_sent", what, Actor.NOBODY, why, "fvl § 34")


def _received(complaint: ComplaintStanding) -> NextStep:
    due = complaint.answer_by
    if complaint.defects:
        what = t("Be om det som mangler i klagen")
        return step("complaint", what, Actor.CASEWORKER, complaint.defects[0], "fvl § 32, pbrl § 7-3", due)
    if complaint.timing is ComplaintTiming.IN_TIME:
        why = t("Klagen kom i tide. Da skal dere undersøke det klagen gir grunn til.")
        return step("complaint", t("Vurder klagen"), Actor.CASEWORKER, why, "fvl § 33 andre ledd", due)
    if complaint.timing is ComplaintTiming.UNKNOWN:
        why = t("Det avgjør om klagen kom i tide.")
        what = t("Finn ut når klagen ble postet eller levert")
        return step("complaint", what, Actor.CASEWORKER, why, "fvl § 30", due)
    if complaint.timing is ComplaintTiming.LATE:
        why = t("En sen klage kan tas opp når ingen kan lastes for det, eller når særlige grunner taler for.")
        what = t("Avgjør om den sene klagen tas opp")
        return step("complaint", what, Actor.CASEWORKER, why, "fvl § 31", due)
    why = t("Det er gått mer enn ett år siden svaret. Da kan klagen ikke behandles som klage.")
    return step("complaint", t("Avvis klagen"), Actor.CASEWORKER, why, "fvl § 31 tredje ledd", due)


def _completion(complaint: ComplaintStanding, on: date) -> NextStep:
    by = complaint.completion_by
    if by and by < on:
        why = t("Fristen for å rette klagen var {day}.", day=by)
        what = t("Avgjør om klagen kan behandles")
        return step("complaint", what, Actor.CASEWORKER, why, "fvl § 32 tredje ledd", by)
    why = t("Dere har bedt klageren rette eller fylle ut klagen.")
    what = t("Vent på at klagen blir rettet")
    return step("complaint_completion", what, Actor.PERSON, why, "fvl § 32 tredje ledd", by)


def _reassess(complaint: ComplaintStanding) -> NextStep:
    due = complaint.answer_by
    if complaint.awaits_other:
        why = t("To personer skal stå bak. Les og godkjenn, eller skriv om.")
        return step("complaint", t("Godkjenn det som er skrevet om klagen"), Actor.APPROVER, why, due=due)
    if complaint.changed_in_part:
        why = t("Svaret er endret, men ikke alt klagen gjaldt. Resten går videre hvis den ikke trekkes.")
        what = t("Send resten av klagen videre")
        return step("complaint", what, Actor.CASEWORKER, why, "fvl § 33 fjerde ledd", due)
    why = t("Dere skal vurdere saken på nytt. Endrer dere ikke alt det klages over, går klagen videre.")
    return step("complaint", t("Behandle klagen"), Actor.CASEWORKER, why, "fvl § 33", due)


_ANEW = "fvl §§ 11 a og 34 fjerde ledd"
_STEPS: dict[str, tuple[Text, Text, str]] = {
    states.CHANGING: (
        t("Skriv det nye svaret"),
        t("Klagen fører til et nytt svar. Det gjelder når brevet er sendt."),
        "fvl § 33 andre ledd",
    ),
    states.ANNULLED: (
        t("Fatt nytt vedtak"),
        t("Dere har opphevet svaret. Saken skal avgjøres på nytt uten ugrunnet opphold."),
        "fvl §§ 11 a og 33",
    ),
    states.BODY_ANNULLED: (
        t("Fatt nytt vedtak"),
        t("Klageinstansen har opphevet svaret. Saken skal avgjøres på nytt uten ugrunnet opphold."),
        _ANEW,
    ),
    states.BODY_CHANGED: (
        t("Gjennomfør det klageinstansen har bestemt"),
        t("Klageinstansen har endret svaret. Kommunen skal rette seg etter det."),
        _ANEW,
    ),
    states.BODY_UPHELD: (
        t("Avslutt klagesaken"),
        t("Klageinstansen er enig med kommunen, og svaret står."),
        "fvl § 28 tredje ledd",
    ),
    states.BODY_DISMISSED: (
        t("Avslutt klagesaken"),
        t("Klageinstansen har avvist klagen, og svaret står."),
        "fvl § 34 første ledd",
    ),
}
