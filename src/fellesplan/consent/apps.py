from django.apps import AppConfig


class ConsentConfig(AppConfig):
    """Who may consent, to what, for whom, until when."""

    name = "fellesplan.consent"

    def ready(self) -> None:
        from fellesplan.consent import family_policy, health_policy, policy  # noqa: F401
