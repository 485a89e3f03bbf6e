"""Measure speed against 1,000 invented people in each municipality; exits 1 if a goal is missed.

make bench            the usual 30 runs of each
RUNS=100 make bench
"""

import os
import platform
import sys
import time
from pathlib import Path

import psycopg

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from fellesplan.config import environment  # noqa: E402

PERSONS = 1000
READS, THREADS = 10_000, 8
CASES = int(os.environ.get("CASES", "100000"))
RUNS = int(os.environ.get("RUNS", "30"))
NOTE = (
    f"Median of {RUNS} warm runs in one process; “least” is the cheapest: what else runs adds to the others."
)
HEAD = f"{'':56} {'CPU ms':>7} {'least':>6} {'goal':>6} {'wall ms':>8} {'queries':>8} {'HTML kB':>8}"


def main() -> int:
    """Make the people, measure, print, and throw the database away."""
    os.environ["FELLESPLAN_DEMO"] = "1"
    environment.database()
    server = {name: os.environ[name] for name in ("DATABASE_URL", "DATABASE_OWNER_URL")}
    from tests import databases

    template, name = databases.template_name(), f"fp_bench_{os.getpid()}"
    if not databases.exists(template):
        databases.create_template(template)
    databases.clone(template, name)
    os.environ.update(databases.urls(name))
    try:
        environment.django()
        return run()
    finally:
        from django.db import connections

        connections.close_all()
        os.environ.update(server)
        databases.drop(name)


def run() -> int:
    """Fill the database and measure in it."""
    from tests.bench import goals

    crowd = fill()
    print(f"\n{machine()}\n{NOTE}\n\n{HEAD}")
    with goals.long_lists():
        missed = [goal.name for goal in goals.goals() if not report(goal, crowd)]
    missed += log(crowd)
    missed += clocks()
    for line in missed:
        print(f"Missed: {line}")
    return 1 if missed else 0


def fill():  # type: ignore[no-untyped-def]
    """Make every municipality, and return the people who open pages in the first."""
    from django.db import transaction

    from fellesplan.config.demo.texts import municipalities
    from tests.bench.crowd import populate

    began, crowds = time.perf_counter(), []
    for slug in municipalities():
        with transaction.atomic():
            crowds.append(populate(slug, PERSONS))
    with psycopg.connect(os.environ["DATABASE_OWNER_URL"], autocommit=True) as owner:
        owner.execute("analyze")  # the serving role may not
    print(
        f"{PERSONS * len(crowds)} people in {len(crowds)} municipalities, {time.perf_counter() - began:.0f} s"
    )
    return crowds[0]


def report(goal, crowd) -> bool:  # type: ignore[no-untyped-def]
    """Measure one thing, print a line, and return whether it costs what it may."""
    from tests.bench.measuring import measure

    cost = measure(goal.prepare(crowd), runs=RUNS)
    kilobytes = f"{cost.size / 1000:.1f}"
    figures = f"{cost.cpu:7.1f} {cost.least:6.1f} {goal.cpu:6.0f} {cost.wall:8.1f} {cost.queries:8}"
    print(f"{goal.name:56} {figures} {kilobytes:>8}", flush=True)
    fits = goal.size is None or cost.size <= goal.size
    return cost.cpu <= goal.cpu and cost.queries <= goal.queries and fits


def log(crowd) -> list[str]:  # type: ignore[no-untyped-def]
    """Measure the access log under load and what it costs of a page; return what is not as it must be."""
    from fellesplan.kernel.ids import new_id
    from tests.bench import goals, log_load

    done = log_load.load(new_id(), READS, THREADS)
    rate = done.kept / done.seconds
    print(
        f"\n{done.kept} of {done.asked} reads in {THREADS} threads stand in the log and {done.linked} in its"
    )
    print(f"chain, with {done.findings} findings; {rate:.0f} a second")
    cost = log_load.cost(goals.goals()[0].prepare(crowd), runs=RUNS)
    print(f"Of a plan's {cost.page:.1f} ms CPU the log takes {cost.log:.2f} ms: {cost.share:.1%}", end="")
    print(f" (at most {log_load.MOST:.0%}); the page waits {cost.waits:.1f} ms for it")
    lost = [] if done.is_whole else ["reads are lost"]
    return lost + (["the log costs too much"] if cost.share > log_load.MOST else [])


def clocks() -> list[str]:
    """Do the night's round over many open cases, twice, and open the worklist; return what is missed."""
    from django.db import transaction

    from tests.bench import clock_crowd, clock_load

    with transaction.atomic():
        tenant = clock_crowd.populate("nasjonal", CASES)
        office = clock_crowd.caseworker(tenant)
    with psycopg.connect(os.environ["DATABASE_OWNER_URL"], autocommit=True) as owner:
        owner.execute("analyze")
    first, again = clock_load.night(tenant), clock_load.night(tenant)
    print(f"\n{first.done.cases} open cases in one night: {first.seconds:.0f} s ({first.cpu:.0f} s CPU),")
    print(f"again {again.seconds:.0f} s; at most {clock_load.MOST} s for 100,000")
    for line in clock_load.worklist(tenant, office):
        print(line)
    late = ["the night takes too long"] if first.seconds > clock_load.MOST * CASES / 100_000 else []
    return late + ([] if again.is_still else ["the night changes something the second time"])


def machine() -> str:
    """Return what was measured on."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("show server_version")
        postgres = cursor.fetchone()[0].split()[0]
    return f"{processor()}, {os.cpu_count()} cores, Python {platform.python_version()}, PostgreSQL {postgres}"


def processor() -> str:
    """Return the processor's name, as far as the system tells it."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text().splitlines() if info.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or platform.machine()


if __name__ == "__main__":
    sys.exit(main())
