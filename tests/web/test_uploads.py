"""Files that come with a form."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from fellesplan.web.uploads import MOST_FILES, UploadsField


def _files(number: int) -> list[SimpleUploadedFile]:
    return [SimpleUploadedFile(f"{n}.pdf", b"%PDF-1.7 x", "application/pdf") for n in range(number)]


def test_so_many_files_and_no_more() -> None:
    field = UploadsField(kind="attachment", required=False)
    assert len(field.clean(_files(MOST_FILES))) == MOST_FILES
    with pytest.raises(ValidationError, match="høyst 10"):
        field.clean(_files(MOST_FILES + 1))


def test_a_file_is_what_its_content_says() -> None:
    page = SimpleUploadedFile("vedlegg.pdf", b"<html><script>alert(1)</script>", "application/pdf")
    with pytest.raises(ValidationError):
        UploadsField(kind="attachment").clean([page])
