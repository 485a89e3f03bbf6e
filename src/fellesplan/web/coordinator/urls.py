"""Addresses of the coordinator pages."""

from fellesplan.web.coordinator import plan_urls

urlpatterns = [*plan_urls.urlpatterns]
