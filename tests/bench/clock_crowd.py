"""Open cases by the ten thousand, put in by the database itself: one row of each kind, spread over many."""

from datetime import timedelta

from django.db import connection
from django.db.models import Model

from fellesplan.access import tenancy
from fellesplan.cases import states
from fellesplan.cases.models import Case, Decision, Letter, Referral
from fellesplan.consent.models import Consent
from fellesplan.documents.models import Document
from fellesplan.kernel import clock
from fellesplan.people.models import Account, Assignment, Employee, Municipality, Person, Unit
from fellesplan.plans.models import Plan
from fellesplan.procedures.loader import load

SPREAD = ("received", "consent_missing", "assessment", "decided", "appointing", "active")
"""A sixth in each state. Those decided have a letter, those with a coordinator a plan."""
_ID = "md5('{kind}' || {n})::uuid"
_STATE = f"(array{list(SPREAD)}::text[])[1 + g % 6]"
_DECIDED = "g % 6 >= 3"


def populate(slug: str, cases: int) -> Municipality:
    """Make a municipality with so many open cases, in the running transaction, which then sees only it."""
    procedure = load(slug, clock.today())
    tenant = Municipality.objects.create(
        number=procedure.municipality.number, slug=slug, name=procedure.name, profile=slug,
        language=procedure.language, phone="00 00 00 10", address="Postboks 1",
    )  # fmt: skip
    tenancy.use(tenant.pk)
    model = _one_of_each(tenant)
    person, case = _ID.format(kind="person", n="g"), _ID.format(kind="case", n="g")
    document, letter = _ID.format(kind="document", n="g"), _ID.format(kind="letter", n="g")
    _spread(model["person"], cases, id=person, birth_date="date '1945-01-01' + g * 28 % 29000")
    _spread(
        model["case"], cases, id=case, person_id=person, number="'1999/' || g", state=_STATE,
        received_on=_day("g % 40"),
    )  # fmt: skip
    _spread(model["referral"], cases, id=_ID.format(kind="ref", n="g"), case_id=case, reference="'R' || g")
    for kind in ("coordinator", "plan"):
        values = {"id": _ID.format(kind=kind, n="g"), "person_id": person, "given_by_id": person}
        _spread(model[kind], cases, where="g % 6 >= 2", **values)
    _spread(model["document"], cases, where=_DECIDED, id=document, person_id=person)
    _spread(
        model["letter"], cases, where=_DECIDED, id=letter, case_id=case, document_id=document,
        at="t.at - make_interval(days => g % 40)",
    )  # fmt: skip
    _spread(
        model["decision"], cases, where=_DECIDED, id=_ID.format(kind="decision", n="g"), case_id=case,
        letter_id=letter, complaint_deadline=_day("g % 40 - 28"),
        outcome="case when g % 12 < 6 then 'refused' else 'granted' end",
    )  # fmt: skip
    _spread(model["live"], cases, where="g % 6 = 5", id=_ID.format(kind="live", n="g"), person_id=person)
    return tenant


def _day(back: str) -> str:
    """Return the SQL of a day so many days ago, as the clock has it."""
    return f"date '{clock.today()}' - ({back})"


def _one_of_each(tenant: Municipality) -> dict[str, Model]:
    """Make the rows that are spread, all about a person who lived long ago."""
    now, today = clock.now(), clock.today()
    person = Person.objects.create(
        municipality=tenant, given_name="Oppdiktet", family_name="Prøvesen", synthetic=True
    )
    case = Case.objects.create(
        municipality=tenant, person=person, number="mal", profile_version="bench", opened_at=now,
        received_on=today, state=states.CLOSED,
    )  # fmt: skip
    referral = Referral.objects.create(
        municipality=tenant, case=case, reference="mal", received_at=now, channel="web", reporter="self",
        reporter_name="Oppdiktet", wants=["coordinator"], need="Mange tjenester",
        consent_obtained="oral",
    )  # fmt: skip
    document = Document.objects.create(
        municipality=tenant, person=person, kind="letter", title="Vedtak", media_type="application/pdf",
        size=1, sha256="x",
    )  # fmt: skip
    letter = Letter.objects.create(
        municipality=tenant, case=case, kind="decision", title="Vedtak", language="nb",
        recipient_name="Oppdiktet", document=document,
    )  # fmt: skip
    decision = Decision.objects.create(
        municipality=tenant, case=case, right="coordinator", outcome="refused", reason="Fordi",
        legal_basis="pbrl_2_5b", decided_on=today - timedelta(days=20), issued_at=now, letter=letter,
        complaint_deadline=today, profile_version="bench",
    )  # fmt: skip
    plan = Plan.objects.create(
        municipality=tenant, person=person, state="approved", period_from=today, evaluate_on=today,
        profile_version="bench",
    )  # fmt: skip
    made = {
        "person": person, "case": case, "referral": referral, "document": document, "letter": letter,
        "decision": decision, "live": plan,
    }  # fmt: skip
    return made | {kind: _consent(tenant, person, kind) for kind in ("coordinator", "plan")}


def _consent(tenant: Municipality, person: Person, purpose: str) -> Consent:
    return Consent.objects.create(
        municipality=tenant, person=person, purpose=purpose, answer="given", form="written", capacity="1",
        given_by=person, given_by_name=person.full_name, given_on=clock.today(), valid_from=clock.today(),
    )  # fmt: skip


def _spread(row: Model, copies: int, /, where: str = "true", **values: str) -> None:
    """Insert copies of a row; `values` are SQL in `g`, the number of the copy, and `t`, the row."""
    quote, table = connection.ops.quote_name, row._meta.db_table
    columns = [field.column for field in row._meta.concrete_fields]
    taken = ", ".join(f"({values[c]})" if c in values else f"t.{quote(c)}" for c in columns)
    sql = (
        f"insert into {quote(table)} ({', '.join(map(quote, columns))}) "  # noqa: S608 - all of it is ours
        f"select {taken} from {quote(table)} t, "
        f"generate_series(1, {copies:d}) g where t.id = '{row.pk}' and {where}"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql)


def caseworker(tenant: Municipality) -> Account:
    """Make somebody of the office, who can log in."""
    account = Account.objects.create(subject=f"bench:{tenant.slug}-office", name="Ansatt")
    who = Employee.objects.create(municipality=tenant, account=account, name="Ansatt", title="Rådgiver")
    unit = Unit.objects.create(municipality=tenant, name="Koordinerende enhet", kind=Unit.Kind.OFFICE)
    Assignment.objects.create(
        municipality=tenant, employee=who, unit=unit, role="caseworker",
        valid_from=clock.today() - timedelta(days=900),
    )  # fmt: skip
    return account
