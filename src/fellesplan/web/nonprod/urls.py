"""Addresses of pages that exist only outside production."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
