"""`audit` is a second connection to the one database; nothing is migrated or read through it unasked."""

from typing import Any


class OneDatabase:
    """Keep migrations on `default`."""

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool:
        return db == "default"

    def allow_relation(self, one: Any, other: Any, **hints: Any) -> bool:
        return True
