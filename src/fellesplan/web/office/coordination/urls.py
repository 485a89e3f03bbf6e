"""Addresses of appointment and of the register of coordinators."""

from django.urls import path

from fellesplan.web.office.coordination import appointment, register, stand_in

urlpatterns = [
    path("saker/<uuid:pk>/oppnevning/", appointment.appointment, name="case-appointment"),
    path("koordinatorer/", register.coordinators, name="coordinators"),
    path("koordinatorer/ny/", register.coordinator_new, name="coordinator-new"),
    path("koordinatorer/<uuid:pk>/", register.coordinator, name="coordinator"),
    path("koordinatorer/<uuid:pk>/vikar/", stand_in.stand_in, name="coordinator-stand-in"),
    path(
        "koordinatorer/<uuid:pk>/vikar/<uuid:employee>/avslutt/",
        stand_in.end,
        name="coordinator-stand-in-end",
    ),
]
