"""The demo: five municipalities with invented people, each at its own place on the road.

`load` runs as the application role and makes what is missing; `reset` runs as the owner and makes all anew.
"""

import multiprocessing
import os
import subprocess
import sys
import time
from concurrent.futures import ProcessPoolExecutor

from django.db import connections

from fellesplan.access import tenancy
from fellesplan.config import environment
from fellesplan.config.demo import casework, emptying, places, reading, register, road, texts
from fellesplan.config.demo.days import Days
from fellesplan.config.demo.lives import Life
from fellesplan.config.demo.places import Place
from fellesplan.config.environment import Problem
from fellesplan.kernel import clock
from fellesplan.people.models import Municipality


def is_empty() -> bool:
    """Return whether there is no municipality."""
    return not Municipality.objects.exists()


def load() -> None:
    """Make every municipality of the demo that is not there, and tell how long it took."""
    began = time.perf_counter()
    there = set(Municipality.objects.values_list("slug", flat=True))
    missing = [slug for slug in texts.municipalities() if slug not in there]
    connections.close_all()
    way = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    workers = min(os.cpu_count() or 1, len(missing) or 1)
    with ProcessPoolExecutor(workers, mp_context=way, initializer=environment.django) as pool:
        for line in pool.map(_load_and_tell, missing):
            print(line, flush=True)
    print(f"{len(missing)} municipalities made in {time.perf_counter() - began:.0f} s")


def reset() -> None:
    """Empty the database, and load the demo in a process that works as the application role."""
    emptying.empty()
    env = os.environ | {"FELLESPLAN_DB": "app"}
    if subprocess.run(environment.itself("demo", "load"), env=env).returncode != 0:
        raise Problem("The database is empty, but the invented people could not be made; see above.")


def _load_and_tell(slug: str) -> str:
    began = time.perf_counter()
    people = load_municipality(slug)
    return f"{slug}: {people} people, {time.perf_counter() - began:.1f} s"


def load_municipality(slug: str) -> int:
    """Make one municipality with its units, people and cases; returns how many people have a case."""
    days = Days(clock.now())
    about = texts.municipalities()[slug]
    place = Place(places.municipality(slug, about, days), about, days)
    with tenancy.working_in(place.municipality.pk):
        places.settle(place)
        register.fill(place)
        lives = [Life(place, story, n) for n, story in enumerate(texts.stories(place.language))]
        for life in sorted(lives, key=lambda life: -life.story.days):
            road.walk(life)
        register.train(place)
        casework.refresh_worklist()
    with tenancy.working_in(place.municipality.pk):
        reading.look(place)
    return len(lives)
