"""The demo: five municipalities with invented people, each at its own place on the road.

`load` runs as the application role and makes what is missing; `reset` runs as the owner and makes all anew.
"""

import os
import subprocess
import time

from fellesplan.access import tenancy
from fellesplan.config import environment
from fellesplan.config.demo import emptying, places, reading, register, road, texts
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
    for slug in texts.municipalities():
        if Municipality.objects.filter(slug=slug).exists():
            print(f"{slug:10} is there already")
            continue
        began = time.perf_counter()
        people = load_municipality(slug)
        print(f"{slug:10} {people} people, {time.perf_counter() - began:.1f} s", flush=True)


def reset() -> None:
    """Empty the database, and load the demo in a process that works as the application role."""
    emptying.empty()
    env = os.environ | {"FELLESPLAN_DB": "app"}
    if subprocess.run(environment.itself("demo", "load"), env=env).returncode != 0:
        raise Problem("The database is empty, but the invented people could not be made; see above.")


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
    with tenancy.working_in(place.municipality.pk):
        reading.look(place)
    return len(lives)
