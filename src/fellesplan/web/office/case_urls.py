"""Addresses of assessment, decision, letters and documents."""

from django.urls import URLPattern, path

from fellesplan.web.office import assessment, decision, documents, journal, letters

urlpatterns: list[URLPattern] = [
    path("saker/<uuid:pk>/utredning/", assessment.assessment, name="case-assessment"),
    path("saker/<uuid:pk>/vedtak/", decision.decision, name="case-decision"),
    path("saker/<uuid:pk>/vedtak/send/", decision.issue, name="case-issue"),
    path("saker/<uuid:pk>/forelopig-svar/", letters.preliminary, name="case-preliminary"),
    path("saker/<uuid:pk>/forsinket/", letters.delay, name="case-delay"),
    path("brev/<uuid:pk>/", letters.letter, name="case-letter"),
    path("journal/", journal.journal, name="journal"),
    path("journal/liste.csv", journal.export, name="journal-export"),
    path("journal/<uuid:pk>/rett/", journal.correct, name="journal-correct"),
    path("dokument/<uuid:pk>/", documents.document, name="document"),
]
