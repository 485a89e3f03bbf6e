"""All addresses.

Each page says itself who it is for (`web.page`); the arch test holds the list against the matrix.
"""

from django.urls import include, path

urlpatterns = [
    path("", include("fellesplan.web.site.urls")),
    path("<slug:tenant>/", include("fellesplan.web.public.urls")),
    path("<slug:tenant>/min/", include("fellesplan.web.citizen.urls")),
    path("<slug:tenant>/", include("fellesplan.web.office.urls")),
    path("<slug:tenant>/", include("fellesplan.web.coordinator.urls")),
    path("<slug:tenant>/virksomhet/", include("fellesplan.web.unit.urls")),
    path("<slug:tenant>/", include("fellesplan.web.emergency.urls")),
    path("<slug:tenant>/", include("fellesplan.web.admin.urls")),
    path("<slug:tenant>/", include("fellesplan.web.nonprod.urls")),
]

handler404 = "fellesplan.web.errors.not_found"
handler500 = "fellesplan.web.errors.server_error"
