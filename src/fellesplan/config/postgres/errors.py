"""What can go wrong around the database, told to the operator in one sentence."""


class LauncherError(Exception):
    """The database cannot be used; the message is one plain sentence that says what to do."""
