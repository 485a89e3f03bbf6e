from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    """Attachments, letters and plans as documents."""

    name = "fellesplan.documents"
