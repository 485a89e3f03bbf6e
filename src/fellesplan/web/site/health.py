"""Is it alive, and is it ready? For load balancers and operators; see docs/reference/surface.md."""

from collections.abc import Callable

from django.core.exceptions import ImproperlyConfigured
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.transaction import non_atomic_requests
from django.db.utils import DatabaseError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_GET

WORKER_SILENT_SECONDS = 60


@non_atomic_requests
@require_GET
def healthz(request: HttpRequest) -> HttpResponse:
    """Answer that the process runs."""
    return JsonResponse({"status": "ok"})


@non_atomic_requests
@require_GET
def readyz(request: HttpRequest) -> HttpResponse:
    """Answer whether everything a page needs is in place: 200 when all checks are ok, else 503."""
    checks = {name: _run(check) for name, check in CHECKS.items()}
    ready = all(value == "ok" for value in checks.values())
    return JsonResponse(
        {"status": "ok" if ready else "failing", "checks": checks}, status=200 if ready else 503
    )


def _run(check: Callable[[], bool]) -> str:
    try:
        return "ok" if check() else "failing"
    except (DatabaseError, ImproperlyConfigured):
        return "failing"


def database() -> bool:
    """Return whether the database answers."""
    with connection.cursor() as cursor:
        cursor.execute("select 1")
        return bool(cursor.fetchone() == (1,))


def migrations() -> bool:
    """Return whether every migration has been run."""
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


def locale() -> bool:
    """Return whether the database handles Norwegian letters (stack.md, the locale trap)."""
    with connection.cursor() as cursor:
        cursor.execute("select lower('Å') = 'å' and cardinality(show_trgm('ø')) > 0")
        return bool(cursor.fetchone() == (True,))


def worker() -> bool:
    """Return whether a job worker has been heard from in the last minute."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select count(*) from procrastinate_workers"
            " where last_heartbeat > now() - make_interval(secs => %s)",
            [WORKER_SILENT_SECONDS],
        )
        return bool(cursor.fetchone()[0])


CHECKS: dict[str, Callable[[], bool]] = {
    "database": database,
    "migrations": migrations,
    "locale": locale,
    "worker": worker,
}
