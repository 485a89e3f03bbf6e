"""Addresses of the unit pages."""

from django.urls import path

from fellesplan.web.unit import pages

urlpatterns = [
    path("", pages.today, name="unit-today"),
    path("foresporsel/<uuid:pk>/", pages.nomination, name="nomination"),
]
