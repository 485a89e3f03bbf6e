"""Addresses of the citizen pages: all of them name whose room it is."""

from django.urls import URLPattern, path

from fellesplan.web.citizen import (
    case,
    consents,
    goal,
    history,
    log,
    meetings,
    plan,
    preview,
    renewal,
    sharing,
    sheet,
    start,
    withdrawal,
)

_ME = "<uuid:person>/"
_SHARING = f"{_ME}samtykker/"
_MEETING = f"{_ME}moter/<uuid:meeting>/"

urlpatterns: list[URLPattern] = [
    path("", start.my, name="my"),
    path(f"{_ME}plan/", plan.plan, name="my-plan"),
    path(f"{_ME}plan/versjoner/", history.versions, name="my-versions"),
    path(f"{_ME}plan/versjoner/sammenlign/", history.compare, name="my-compare"),
    path(
        f"{_ME}plan/versjoner/<int:number>/hent-tilbake/", history.restore, name="my-version-restore"
    ),
    path(f"{_ME}plan/versjoner/<int:number>/hent-felt/", history.field, name="my-field-restore"),
    path(f"{_ME}plan/utkast/", history.drafts, name="my-drafts"),
    path(f"{_ME}plan/viktig/", plan.own_words, name="my-plan-words"),
    path(f"{_ME}plan/si-fra/", plan.report, name="my-plan-report"),
    path(f"{_ME}plan/godkjenn/", plan.approve, name="my-plan-approve"),
    path(f"{_ME}plan/tiltak/<uuid:measure>/", plan.measure, name="my-measure"),
    path(f"{_ME}plan/mal/<uuid:goal>/", goal.goal, name="my-goal"),
    path(f"{_ME}rundt-meg/", goal.around, name="my-around"),
    path(f"{_ME}saken/", case.case, name="my-case"),
    path(f"{_ME}brev/<uuid:letter>/", case.letter, name="my-letter"),
    path(f"{_ME}brev/<uuid:letter>/pdf/", case.letter_pdf, name="my-letter-pdf"),
    path(_SHARING, consents.consents, name="my-consents"),
    path(f"{_SHARING}svar/<slug:purpose>/", consents.give, name="my-consent-give"),
    path(f"{_SHARING}skjema/", sheet.sheet, name="my-sheet"),
    path(f"{_SHARING}forleng-svar/<uuid:consent>/", renewal.answer, name="my-consent-renew"),
    path(f"{_SHARING}periode/<uuid:consent>/", renewal.period, name="my-consent-period"),
    path(f"{_SHARING}forleng/<uuid:recipient>/", renewal.share, name="my-share-renew"),
    path(f"{_SHARING}slik/<uuid:viewer>/", preview.preview, name="my-preview"),
    path(f"{_SHARING}trekk/<uuid:consent>/", withdrawal.withdraw, name="my-consent-withdraw"),
    path(f"{_SHARING}trukket/<uuid:consent>/", withdrawal.withdrawn, name="my-consent-withdrawn"),
    path(f"{_SHARING}del/", sharing.new, name="my-share"),
    path(f"{_SHARING}endre/<uuid:recipient>/", sharing.change, name="my-share-change"),
    path(f"{_SHARING}ta-bort/<uuid:recipient>/", sharing.withdraw, name="my-share-withdraw"),
    path(f"{_SHARING}tatt-bort/<uuid:recipient>/", sharing.withdrawn, name="my-share-withdrawn"),
    path(f"{_ME}hvem-har-sett/", log.log, name="my-log"),
    path(f"{_ME}hvem-har-sett/liste.csv", log.download, name="my-log-download"),
    path(f"{_ME}hvem-har-sett/<uuid:event>/spor/", log.ask, name="my-log-ask"),
    path(f"{_ME}moter/", meetings.meetings, name="my-meetings"),
    path(_MEETING, meetings.meeting, name="my-meeting"),
    path(f"{_MEETING}svar/", meetings.reply, name="my-meeting-reply"),
    path(f"{_MEETING}referat/", meetings.minutes, name="my-minutes"),
]
