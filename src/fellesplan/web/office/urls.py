"""Addresses of the office pages."""

from django.urls import path

from fellesplan.web.office import (
    case,
    case_clocks,
    case_list,
    case_more,
    case_urls,
    consent,
    inactive_plans,
    log_questions,
    register,
    representative,
    sheet,
    similar,
    worklist,
    worklist_more,
)
from fellesplan.web.office.complaint_urls import urlpatterns as complaints
from fellesplan.web.office.coordination.urls import urlpatterns as coordination
from fellesplan.web.office.persons.urls import urlpatterns as persons
from fellesplan.web.office.report.urls import urlpatterns as report
from fellesplan.web.office.safeguards.urls import urlpatterns as safeguards

urlpatterns = [
    *case_urls.urlpatterns,
    *complaints,
    *coordination,
    *persons,
    *report,
    *safeguards,
    path("planer-som-ligger-stille/", inactive_plans.inactive, name="inactive-plans"),
    path("innsyn/", log_questions.questions_list, name="log-questions"),
    path("innsyn/<uuid:question>/", log_questions.answer, name="log-question"),
    path("arbeidsliste/", worklist.worklist, name="worklist"),
    path("arbeidsliste/gi/", worklist_more.hand_over, name="worklist-hand-over"),
    path("arbeidsliste/visning/", worklist_more.view, name="worklist-view"),
    path("saker/", case_list.cases, name="cases"),
    path("saker/ny/", register.register, name="referral-register"),
    path("saker/ny/ligner/", similar.hint, name="referral-similar"),
    path("saker/<uuid:pk>/", case.case, name="case"),
    path("saker/<uuid:pk>/ta/", worklist.take, name="case-take"),
    path("saker/<uuid:pk>/gi/", case_more.assign, name="case-assign"),
    path("saker/<uuid:pk>/avslutt/", case_more.close, name="case-close"),
    path("saker/<uuid:pk>/notat/", case.note, name="case-note"),
    path("saker/<uuid:pk>/frister/", case_clocks.clocks, name="case-clocks"),
    path("saker/<uuid:pk>/hvem/", representative.representative, name="case-representative"),
    path("saker/<uuid:pk>/samtykke/", consent.consent, name="case-consent"),
    path("saker/<uuid:pk>/samtykke/skjema/", sheet.printed, name="case-sheet"),
    path("samtykkeskjema/<str:code>/", sheet.scanned, name="consent-sheet"),
    path("saker/<uuid:pk>/samtykke/spurt/", consent.asked, name="case-consent-asked"),
    path("saker/<uuid:pk>/samtykke/<uuid:consent>/trekk/", consent.withdraw, name="consent-withdraw"),
    path("saker/<uuid:pk>/deling/<uuid:unit>/stans/", consent.stop_share, name="share-stop"),
]
