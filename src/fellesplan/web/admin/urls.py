"""Addresses of the admin pages."""

from django.urls import path

from fellesplan.web.admin import dormant, pages, procedure

urlpatterns = [
    path("administrasjon/", pages.home, name="admin-home"),
    path("administrasjon/virksomhet/ny/", pages.unit_new, name="unit-new"),
    path("administrasjon/virksomhet/<uuid:pk>/", pages.unit_edit, name="unit-edit"),
    path("administrasjon/ansatt/ny/", pages.employee_new, name="employee-new"),
    path("administrasjon/ansatt/<uuid:pk>/", pages.employee_edit, name="employee-edit"),
    path(
        "administrasjon/ansatt/<uuid:pk>/tilknytning/<uuid:assignment>/",
        pages.assignment_end,
        name="assignment-end",
    ),
    path("administrasjon/ansatt/<uuid:pk>/slutter/", dormant.leave, name="employee-leave"),
    path("administrasjon/tilganger/", dormant.sleeping, name="access-dormant"),
    path("prosedyre/", procedure.procedure, name="procedure"),
]
