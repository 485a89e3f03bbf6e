"""Addresses of emergency access."""

from django.urls import path

from fellesplan.web.emergency import pages

urlpatterns = [
    path("nodtilgang/", pages.home, name="emergency"),
    path("nodtilgang/apne/", pages.open_plan, name="emergency-open"),
    path("nodtilgang/plan/", pages.to_plan, name="emergency-plan"),
    path("nodtilgang/avslutt/", pages.end, name="emergency-end"),
    path("nodtilgang/<uuid:session>/", pages.review, name="emergency-review"),
]
