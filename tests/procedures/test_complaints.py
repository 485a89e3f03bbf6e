"""Is a complaint in time? Fvl §§ 30 og 31; eForvaltningsforskriften § 11."""

from datetime import date

import pytest

from fellesplan.procedures.clock_starts import paper_start
from fellesplan.procedures.complaints import Channel, ComplaintFacts, ComplaintTiming, assess
from fellesplan.procedures.deadlines import complaint, latest_complaint
from fellesplan.procedures.legal_basis import BodyKind, LegalBasis, complaint_body

DEADLINE = complaint(LegalBasis.PBRL_2_5, paper_start(date(2026, 11, 24)), weeks=4)  # 22 December 2026
LATEST = latest_complaint(date(2026, 11, 23), years=1)


@pytest.mark.parametrize(
    ("channel", "handed_over", "arrived", "timing"),
    [
        # fvl § 30: posted in time is enough
        (Channel.POST, date(2026, 12, 22), date(2026, 12, 29), ComplaintTiming.IN_TIME),
        (Channel.POST, date(2026, 12, 23), date(2026, 12, 28), ComplaintTiming.LATE),
        (Channel.POST, None, date(2026, 12, 21), ComplaintTiming.IN_TIME),
        (Channel.POST, None, date(2026, 12, 28), ComplaintTiming.UNKNOWN),
        (Channel.IN_PERSON, date(2026, 12, 22), None, ComplaintTiming.IN_TIME),
        # eFvf § 11 femte ledd: electronic must have arrived
        (Channel.ELECTRONIC, date(2026, 12, 22), date(2026, 12, 22), ComplaintTiming.IN_TIME),
        (Channel.ELECTRONIC, date(2026, 12, 22), date(2026, 12, 23), ComplaintTiming.LATE),
        (Channel.ELECTRONIC, date(2026, 12, 22), None, ComplaintTiming.UNKNOWN),
        # fvl § 31 tredje ledd: a year from the decision, not from the letter
        (Channel.POST, date(2027, 11, 23), None, ComplaintTiming.LATE),
        (Channel.POST, date(2027, 11, 24), None, ComplaintTiming.TOO_LATE),
    ],
)
def test_timing(
    channel: Channel, handed_over: date | None, arrived: date | None, timing: ComplaintTiming
) -> None:
    verdict = assess(ComplaintFacts(channel, handed_over, arrived), DEADLINE, LATEST)
    assert verdict.timing is timing
    assert all(reason.source for reason in verdict.reasons)


@pytest.mark.parametrize(
    ("sent", "arrived", "timing"),
    [
        (date(2026, 12, 22), date(2026, 12, 23), ComplaintTiming.IN_TIME),
        (date(2026, 12, 23), date(2026, 12, 23), ComplaintTiming.LATE),
        (None, date(2026, 12, 22), ComplaintTiming.IN_TIME),
    ],
)
def test_sent_is_enough_under_the_new_act(sent: date | None, arrived: date, timing: ComplaintTiming) -> None:
    """Fvl 2025 § 64."""
    facts = ComplaintFacts(Channel.ELECTRONIC, sent, arrived)
    assert assess(facts, DEADLINE, LATEST, sent_is_enough=True).timing is timing


@pytest.mark.parametrize(
    ("basis", "kind", "source"),
    [
        (LegalBasis.HOL_7_1, BodyKind.STATE_ADMINISTRATOR, "pbrl § 7-2"),
        (LegalBasis.PBRL_2_5B, BodyKind.STATE_ADMINISTRATOR, "pbrl § 7-2"),  # a right since 1 August 2022
        (LegalBasis.PBRL_2_5C, BodyKind.STATE_ADMINISTRATOR, "pbrl § 7-2"),
        (LegalBasis.SOTJL_28, BodyKind.STATE_ADMINISTRATOR, "sotjl § 47, jf. IPf § 11"),
        (LegalBasis.SOTJL_33, BodyKind.STATE_ADMINISTRATOR, "sotjl § 47, jf. IPf § 11"),
        (LegalBasis.BVL_15_9, BodyKind.STATE_ADMINISTRATOR, "bvl § 12-9"),
        (LegalBasis.NAVL_15, BodyKind.NEAREST_SUPERIOR, "fvl § 28, jf. IPf § 11"),  # the act names nobody
    ],
)
def test_complaint_body(basis: LegalBasis, kind: BodyKind, source: str) -> None:
    body = complaint_body(basis)
    assert (body.kind, body.source) == (kind, source)


def test_every_basis_has_a_body_and_a_paragraph() -> None:
    assert all(complaint_body(basis).source and basis.paragraph for basis in LegalBasis)
