from django.apps import AppConfig


class PlansConfig(AppConfig):
    """The individual plan, its goals and measures, and those who take part."""

    name = "fellesplan.plans"

    def ready(self) -> None:
        from fellesplan.plans import policy, states  # noqa: F401
