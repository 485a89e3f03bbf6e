"""How a session finds its account again. Passwords do not exist here."""

from typing import Any

from django.contrib.auth.backends import BaseBackend

from fellesplan.people.models import Account


class DemoBackend(BaseBackend):
    """Accounts that were chosen on the demo page."""

    def authenticate(self, request: Any, **credentials: Any) -> None:
        return None

    def get_user(self, user_id: Any) -> Account | None:
        account: Account | None = Account.objects.filter(pk=user_id).first()
        return account
