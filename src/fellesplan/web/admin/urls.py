"""Addresses of the admin pages."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
