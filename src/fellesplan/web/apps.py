from django.apps import AppConfig


class WebConfig(AppConfig):
    """Pages, by audience."""

    name = "fellesplan.web"
