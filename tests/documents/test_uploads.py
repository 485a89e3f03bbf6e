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


WORD = b"PK\x03\x04\x14\x00\x06\x00\x08\x00" + b"\x00" * 20 + b"[Content_Types].xml word/vbaProject.bin"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"MZ\x90\x00\x03", "er et program"),
        (b"\x7fELF\x02\x01", "er et program"),
        (b"#!/bin/sh\n", "er et program"),
        (WORD, "Lagre «fil.pdf» som PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 VBA", "Lagre «fil.pdf» som PDF"),
        (b"PK\x03\x04" + b"\x00" * 60, "er en pakket fil"),
        (b"\x1f\x8b\x08\x00", "er en pakket fil"),
        (b"Rar!\x1a\x07\x01\x00", "er en pakket fil"),
        (b"%PDF-1.7 <</S/Launch/F(cmd.exe)>>", "inneholder andre filer"),
        (b"%PDF-1.7 <</Type/EmbeddedFile>>", "inneholder andre filer"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + b"\x00\x01\x00\x00" * 2, "Lagre det i en mindre"),
    ],
)
def test_what_is_hidden_behind_a_harmless_name_is_told_by_what_it_is(data: bytes, says: str) -> None:
    with pytest.raises(BadUpload, match=says):
        upload("fil.pdf", data)


@pytest.mark.parametrize(
    "name",
    ["x" * 10_000 + ".pdf", "." + "x" * 10_000, "x." + "y" * 10_000, "\u202egpj.exe",
     "👩\u200d👧 søknad 🙂.pdf", "../../etc/passwd", "", "طلب.pdf", "\u2066\u2069.pdf"],
)  # fmt: skip
def test_every_name_becomes_a_short_and_plain_one(name: str) -> None:
    taken = upload(name, b"%PDF-1.7")
    assert taken.name.endswith(".pdf")
    assert 4 < len(taken.name) <= 120
    assert not set("\u202e\u2066\u2069/\\") & set(taken.name)
    with pytest.raises(BadUpload) as refused:
        upload(name, b"")
    assert len(str(refused.value.text)) < 300


def test_emoji_and_other_writings_stay() -> None:
    assert upload("👩\u200d👧 طلب.pdf", b"%PDF-").name == "👩\u200d👧 طلب.pdf"
