"""Addresses of complaints."""

from django.urls import URLPattern, path

from fellesplan.web.office import complaint, complaint_actions, complaint_assess

_ONE = "klager/<uuid:pk>/"

urlpatterns: list[URLPattern] = [
    path("saker/<uuid:pk>/klager/", complaint.complaints, name="case-complaints"),
    path("saker/<uuid:pk>/klager/ny/", complaint.register, name="complaint-register"),
    path(_ONE, complaint.complaint, name="complaint"),
    path(f"{_ONE}ta-opp/", complaint_actions.take_up, name="complaint-take-up"),
    path(f"{_ONE}postet/", complaint_actions.posted, name="complaint-posted"),
    path(f"{_ONE}for-sen/", complaint_actions.late, name="complaint-late"),
    path(f"{_ONE}mangler/", complaint_actions.completion, name="complaint-completion"),
    path(f"{_ONE}mer/", complaint_actions.complete, name="complaint-complete"),
    path(f"{_ONE}vurder/", complaint_assess.assess, name="complaint-assess"),
    path(f"{_ONE}endre/", complaint_actions.change, name="complaint-change"),
    path(f"{_ONE}behold/", complaint_actions.drop, name="complaint-drop"),
    path(f"{_ONE}svar/", complaint_actions.answer, name="complaint-answer"),
    path(f"{_ONE}avslutt/", complaint_actions.close, name="complaint-close"),
    path(f"{_ONE}trukket/", complaint_actions.withdraw, name="complaint-withdraw"),
    path(f"{_ONE}avvisning/", complaint_actions.appeal, name="complaint-appeal"),
]
