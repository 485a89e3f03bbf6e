from django.apps import AppConfig


class CoordinatorsConfig(AppConfig):
    """Register, appointment and workload of coordinators."""

    name = "fellesplan.coordinators"

    def ready(self) -> None:
        from fellesplan.coordinators import facts, policy, states  # noqa: F401
