"""Addresses of the coordinator pages."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
