"""What earlier answers and the municipality's procedure mean for the questions that follow."""

from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from fellesplan.consent.law import consent_law
from fellesplan.people.ages import age_on
from fellesplan.procedures.loader import Procedure
from fellesplan.web.components.glue import translate
from fellesplan.web.public.referral import choices as c

_REPORTERS = {
    c.SELF: "person",
    c.CHILD: "parent",
    c.GUARDIAN: "guardian",
    c.WORK: "provider",
    c.OTHER: "relative",
}


@dataclass(frozen=True)
class Asked:
    """The answers that decide what is asked next. Before the person is known, `name` is empty."""

    procedure: Procedure
    today: date
    who: str = c.SELF
    name: str = ""
    born: date | None = None
    unborn: bool = False
    reasons: tuple[str, ...] = field(default=())

    @property
    def age(self) -> int | None:
        return age_on(self.born, self.today) if self.born else None

    @property
    def is_adult(self) -> bool:
        return self.age is not None and self.age >= consent_law(self.today).adult

    @property
    def may_have_child_coordinator(self) -> bool:
        return not self.is_adult and self.procedure.flag("barnekoordinator.offered")

    @property
    def offers_home_visit(self) -> bool:
        """Return whether this is a newborn, or a child that is expected, where home visits are offered."""
        newborn = self.unborn or self.age == 0
        return newborn and bool(self.procedure.word("newborn.home_visit"))

    @property
    def needs_mandate(self) -> bool:
        """Return whether the procedure asks for a written mandate. A parent is the guardian of a child."""
        return any(
            row.get("attachment") == "fullmakt" and not self._exempt(row.get("unless"))
            for row in self.procedure.rows("referral.attachments")
        )

    def _exempt(self, unless: object) -> bool:
        if self.who == c.CHILD and not self.is_adult:
            return True
        return isinstance(unless, tuple) and _REPORTERS[self.who] in unless

    @property
    def mandate_rule(self) -> str:
        """Return the municipality's own words about the mandate."""
        rule = self.procedure.find("referral.attachments")
        return translate(rule.text) if rule else ""

    @property
    def parents_consent(self) -> bool:
        """Return whether those with parental responsibility say yes: until the child is 16 (pbrl. § 4-4)."""
        return self.who == c.CHILD and (self.age is None or self.age < consent_law(self.today).own)

    @property
    def consents(self) -> c.Choices:
        """Return the answers one may choose between about consent."""
        if self.who == c.CHILD and not self.parents_consent:
            return c.CONSENTS["others"]
        return c.CONSENTS.get(self.who, c.CONSENTS["others"])

    @property
    def consent_question(self) -> str:
        if self.who == c.SELF:
            return _("Kan vi lese meldingen og se på hva du har rett til?")
        if self.parents_consent:
            return _("Har alle sagt ja?")
        return _("Har %(name)s sagt ja til at du melder?") % {"name": self.name or _("personen")}

    @property
    def consent_help(self) -> str:
        """Say who must agree, and what the municipality itself asks for."""
        return " ".join(part for part in (self._who_agrees(), self._own_routine()) if part)

    def _who_agrees(self) -> str:
        law, age = consent_law(self.today), self.age
        if self.who == c.SELF:
            return _("Du bestemmer selv, og du kan ombestemme deg når du vil.")
        if age is not None and age >= law.own:
            return _("%(name)s er %(age)s år og svarer selv.") % {"name": self.name, "age": age}
        if self.unborn or age is None:
            return _("Begge som skal ha foreldreansvar, bør si ja.")
        both = _("Begge foreldre som har foreldreansvar, bør si ja.")
        ask = _("%(name)s er %(age)s år. Spør gjerne %(name)s også.") % {"name": self.name, "age": age}
        return f"{both} {ask}"

    def _own_routine(self) -> str:
        forms = self.procedure.choices("consent.forms")
        if "oral" in forms or not forms:
            return ""
        return _("%(municipality)s ber om skriftlig samtykke. Vi sender skjemaet etterpå.") % {
            "municipality": self.procedure.name
        }
