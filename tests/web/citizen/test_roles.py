"""Roles as one word in a drawing, and inside a sentence."""

import pytest

from fellesplan.web.citizen.roles import head_word, in_sentence


@pytest.mark.parametrize(
    ("role", "word"),
    [
        ("Primærkontakt i hjemmesykepleien", "primærkontakt"),
        ("Lærer, voksenopplæringen", "lærer"),
        ("Klinisk pedagog", "pedagog"),
        ("PPT-rådgiver", "PPT-rådgiver"),
        ("Rehabiliteringskoordinator", ""),
        ("", ""),
    ],
)
def test_a_drawing_has_room_for_one_word(role: str, word: str) -> None:
    assert head_word(role) == word


def test_only_the_first_letter_becomes_small() -> None:
    assert in_sentence("Veileder i NAV") == "veileder i NAV"
