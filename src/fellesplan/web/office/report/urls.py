"""Addresses of the annual report."""

from django.urls import path

from fellesplan.web.office.report import report

urlpatterns = [
    path("rapport/", report.report, name="report"),
    path("rapport/tall.csv", report.report_csv, name="report-csv"),
]
