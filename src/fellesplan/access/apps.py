from django.apps import AppConfig
from django.db.models.signals import post_migrate


class AccessConfig(AppConfig):
    """Who may see and do what, and who has done it."""

    name = "fellesplan.access"

    def ready(self) -> None:
        from fellesplan.access import tenancy

        post_migrate.connect(tenancy.secure_after_migrate, dispatch_uid="fellesplan.secure")
