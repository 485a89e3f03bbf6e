"""The log's table is divided by month, so that it stays quick and can be looked after in parts."""

from django.db import connections

MONTHS_AHEAD = 3


def ensure(using: str = "default") -> int:
    """Make the months that are missing, up to three ahead, and return how many were made; safe to run again.

    What was written in a month that had no part of its own is moved there from the default part.
    """
    with connections[using].cursor() as cursor:
        cursor.execute("select access_event_partitions(%s)", [MONTHS_AHEAD])
        return int(cursor.fetchone()[0])
