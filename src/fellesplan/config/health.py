"""Is the process alive, and can it serve? For load balancers and watchdogs; neither says who is asking."""

from django.db import DEFAULT_DB_ALIAS, connections, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.utils import Error
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

_NORWEGIAN = "select lower('Å') = 'å' and cardinality(show_trgm('ø')) > 0"


@require_safe
@never_cache
@transaction.non_atomic_requests
def healthz(request: HttpRequest) -> HttpResponse:
    """Answer 200 as long as this process answers at all."""
    return _plain("ok", 200)


@require_safe
@never_cache
@transaction.non_atomic_requests
def readyz(request: HttpRequest) -> HttpResponse:
    """Answer 200 if the database can be used and is up to date, else 503 and one sentence."""
    obstacle = what_hinders()
    return _plain(obstacle or "ready", 503 if obstacle else 200)


def what_hinders(alias: str = DEFAULT_DB_ALIAS) -> str:
    """Return why pages cannot be served, or an empty text."""
    try:
        with connections[alias].cursor() as cursor:
            cursor.execute(_NORWEGIAN)
            if cursor.fetchone() != (True,):
                return "The database does not know Norwegian letters."
        executor = MigrationExecutor(connections[alias])
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            return "The tables are behind the code."
    except Error:
        return "The database does not answer."
    return ""


def _plain(text: str, status: int) -> HttpResponse:
    return HttpResponse(text + "\n", content_type="text/plain; charset=utf-8", status=status)
