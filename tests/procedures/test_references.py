"""People see law names written out."""

import pytest

from fellesplan.procedures.references import in_nynorsk, spelled_out


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("pbrl § 4-3", "pasient- og brukerrettighetsloven § 4-3"),
        ("fvl § 29, jf. bvl § 12-1", "forvaltningsloven § 29, jf. barnevernsloven § 12-1"),
        ("vgml §§ 32 og 33", "vergemålsloven §§ 32 og 33"),
        ("IPf § 9", "forskrift om individuell plan § 9"),
        ("Prosedyre for kommunen, punkt 4.2", "Prosedyre for kommunen, punkt 4.2"),
    ],
)
def test_spelled_out(short: str, full: str) -> None:
    assert spelled_out(short) == full


@pytest.mark.parametrize(
    ("bokmaal", "nynorsk"),
    [
        ("Forvaltningsloven § 11 a", "Forvaltningslova § 11 a"),
        ("pasient- og brukerrettighetsloven § 2-5 b", "pasient- og brukarrettslova § 2-5 b"),
        ("Nav-loven § 15, eForvaltningsforskriften § 8", "Nav-lova § 15, eForvaltningsforskrifta § 8"),
        ("spesialisthelsetjenesteloven § 2-5", "spesialisthelsetenestelova § 2-5"),
        ("barnelova § 32", "barnelova § 32"),
    ],
)
def test_in_nynorsk(bokmaal: str, nynorsk: str) -> None:
    assert in_nynorsk(bokmaal) == nynorsk
