"""Addresses of the coordinator pages."""

from fellesplan.web.coordinator import meeting_urls, plan_urls

urlpatterns = [*plan_urls.urlpatterns, *meeting_urls.urlpatterns]
