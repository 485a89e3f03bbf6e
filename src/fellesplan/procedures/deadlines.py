"""Frister i en sak. Tallene er lovdata og kommer inn som argumenter; her står bare hvordan de virker."""

import datetime as dt
from dataclasses import dataclass, replace

from fellesplan.kernel.text import Text, t
from fellesplan.procedures.clock_starts import ClockStart, StartKind
from fellesplan.procedures.counting import add_months, add_weeks, add_years, free_day_name, move_if_free
from fellesplan.procedures.legal_basis import COMPLAINT_PARAGRAPHS, LegalBasis, Sector
from fellesplan.procedures.periods import months_text, weeks_text, years_text
from fellesplan.procedures.reasons import Certainty

_STANDS = t("Denne datoen flyttes ikke, selv om den er en lørdag eller helligdag.")


@dataclass(frozen=True, slots=True)
class Deadline:
    """Frist: siste dag, regelen den følger, og regnestykket steg for steg."""

    date: dt.date
    rule: str
    paragraph: str
    start: dt.date
    moved_from: dt.date | None
    steps: tuple[Text, ...]
    certainty: Certainty = Certainty.SETTLED

    def is_past(self, on: dt.date) -> bool:
        """Return whether the last day is over on a civil day."""
        return on > self.date

    def days_left(self, on: dt.date) -> int:
        """Return days until the last day; negative when it is over."""
        return (self.date - on).days


def preliminary_reply(received: dt.date, basis: LegalBasis, *, months: int) -> Deadline:
    """Foreløpig svar (fvl § 11 a): the outer limit, counted from receipt; it is never moved.

    On a health or child welfare basis the month is a good reading, not the words of the law.
    """
    steps = (
        t("Meldingen kom {received}.", received=received),
        t(
            "Er den ikke besvart innen {period}, skal dere skrive hvorfor og når svaret kommer.",
            period=months_text(months),
        ),
        t("Vet dere tidligere at svaret blir forsinket, skal dere skrive med en gang."),
        _STANDS,
    )
    certain = basis.sector in {Sector.SOCIAL, Sector.NAV}
    certainty = Certainty.SETTLED if certain else Certainty.LIKELY
    end = add_months(received, months)
    return Deadline(end, "preliminary_reply", "fvl § 11 a tredje ledd", received, None, steps, certainty)


def service_promise(received: dt.date, *, weeks: int, source: str = "") -> Deadline:
    """Kommunens egen svarfrist i uker. It is a promise, not law, and is never moved."""
    steps = (
        t(
            "Kommunen har lovet svar innen {period} etter at meldingen kom {received}.",
            period=weeks_text(weeks),
            received=received,
        ),
        t("Dette er kommunens egen frist, ikke et krav i loven."),
        _STANDS,
    )
    return Deadline(add_weeks(received, weeks), "service_promise", source, received, None, steps)


def complaint(basis: LegalBasis, start: ClockStart, *, weeks: int) -> Deadline:
    """Klagefrist (pbrl § 7-5; fvl §§ 29 og 30). An end on a free day moves to the next working day."""
    end = add_weeks(start.day, weeks)
    moved = move_if_free(end)
    steps = [
        start.text,
        t(
            "Startdagen teller ikke med. Fristen på {period} ender {end}.",
            period=weeks_text(weeks),
            end=end,
        ),
    ]
    if moved != end:
        steps.append(_moved(end, moved))
    certainty = _complaint_certainty(basis, start)
    if certainty is Certainty.LIKELY:
        steps.append(t("Loven sier dette ikke med rene ord. Det er den tolkningen som passer best."))
    paragraph = f"{COMPLAINT_PARAGRAPHS[basis.sector]}, fvl § 30"
    return Deadline(
        moved, "complaint", paragraph, start.day, end if moved != end else None, tuple(steps), certainty
    )


def after_reasons(
    basis: LegalBasis, current: Deadline, *, requested: dt.date, given: ClockStart, weeks: int
) -> Deadline:
    """Return the complaint deadline after somebody asked for the reasons (fvl §§ 24 og 29 tredje ledd).

    A request in time starts the period anew. On a health basis fvl § 24 does not apply (pbrl § 2-7), and a
    request after expiry restarts nothing: then the deadline stands, with a step that says so.
    """
    if requested > current.date:
        why = t("Begrunnelsen ble bedt om etter at fristen var ute. Fristen løper ikke på nytt.")
    elif basis.sector is Sector.HEALTH:
        why = t(
            "I helsesaker gir ikke loven ny frist når begrunnelsen kommer senere. Vurder om personen visste "
            "nok til å klage."
        )
    else:
        return complaint(basis, given, weeks=weeks)
    return replace(current, steps=(*current.steps, why))


def latest_complaint(decided: dt.date, *, years: int) -> Deadline:
    """Siste dag en for sen klage kan behandles (fvl § 31 tredje ledd), from the day it was decided."""
    steps = (
        t("Vedtaket ble truffet {decided}. Den dagen teller, ikke dagen brevet kom.", decided=decided),
        t("Etter mer enn {period} kan klagen ikke behandles som klagesak.", period=years_text(years)),
    )
    end = add_years(decided, years)
    return Deadline(end, "latest_complaint", "fvl § 31 tredje ledd", decided, None, steps)


def second_notice(start: ClockStart, *, weeks: int, to_own_address: bool = False) -> Deadline | None:
    """Siste dag før nytt varsel (eFvf § 8 femte ledd). Nothing restarts.

    None for paper, and for what was sent to an electronic address the person gave (`to_own_address`).
    """
    if start.kind is not StartKind.DIGITAL or to_own_address:
        return None
    steps = (
        start.text,
        t(
            "Er brevet ikke åpnet innen {period}, skal personen varsles én gang til.",
            period=weeks_text(weeks),
        ),
        t("Klagefristen løper videre. Den begynner ikke på nytt."),
    )
    return Deadline(
        add_weeks(start.day, weeks), "second_notice", "eFvf § 8 femte ledd", start.day, None, steps
    )


def second_notice_due(
    deadline: Deadline, *, opened: dt.date | None, notified_again: bool, on: dt.date
) -> bool:
    """Return whether the second notice should be sent today."""
    return opened is None and not notified_again and deadline.is_past(on)


def training(reported: dt.date, *, months: int, source: str = "") -> Deadline:
    """Frist for å gi en koordinator opplæring, i måneder fra behovet ble meldt. Local; never moved."""
    steps = (
        t(
            "Behovet ble meldt {reported}. Opplæring skal gis innen {period}.",
            reported=reported,
            period=months_text(months),
        ),
        _STANDS,
    )
    return Deadline(add_months(reported, months), "training", source, reported, None, steps)


def report_due(year: int, *, month: int, day: int, source: str = "") -> Deadline:
    """Frist for virksomhetens årsrapport: the same date every year. Local; never moved."""
    due = dt.date(year, month, day)
    steps = (t("Årsrapporten skal være levert {due}.", due=due), _STANDS)
    return Deadline(due, "report", source, dt.date(year, 1, 1), None, steps)


def _complaint_certainty(basis: LegalBasis, start: ClockStart) -> Certainty:
    """eFvf § 11 names only fvl § 29; bvl § 12-9 says «avgjørelse», so both rest on a reading."""
    health_digital = basis.sector is Sector.HEALTH and start.kind is StartKind.DIGITAL
    likely = health_digital or basis.sector is Sector.CHILD_WELFARE
    return Certainty.LIKELY if likely else Certainty.SETTLED


def _moved(end: dt.date, moved: dt.date) -> Text:
    name = free_day_name(end)
    return t("{end} er {name}. Fristen flyttes til {moved}.", end=end, name=name, moved=moved)
