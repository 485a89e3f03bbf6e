"""Addresses of appointment and of the register of coordinators."""

from django.urls import path

from fellesplan.web.office.coordination import appointment, register

urlpatterns = [
    path("saker/<uuid:pk>/oppnevning/", appointment.appointment, name="case-appointment"),
    path("koordinatorer/", register.coordinators, name="coordinators"),
    path("koordinatorer/ny/", register.coordinator_new, name="coordinator-new"),
    path("koordinatorer/<uuid:pk>/", register.coordinator, name="coordinator"),
]
