from django.apps import AppConfig


class CasesConfig(AppConfig):
    """From referral to decision: the office's case handling."""

    name = "fellesplan.cases"

    def ready(self) -> None:
        from fellesplan.cases import policy, states  # noqa: F401
