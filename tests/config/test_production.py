"""What may never be on together."""

import os
import subprocess
import sys

import pytest


def load_settings(**variables: str) -> subprocess.CompletedProcess[str]:
    ours = ("FELLESPLAN_", "DATABASE_", "DJANGO_")
    clean = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    return subprocess.run(
        [sys.executable, "-c", "import fellesplan.config.settings"],
        env=clean | variables,
        capture_output=True,
        text=True,
    )


SECRETS = {
    "FELLESPLAN_PRODUCTION": "1",
    "FELLESPLAN_SECRET_KEY": "x" * 50,
    "FELLESPLAN_FIELD_KEYS": "ZGVtby1vbmx5LWRlbW8tb25seS1kZW1vLW9ubHktMDE=",
    "FELLESPLAN_INDEX_KEY": "y" * 50,
    "FELLESPLAN_ANCHOR_KEYS": "dGVzdC1vbmx5LWFuY2hvci10ZXN0LW9ubHktMDAwMDE=",
    "FELLESPLAN_HOSTS": "plan.example.no",
    "DATABASE_URL": "postgresql://app@db/fellesplan",
}


def test_production_starts_with_its_secrets() -> None:
    answer = load_settings(**SECRETS)
    assert answer.returncode == 0, answer.stderr


@pytest.mark.parametrize("name", ["FELLESPLAN_DEMO", "FELLESPLAN_DEBUG"])
def test_production_refuses_demo_and_debug(name: str) -> None:
    answer = load_settings(**SECRETS, **{name: "1"})
    assert answer.returncode != 0
    assert name in answer.stderr.splitlines()[-1]


@pytest.mark.parametrize("missing", sorted(SECRETS.keys() - {"FELLESPLAN_PRODUCTION", "FELLESPLAN_HOSTS"}))
def test_production_has_no_secret_by_default(missing: str) -> None:
    answer = load_settings(**{name: value for name, value in SECRETS.items() if name != missing})
    assert answer.returncode != 0
    assert missing in answer.stderr.splitlines()[-1]
