from django.apps import AppConfig


class AccessConfig(AppConfig):
    """Who may see and do what, and who has done it."""

    name = "fellesplan.access"

    def ready(self) -> None:
        from fellesplan.access import log_policy  # noqa: F401
