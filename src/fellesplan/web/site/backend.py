"""How a session finds its account again. Passwords do not exist here."""

from typing import Any

from django.contrib.auth.backends import BaseBackend

from fellesplan.kernel import clock
from fellesplan.people.birth_numbers import BadBirthNumber, parse
from fellesplan.people.models import Account
from fellesplan.people.models.person import vault


class DemoBackend(BaseBackend):
    """Accounts that were chosen on the demo page."""

    def authenticate(self, request: Any, **credentials: Any) -> None:
        return None

    def get_user(self, user_id: Any) -> Account | None:
        account: Account | None = Account.objects.filter(pk=user_id).first()
        return account


def account_with_number(text: str) -> Account | None:
    """Return the account of an invented person's birth number, made if new; None for a real or impossible
    one.
    """
    try:
        number = parse(text, on=clock.today())
    except BadBirthNumber:
        return None
    if not number.synthetic:
        return None
    index = vault().fingerprint(number.value)
    account: Account = Account.objects.get_or_create(
        number_index=index, defaults={"subject": f"demo:{index.hex()}", "name": "Oppdiktet person"}
    )[0]
    return account
