"""Files are taken in by what they hold, not by what they are called."""

import pytest

from fellesplan.documents.uploads import MAX_BYTES, BadUpload, upload


@pytest.mark.parametrize(
    ("data", "kind", "name"),
    [
        (b"%PDF-1.7 x", "application/pdf", "fullmakt.pdf"),
        (b"\x89PNG\r\n\x1a\nx", "image/png", "fullmakt.png"),
        (b"\xff\xd8\xff\xe0x", "image/jpeg", "fullmakt.jpg"),
    ],
)
def test_type_and_suffix_follow_the_content(data: bytes, kind: str, name: str) -> None:
    taken = upload("C:\\Mine\\fullmakt.exe", data, "authorisation")
    assert (taken.media_type, taken.name, taken.kind) == (kind, name, "authorisation")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "er tom"),
        (b"MZ\x90", "Velg en fil av typen PDF, PNG eller JPG"),
        (b"<script>", "Velg en fil av typen PDF, PNG eller JPG"),
        (b"%PDF-" + b"x" * MAX_BYTES, "er for stor"),
    ],
)
def test_other_files_are_refused_with_a_plain_message(data: bytes, says: str) -> None:
    with pytest.raises(BadUpload, match=says):
        upload("fil.pdf", data)


def test_control_characters_never_reach_the_name() -> None:
    assert upload("a\r\nb.pdf", b"%PDF-").name == "ab.pdf"
