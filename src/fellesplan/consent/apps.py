from django.apps import AppConfig


class ConsentConfig(AppConfig):
    """Who may consent, to what, for whom, until when."""

    name = "fellesplan.consent"

    def ready(self) -> None:
        from fellesplan.consent import policy  # noqa: F401
