"""Addresses of the office pages."""

from django.urls import URLPattern

from fellesplan.web.office import case_urls

urlpatterns: list[URLPattern] = [
    *case_urls.urlpatterns,
]
