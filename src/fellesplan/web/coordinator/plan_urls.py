"""Addresses of a coordinator's day and of the plan."""

from django.urls import path

from fellesplan.web.coordinator import shared, today
from fellesplan.web.coordinator.plan import (
    access_review,
    goals,
    history,
    measures,
    participant_more,
    participants,
    reading,
    starting,
    texts,
)

urlpatterns = [
    path("i-dag/", today.today, name="today"),
    path("delte-planer/", shared.shared_plans, name="shared-plans"),
    path("person/<uuid:person>/plan/ny/", starting.start, name="plan-start"),
    path("plan/<uuid:plan>/", reading.plan, name="plan"),
    path("plan/<uuid:plan>/plan.pdf", reading.pdf, name="plan-pdf"),
    path("plan/<uuid:plan>/versjoner/", history.versions, name="plan-versions"),
    path("plan/<uuid:plan>/versjoner/sammenlign/", history.compare, name="plan-compare"),
    path(
        "plan/<uuid:plan>/versjoner/<int:number>/hent-tilbake/", history.restore, name="plan-version-restore"
    ),
    path("plan/<uuid:plan>/versjoner/<int:number>/hent-felt/", history.field, name="plan-field-restore"),
    path("plan/<uuid:plan>/utkast/", history.drafts, name="plan-drafts"),
    path("plan/<uuid:plan>/verktoy/", starting.switch, name="plan-switch"),
    path("plan/<uuid:plan>/periode/", texts.period, name="plan-period"),
    path("plan/<uuid:plan>/tekst/<slug:field>/", texts.text, name="plan-text"),
    path("plan/<uuid:plan>/omrade/<slug:area>/", texts.area, name="area-edit"),
    path("plan/<uuid:plan>/mal/nytt/", goals.new, name="goal-new"),
    path("mal/<uuid:goal>/", goals.change, name="goal-edit"),
    path("mal/<uuid:goal>/ta-ut/", goals.archive, name="goal-archive"),
    path("mal/<uuid:goal>/hent-tilbake/", goals.restore, name="goal-restore"),
    path("mal/<uuid:goal>/tiltak/nytt/", measures.new, name="measure-new"),
    path("tiltak/<uuid:measure>/", measures.change, name="measure-edit"),
    path("tiltak/<uuid:measure>/meld/", measures.report, name="measure-report"),
    path("tiltak/<uuid:measure>/ta-ut/", measures.archive, name="measure-archive"),
    path("tiltak/<uuid:measure>/hent-tilbake/", measures.restore, name="measure-restore"),
    path("plan/<uuid:plan>/deltakere/", participants.overview, name="participants"),
    path("plan/<uuid:plan>/deltakere/ny/", participants.find, name="participant-new"),
    path("plan/<uuid:plan>/deltakere/ny/privat/", participants.invite_private, name="participant-private"),
    path(
        "plan/<uuid:plan>/deltakere/ny/<uuid:employee>/<uuid:unit>/",
        participants.invite,
        name="participant-invite",
    ),
    path("plan/<uuid:plan>/deltakere/ny/gjest/", participant_more.invite_guest, name="participant-guest"),
    path("plan/<uuid:plan>/deltakere/gjennomgang/", access_review.review, name="access-review"),
    path("deltaker/<uuid:participant>/vikar/", participant_more.stand_in, name="participant-stand-in"),
    path("deltaker/<uuid:participant>/kontakt/", participant_more.contact, name="participant-contact"),
    path("deltaker/<uuid:participant>/", participants.change, name="participant-edit"),
    path("deltaker/<uuid:participant>/avslutt/", participants.end, name="participant-end"),
]
