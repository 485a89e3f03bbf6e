"""Addresses of what protects the person around consent; for the office and for the coordinator."""

from django.urls import path

from fellesplan.web.office.safeguards import capacity, overview, pages

urlpatterns = [
    path("person/<uuid:person>/trygghet/", overview.overview, name="safeguards"),
    path("person/<uuid:person>/beslutningskompetanse/ny/", capacity.new, name="capacity-new"),
    path("beslutningskompetanse/<uuid:capacity>/avslutt/", capacity.end, name="capacity-end"),
    path("person/<uuid:person>/vises-ikke/nytt/", pages.keep, name="withholding-new"),
    path("vises-ikke/<uuid:withholding>/", pages.look, name="withholding"),
    path("person/<uuid:person>/til-foreldrene/ny/", pages.inform, name="parents-inform"),
    path("person/<uuid:person>/innsigelse/ny/", pages.object_to, name="objection-new"),
    path("innsigelse/<uuid:objection>/ta-tilbake/", pages.end_objection, name="objection-end"),
    path("barnets-onske/<uuid:wish>/", pages.wish, name="childs-wish"),
]
