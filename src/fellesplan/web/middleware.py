"""Language and privacy headers."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation

LANGUAGE_COOKIE = "fellesplan_sprak"
Handler = Callable[[HttpRequest], HttpResponse]


def chosen_language(request: HttpRequest) -> str | None:
    """Return the language the visitor has chosen, if any."""
    language = request.COOKIES.get(LANGUAGE_COOKIE)
    return language if language in dict(settings.LANGUAGES) else None


class LanguageMiddleware:
    """Speak the chosen language, else bokmål; a page then falls back to its municipality's."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with translation.override(chosen_language(request) or settings.LANGUAGE_CODE):
            return self.get_response(request)


class PrivacyHeadersMiddleware:
    """Keep pages with personal data out of caches and other sites."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Cache-Control", "no-store")
        response.headers.setdefault("Permissions-Policy", "camera=(), microphone=(), geolocation=()")
        response.headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
        return response
