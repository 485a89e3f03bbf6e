from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Municipalities, units, employees, persons, representatives and accounts."""

    name = "fellesplan.people"

    def ready(self) -> None:
        from fellesplan.people import policy, shielding  # noqa: F401
