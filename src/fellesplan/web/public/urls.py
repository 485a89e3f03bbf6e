"""Addresses of the public pages."""

from django.urls import path

from fellesplan.web.public import following, front, guide
from fellesplan.web.public.referral import resuming
from fellesplan.web.public.referral import views as referral

urlpatterns = [
    path("", front.front, name="front"),
    path("tilgjengelighet/", front.accessibility, name="accessibility"),
    path("personvern/", front.privacy, name="privacy"),
    path("meld/", referral.start, name="referral-start"),
    path("meld/<int:step>/", referral.step, name="referral-step"),
    path("meld/se-over/", referral.check, name="referral-check"),
    path("meld/kvittering/", referral.receipt_page, name="referral-receipt"),
    path("meld/kvittering/pdf/", referral.receipt_pdf, name="referral-receipt-pdf"),
    path("meld/kode/", resuming.code, name="referral-code"),
    path("meld/fortsett/", resuming.resume, name="referral-resume"),
    path("har-jeg-rett/", guide.guide, name="right-guide"),
    path("folg/", following.follow, name="referral-follow"),
    path("meld/slett/", referral.delete, name="referral-delete"),
]
