"""Documents: fetched one at a time, logged, and never kept by the browser."""

from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_GET

from fellesplan.access.functions import fetch
from fellesplan.documents.models import Document
from fellesplan.web.page import PageRequest, page

SHOWN = {"application/pdf": "pdf", "image/png": "png", "image/jpeg": "jpg"}
"""Types a browser may show by itself; everything else is downloaded."""
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    "Cache-Control": "no-store",
}


@require_GET
@page("document.read")
def document(request: PageRequest, pk: UUID) -> HttpResponse:
    """Return the content of a document. The file name tells nothing about the person."""
    found = fetch(
        request.actor, "document.read", Document, pk, related=("content",), information=("document",)
    )
    suffix = SHOWN.get(found.media_type, "bin")
    shown = "inline" if found.media_type in SHOWN else "attachment"
    headers = {"Content-Disposition": f'{shown}; filename="{found.kind}-{found.at:%Y%m%d}.{suffix}"'}
    media_type = found.media_type if found.media_type in SHOWN else "application/octet-stream"
    return HttpResponse(bytes(found.content.data), content_type=media_type, headers=headers | HEADERS)
