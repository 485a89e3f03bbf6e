"""The whole road, one stretch at a time: from a referral to a living plan and back to who has seen it."""

import re
from datetime import timedelta

from fellesplan.kernel import clock
from tests.journeys.travellers import Traveller
from tests.journeys.walker import Walker

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
RIGHTS = ("plan", "coordinator")


def _day(ahead: int) -> str:
    day = clock.today() + timedelta(days=ahead)
    return f"{day.day}.{day.month}.{day.year}"


class Road:
    """A traveller's way; `case`, `plan` and `meeting` are the addresses found on it."""

    def __init__(self, walker: Walker, traveller: Traveller) -> None:
        self.walker = walker
        self.who = traveller
        self.home = f"/{traveller.municipality}"
        self.case = self.plan = self.meeting = self.person = ""
        every = walker.context.request.get(f"{walker.site}/demo/personas.json").json()["personas"]
        names = {each["role"]: each["name"] for each in every if each["tenant"] == traveller.municipality}
        self.coordinator, self.participant = names["coordinator"], names["participant"]

    def become(self, role: str) -> Walker:
        return self.walker.become(f"{self.who.municipality}-{role}")

    def become_traveller(self, then: str) -> Walker:
        return self.walker.become_number(self.who.number, f"{self.home}{then}")

    def here(self, place: str) -> None:
        """Check what this municipality shows at a place, and that the page has no barriers."""
        self.walker.sees(*self.who.sees.get(place, ()))
        self.walker.does_not_see(*self.who.misses.get(place, ()))
        self.walker.has_no_barriers()

    # 1. Melding

    def report_need(self) -> None:
        walk = self.walker.go(f"{self.home}/").has_no_barriers().go(f"{self.home}/meld/").has_no_barriers()
        walk.submit()
        walk.set(who=self.who.reporter).has_no_barriers().submit()
        walk.set(**self._person()).has_no_barriers().submit()
        walk.set(difficulties="cooperation", need="Mange hjelper, men ingen har oversikten.").submit()
        walk.set(services=["fysioterapi", "hjemmesykepleie", "nav"]).has_no_barriers().submit()
        walk.set(wants=list(RIGHTS)).submit()
        walk.set(consent="own_yes" if self.who.reporter == "self" else "oral").submit()
        walk.set(contact="call").submit()
        self.here("referral")
        if self.who.reporter != "self":
            walk.submit()
            walk.attach(PDF)
        walk.submit().sees(self.who.given_name).has_no_barriers()
        assert "kvittering" in walk.page.url

    def _person(self) -> dict[str, str]:
        own = {
            "given_name": self.who.given_name, "family_name": self.who.family_name,
            "birth_date": self.who.birth_day, "birth_number": self.who.number, "phone": "40000321",
        }  # fmt: skip
        return own if self.who.reporter == "self" else own | {"reporter_name": "Olav Hjelpsam"}

    # 2. Samtykke

    def find_case(self) -> None:
        walk = self.become("caseworker").has_no_barriers()
        walk.go(f"{self.home}/saker/?q={self.who.given_name}").follow(self.who.name).has_no_barriers()
        self.case = walk.path
        walk.submit('form[action$="/ta/"]')
        walk.go(f"{self.case}oppnevning/").has_no_barriers()
        assert not walk.page.locator('main form[method="post"] [name="unit"]').count()

    def register_consent(self) -> None:
        walk = self.walker.go(f"{self.case}samtykke/")
        self.here("consent")
        walk.set(purposes=[*RIGHTS, "sharing"], answer="given", form=self.who.consent_form)
        walk.page.locator('[name="giver"]').first.check()
        walk.page.get_by_label(re.compile("skole|skule")).first.check()
        walk.set(areas=["daytime", "minutes"])
        if self.who.consent_form == "written":
            walk.attach(PDF)
        else:
            walk.set(received_how="phone")
        walk.submit().has_no_barriers()

    # 3. Utredning

    def assess(self) -> None:
        walk = self.walker.go(f"{self.case}utredning/")
        self.here("assessment")
        for name in walk.names(r"^(\w+)-answer$"):
            field = walk.page.locator(f'[name="{name}-answer"]')
            if field.first.get_attribute("type") == "radio":
                walk.set(**{f"{name}-answer": "no" if name == "qualification" else "yes"})
            else:
                walk.set(**{f"{name}-answer": "2"})
            walk.set(**{f"{name}-reason": "Personen får tre tenester som må samordnast."})
        walk.submit('button[value="finish"]').has_no_barriers()
        assert "/vedtak/" in walk.page.url

    # 4. Vedtak

    def decide(self) -> None:
        walk = self.walker.go(f"{self.case}vedtak/")
        for right in RIGHTS:
            walk.set(
                **{f"{right}-outcome": "granted", f"{right}-reason": "Behovet er varig og må samordnes."}
            )
        walk.set(**{"letter-name_by": _day(14)})
        walk.submit('button.ds-button[value="save"]').go(f"{self.case}vedtak/").has_no_barriers()
        walk.submit('button.ds-button[value="issue"]').has_no_barriers()
        self.here("letter")
        walk.go(self.case)
        letter = walk.page.locator('a[href*="/dokument/"]').first.get_attribute("href") or ""
        answer = walk.context.request.get(walk.site + letter)
        assert answer.body()[:5] == b"%PDF-"

    # 5. Oppnevning

    def appoint(self) -> None:
        walk = self.walker.go(f"{self.case}oppnevning/")
        self.here("appointing")
        self.ask_unit()
        walk = self.become(self.who.unit_leader).has_no_barriers()
        walk.page.locator('a[href*="/foresporsel/"]').filter(
            has_text=re.compile(self.who.given_name)
        ).first.click()
        walk.has_no_barriers().does_not_see("Mange hjelper, men ingen har oversikten")
        walk.page.locator("label").filter(has_text=self.coordinator).first.click()
        walk.submit()
        walk = (
            self.become("caseworker").go(f"{self.case}oppnevning/").sees(self.coordinator).has_no_barriers()
        )
        self.here("naming")
        walk.submit('button[value="appoint"]').has_no_barriers()

    def ask_unit(self) -> None:
        units = self.walker.page.locator('select[name="unit"] option')
        wanted = units.filter(has_text=re.compile("ysio")).first.get_attribute("value")
        self.walker.set(unit=wanted or "").submit('form:has([name="unit"])').has_no_barriers()

    # 6. Plan

    def make_plan(self) -> None:
        walk = self.become("coordinator").has_no_barriers().follow(self.who.name)
        self.here("tools")
        walk.set(tool=self.who.tool).submit().has_no_barriers()
        self.plan = walk.path
        walk.go(f"{self.plan}tekst/matters/").set(matters="Eg vil bu heime.").has_no_barriers().submit()
        for area, title in (("daytime", "Eg vil tilbake i jobb"), ("health", "Eg vil sove betre")):
            walk.go(f"{self.plan}mal/nytt/").set(area=area, title=title, progress="-2").submit().sees(title)
        self.invite()
        self.add_measures()

    def invite(self) -> None:
        walk = self.walker.go(f"{self.plan}deltakere/ny/?q={self.participant.split()[0]}").has_no_barriers()
        walk.follow(self.participant).has_no_barriers()
        walk.set(role="Lærar", purpose="Følgjer opp dagane").submit().sees(self.participant).has_no_barriers()

    def add_measures(self) -> None:
        walk = self.walker.go(self.plan)
        for title, whose in (("Tre timar i veka på skulen", self.participant), ("Time hos legen", "")):
            links = walk.page.locator('a[href$="/tiltak/nytt/"]')
            heading = "Eg vil tilbake i jobb" if whose else "Eg vil sove betre"
            links.filter(has_text=heading).first.click()
            walk.set(title=title, where="Her", amount="Kvar veke", due_on=_day(30))
            if whose:
                option = walk.page.locator('select[name="responsible"] option').filter(has_text=whose)
                walk.set(responsible=option.get_attribute("value") or "")
            walk.has_no_barriers().submit().sees(title)

    def see_as_participant(self) -> None:
        walk = (
            self.become("participant")
            .go(f"{self.home}/delte-planer/")
            .has_no_barriers()
            .follow(self.who.name)
        )
        walk.sees("Eg vil tilbake i jobb", "Tre timar i veka på skulen").has_no_barriers()
        walk.does_not_see("Eg vil sove betre", "Time hos legen")

    # 7. Møte

    def meet(self) -> None:
        walk = self.become("coordinator").go(self.plan)
        walk.page.locator('a[href$="/mote/nytt/"]').first.click()
        self.here("meeting")
        day = clock.today()
        walk.set(
            day=f"{day.day}.{day.month}.{day.year}", starts_at="23.50", ends_at="23.59", place="Rådhuset"
        )
        for box in walk.page.locator('input[type="checkbox"][name^="call_"]').all():
            box.check()
        for why in walk.page.locator('input[name^="why_"]').all():
            why.fill("Følgjer opp planen")
        walk.submit().has_no_barriers().set(anyway="on").submit().has_no_barriers()
        self.meeting = walk.path
        calendar = walk.context.request.get(f"{walk.site}{self.meeting}invitasjon.ics").text()
        assert "BEGIN:VEVENT" in calendar
        assert self.who.family_name not in calendar
        self.write_minutes()

    def write_minutes(self) -> None:
        walk = self.walker.go(f"{self.meeting}referat/").has_no_barriers()
        walk.set(
            text="Vi snakka om dagane.", title="Ringe arbeidsgivaren", who="coordinator", due_on=_day(21)
        )
        walk.submit('button[value="task"]').sees("Ringe arbeidsgivaren")
        for box in walk.page.locator('input[type="checkbox"][name^="here_"]').all():
            box.check()
        walk.submit('button[value="end"]').has_no_barriers().submit().has_no_barriers()
        answer = walk.context.request.get(f"{walk.site}{self.meeting}referat.pdf")
        assert answer.body()[:5] == b"%PDF-"
        walk.go(f"{self.home}/i-dag/").sees("Ringe arbeidsgivaren")

    # 8. Innbygger

    def own_it(self) -> None:
        walk = self.become_traveller("/min/").sees(self.coordinator).has_no_barriers()
        self.person = re.sub("/plan/$", "", walk.path)
        walk.sees("Eg vil bu heime.", "Eg vil tilbake i jobb", "Eg vil sove betre")
        walk.page.locator('a[href$="/godkjenn/"]').first.click()
        walk.has_no_barriers().submit().has_no_barriers()
        assert walk.context.request.get(f"{walk.site}{self.plan}plan.pdf").body()[:5] == b"%PDF-"
        for page in ("saken", "moter", "samtykker", "hvem-har-sett"):
            walk.go(f"{self.person}/{page}/").has_no_barriers()
        walk.sees(self.participant)

    def withdraw(self) -> None:
        """Take the school's access away in two presses; it is gone on the participant's next click."""
        other = Walker(self.walker.site, self.walker.browser)
        other.become(f"{self.who.municipality}-participant").go(self.plan)
        walk = self.walker.go(f"{self.person}/samtykker/")
        walk.page.locator('a[href*="ta-bort"]').first.click()
        walk.has_no_barriers().submit().has_no_barriers()
        answer = other.page.goto(other.site + self.plan)
        assert answer is not None
        assert answer.status == 404
        other.close()

    # 9. Årsoversikt

    def see_the_year(self) -> None:
        self.become("caseworker").go(f"{self.home}/rapport/").has_no_barriers()

    def walk_all(self) -> None:
        """Walk the whole road."""
        self.report_need()
        self.find_case()
        self.register_consent()
        self.assess()
        self.decide()
        self.appoint()
        self.make_plan()
        self.see_as_participant()
        self.meet()
        self.own_it()
        self.withdraw()
        self.see_the_year()
