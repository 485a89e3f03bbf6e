from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    """Meetings with agenda, invitations, minutes and tasks."""

    name = "fellesplan.meetings"

    def ready(self) -> None:
        from fellesplan.meetings import policy, states  # noqa: F401
