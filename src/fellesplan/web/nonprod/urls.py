"""Addresses of pages that exist only outside production."""

from django.conf import settings
from django.urls import URLPattern, path

from fellesplan.web.nonprod import gallery

_pages = [path("komponenter", gallery.components, name="components")]
urlpatterns: list[URLPattern] = [] if settings.PRODUCTION else _pages
