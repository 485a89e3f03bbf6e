from django.apps import AppConfig


class ProcessesConfig(AppConfig):
    """What crosses capabilities."""

    name = "fellesplan.processes"

    def ready(self) -> None:
        from fellesplan.processes import table  # noqa: F401
