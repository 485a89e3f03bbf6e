"""Form fields for files that are looked into before they are taken in."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from fellesplan.documents.uploads import BadUpload, Upload, upload
from fellesplan.web.components import widgets
from fellesplan.web.components.glue import translate

ACCEPT = "application/pdf,image/png,image/jpeg"
MOST_FILES = 10
HELP = _("PDF, PNG eller JPG, høyst 10 MB.")


class UploadField(forms.FileField):
    """One file; gives an Upload whose type is decided by its content, or None."""

    def __init__(self, *, kind: str, **kwargs: Any) -> None:
        self.kind = kind
        kwargs.setdefault("help_text", HELP)
        kwargs.setdefault("widget", forms.FileInput(attrs={"accept": ACCEPT}))
        super().__init__(allow_empty_file=True, **kwargs)

    def clean(self, data: Any, initial: Any = None) -> Upload | None:
        return _taken(super().clean(data, initial), self.kind)


class UploadsField(forms.FileField):
    """One or more files; gives a list of Uploads."""

    widget = widgets.FilesInput

    def __init__(self, *, kind: str, **kwargs: Any) -> None:
        self.kind = kind
        kwargs.setdefault("help_text", HELP)
        super().__init__(allow_empty_file=True, **kwargs)
        self.widget.attrs.update({"accept": ACCEPT, "multiple": True})

    def clean(self, data: Any, initial: Any = None) -> list[Upload]:
        files = data if isinstance(data, list | tuple) else [data]
        if len(files) > MOST_FILES:
            raise ValidationError(_("Legg ved høyst %(most)s filer.") % {"most": MOST_FILES}, code="many")
        cleaned = [_taken(super(UploadsField, self).clean(file, initial), self.kind) for file in files]
        return [file for file in cleaned if file]


def _taken(file: Any, kind: str) -> Upload | None:
    if not file:
        return None
    try:
        return upload(file.name, file.read(), kind)
    except BadUpload as error:
        raise ValidationError(translate(error.text), code="invalid") from None
